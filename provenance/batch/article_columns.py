"""Articles as rows of Arrow columns and back, without loss: what the tables of a batch carry them in.

The texts of all readers are Unicode without half surrogate pairs, as Arrow wants it; an article that has some is
refused where it is read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from provenance.model import Article, PublicationTime, Span

_TEXTS = ("title", "author", "publisher", "url", "agency", "origin", "language")
ARTICLE = pa.schema(
    [
        ("id", pa.string()),
        ("text", pa.string()),
        ("body_start", pa.int64()),
        ("body_end", pa.int64()),
        *((name, pa.string()) for name in _TEXTS),
        ("published", pa.string()),
        ("published_precision", pa.string()),
        ("published_earliest", pa.float64()),
        ("published_latest", pa.float64()),
        ("published_how", pa.string()),
        ("modified", pa.string()),
        ("guesses", pa.string()),
        ("metadata", pa.string()),
    ]
)
COLUMNS = tuple(ARTICLE.names)
NUMBERED = ("number", *COLUMNS)


def article_row(article: Article) -> dict[str, Any]:
    """The values of an article by column."""
    time, modified = article.published, article.modified
    return {
        "id": article.id,
        "text": article.text,
        "body_start": article.body.start,
        "body_end": article.body.end,
        **{name: getattr(article, name) for name in _TEXTS},
        "published": time and time.written,
        "published_precision": time and time.precision,
        "published_earliest": time and float(time.earliest),
        "published_latest": time and float(time.latest),
        "published_how": time and time.how,
        "modified": modified and _json(_time_values(modified)),
        "guesses": _json(dict(sorted(article.guesses.items()))) if article.guesses else None,
        "metadata": _json(dict(sorted(article.metadata.items()))) if article.metadata else None,
    }


def article_rows(table: pa.Table | pa.RecordBatch) -> list[dict[str, Any]]:
    """The rows of a table that has these columns and perhaps more."""
    rows: list[dict[str, Any]] = table.to_pylist()
    return rows


def article_of(row: Mapping[str, Any]) -> Article:
    """The article of a row."""
    published, modified = row["published"], row["modified"]
    return Article(
        id=row["id"],
        text=row["text"],
        body=Span(row["body_start"], row["body_end"]),
        **{name: row[name] for name in _TEXTS},
        published=None
        if published is None
        else PublicationTime(
            published,
            row["published_precision"],
            row["published_earliest"],
            row["published_latest"],
            row["published_how"],
        ),
        modified=None if modified is None else PublicationTime(*json.loads(modified)),
        guesses=json.loads(row["guesses"]) if row["guesses"] else {},
        metadata=json.loads(row["metadata"]) if row["metadata"] else {},
    )


@dataclass(frozen=True, slots=True)
class CarriedArticles:
    """Articles as a task has them; where an archive is, `store.PackedArticles` takes this place."""

    articles: Sequence[Article]

    def __len__(self) -> int:
        return len(self.articles)

    def unpacked(self) -> list[Article]:
        """The articles, in their order."""
        return list(self.articles)


def _time_values(time: PublicationTime) -> list[Any]:
    return [time.written, time.precision, time.earliest, time.latest, time.how]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
