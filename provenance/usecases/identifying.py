"""Which archived article an input is: the same id, the same address or the same text, so that it is not compared
with itself.

A copy is another article. Equal texts of two publishers, or at two addresses, are compared; a text that comes without
a publisher and an address, or with those of the archived one, is the archived article. Nothing is compared here but
what says which article a text is.
"""

from __future__ import annotations

from provenance.ingest.placing import named_after_file, same_place
from provenance.model import Archived, Article
from provenance.store import Store


def archived_as(store: Store, article: Article) -> tuple[tuple[str, ...], Archived | None]:
    """The ids of the archived articles that `article` is, and what to say of the first; () and None for a new one.

    Several ids: archives made before addresses were compared may hold one article more than once.
    """
    ids = _named(store, article)
    if not ids:
        return (), None
    return ids, _archived(store, article, ids[0])


def _named(store: Store, article: Article) -> tuple[str, ...]:
    ids: list[str] = []
    same_id = store.articles.get_known([article.id]).get(article.id)
    if same_id is not None and (not named_after_file(article) or same_place(same_id.origin, article.origin)):
        ids.append(article.id)
    if article.url:
        ids += store.articles.at_address(article.url)
    if ids:
        return tuple(dict.fromkeys(ids))
    alike = store.articles.get_known(store.articles.with_text(article.text_digest)).values()
    same = [other for other in alike if not _another(article, other)]
    same.sort(key=lambda other: _publisher(other) != _publisher(article))  # else in the order of archiving
    return tuple(other.id for other in same[:1])


def _another(article: Article, other: Article) -> bool:
    """Whether two articles with one text are known to be two: by another publisher, or at other addresses."""
    if article.publisher and other.publisher and _publisher(article) != _publisher(other):
        return True
    if not article.url or not other.url:
        return False
    from provenance.model.addresses import canonical_address

    return canonical_address(article.url) != canonical_address(other.url)


def _publisher(article: Article) -> str:
    """A publisher's name as it is compared: "The Coast Courier" is "Coast Courier"."""
    return " ".join((article.publisher or "").casefold().split()).removeprefix("the ")


def _archived(store: Store, article: Article, identity: str) -> Archived:
    versions = store.articles.versions(identity)
    since, newest = versions[0].added, versions[-1]
    equal = [version for version in versions if version.digest == article.text_digest]
    if equal:
        return Archived(identity, since, equal[-1].version, newest.version)
    from provenance.text.changes import changed_places

    changed = len(changed_places(store.articles.get(identity).text, article.text))
    return Archived(identity, since, newest.version, newest.version, changed)
