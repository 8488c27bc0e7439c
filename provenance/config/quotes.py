"""Settings of linking quotations across articles.

The score and its limits come from 60 pairs read by hand: docs/pages/calibration.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from provenance.errors import SettingsError


@dataclass(frozen=True, slots=True)
class QuotationSettings:
    """How utterances of different articles are found and judged to be the same."""

    least_score: float = 24.0
    """Least score, in nats, of two utterances that are reported as the same."""
    possible_score: float = 15.0
    """Least score, in nats, of a pair that is kept as possible where the caller asks for these."""
    supported_score: float = 17.0
    """The limit, in nats, for two articles that surely share another utterance."""
    derived_score: float = 15.0
    """The limit, in nats, for two articles of which one is known to be made from the other."""
    supported_coverage: float = 0.6
    """Part of the lighter utterance that the shared words must cover for `supported_score` to hold."""
    speaker_weight: float = 4.0
    """Nats for the same surname and against another; never a veto, because quotations are re-credited."""
    fewest_words: int = 4
    """Fewest words of an utterance that is looked for."""
    fewest_fragment_words: int = 4
    """Fewest words of a quoted fragment that is looked for."""
    key_words: int = 14
    """Keys per utterance, its rarest words, of which two must be shared."""
    most_posted: int = 400
    """Two words that more utterances than this share are ignored."""
    highest_share: float = 0.3
    """Largest part of the articles, 0 to 1, in which a key word may occur."""
    prior_articles: int = 200
    """Weight of the package's own list of common words, in articles, beside the archive's counts."""
    window_days: float | None = None
    """Articles further apart than so many days are not compared; None compares all."""

    def validate(self) -> None:
        """Raise SettingsError that names every impossible value."""
        wrong = []
        if not 0 < self.possible_score <= self.least_score:
            wrong.append("possible_score must lie above 0 and not above least_score")
        lower = ("supported_score", "derived_score")
        wrong.extend(
            f"{name} must lie above 0 and not above least_score"
            for name in lower
            if not 0 < getattr(self, name) <= self.least_score
        )
        if self.speaker_weight < 0:
            wrong.append("speaker_weight must not be negative")
        counts = ("fewest_words", "fewest_fragment_words", "most_posted", "prior_articles")
        wrong.extend(f"{name} must be at least 1" for name in counts if getattr(self, name) < 1)
        if self.key_words < 2:
            wrong.append("key_words must be at least 2")
        if not 0 < self.highest_share <= 1:
            wrong.append("highest_share must lie above 0 and not above 1")
        if self.window_days is not None and self.window_days < 0:
            wrong.append("window_days must not be negative")
        if wrong:
            raise SettingsError("; ".join(wrong))
