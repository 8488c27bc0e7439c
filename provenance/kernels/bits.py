"""How many bits of a 64-bit value are set, in plain Python; `bits.pxd` has the processor's instruction for it."""

from typing import Any


def ones(value: Any) -> int:
    """The number of set bits."""
    return int(value).bit_count()
