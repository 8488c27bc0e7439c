"""How long work tells of itself, so that whoever waits can see it move."""

from __future__ import annotations

from collections.abc import Callable

# The stage in words ("comparing pairs"), how much of it is done, and how much there is; None where nobody knows.
Progress = Callable[[str, int, int | None], None]
