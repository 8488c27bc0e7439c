"""The one place that knows numba: compiles numeric loops, or runs them as plain Python where numba is missing.

Modules that hold kernels are imported only when they are needed, because importing numba costs a quarter of a
second. A compiled kernel is cached beside the module, or in the user's cache folder where the package is read-only,
or not at all where neither can be written; the results are the same in every case. `PROVENANCE_PLAIN=1` asks for
plain Python, which is how the tests compare both.
"""

from __future__ import annotations

import functools
import os
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
    return cast("Callable[..., Any]", njit)


_njit = _load_njit()
COMPILED = _njit is not None


def kernel(function: Function) -> Function:
    """Compile `function` with numba where that is there; otherwise let its unsigned arithmetic wrap silently.

    Kernels take and return numbers and numpy arrays only, and may call each other.
    """
    if _njit is not None:
        try:
            return cast("Function", _njit(cache=True, nogil=True)(function))
        except RuntimeError:  # numba found no folder that it may write its cache to
            return cast("Function", _njit(nogil=True)(function))

    @functools.wraps(function)
    def plain(*arguments: Any) -> Any:
        with np.errstate(over="ignore"):
            return function(*arguments)

    return cast("Function", plain)
