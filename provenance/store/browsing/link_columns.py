"""What lists sort and filter links by, as the columns of `link_rows`. Nothing here reads or writes the archive."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from provenance.model import Link

KIND_BITS = {"verbatim": 1, "edited": 2, "paraphrase": 4, "quotation": 8, "translation": 16}
BY_MEANING = 32  # some passage was found by meaning, whatever its kind
COLUMNS = "relation, likeliest, source, confidence, share_a, share_b, credited, kinds, passages"


def listed_columns(link: Link) -> tuple[Any, ...]:
    """The values of COLUMNS of a link as it is recorded, with its passages."""
    source = None if link.source is None else "a" if link.source == link.a else "b"
    kinds = kind_bits(each.match.kind for each in link.passages)
    kinds |= BY_MEANING if any(each.match.by == "meaning" for each in link.passages) else 0
    return (
        *(link.relation, link.likeliest, source, link.confidence, link.share_a, link.share_b),
        *(int(link.credited), kinds, len(link.passages)),
    )


def kind_bits(kinds: Iterable[str]) -> int:
    """The kinds of passages as one number, a bit for each; unknown kinds have none."""
    bits = 0
    for kind in kinds:
        bits |= KIND_BITS.get(kind, 0)
    return bits
