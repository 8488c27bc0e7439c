"""What an audit did not look at because limits left it out: counted, so that nobody takes it for looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CutOff:
    """Lists of candidates that a limit cut off: of how many texts, and how many plausible candidates it left out.

    The least promising go. A pair that is left out of one list may be in that of the other text, and then is compared
    all the same.

    `copies` counts articles of a text that very many have of which only the earliest were compared (`one_text`).
    """

    texts: int = 0
    candidates: int = 0
    copies: int = 0

    @classmethod
    def of(cls, left_out: Iterable[int]) -> CutOff:
        """From how many candidates were left out of each text's list."""
        numbers = [number for number in left_out if number]
        return cls(len(numbers), sum(numbers))

    def __add__(self, other: CutOff) -> CutOff:
        return CutOff(self.texts + other.texts, self.candidates + other.candidates, self.copies + other.copies)

    @property
    def counts(self) -> tuple[int, int, int]:
        """All three, as the record of an audit keeps them."""
        return self.texts, self.candidates, self.copies


NOTHING_LEFT_OUT = CutOff()
