"""How many independent origins the appearances of a passage come down to, by recorded links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from provenance.audit.recording import record_digest, weights_digest
from provenance.audit.reviews import Reviews
from provenance.config.settings import Settings
from provenance.lineage.origins import Origins, origins_of
from provenance.model import Appearance, Link, OriginLine, TraceView
from provenance.store import Store

MOST_COUNTED = 200  # appearances among which links are looked up: 50 ms


def with_origins(view: TraceView, store: Store, settings: Settings, appearances: Sequence[Appearance]) -> TraceView:
    """The view with the origins of all `appearances`, the earliest first, of which it may show some."""
    found = independent_origins(store, settings, appearances)
    if found is None:
        return view
    articles = {each.article.id: each.article for each in appearances}
    lines = tuple(
        OriginLine(
            articles[line.article] if line.article else None,
            line.outside,
            tuple(articles[name] for name in line.holders),
        )
        for line in found.lines
    )
    return replace(view, lines=lines, origins=len(lines), origins_at_least=found.at_least, several=found.several)


def independent_origins(store: Store, settings: Settings, appearances: Sequence[Appearance]) -> Origins | None:
    """The origins of the appearances, which come earliest first; None where no audit has compared them.

    Where some hold the words themselves, only these are counted: other wordings may be about something else. What
    people said of links counts as `origins_of` says.
    """
    counted = [each for each in appearances if each.kind == "verbatim"] or appearances
    places = {each.article.id: each.span for each in counted}
    if not places:
        return None
    reviews = Reviews(store)
    links: dict[tuple[str, str], Link] = {}
    for name in places:
        among = [link for link in store.links.of(name) if link.a in places and link.b in places]
        links |= {(link.a, link.b): reviews.over(link) for link in among}
    if (
        len(places) > 1
        and not links
        and not store.runs.has_covered(record_digest(settings, weights_digest(store)), places)
    ):
        return None
    return origins_of([each.article for each in counted], places, [links[pair] for pair in sorted(links)])
