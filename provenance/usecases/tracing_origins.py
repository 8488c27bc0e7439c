"""How many independent origins the appearances of a passage come down to, by recorded links."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.audit.reviews import Reviews
from provenance.lineage.origins import origins_of
from provenance.model import Appearance, Link
from provenance.store import Store

MOST_COUNTED = 200  # appearances among which links are looked up: 50 ms


def independent_origins(store: Store, appearances: Sequence[Appearance]) -> int | None:
    """The largest number of independent origins that recorded links leave; None where there are no links yet.

    Appearances that no link connects count as origins of their own. Links and passages
    that people rejected do not count.
    """
    if not appearances:
        return None
    places = {appearance.article.id: appearance for appearance in appearances}
    reviews, recorded = Reviews(store), 0
    links: dict[tuple[str, str], Link] = {}
    for name in places:
        among = [link for link in store.links.of(name) if link.a in places and link.b in places]
        recorded += len(among)
        links |= {(link.a, link.b): link for link in map(reviews.over, among) if not link.rejected}
    if not recorded:
        return len(places) if len(places) == 1 else None
    articles = {name: appearance.article for name, appearance in places.items()}
    count, covered = 0, set[str]()
    for name, appearance in places.items():
        if name not in covered:
            found = origins_of(name, appearance.span, list(links.values()), articles)
            covered |= {holder.article for holder in found.holders}
            count += len(found.origins)
    return count
