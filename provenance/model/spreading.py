"""How work is spread, for whoever has many tasks and need not know what runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

# An engine's `map`: as `map`, but perhaps in other processes, so that function, tasks and results can be pickled.
Spread = Callable[..., Iterator[Any]]
