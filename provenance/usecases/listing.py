"""What the archive holds: its articles, one article, counts and sizes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from provenance.model import Article, ArticleView, ListedArticle, Span
from provenance.usecases.filters import Filters

if TYPE_CHECKING:
    from provenance.store import Store


def list_articles(store: Store, filters: Filters | None = None) -> list[ListedArticle]:
    """The archived articles that the filters admit, ordered by id, without their texts."""
    if filters is None:
        return list(store.articles.listed())
    return [row for row in store.articles.listed() if filters.admits(without_text(row))]


def without_text(row: ListedArticle) -> Article:
    """An `Article` with the fields that filters look at, and an empty text."""
    return Article(
        row.id, "", Span(0, 0), author=row.author, publisher=row.publisher, url=row.url, published=row.published
    )


def show(store: Store, name: str) -> ArticleView:
    """One article by id, unique prefix, path or URL, with its versions; raises NoSuchArticle."""
    from provenance.quotes import RULES  # here, so that listing need not wait for the lexicon

    with store.snapshot():
        article = store.articles.get(store.articles.resolve(name))
        quotations = store.quotations.of(article.id, RULES)
        counts = {"characters": len(article.text), **_links(store, article.id)}
        if quotations is not None:
            counts["quotations"] = len(quotations)
        return ArticleView(article, tuple(version.digest for version in store.articles.versions(article.id)), counts)


def _links(store: Store, identity: str) -> dict[str, int]:
    """How many links an article has, without those that people rejected; and those, and the confirmed ones."""
    from provenance.audit.reviews import Reviews

    reviews, recorded = Reviews(store), store.links.of(identity)
    links = [reviews.over(link) for link in recorded]
    links += reviews.lost([(link.a, link.b) for link in recorded], identity)
    rejected, confirmed = sum(link.rejected for link in links), sum(link.confirmed for link in links)
    counts = {"links": len(links) - rejected}
    counts |= {"confirmed links": confirmed} if confirmed else {}
    return counts | ({"rejected links": rejected} if rejected else {})


def statistics(store: Store) -> Mapping[str, int | float | str]:
    """Counts and sizes under the words that people read, in the order to show them."""
    found = store.upkeep.statistics()
    rows: dict[str, int | float | str] = {
        "archive": str(store.path),
        "articles": found.articles,
        "versions": found.versions,
        "publishers": found.publishers,
        "dated articles": found.dated,
        "characters of text": found.characters,
        "bytes of text": found.text_bytes,
        "bytes of the file": found.file_bytes,
    }
    if found.text_bytes:
        rows["file size over text size"] = round(found.file_bytes / found.text_bytes, 2)
    for namespace, postings in found.postings.items():
        rows[f"{namespace} keys"] = postings
        rows[f"bytes of {namespace} keys"] = found.index_bytes[namespace]
    rows["bytes of signatures"] = found.signature_bytes
    for relation, count in found.links.items():
        rows[f"links: {relation}"] = count
    for record in found.records:
        until = f"audited until {record.finished}" if record.finished else f"audit begun {record.begun}, not finished"
        read = "" if record.shown else ", not shown"
        rows[f"record {record.record} (profile {record.profile})"] = f"{record.links:,} links, {until}{read}"
    rows["reviews"] = found.reviews
    rows["articles with quotations extracted"] = found.quotations_extracted
    rows["recorded runs"] = found.runs
    rows["first article added"] = found.created or "never"
    rows["fingerprints"] = found.recipe or "none yet"
    return rows
