"""How many lines run through a box is looked up in squares; here it is counted along each line."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from provenance.reports.timeline_curves import Curve
from provenance.reports.timeline_words import CELL, Box, Room

NUMBER = st.floats(-60, 400)
CURVES = st.lists(st.builds(Curve, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER), max_size=5)


def along(curve: Curve) -> set[tuple[int, int]]:
    """The squares of points that are close to each other."""
    points = (curve.at(number / 1000) for number in range(1001))
    return {(int(x // CELL), int(y // CELL)) for x, y in points}


@given(CURVES, st.integers(1, 30), NUMBER, NUMBER, st.floats(0, 80), st.floats(0, 30))
def test_lines_through_a_box_are_counted(
    curves: list[Curve], times: int, left: float, top: float, width: float, height: float
) -> None:
    curves *= times  # more than the bits of one number
    box = Box(left, top, left + width, top + height)
    across, down = (
        range(int(low // CELL), int(high // CELL) + 1) for low, high in ((box.left, box.right), (box.top, box.bottom))
    )
    inside = {(x, y) for x in across for y in down}
    near = {(x + dx, y + dy) for x, y in inside for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
    counted = Room((), curves).crossed(box)
    surely = sum(
        bool(inside & set(zip(*(part.tolist() for part in curve.cells(CELL)), strict=True))) for curve in curves
    )
    assert counted == surely
    assert counted <= sum(bool(near & along(curve)) for curve in curves)


@given(CURVES)
def test_squares_of_a_line_follow_each_other(curves: list[Curve]) -> None:
    for curve in curves:
        cells = [*zip(*(part.tolist() for part in curve.cells(CELL)), strict=True)]
        assert (
            set(along(curve)) - {(x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
            == set()
        )
        assert all(abs(x - u) <= 1 and abs(y - v) <= 1 for (x, y), (u, v) in itertools.pairwise(cells))
