"""The line of a link in the picture of a timeline: a curve from dot to dot, and the tip of an arrow at its end."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, hypot

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic curve from (x1, y1) to the dot at (x2, y2), drawn towards (mx, my)."""

    x1: float
    y1: float
    mx: float
    my: float
    x2: float
    y2: float

    def at(self, part: float) -> tuple[float, float]:
        """The point after a part of the way, 0 to 1."""
        a, b, c = (1 - part) ** 2, 2 * part * (1 - part), part**2
        return a * self.x1 + b * self.mx + c * self.x2, a * self.y1 + b * self.my + c * self.y2

    def cells(self, side: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The squares of this side, counted from the left and from the top, that points of it are in, in its order;
        the points are at most half a side apart. In arrays: a page of stories looks at half a million points."""
        length = hypot(self.mx - self.x1, self.my - self.y1) + hypot(self.x2 - self.mx, self.y2 - self.my)
        count = max(ceil(length / (side / 2)), 1)
        part = np.arange(count + 1) / count
        a, b, c = (1 - part) ** 2, 2 * part * (1 - part), part**2
        across = (a * self.x1 + b * self.mx + c * self.x2) // side
        down = (a * self.y1 + b * self.my + c * self.y2) // side
        return across.astype(np.int64), down.astype(np.int64)

    @property
    def path(self) -> str:
        """The line as it is written, without its last bit: the tip is there."""
        ex, ey, ux, uy = self._end
        start = f"M{self.x1:.1f} {self.y1:.1f}Q{self.mx:.1f} {self.my:.1f}"
        return f"{start} {ex - 5 * ux:.1f} {ey - 5 * uy:.1f}"

    @property
    def tip(self) -> str:
        """The arrow's tip as it is written."""
        ex, ey, ux, uy = self._end
        tip = f"M{ex:.1f} {ey:.1f}L{ex - 9 * ux - 4.5 * uy:.1f} {ey - 9 * uy + 4.5 * ux:.1f}"
        return tip + f"L{ex - 9 * ux + 4.5 * uy:.1f} {ey - 9 * uy - 4.5 * ux:.1f}Z"

    @property
    def _end(self) -> tuple[float, float, float, float]:
        length = max(hypot(self.x2 - self.mx, self.y2 - self.my), 1.0)
        ux, uy = (self.x2 - self.mx) / length, (self.y2 - self.my) / length
        return self.x2 - 8 * ux, self.y2 - 8 * uy, ux, uy


def between(x1: float, y1: float, x2: float, y2: float) -> Curve:
    """The curve from one dot to another."""
    bend = 26.0 if abs(y2 - y1) < 1 else 0.0  # inside one row: pass above the dots
    mx, my = (x1 + x2) / 2, (y1 + y2) / 2 - bend
    if abs(x2 - x1) < 24:  # one above the other: pass beside the dots
        mx += 34
    return Curve(x1, y1, mx, my, x2, y2)
