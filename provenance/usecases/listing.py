"""What the archive holds: its articles, one article, counts and sizes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from provenance.errors import NoSuchArticle
from provenance.languages.codes import language_name
from provenance.model import Article, ArticleView, ListedArticle, Span, VersionsView, VersionView
from provenance.usecases.filters import Filters

if TYPE_CHECKING:
    from provenance.config.settings import Settings
    from provenance.store import Store


def list_articles(store: Store, filters: Filters | None = None) -> list[ListedArticle]:
    """The archived articles that the filters admit, ordered by id, without their texts."""
    if filters is None:
        return list(store.articles.listed())
    return [row for row in store.articles.listed() if filters.admits(without_text(row))]


def without_text(row: ListedArticle) -> Article:
    """An `Article` with the fields that filters and names look at, and an empty text."""
    return Article(
        *(row.id, "", Span(0, 0)),
        title=row.title,
        agency=row.agency,
        author=row.author,
        publisher=row.publisher,
        url=row.url,
        published=row.published,
        language=row.language,
    )


def show(store: Store, name: str, version: int | None = None) -> ArticleView:
    """One article by id, unique prefix, path or URL, in its newest version or in one counted from 1.

    Raises NoSuchArticle, also for a version that it never had.
    """
    from provenance.quotes import RULES  # here, so that listing need not wait for the lexicon

    with store.snapshot():
        identity = store.articles.resolve(name)
        known = store.articles.versions(identity)
        if version is not None and not 1 <= version <= len(known):
            has = "one version" if len(known) == 1 else f"{len(known):,} versions"
            raise NoSuchArticle(f"{identity!r} has {has}, no version {version}; `show --versions` lists them")
        article = store.articles.get(identity, version)
        quotations = store.quotations.of(article.id, RULES)
        counts = {"characters": len(article.text), **_links(store, article.id)}
        if quotations is not None:
            counts["quotations"] = len(quotations)
        corrections = tuple(store.articles.corrections(article.id))
        return ArticleView(article, tuple(each.digest for each in known), counts, version, corrections)


def versions(store: Store, name: str) -> VersionsView:
    """Every text that an article had, with what each changed of the one before it; raises NoSuchArticle.

    Comparing two texts takes n log n steps, a quarter of a second for 100,000 words, whatever they are.
    """
    from provenance.text.changes import changed_places

    with store.snapshot():
        identity = store.articles.resolve(name)
        known = store.articles.versions(identity)
        articles = [store.articles.get(identity, each.version) for each in known]
    views = []
    for each, article, former in zip(known, articles, [None, *articles], strict=False):
        changes = changed_places(former.text, article.text) if former else []
        taken_out = sum(len(out.of(former.text).split()) for out, _ in changes) if former else 0
        put_in = sum(len(into.of(article.text).split()) for _, into in changes)
        views.append(VersionView(each.version, each.added, each.current, article, tuple(changes), taken_out, put_in))
    return VersionsView(articles[-1], tuple(views))


def _links(store: Store, identity: str) -> dict[str, int]:
    """How many links an article has, without those that people rejected and those to other reports of the same event;
    and how many of these there are, and of the confirmed ones."""
    from provenance.audit.reviews import Reviews
    from provenance.config.lineage import LineageSettings
    from provenance.lineage.limits import at_confidence

    least = LineageSettings().reporting_confidence
    reviews, recorded = Reviews(store), [at_confidence(link, least) for link in store.links.of(identity)]
    links = [reviews.over(link) for link in recorded]
    links += reviews.lost([(link.a, link.b) for link in recorded], identity)
    rejected, confirmed = sum(link.rejected for link in links), sum(link.confirmed for link in links)
    same_event = sum(link.is_same_event for link in links)
    counts = {"links": len(links) - rejected - same_event}
    counts |= {"reports of the same event": same_event} if same_event else {}
    counts |= {"confirmed links": confirmed} if confirmed else {}
    return counts | ({"rejected links": rejected} if rejected else {})


def statistics(store: Store, settings: Settings | None = None) -> Mapping[str, int | float | str]:
    """Counts and sizes under the words that people read, in the order to show them.

    Links are counted as `audit` lists them: as they read at the reporting confidence, without rejected ones, which
    have a row of their own.
    """
    from provenance.usecases.reviewing import count_reviews

    found = store.upkeep.statistics()
    rows: dict[str, int | float | str] = {
        "archive": str(store.path),
        "articles": found.articles,
        "versions": found.versions,
        "publishers": found.publishers,
        "dated articles": found.dated,
        "languages": ", ".join(
            f"{language_name(code) if code else 'not known'} {count:,}" for code, count in found.languages.items()
        ),
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
    if store.encoded:
        rows["articles with sentences encoded"] = store.meanings.count()
        rows["bytes of encoded sentences"] = store.meanings.stored_bytes()
        rows["encoder of sentences"] = store.meanings.encoder or "unknown"
    for relation, count in _counted_links(store, settings).items():
        rows[f"links: {relation}"] = count
    for record in found.records:
        until = f"audited until {record.finished}" if record.finished else f"audit begun {record.begun}, not finished"
        read = "" if record.shown else ", not shown"
        rows[f"record {record.record} (profile {record.profile})"] = f"{record.links:,} links, {until}{read}"
        texts, candidates, copies = store.records.cut_off(record.record)
        if candidates:
            rows[f"record {record.record}: candidates left out by limits"] = candidates
            rows[f"record {record.record}: articles with very many candidates"] = texts
        if copies:
            rows[f"record {record.record}: copies of a text of very many, left out"] = copies
    said = count_reviews(store)
    rows["reviews"] = said
    if found.reviews > said:
        rows["reviews undone or replaced"] = found.reviews - said
    rows["articles with quotations extracted"] = found.quotations_extracted
    rows["recorded runs"] = found.runs
    rows["first article added"] = found.created or "never"
    rows["fingerprints"] = found.recipe or "none yet"
    return rows


def _counted_links(store: Store, settings: Settings | None) -> dict[str, int]:
    """How many links of each relation `audit --same-event` lists, by relation; then how many people rejected and
    confirmed."""
    from provenance.config.settings import Settings
    from provenance.usecases.recorded_links import listed_links

    links = listed_links(store, settings or Settings.of(), Filters(same_event=True))
    counts = Counter(str(link.relation) for link in links if not link.rejected)
    people = {
        "rejected by people": sum(link.rejected for link in links),
        "confirmed by people": sum(link.confirmed for link in links),
    }
    return {**dict(sorted(counts.items())), **{words: number for words, number in people.items() if number}}
