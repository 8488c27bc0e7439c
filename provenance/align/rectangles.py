"""A passage pair while it is still counted in words: a rectangle in the plane of two texts. Merging of neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Words `a_start` to `a_end` of A beside words `b_start` to `b_end` of B, and each side's score in nats."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    a_score: float
    b_score: float

    @property
    def score(self) -> float:
        """The mean of both sides."""
        return (self.a_score + self.b_score) / 2

    def exchanged(self) -> Rectangle:
        """The same seen from the other text."""
        return Rectangle(self.b_start, self.b_end, self.a_start, self.a_end, self.b_score, self.a_score)

    def joined(self, other: Rectangle) -> Rectangle:
        """The smallest rectangle around both; scores add up."""
        return Rectangle(
            min(self.a_start, other.a_start),
            max(self.a_end, other.a_end),
            min(self.b_start, other.b_start),
            max(self.b_end, other.b_end),
            self.a_score + other.a_score,
            self.b_score + other.b_score,
        )


def merge(rectangles: Sequence[Rectangle], gap: int, keep_repeats: bool) -> list[Rectangle]:
    """Join rectangles that lie at most `gap` words apart on both sides, until none do; ascending in A.

    With `keep_repeats`, two uses of the same words stay two: one side shared by more than half, the other apart.
    """
    current = sorted(rectangles, key=_place)
    while True:
        merged = _merge_once(current, gap, keep_repeats)
        if len(merged) == len(current):
            return merged
        current = merged


def _merge_once(ordered: Sequence[Rectangle], gap: int, keep_repeats: bool) -> list[Rectangle]:
    done: list[Rectangle] = []
    reachable: list[Rectangle] = []
    for rectangle in ordered:
        done += [other for other in reachable if rectangle.a_start - other.a_end > gap]
        reachable = [other for other in reachable if rectangle.a_start - other.a_end <= gap]
        for place, other in enumerate(reachable):
            if _near(other, rectangle, gap) and not (keep_repeats and _repeated(other, rectangle)):
                reachable[place] = other.joined(rectangle)
                break
        else:
            reachable.append(rectangle)
    return sorted(done + reachable, key=_place)


def _place(rectangle: Rectangle) -> tuple[int, int, int, int]:
    return rectangle.a_start, rectangle.b_start, rectangle.a_end, rectangle.b_end


def _near(one: Rectangle, other: Rectangle, gap: int) -> bool:
    apart_a = max(one.a_start, other.a_start) - min(one.a_end, other.a_end)
    apart_b = max(one.b_start, other.b_start) - min(one.b_end, other.b_end)
    return apart_a <= gap and apart_b <= gap


def _repeated(one: Rectangle, other: Rectangle) -> bool:
    """Whether the two share most of one side and nothing of the other."""
    shared_a = min(one.a_end, other.a_end) - max(one.a_start, other.a_start)
    shared_b = min(one.b_end, other.b_end) - max(one.b_start, other.b_start)
    most_a = 2 * shared_a > min(one.a_end - one.a_start, other.a_end - other.a_start)
    most_b = 2 * shared_b > min(one.b_end - one.b_start, other.b_end - other.b_start)
    return (most_a and shared_b <= 0) or (most_b and shared_a <= 0)
