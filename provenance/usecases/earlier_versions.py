"""Articles with those of their earlier versions that passages of links refer to, for whoever shows the words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from provenance.model import Article, Link
from provenance.store import Store


def with_versions(store: Store, articles: Mapping[str, Article], links: Iterable[Link]) -> dict[str, Article]:
    """The same articles in the same order; those of which a passage is in an earlier version have it in `earlier`."""
    result = dict(articles)
    wanted: dict[str, set[int]] = {}
    for link in links:
        for name, version in link.versions:
            if name in result and version not in result[name].earlier:
                wanted.setdefault(name, set()).add(version)
    for name, versions in sorted(wanted.items()):
        found = {version: store.articles.get(name, version) for version in sorted(versions)}
        result[name] = replace(result[name], earlier={**result[name].earlier, **found})
    return result
