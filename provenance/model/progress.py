"""The type of the callback by which long work reports its progress."""

from __future__ import annotations

from collections.abc import Callable

# (stage, done, total): the stage in words ("comparing pairs"), how many of its steps are done, and of how many (None
# where that is not known).
Progress = Callable[[str, int, int | None], None]
