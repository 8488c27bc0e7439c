"""Compiled kernels beside the plain Python that they were made from, in one process.

`plain(module)` loads a kernel module from its `.py` file, with the plain twins of the kernels that it imports, and
leaves `sys.modules` alone. `agree` and `both` call a kernel in both worlds on equal arguments. Where kernels run as
plain Python anyway (nothing was built, or PROVENANCE_PLAIN asks for it) the two worlds are one and nothing is shown.
"""

from __future__ import annotations

import builtins
import copy
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np

from provenance import kernels
from provenance.kernels.signatures import made

_import = builtins.__import__


class Record:
    """A record among the arguments of a kernel: each world gets one of its own class, made of equal values.

    `module` is the kernel module that defines the class, values are in the order of its fields and may be records.
    """

    def __init__(self, module: str, name: str, *values: Any) -> None:
        self.module, self.name, self.values = module, name, values


@cache
def plain(module: str) -> ModuleType:
    """The plain twin of a kernel module, by its full name; the kernels that it imports are plain, too."""
    if module not in kernels.modules():
        raise ValueError(f"{module} is no kernel module")
    path = kernels.path_of(module) + ".py"
    loader = kernels.Plain(module, path)
    spec = spec_from_file_location(module, path, loader=loader)
    assert spec is not None
    twin = module_from_spec(spec)
    vars(twin)["__builtins__"] = {**vars(builtins), "__import__": _plain_import}
    loader.exec_module(twin)
    return twin


def _plain_import(
    name: str,
    globals: Mapping[str, object] | None = None,  # noqa: A002
    locals: Mapping[str, object] | None = None,  # noqa: A002
    fromlist: Sequence[str] | None = (),
    level: int = 0,
) -> Any:
    if not fromlist:
        assert name not in kernels.modules(), f"write `from ... import ...` for {name}, as other kernels do"
        return _import(name, globals, locals, fromlist, level)
    if name in kernels.modules():
        return plain(name)
    found = _import(name, globals, locals, fromlist, level)
    twins = {each: plain(f"{name}.{each}") for each in fromlist if f"{name}.{each}" in kernels.modules()}
    return SimpleNamespace(**{**vars(found), **twins}) if twins else found


def corpus_texts(step: int = 1) -> list[str]:
    """Every `step`-th article of the corpus, as raw text in the order of their paths."""
    articles = Path(__file__).parents[2] / "corpus" / "articles"
    paths = sorted(path for path in articles.rglob("*") if path.is_file())
    return [path.read_text(encoding="utf-8", errors="replace") for path in paths[::step]]


def both(module: str, function: str, *arguments: Any) -> tuple[Any, Any]:
    """What a kernel answers compiled and plain, after a check that both filled in their arguments alike.

    Each world gets its own copy of the arguments; answers may be arrays, numbers, tuples and lists of them.
    """
    answers, given = [], []
    for load in (import_module, plain):
        copies = [_copied(argument, load) for argument in arguments]
        answers.append(getattr(load(module), function)(*(passed for passed, _ in copies)))
        given.append([values for _, values in copies])
    for place, (compiled, as_python) in enumerate(zip(*given, strict=True)):
        assert same(compiled, as_python), f"{module}.{function} left two things in argument {place}"
    return answers[0], answers[1]


def agree(module: str, function: str, *arguments: Any) -> Any:
    """What a kernel answers, compiled; fails unless its plain twin answers the same and fills in the same."""
    compiled, as_python = both(module, function, *arguments)
    assert same(compiled, as_python), f"{module}.{function}: {compiled!r} compiled, {as_python!r} plain"
    return compiled


def _copied(argument: Any, load: Callable[[str], ModuleType]) -> tuple[Any, Any]:
    """A copy for one world: what the kernel is passed, and the arrays in it, to look at afterwards."""
    if not isinstance(argument, Record):
        value = copy.deepcopy(argument)
        return value, value
    parts = [_copied(value, load) for value in argument.values]
    record = getattr(load(argument.module), argument.name)
    return made(record, *(passed for passed, _ in parts)), [values for _, values in parts]


def same(first: Any, second: Any) -> bool:
    """Whether two answers are equal to the last bit: type of element, shape, values; 0.0 is not -0.0."""
    if first is None or second is None:
        return first is second
    if isinstance(first, tuple | list):
        return (
            isinstance(second, tuple | list)
            and len(first) == len(second)
            and all(same(one, other) for one, other in zip(first, second, strict=True))
        )
    one, other = np.asarray(first), np.asarray(second)
    if one.ndim == other.ndim == 0:  # numbers: Python's where compiled, often numpy's where plain
        if np.issubdtype(one.dtype, np.floating) or np.issubdtype(other.dtype, np.floating):
            return np.float64(first).tobytes() == np.float64(second).tobytes()
        return bool(first == second)
    return one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes()
