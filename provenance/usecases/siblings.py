"""Who else took text from the sources of an article: its siblings, whether or not they share a passage with it.

Two articles that use different parts of one source have no link of their own, and yet an auditor who holds one wants
to know of the other. Links are read, nothing is judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from provenance.lineage.graph import merged, overlap, spans_in
from provenance.lineage.limits import at_confidence
from provenance.model import Article, Link, Sibling
from provenance.store import Store
from provenance.usecases.chronology import by_time
from provenance.usecases.filters import Filters

MOST_USERS = 1_000  # of one source that are looked at: more of them are a template's


def siblings_of(
    store: Store,
    article: Article,
    own: Iterable[Link],
    kin: Iterable[str],
    links_of: Callable[[Store, str], list[Link]],
    least: float,
    filters: Filters,
) -> tuple[Sibling, ...]:
    """Other users of the sources that `own`, the links of `article`, lead to; `kin` (in its lineage) are left out.

    A link counts from the confidence `least` on. A sibling through several sources is named with the one of which
    both took the most. Ordered by the source's id, then by time.
    """
    left_out = {article.id, *kin}
    found: dict[str, tuple[int, Link]] = {}
    for link in sorted((link for link in own if link.derived == article.id), key=lambda link: str(link.source)):
        source = str(link.source)
        taken = merged(spans_in(link, source))
        users = (at_confidence(each, least) for each in links_of(store, source))
        for use in [each for each in users if each.source == source and each.derived not in left_out][:MOST_USERS]:
            common = overlap(taken, merged(spans_in(use, source)))
            name = str(use.derived)
            if name not in found or common > found[name][0]:
                found[name] = common, use
    articles = {name: each for name, each in store.articles.get_known(sorted(found)).items() if filters.admits(each)}
    named = [Sibling(articles[name], link, common) for name, (common, link) in found.items() if name in articles]
    return tuple(sorted(named, key=lambda each: (str(each.link.source), by_time(each.article))))
