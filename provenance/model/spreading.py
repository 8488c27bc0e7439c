"""The type of a function that runs many tasks, for parts that need not know where they run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

# An engine's `map`: like Python's `map`, but function, tasks and results may travel to other processes (pickled).
Spread = Callable[..., Iterator[Any]]
