"""The one place that knows numba: compiles numeric loops, or runs them as plain Python where numba is missing.

Modules that hold kernels are imported only when they are needed, because importing numba costs a quarter of a
second. A compiled kernel is cached beside the module, or in the user's cache folder where the package is read-only
(NUMBA_CACHE_DIR names another), or not at all where neither can be written; the results are the same in every case.
A cache that cannot be read or written any more, because a disk is full, say, is as good as none.
`PROVENANCE_PLAIN=1` asks for plain Python, which is how the tests compare both.
"""

from __future__ import annotations

import functools
import importlib
import os
import sys
from collections.abc import Callable
from typing import Any, TypeVar, cast

import numpy as np

Function = TypeVar("Function", bound=Callable[..., Any])


def _load_njit() -> Callable[..., Any] | None:
    if os.environ.get("PROVENANCE_PLAIN"):
        return None
    try:
        from numba import njit
    except ImportError:
        return None
    _load_array_functions()
    return cast("Callable[..., Any]", njit)


def _load_array_functions() -> None:
    """Load numba's array functions without scipy, which no kernel uses and which costs .4 s of every start.

    numba imports scipy.linalg there only to see whether it is installed; code that really needs it imports it later.
    """
    hidden = "scipy.linalg" not in sys.modules
    if hidden:
        sys.modules["scipy.linalg"] = cast("Any", None)  # makes an import of it fail
    try:
        importlib.import_module("numba.np.arraymath")
    finally:
        if hidden:
            del sys.modules["scipy.linalg"]


_njit = _load_njit()
COMPILED = _njit is not None


def kernel(function: Function) -> Function:
    """Compile `function` with numba where that is there; otherwise let its unsigned arithmetic wrap silently.

    Kernels take and return numbers and numpy arrays only, and may call each other.
    """
    if _njit is not None:
        try:
            return cast("Function", _forgiving(_njit(cache=True, nogil=True)(function)))
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

    class Listener(events.Listener):
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


def _forgiving(dispatcher: Any) -> Any:
    """The compiled function, with a cache whose faults count as "not cached": they must not end an audit."""
    cache = getattr(dispatcher, "_cache", None)
    for name in ("save_overload", "load_overload"):
        method = getattr(cache, name, None)
        if method is not None:
            setattr(cache, name, functools.partial(_or_none, method))
    return dispatcher


def _or_none(method: Callable[..., Any], *arguments: Any) -> Any:
    try:
        return method(*arguments)
    except Exception:  # a damaged or unwritable file may raise anything that pickle, zlib or the system raise
        return None
