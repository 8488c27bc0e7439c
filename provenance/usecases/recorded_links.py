"""The links that audits have recorded: filtered, at a reporting confidence, without rejected ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from provenance.audit.reviews import rejected_pairs
from provenance.config.settings import Settings
from provenance.lineage.limits import at_confidence
from provenance.model import Link
from provenance.store import Store
from provenance.usecases.checking import strongest_first
from provenance.usecases.filters import Filters
from provenance.usecases.listing import without_text


def recorded_links(store: Store, settings: Settings, filters: Filters) -> list[Link]:
    """Recorded links between articles that the filters admit, strongest first, read at the reporting confidence.

    A person's rejection hides a link.
    """
    return [*whole_links(store, settings, listed_links(store, settings, filters))]


def listed_links(store: Store, settings: Settings, filters: Filters) -> list[Link]:
    """The same without passages and evidence: of a hundred thousand links these are the larger part by far."""
    rejected = rejected_pairs(store)
    found = [link for link in store.links.iterate_bare() if frozenset((link.a, link.b)) not in rejected]
    if filters != Filters():
        rows = {row.id: without_text(row) for row in store.articles.listed()}
        found = [
            link
            for link in found
            if filters.admits(rows[link.a])
            and filters.admits(rows[link.b])
            and filters.admits_pair(rows[link.a], rows[link.b])
        ]
    least = settings.lineage.reporting_confidence
    return sorted((at_confidence(link, least) for link in found), key=strongest_first)


def whole_links(store: Store, settings: Settings, listed: Iterable[Link]) -> Iterator[Link]:
    """Each of the listed links with its passages and its evidence, one at a time; without those that are gone."""
    least = settings.lineage.reporting_confidence
    for link in listed:
        whole = store.links.between(link.a, link.b)
        if whole is not None:
            yield at_confidence(whole, least)
