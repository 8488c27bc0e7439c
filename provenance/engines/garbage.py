"""Tasks without Python's search for circular references, which finds nothing in them and costs much."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Turn the search for circular references off inside the context, or in a decorated function.

    The tasks of an audit make none, and each search walks through all articles that are kept ready: a tenth of the
    time of aligning.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
