"""Settings of the judgement: who took what from whom, and the confidence from which a relation is asserted.

The weights of the evidence are not here: they are fitted, and lie with their provenance in
`provenance/lineage/weights`. What set the values: docs/pages/calibration.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from provenance.errors import SettingsError


@dataclass(frozen=True, slots=True)
class LineageSettings:
    """How articles that share passages are judged."""

    reporting_confidence: float = 0.8
    """Confidence, 0 to 1, below which a relation reads "undetermined"."""
    run_words: int = 12
    """Words of an exact run that two texts must share to be judged by runs; 12 keep .9997 of derived newsgroup
    posts."""
    largest_group: int = 150
    """A shingle in more texts than this is ignored: it says nothing about any two of them."""
    near_duplicate: float = 0.85
    """Share of both texts in equal words, 0 to 1, from which on they are copies of one text."""
    unseen: float = 0.35
    """Odds that a passage comes from a text outside the archive, against a text that surely wrote it."""
    uncertain_kind: float = 0.75
    """Highest confidence in a direction that rests on wording alone, for texts of a kind that no weights were checked
    on: weights of one kind were right 9 % of the time on another."""
    crawl_slack_hours: float = 48.0
    """Hours by which an article may have appeared before a crawler saw it."""
    check_gap_hours: float = 6.0
    """Hours between two dated articles whose link is used to check whether the weights for wording fit an archive."""
    check_links: int = 100
    """Fewest such links for that check (a refit needs at least two: one to fit on, one to check on)."""

    def validate(self) -> None:
        """Raise SettingsError that names every impossible value."""
        wrong = [
            f"{name} must be between 0 and 1, not {value}"
            for name, value in (
                ("reporting_confidence", self.reporting_confidence),
                ("near_duplicate", self.near_duplicate),
                ("uncertain_kind", self.uncertain_kind),
            )
            if not 0 <= value <= 1
        ]
        wrong += [
            f"{name} must be {least} or more, not {value}"
            for name, value, least in (
                ("run_words", self.run_words, 6),
                ("largest_group", self.largest_group, 2),
                ("check_links", self.check_links, 2),
                ("unseen", self.unseen, 0),
                ("crawl_slack_hours", self.crawl_slack_hours, 0),
                ("check_gap_hours", self.check_gap_hours, 0),
            )
            if not value >= least
        ]
        if wrong:
            raise SettingsError("; ".join(wrong))
