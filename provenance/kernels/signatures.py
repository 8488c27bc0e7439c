"""What arrays and records a kernel expects, read from the C types of its `.pxd`, for errors that name the argument.

Cython's own errors name the type of a buffer ("expected 'const int64' but got 'int'") and not which of ten arguments
it was, and Cython takes None for any array and any record: reading a field of it ends the process. Files are read
only where something is refused, and where kernels run as plain Python.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple, TypeVar

import numpy as np

from provenance.kernels import is_compiled, path_of

Record = TypeVar("Record")

_ELEMENTS: dict[str, type[np.generic]] = {
    "int64s": np.int64,
    "int32s": np.int32,
    "uint64s": np.uint64,
    "uint32s": np.uint32,
    "uint8s": np.uint8,
    "floats": np.float64,
    "int64": np.int64,
    "int32": np.int32,
    "uint64": np.uint64,
    "uint32": np.uint32,
    "uint8": np.uint8,
    "double": np.float64,
}
_CLASS = re.compile(r"^cdef class (\w+):\n((?:    cdef [^\n]*\n?)+)", re.M)
_FUNCTION = re.compile(r"^cpdef [^(\n]*?(\w+)\(([^)]*)\)", re.M)
_RECORD = re.compile(r"^([A-Z][a-zA-Z]*) \w+$")
_ARRAY = re.compile(
    r"^(?P<read>c(?=int|uint|floats)|const )?(?P<element>\w+?s?)(?:\[(?P<axes>[:1, ]+)\])? (?P<name>\w+)$"
)


class Expected(NamedTuple):
    """One argument of a kernel: an array of such elements, with so many axes; a record; or any other value."""

    name: str
    element: type[np.generic] | None = None
    axes: int = 0
    read_only: bool = False
    record: str | None = None  # the name of its class


@cache
def of(module: str) -> dict[str, tuple[Expected, ...]]:
    """The arguments of each function of a kernel module that Python may call, and the fields of each record."""
    with open(path_of(module) + ".pxd", encoding="utf-8") as lines:  # noqa: PTH123
        text = lines.read()
    found = {
        name: tuple(_expected(argument) for argument in _parts(arguments) if argument)
        for name, arguments in _FUNCTION.findall(re.sub(r"\s*\n\s+", " ", text))
    }
    for record, fields in _CLASS.findall(text):
        expected: list[Expected] = []
        for line in fields.splitlines():
            first, *others = _parts(line.removeprefix("    cdef "))
            kind, _, name = first.rpartition(" ")
            expected += [_expected(f"{kind} {field}") for field in (name, *others)]
        found[record] = tuple(expected)
    return found


def _parts(listed: str) -> list[str]:
    """What commas outside brackets part."""
    return [part.strip() for part in re.split(r",\s*(?![^\[]*\])", listed.strip())]


def _expected(argument: str) -> Expected:
    found = _ARRAY.match(argument.strip())
    name = argument.rsplit(maxsplit=1)[-1]
    record = _RECORD.match(argument.strip())
    if record is not None:
        return Expected(name, record=record[1])
    if found is None:
        return Expected(name)
    axes, element = found["axes"], found["element"]
    named = element.endswith("s") and not axes
    if element not in _ELEMENTS or not (named or axes):
        return Expected(name)
    return Expected(name, _ELEMENTS[element], len(axes.split(",")) if axes else 1, found["read"] is not None)


def made(record: type[Record], *values: Any) -> Record:
    """`record(*values)`: a record of arrays for kernels, whose fields are given in the order of its `.pxd`.

    Raises TypeError that names the field which is no array of the type and the number of axes that kernels expect.
    """
    try:
        if is_compiled() and not any(value is None for value in values):
            return record(*values)
    except (TypeError, ValueError, BufferError):
        check(record.__module__, record.__name__, values)
        raise
    check(record.__module__, record.__name__, values)
    return record(*values)


def check(module: str, function: str, arguments: tuple[Any, ...]) -> None:
    """Raise TypeError for the first array or record that is not what the kernel expects, naming it."""
    for expected, given in zip(of(module).get(function, ()), arguments, strict=False):
        fault = _fault(expected, given)
        if fault:
            raise TypeError(
                f"{module}.{function}: argument {expected.name!r} is {fault}; it must be {_wanted(expected)}"
            )


def _wanted(expected: Expected) -> str:
    if expected.record:
        return f"a {expected.record}"
    return f"a contiguous array of {np.dtype(expected.element)} with {expected.axes} axes"


def _fault(expected: Expected, given: Any) -> str | None:
    if expected.record:  # compared by name: a test may load a module twice
        return None if type(given).__name__ == expected.record else f"of type {type(given).__name__}"
    if expected.element is None:
        return None
    if not isinstance(given, np.ndarray):
        try:
            given = np.asarray(memoryview(given))
        except TypeError:
            return f"of type {type(given).__name__}"
    element = np.dtype(expected.element)
    as_bytes = given.dtype == np.bool_ and element == np.uint8  # Cython takes truth values as bytes
    if given.dtype != element and not as_bytes:
        return f"an array of {given.dtype}"
    if given.ndim != expected.axes:
        return f"an array of shape {given.shape}"
    if not given.flags.c_contiguous:
        return "not contiguous"
    if not expected.read_only and not given.flags.writeable:
        return "read-only, and the kernel writes into it"
    return None
