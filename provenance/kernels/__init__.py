"""How kernels are loaded: all compiled, or all as plain Python.

A kernel is a loop over numbers that is too slow in Python. Kernels live in the `kernels` folder of the part that they
belong to, as plain Python files; a `.pxd` beside each file holds its C types, and setup.py compiles it to an
extension beside the file. Python loads the extensions. Where one is missing (no compiler, no wheel for this machine)
and where PROVENANCE_PLAIN=1 asks for it, all kernels run as plain Python: the same answers, hundreds of times slower.
The tests compare both. This module decides nothing about what is computed.

In both worlds an array of another type or of another number of dimensions than a kernel expects is refused with the
name of the argument (`signatures`).
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, SourceFileLoader
from types import BuiltinFunctionType, FunctionType, ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec

PACKAGE = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 # pathlib takes longer to import than this module
ARRAYS = "provenance.kernels.arrays"  # the one kernel outside those folders: it makes the arrays of all others


@functools.cache
def modules() -> frozenset[str]:
    """The names of all kernel modules: the files in the `kernels` folders of the parts."""
    found = {ARRAYS}
    for part in os.listdir(PACKAGE):  # noqa: PTH208
        folder = os.path.join(PACKAGE, part, "kernels")  # noqa: PTH118
        if os.path.isdir(folder):  # noqa: PTH112
            names = (name[:-3] for name in os.listdir(folder) if name.endswith(".py"))  # noqa: PTH208
            found.update(f"provenance.{part}.kernels.{name}" for name in names if name != "__init__")
    return frozenset(found)


@functools.cache
def is_compiled() -> bool:
    """Whether kernels run compiled: all of them were built, and PROVENANCE_PLAIN is not set."""
    return not os.environ.get("PROVENANCE_PLAIN") and all(_extension_of(module) for module in modules())


def are_missing() -> bool:
    """Whether kernels run as plain Python because they were not built, not because PROVENANCE_PLAIN is set."""
    return not is_compiled() and not os.environ.get("PROVENANCE_PLAIN")


def path_of(module: str) -> str:
    """The path of a module's files, without an ending."""
    return os.path.join(PACKAGE, *module.split(".")[1:])  # noqa: PTH118


def _extension_of(module: str) -> str | None:
    """The extension of a kernel module, if it was built."""
    path = path_of(module)
    return next((path + suffix for suffix in EXTENSION_SUFFIXES if os.path.exists(path + suffix)), None)  # noqa: PTH110


class _Finder:
    """Finds the kernel modules for the import system, before its own finders do."""

    @staticmethod
    def find_spec(name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if not name.startswith("provenance.") or (".kernels." not in name[11:] and name != ARRAYS):
            return None
        if name not in modules():
            return None
        from importlib.util import spec_from_file_location

        if is_compiled():
            extension = _extension_of(name)
            return spec_from_file_location(name, extension, loader=Compiled(name, str(extension)))
        source = path_of(name) + ".py"
        return spec_from_file_location(name, source, loader=Plain(name, source))


class Compiled(ExtensionFileLoader):
    """Loads an extension. Its functions check types themselves; errors are raised again with the argument's name."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the module and wrap the functions that Python calls. Kernels call each other without the wrapping."""
        super().exec_module(module)
        for name, value in list(vars(module).items()):
            if isinstance(value, BuiltinFunctionType) or type(value).__name__ == "cython_function_or_method":
                setattr(module, name, _explaining(value, name, module.__name__))


class Plain(SourceFileLoader):
    """Loads the Python source of a kernel. It has no types, so arguments are checked here as the extension would."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the module and wrap its functions."""
        super().exec_module(module)
        for name, value in list(vars(module).items()):
            if isinstance(value, FunctionType) and value.__module__ == module.__name__:
                setattr(module, name, _checking(value, name, module.__name__))


def _explaining(function: Callable[..., Any], name: str, module: str) -> Callable[..., Any]:
    @functools.wraps(function)
    def explaining(*arguments: Any) -> Any:
        for argument in arguments:
            if argument is None:  # which a compiled kernel would take for an array or a record, and read
                _check(module, name, arguments)
        try:
            return function(*arguments)
        except (TypeError, ValueError, BufferError):
            _check(module, name, arguments)
            raise

    return explaining


def _check(module: str, name: str, arguments: tuple[Any, ...]) -> None:
    from provenance.kernels import signatures

    signatures.check(module, name, arguments)


def _checking(function: Callable[..., Any], name: str, module: str) -> Callable[..., Any]:
    import numpy as np

    from provenance.kernels import signatures

    expected = signatures.of(module).get(name)

    @functools.wraps(function)
    def checking(*arguments: Any) -> Any:
        if expected is not None:
            signatures.check(module, name, arguments)
        with np.errstate(over="ignore"):  # numpy's unsigned numbers wrap silently, as C's do
            return function(*arguments)

    return checking


if not any(finder is _Finder for finder in sys.meta_path):
    sys.meta_path.insert(0, _Finder)
