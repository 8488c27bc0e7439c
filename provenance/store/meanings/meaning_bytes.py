"""Places and codes of sentences as bytes, and back; every machine writes the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.errors import DamagedArchive
from provenance.model import Span

Codes = NDArray[np.uint64]

_NARROW, _WIDE = np.dtype("<u2"), np.dtype("<u4")


@dataclass(frozen=True, slots=True)
class Page:
    """`signs`: a row per sentence, of the texts `numbers` one after the other; text i has `counts[i]` of them."""

    numbers: NDArray[np.int64]
    counts: NDArray[np.int64]
    signs: Codes


def spans_to_bytes(spans: Sequence[Span]) -> bytes:
    """The distances between all borders, in two bytes each; in four, after a byte, where one is too long for that."""
    borders = np.array(spans, np.int64).ravel()
    gaps = np.diff(borders, prepend=0)
    if len(gaps) and gaps.max() > np.iinfo(_NARROW).max:
        return b"\0" + gaps.astype(_WIDE).tobytes()
    return gaps.astype(_NARROW).tobytes()


def spans_from_bytes(content: bytes) -> tuple[Span, ...]:
    """What `spans_to_bytes` was given; raises DamagedArchive where it cannot have written these bytes."""
    if not isinstance(content, bytes) or (len(content) % 4 and len(content) % 8 != 1):
        raise DamagedArchive("the sentences of a text end in its middle; `provenance embed --again` mends it")
    gaps = np.frombuffer(content[1:], _WIDE) if len(content) % 2 else np.frombuffer(content, _NARROW)
    borders = np.cumsum(gaps.astype(np.int64)).reshape(-1, 2)
    return tuple(Span(start, end) for start, end in borders.tolist())


def codes_to_bytes(codes: Codes) -> bytes:
    """Numbers of 64 bits, the lowest byte first."""
    return codes.astype("<u8").tobytes()


def codes_from_bytes(content: bytes, rows: int) -> Codes:
    """So many rows of numbers; raises DamagedArchive where the bytes are not as many."""
    if not rows:
        return np.zeros((0, 1), np.uint64)
    if not content or len(content) % (8 * rows):
        raise DamagedArchive(
            "the sentences of a text and their codes do not fit; `provenance embed --again` mends it"
        )
    return np.frombuffer(content, "<u8").reshape(rows, -1).astype(np.uint64, copy=False)


def page_from_bytes(numbers: bytes, counts: bytes, signs: bytes) -> Page:
    """A page of signs as it is stored; raises ValueError where lengths do not fit."""
    of_texts = np.frombuffer(counts, "<i4").astype(np.int64)
    total = int(of_texts.sum())
    found = np.frombuffer(numbers, "<i8").astype(np.int64)
    if (
        len(found) != len(of_texts)
        or (of_texts < 0).any()
        or (total and not signs)
        or len(signs) % (8 * max(total, 1))
    ):
        raise ValueError("a page of encoded sentences has another length than its texts")
    return Page(found, of_texts, codes_from_bytes(signs, total))
