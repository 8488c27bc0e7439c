"""numba's cache of compiled kernels: quick to read, and any fault of it the same as nothing cached.

numba makes ready to compile before it looks into its cache, and with each kernel it reads what other kernels need to
be compiled together with it. A start that finds everything compiled needs neither: so the 32 kernels of a check load
in .1 s of CPU time instead of .25. What is compiled and what is stored stay numba's own, and so does the way of
reading wherever its insides are not as they are expected here.

A kernel holds what it calls and the constants it names, also those of other files. numba compiles it anew only when
its own file changes; here it does so as well when one of the others does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from types import CodeType
from typing import Any

import llvmlite.binding as llvm
import numpy as np
from numba.core.codegen import JITCodeLibrary
from numba.core.runtime import rtsys

from provenance.kernels.compiling import without


def quick_to_read(dispatcher: Any) -> Any:
    """The compiled function, reading and writing its cache in the ways of this module."""
    cache: Any = getattr(dispatcher, "_cache", None)
    if not (hasattr(cache, "_save_overload") and hasattr(cache, "_load_overload")):
        return dispatcher
    cache.save_overload = lambda signature, compiled: _or_none(cache._save_overload, signature, compiled)
    cache.load_overload = lambda signature, context: _load(dispatcher, signature, context)
    return dispatcher


def _load(dispatcher: Any, signature: Any, context: Any) -> Any:
    """The kernel that is cached for a signature; without one None, and numba is ready to compile it."""
    cache = dispatcher._cache
    stamp = _or_none(source_stamp, dispatcher)  # now, at a call: when it was made its file was half imported
    if stamp is not None:
        cache._cache_file._source_stamp = stamp
    rtsys.initialize(context)
    context.codegen()._library_class = CachedLibrary
    with without("scipy"):
        found = _or_none(cache._load_overload, signature, context)
        if found is None:
            context.refresh()
    return found


def source_stamp(dispatcher: Any) -> str:
    """A digest of all that a kernel is compiled from: its file, the files of kernels it calls, constants it names."""
    return hashlib.sha256(b"\n".join(sorted(set(_sources(dispatcher, set()))))).hexdigest()


def _sources(dispatcher: Any, seen: set[Any]) -> Iterator[bytes]:
    seen.add(dispatcher)
    yield dispatcher._cache._impl.locator.get_source_stamp()
    for name in _names(dispatcher.py_func.__code__):
        value = dispatcher.py_func.__globals__.get(name)
        if hasattr(value, "py_func") and value not in seen:
            yield from _sources(value, seen)
        elif isinstance(value, int | float | str | bytes | tuple | np.ndarray | np.generic):
            constant = np.asarray(value)
            yield f"{name} {constant.dtype} {constant.shape} ".encode() + constant.tobytes()


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names(inner)


def _or_none(method: Callable[..., Any], *arguments: Any) -> Any:
    try:
        return method(*arguments)
    except Exception:  # a damaged or unwritable file may raise anything that pickle, zlib or the system raise
        return None


class CachedLibrary(JITCodeLibrary):  # type: ignore[misc] # numba has no types
    """A kernel's machine code; of a cached one the bitcode is read only when another kernel is compiled with it."""

    _bitcode: bytes | None = None

    @classmethod
    def _unserialize(cls, codegen: Any, state: Any) -> Any:
        try:
            name, _, (machine_code, bitcode) = state
            library = codegen.create_library(name)
            library.enable_object_caching()
            library._set_compiled_object(machine_code)
            library._bitcode = bitcode
            library._finalize_final_module()
        except (AttributeError, TypeError, ValueError):  # another version of numba keeps something else
            return super()._unserialize(codegen, state)
        return library

    def get_pointer_to_function(self, name: str) -> Any:
        """Where a function begins; numba's own way looks among the names that the bitcode defines."""
        if self._bitcode is None:
            return super().get_pointer_to_function(name)
        return self._codegen._engine.get_function_address(name)

    def _get_module_for_linking(self) -> Any:
        if self._bitcode is not None:
            self._shared_module = llvm.parse_bitcode(self._bitcode)
            self._codegen._engine._load_defined_symbols(self._shared_module)
            self._bitcode = None
        return super()._get_module_for_linking()
