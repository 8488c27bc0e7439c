"""Stretches of shared wording as people see them: joined across commas, and left unmarked where all is shared."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model import Span


def joined(text: str, span: Span, shared: Sequence[Span]) -> list[tuple[int, int]]:
    """The stretches inside `span`, ascending; those become one that only blanks and punctuation part."""
    result: list[tuple[int, int]] = []
    for start, end in shared:
        start, end = max(start, result[-1][1] if result else span.start), min(end, span.end)
        if start >= end:
            continue
        if result and not any(each.isalnum() for each in text[result[-1][1] : start]):
            result[-1] = (result[-1][0], end)
        else:
            result.append((start, end))
    return result


def all_shared(text: str, span: Span, shared: Sequence[Span]) -> bool:
    """Whether only blanks and punctuation of the passage stand outside the shared stretches, or none are given."""
    runs = joined(text, span, shared)
    if len(runs) != 1:
        return not runs
    rest = text[span.start : runs[0][0]] + text[runs[0][1] : span.end]
    return not any(each.isalnum() for each in rest)
