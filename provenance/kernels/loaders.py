"""Loads one kernel module, compiled or plain, and lets its functions say which argument does not fit."""

from __future__ import annotations

import functools
from collections.abc import Callable
from importlib.machinery import ExtensionFileLoader, SourceFileLoader
from types import BuiltinFunctionType, FunctionType, ModuleType
from typing import Any

from provenance.kernels import signatures


class Compiled(ExtensionFileLoader):
    """Loads an extension. Its functions check types themselves; what they refuse is said anew with a name."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the module and wrap the functions that Python calls. Kernels call each other without the wrapping."""
        super().exec_module(module)
        for name, value in list(vars(module).items()):
            if isinstance(value, BuiltinFunctionType) or type(value).__name__ == "cython_function_or_method":
                setattr(module, name, _explaining(value, name, module.__name__))


class Plain(SourceFileLoader):
    """Loads the Python of a kernel. It has no types, so its arguments are checked here, as the extension would."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the module and wrap its functions."""
        super().exec_module(module)
        for name, value in list(vars(module).items()):
            if isinstance(value, FunctionType) and value.__module__ == module.__name__:
                setattr(module, name, _wrapping(value, name, module.__name__))


def _explaining(function: Callable[..., Any], name: str, module: str) -> Callable[..., Any]:
    @functools.wraps(function)
    def explaining(*arguments: Any) -> Any:
        for argument in arguments:
            if argument is None:  # which a compiled kernel would take for an array without elements
                signatures.check(module, name, arguments)
        try:
            return function(*arguments)
        except (TypeError, ValueError):
            signatures.check(module, name, arguments)
            raise

    return explaining


def _wrapping(function: Callable[..., Any], name: str, module: str) -> Callable[..., Any]:
    import numpy as np

    expected = signatures.of(module).get(name)

    @functools.wraps(function)
    def wrapping(*arguments: Any) -> Any:
        if expected is not None:
            signatures.check(module, name, arguments)
        with np.errstate(over="ignore"):  # numpy's unsigned numbers wrap silently, as C's do
            return function(*arguments)

    return wrapping
