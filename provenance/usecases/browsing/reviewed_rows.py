"""What people said, carried into the rows that SQL views read; see `store/schema_steps/sql_views.py`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from provenance.config.settings import Settings
from provenance.store import Store
from provenance.store.browsing.link_pages import COLUMNS
from provenance.store.browsing.reviewed_links import renew_reviewed_links
from provenance.usecases.browsing.laid_links import LaidLinks, laid_links

_AT = {name: place for place, name in enumerate(COLUMNS)}
_TAKEN = ("judgement", "a", "b", "relation", "likeliest", "source", "confidence", "share_a", "share_b", "credited")


def renew_reviewed_rows(store: Store) -> None:
    """Make the views say of every link what commands say of it at the default reporting confidence.

    To be called after anything that changes links or what people said; of an archive without reviews it reads one
    row.
    """
    if not store.connection.writable:
        return
    known = store.connection.row("SELECT 1 FROM reviewed_links LIMIT 1") is not None
    if not store.reviewed and not known:
        return
    least = Settings.of().lineage.reporting_confidence
    with store.connection.transaction():
        renew_reviewed_links(store.connection, store.links.record, _rows(laid_links(store, least)))


def _rows(laid: LaidLinks) -> Iterator[tuple[Any, ...]]:
    for row, link in zip(json.loads(laid.rows), laid.links.values(), strict=True):
        review = link.review
        yield (
            *(row[_AT[name]] for name in _TAKEN),
            row[_AT["passages"]],
            review.verdict if review else None,
            (review.note or None) if review else None,
            review.by if review else None,
            review.at if review else None,
        )
