"""The lowest value of each permutation of some hashes, in plain Python; `permuted.pxd` has it in C.

The C compiler makes this loop eight numbers wide where a processor allows it, which Cython has no word for.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def lowest(factors: Array, offsets: Array, hashes: Array, size: int, values: Array) -> None:
    """Fill in, for each permutation k, the lowest `factors[k] * h + offsets[k]` modulo 2^32 over the first hashes.

    All are numbers of 32 bits; of no hashes (`size` 0) the lowest is 2^32 - 1.
    """
    for row in range(len(factors)):
        permuted = factors[row] * hashes[:size] + offsets[row]
        values[row] = permuted.min(initial=np.uint32(0xFFFFFFFF))
