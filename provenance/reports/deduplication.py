"""What a run over files of rows found, for people and as JSON. Computes nothing."""

from __future__ import annotations

from typing import Any

from provenance.model.deduplication import AlikePair, Deduplication, RowPlace
from provenance.reports.characters import shortened

COUNTS = (
    "rows", "kept", "left_out", "in_reference", "same_words", "groups", "pairs", "without_text", "broken",
    "broken_kept", "emptied", "shortened", "spans", "reference", "contained",
)  # fmt: skip
KINDS = 6  # suffixes that are named on one line
WIDTH = 76  # of the beginning of a text


def as_json(found: Deduplication) -> dict[str, Any]:
    """All counts, the ratio, and the examples."""
    return {
        **{name: getattr(found, name) for name in COUNTS},
        "ratio": round(found.ratio, 4),
        "threshold": found.threshold,
        "unread": [{**_place(row.place), "reason": row.reason} for row in found.unread],
        "least_similar": [*map(_pair, found.least_similar)],
        "kept_apart": [*map(_pair, found.kept_apart)],
        "other_files": dict(found.other_files),
    }


def _place(place: RowPlace) -> dict[str, Any]:
    return {"file": place.file, "row": place.row, "id": place.id}


def _pair(pair: AlikePair) -> dict[str, Any]:
    return {
        "a": {**_place(pair.a), "begins": pair.a_begins},
        "b": {**_place(pair.b), "begins": pair.b_begins},
        "similarity": round(pair.similarity, 4),
    }


def as_lines(found: Deduplication, *, dry_run: bool = False) -> list[str]:
    """The same as lines of text."""
    lines = [
        f"{_count(found.rows, 'row')} read; {found.kept:,} {'would be kept' if dry_run else 'kept'},"
        f" {found.left_out + found.in_reference:,} left out as near duplicates ({found.ratio:.1%})"
    ]
    if found.left_out:
        lines.append(
            f"{found.left_out:,} {'repeats' if found.left_out == 1 else 'repeat'} {_count(found.groups, 'kept row')}"
        )
    if found.reference:
        one = "the only row" if found.reference == 1 else f"one of the {found.reference:,} rows"
        repeat = "repeats" if found.in_reference == 1 else "repeat"
        inside = (
            f"; {found.contained:,} of them by being inside a longer one or around a shorter one"
            if found.contained
            else ""
        )
        lines.append(f"{found.in_reference:,} {repeat} {one} of the reference{inside}")
    if found.same_words:
        have = "has" if found.same_words == 1 else "have"
        lines.append(f"{found.same_words:,} of those left out {have} every word of the row that is kept")
    if found.spans:
        lines.append(
            f"{_count(found.spans, 'repeated paragraph or line', 'repeated paragraphs and lines')} taken out of"
            f" {_count(found.shortened + found.emptied, 'row')}; {found.emptied:,} had nothing else and"
            f" {'is' if found.emptied == 1 else 'are'} left out"
        )
    if found.without_text:
        lines.append(
            f"{_count(found.without_text, 'row')} without a text {'is' if found.without_text == 1 else 'are'} kept"
        )
    if found.broken:
        kept = f"; {found.broken_kept:,} kept as they were" if found.broken_kept else "; left out"
        lines.append(f"{_count(found.broken, 'row')} could not be read{kept}")
    for heading, pairs in (
        (f"least similar pairs (threshold {found.threshold:g})", found.least_similar),
        ("most similar pairs that were kept apart", found.kept_apart),
    ):
        if pairs:
            lines += ["", f"{heading}:"]
            for pair in pairs:
                lines.append(f"  {pair.similarity:.3f}  {_name(pair.a)}  |  {_name(pair.b)}")
                lines += [f"         {_shown(begins)}" for begins in (pair.a_begins, pair.b_begins)]
    return lines


def other_files_line(found: Deduplication) -> str:
    """What was not read of the folders that were named; "" where everything was."""
    kinds = [f"{number:,} {suffix or 'without a suffix'}" for suffix, number in found.other_files.items()]
    if not kinds:
        return ""
    shown = ", ".join(kinds[:KINDS]) + (f", {_count(len(kinds) - KINDS, 'more kind')}" if len(kinds) > KINDS else "")
    total = sum(found.other_files.values())
    return (
        f"{_count(total, 'file')} of other kinds {'was' if total == 1 else 'were'} not read ({shown}); `dedup` reads"
        " files of rows: `add` the others, then `dedup` without a file reads the archive"
    )


def _count(number: int, one: str, several: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def _name(place: RowPlace) -> str:
    return f"{place.file} row {place.row}" + (f" ({_shown(place.id)})" if place.id else "")


def _shown(text: str) -> str:
    return shortened(text, WIDTH - 9)
