"""The plain twin of a kernel module, and what counts as the same answer of both."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from plain_twins import plain, same

ARRAYS = "provenance.kernels.arrays"


def test_a_twin_is_python_and_is_known_to_nobody_else() -> None:
    before = sys.modules.get(ARRAYS)
    twin = plain(ARRAYS)
    assert str(twin.__file__).endswith("arrays.py")
    assert twin.zeros_i32(2).tolist() == [0, 0]
    assert sys.modules.get(ARRAYS) is before
    assert plain(ARRAYS) is twin


def test_only_kernels_have_twins() -> None:
    with pytest.raises(ValueError, match=r"provenance\.model is no kernel module"):
        plain("provenance.model")


@pytest.mark.parametrize(
    ("first", "second", "equal"),
    [
        (1, np.uint64(1), True),
        (1, 2, False),
        (2**64 - 1, np.uint64(2**64 - 1), True),
        (0.0, np.float64(0.0), True),
        (0.0, -0.0, False),
        (float("nan"), np.float64("nan"), True),
        (0.1 + 0.2, 0.3, False),
        (True, np.bool_(True), True),
        (None, None, True),
        (None, 0, False),
        ((1, 2.0), (1, 2.0), True),
        ((1, 2), (1, 2, 3), False),
        (np.arange(3), np.arange(3), True),
        (np.arange(3), np.arange(3, dtype=np.int32), False),
        (np.arange(4), np.arange(4).reshape(2, 2), False),
        (memoryview(np.arange(3)), np.arange(3), True),
        ([np.zeros(2), 1], [np.array([0.0, -0.0]), 1], False),
    ],
)
def test_answers_are_compared_to_the_last_bit(first, second, equal) -> None:
    assert same(first, second) is equal
