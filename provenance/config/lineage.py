"""Settings of the judgement: who took what from whom, and from which confidence on it is said.

The weights of the evidence are not here: they are fitted, and lie with their provenance in
`provenance/lineage/weights`. These settings say how the evidence is gathered and when a relation is asserted.
"""

from __future__ import annotations

from dataclasses import dataclass

from provenance.errors import SettingsError


@dataclass(frozen=True, slots=True)
class LineageSettings:
    """How articles that share passages are judged.

    `reporting_confidence`: below it a relation reads "undetermined". `run_words`: words of an exact shared run
    (six-word shingles joined over small gaps): pairs that share 12 or more hold .9997 of the derived pairs of the
    newsgroup posts. `largest_group`: a shingle that more texts hold than this says nothing about any two of them.
    `near_duplicate`: share of both texts in equal words that makes them one text. `unseen`: odds of the
    owner of a passage being a text that nobody has archived, against one sure owner (.35 on the newsgroup posts).
    `uncertain_kind`: the highest confidence in a direction that rests on wording alone when the texts are of a kind
    that no weights were checked on: weights of one kind were right 9 % of the time on another.
    `crawl_slack_hours`: how long before a crawler saw it an article may have appeared.
    `check_gap_hours` and `check_links`: dated links at least this far apart, and how many of them (a refit needs two,
    one to fit on and one to check it on), decide whether weights for wording fit an archive.
    """

    reporting_confidence: float = 0.8
    run_words: int = 12
    largest_group: int = 150
    near_duplicate: float = 0.85
    unseen: float = 0.35
    uncertain_kind: float = 0.75
    crawl_slack_hours: float = 48.0
    check_gap_hours: float = 6.0
    check_links: int = 100

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
