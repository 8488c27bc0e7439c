"""Settings of linking quotations across articles, with the measurements that set them.

The score and both limits come from 60 pairs read by hand, drawn over the whole range of scores from two news events
that many publishers reported and from political news within a week of each other: the score ranks true pairs above
others with an area under the curve of .98 (longest equal run alone .89, Jaccard .86).
"""

from __future__ import annotations

from dataclasses import dataclass

from provenance.errors import SettingsError


@dataclass(frozen=True, slots=True)
class QuotationSettings:
    """How utterances of different articles are found and judged to be the same.

    `least_score`: nats at which two utterances are reported as one (10 of 11 true when read); `possible_score`:
    from here on a pair is kept as possible when asked for (10 of 16). `supported_score`: the limit for two articles
    that surely share another utterance, where the shared words are `supported_coverage` of the lighter one or more
    (at 15 half of the pairs below 17 were two remarks when read); `derived_score`: the same for two articles of which
    one is known to be made from the other.
    `speaker_weight`: nats for the same and against another surname; never a veto, because quotations are re-
    credited. `fewest_words` of an utterance and of a quoted fragment that is looked for (with 4 instead of 5, 22 more
    pairs are reported on the two events and that political news, all of them true when read). `key_words`: its rarest
    words, of which two must be shared. `most_posted`: utterances that may share two words before these say nothing.
    `highest_share`: part of the articles in which a key word may stand. `prior_articles`: how many articles the
    package's own knowledge of English counts for beside the archive's. `window_days`: articles further apart are
    not compared; None compares all.
    """

    least_score: float = 24.0
    possible_score: float = 15.0
    supported_score: float = 17.0
    derived_score: float = 15.0
    supported_coverage: float = 0.6
    speaker_weight: float = 4.0
    fewest_words: int = 4
    fewest_fragment_words: int = 4
    key_words: int = 14
    most_posted: int = 400
    highest_share: float = 0.3
    prior_articles: int = 200
    window_days: float | None = None

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
