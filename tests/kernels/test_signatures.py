"""What a kernel expects is read from its `.pxd`; arguments that do not fit are refused with their names."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from provenance.kernels import signatures

TYPES = """
from provenance.kernels.arrays cimport cint64s, cuint8s, floats, int64s
ctypedef Py_ssize_t size

cdef class Sides:
    cdef cint64s words, stems
    cdef floats rarities
    cdef const double[:, ::1] table
    cdef size count

cdef size unseen(int64s values) noexcept nogil
cpdef size add_up(
    cint64s values, cuint8s marks,
    int64s sums, const double[:, ::1] table, size count, Sides sides
) except -1 nogil
"""


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "toy.pxd").write_text(TYPES, encoding="utf-8")
    monkeypatch.setattr(signatures, "path_of", lambda module: str(tmp_path / module))
    signatures.of.cache_clear()
    yield "toy"
    signatures.of.cache_clear()


def test_functions_and_records_are_read(toy: str) -> None:
    found = signatures.of(toy)
    assert set(found) == {"Sides", "add_up"}
    assert [(one.name, one.element, one.axes, one.read_only) for one in found["add_up"]] == [
        ("values", np.int64, 1, True),
        ("marks", np.uint8, 1, True),
        ("sums", np.int64, 1, False),
        ("table", np.float64, 2, True),
        ("count", None, 0, False),
        ("sides", None, 0, False),
    ]
    assert [one.record for one in found["add_up"]] == [None, None, None, None, None, "Sides"]
    assert [(one.name, one.axes) for one in found["Sides"]] == [
        ("words", 1), ("stems", 1), ("rarities", 1), ("table", 2), ("count", 0)
    ]  # fmt: skip


class Sides:
    """A record as the types describe one."""


FITTING = (np.arange(4), np.zeros(4, np.uint8), np.zeros(4, np.int64), np.zeros((2, 2)), 4, Sides())


def frozen(values: np.ndarray) -> np.ndarray:
    values.flags.writeable = False
    return values


def test_what_fits_passes(toy: str) -> None:
    signatures.check(toy, "add_up", FITTING)
    as_truth = (frozen(np.arange(4)), np.zeros(4, np.bool_), *FITTING[2:])
    signatures.check(toy, "add_up", as_truth)
    signatures.check(toy, "add_up", (memoryview(np.arange(4)), *FITTING[1:]))


@pytest.mark.parametrize(
    ("place", "given", "message"),
    [
        (0, np.arange(4, dtype=np.int32), r"'values' is an array of int32; .* int64 with 1 axes"),
        (0, np.arange(4.0), "'values' is an array of float64"),
        (0, np.zeros((2, 2), np.int64), r"'values' is an array of shape \(2, 2\)"),
        (0, np.arange(8)[::2], "'values' is not contiguous"),
        (0, [1, 2], "'values' is of type list"),
        (0, None, "'values' is of type NoneType"),
        (1, np.zeros(4, np.int8), "'marks' is an array of int8"),
        (2, frozen(np.arange(4)), "'sums' is read-only, and the kernel writes into it"),
        (3, np.zeros(4), r"'table' is an array of shape \(4,\); .* with 2 axes"),
        (3, np.zeros((2, 2)).T[:1], "'table' is not contiguous"),
        (5, None, "'sides' is of type NoneType; it must be a Sides"),
        (5, object(), "'sides' is of type object"),
    ],
)
def test_what_does_not_fit_is_named(toy: str, place: int, given: object, message: str) -> None:
    arguments = list(FITTING)
    arguments[place] = given
    with pytest.raises(TypeError, match=rf"toy\.add_up: argument {message}"):
        signatures.check(toy, "add_up", tuple(arguments))
