"""As JSON: which archived article a checked one is, what people corrected about an article, and rows of a list."""

from __future__ import annotations

from typing import Any

from provenance.model import Archived, Correction, ListedArticle


def archived_object(archived: Archived) -> dict[str, Any]:
    """`changed` counts the places in which the text differs from that of `version`."""
    return {
        "id": archived.id,
        "since": archived.since,
        "unchanged": archived.changed == 0,
        "changed": archived.changed,
        "version": archived.version,
        "versions": archived.versions,
    }


def correction_object(correction: Correction) -> dict[str, Any]:
    """One field of one edit; null values are none, `undone` is null where the correction holds."""
    return {
        "field": correction.field,
        "value": correction.value,
        "as_read": correction.as_read,
        "by": correction.by,
        "made": correction.made,
        "undone": correction.undone,
        "undone_by": correction.undone_by,
    }


def listed_object(row: ListedArticle) -> dict[str, Any]:
    """One row of `list`."""
    return {
        "id": row.id,
        "url": row.url,
        "title": row.title,
        "author": row.author,
        "publisher": row.publisher,
        "published": row.published.written if row.published else None,
        "characters": row.characters,
        "versions": row.versions,
        "language": row.language,
        "published_precision": row.published.precision if row.published else None,
        "published_how": row.published.how if row.published else None,
    }
