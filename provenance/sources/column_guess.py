"""Which column of a table holds the texts, where none has a name that is known: the one with by far the longest.

A guess from the first rows, told on every article; `--map text=COLUMN` stands above it. Nothing here reads a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

SHORTEST = 80  # characters on average; columns of titles have 30 to 70, of summaries 100 to 200
CLEARLY = 1.5  # times as long as the next one, else it could be either


def longest_text(rows: Sequence[Mapping[str, Any]]) -> str | None:
    """The column, or the path into its values ("data.content"), of the texts; None where it is not clear."""
    lengths: dict[str, list[int]] = {}
    for row in rows:
        for name, text in _texts(row):
            if "://" not in text[:12]:
                lengths.setdefault(name, []).append(len(text))
    averages = sorted(((sum(found) / len(rows), name) for name, found in lengths.items()), reverse=True)
    if not averages or averages[0][0] < SHORTEST:
        return None
    if len(averages) > 1 and averages[0][0] < CLEARLY * averages[1][0]:
        return None
    return averages[0][1]


def _texts(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in row.items():
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, Mapping) and "." not in name:
            for key, inner in value.items():
                if isinstance(inner, str) and isinstance(key, str) and "." not in key:
                    yield f"{name}.{key}", inner
