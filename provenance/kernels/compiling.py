"""The one place that knows numba: compiles numeric loops, or runs them as plain Python where numba is missing.

Modules that hold kernels are imported only when they are needed, because importing numba costs a quarter of a
second. A compiled kernel is cached beside the module, or in the user's cache folder where the package is read-only
(NUMBA_CACHE_DIR names another), or not at all where neither can be written; the results are the same in every case.
A cache that cannot be read or written any more, because a disk is full, say, is as good as none.
`PROVENANCE_PLAIN=1` asks for plain Python, which is how the tests compare both.
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar, cast

import numpy as np

Function = TypeVar("Function", bound=Callable[..., Any])


@contextmanager
def without(module: str) -> Iterator[None]:
    """Importing `module` fails inside: numba looks whether scipy is there, for .4 s, and no kernel needs it."""
    hidden = module not in sys.modules
    if hidden:
        sys.modules[module] = cast("Any", None)
    try:
        yield
    finally:
        if hidden:
            del sys.modules[module]


def _load_njit() -> Callable[..., Any] | None:
    if os.environ.get("PROVENANCE_PLAIN"):
        return None
    try:
        with without("scipy"):
            from numba import njit
    except ImportError:
        return None
    return cast("Callable[..., Any]", njit)


_njit = _load_njit()
COMPILED = _njit is not None


def kernel(function: Function) -> Function:
    """Compile `function` with numba where that is there; otherwise let its unsigned arithmetic wrap silently.

    Kernels take and return numbers and numpy arrays only, and may call each other.
    """
    if _njit is not None:
        from provenance.kernels.cache import quick_to_read

        try:
            return cast("Function", quick_to_read(_njit(cache=True, nogil=True)(function)))
        except RuntimeError:  # numba found no folder that it may write its cache to
            return cast("Function", _njit(nogil=True)(function))

    @functools.wraps(function)
    def plain(*arguments: Any) -> Any:
        with np.errstate(over="ignore"):
            return function(*arguments)

    return cast("Function", plain)


def on_compiling(announce: Callable[[], None]) -> Callable[[], None]:
    """Have `announce` called once, before the first kernel that no cache holds is compiled.

    All of them together take about half a minute. For a line of progress: on a machine that has run the program
    before, and without numba, it is never called. It may be called from any thread. Call the answer to be told no
    longer.
    """
    if _njit is None:
        return lambda: None
    from numba.core import event as events

    event: Any = events
    told = False

    class Listener(events.Listener):  # type: ignore[misc] # numba has no types
        def on_start(self, _: Any) -> None:
            nonlocal told
            if not told:
                told = True
                announce()

        def on_end(self, _: Any) -> None:
            pass

    listener = Listener()
    event.register("numba:compile", listener)
    return lambda: event.unregister("numba:compile", listener)
