"""Settings of `calibrate`: which copies are planted, and how many.

The grid is what people ask about: a sentence, a paragraph, a story; copied, touched up, reworded.
"""

from __future__ import annotations

from dataclasses import dataclass

from provenance.errors import SettingsError

LEAST_ARTICLES = 10
"""Archives with fewer articles cannot lend words to edited copies that are not the copied article's own."""


@dataclass(frozen=True, slots=True)
class DetectionSettings:
    """Which edited copies are planted in an archive, and how many of each form."""

    sample: int = 50
    """Copies per form (length, part kept, place): 4,200 with the controls take 40 s among 10,000 press releases."""
    words: tuple[int, ...] = (10, 15, 20, 30, 40, 60, 100)
    """Lengths of copied passages, in words, ascending."""
    kept: tuple[float, ...] = (0.5, 0.6, 0.75, 0.9, 1.0)
    """Parts of a passage's words that its copy keeps in their order, ascending."""
    seed: int = 13
    """Seed of every random choice."""
    stale: float = 2.0
    """Factor by which an archive may grow or shrink before what was measured in it counts as out of date. From 1,000
    to 29,818 press releases, five doublings, the promise for 15 unchanged words inside an article fell by .33, the
    most of all: some .07 per doubling."""
    lone_words: int = 150
    """Words of an article up to which it counts as a short text, like a passage that was planted alone."""

    def validate(self) -> None:
        """Raise SettingsError that names every impossible value."""
        wrong = []
        if self.sample < 1:
            wrong.append(f"sample must be 1 or more, not {self.sample}")
        if not self.words or list(self.words) != sorted(set(self.words)) or self.words[0] < 2:
            wrong.append(f"words must ascend from 2 or more, not {self.words}")
        if not self.kept or list(self.kept) != sorted(set(self.kept)) or not 0 < self.kept[0] <= self.kept[-1] <= 1:
            wrong.append(f"kept must ascend between 0 and 1, not {self.kept}")
        if self.stale < 1:
            wrong.append(f"stale must be 1 or more, not {self.stale}")
        if wrong:
            raise SettingsError("; ".join(wrong))
