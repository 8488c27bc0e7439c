"""The project's own corpus: utterances in more than one article are linked, articles without a relation are not."""

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest

from provenance import Archive
from provenance.model import Article, Match, Span
from provenance.quotes import extract
from provenance.quotes.linking.linker import UtterancePair, link_utterances
from provenance.quotes.linking.quoted_passages import with_echoes
from provenance.quotes.linking.utterance_pieces import QuotedArticle
from provenance.sources import read

CORPUS = Path(__file__).parents[3] / "corpus"
# 76 of 91 pairs when this was pinned, 69 by their words alone (83 while one of two reports of an event was said to be
# made from the other on the ground of quotations that several had); the rest are other words throughout where nothing
# else ties the two articles, or (one pair) stand in one article
LEAST_LINKED = 0.83
LEAST_FOUND = 0.97  # of the utterances that the corpus lists, 115 of 118

Linked = dict[frozenset[str], list[UtterancePair]]


@pytest.fixture(scope="module")
def passages(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], list[Match]]:
    """Those of pairs of which an audit says that one was made from the other."""
    with Archive(tmp_path_factory.mktemp("quotes") / "corpus.db") as archive:
        archive.add([CORPUS / "articles", CORPUS / "incoming"])
        archive.audit()
        made = [link for link in archive.links() if link.relation != "undetermined"]
    return {(link.a, link.b): [passage.match for passage in link.passages] for link in made}


@pytest.fixture(scope="module")
def articles(passages: dict[tuple[str, str], list[Match]]) -> dict[str, QuotedArticle]:
    found = []
    for item in read([CORPUS / "articles", CORPUS / "incoming"]):
        if isinstance(item, Article):
            time = item.published
            quotations = extract(item.text, item.body)
            dates = (time.earliest, time.latest) if time else (None, None)
            found.append(QuotedArticle(item.id, item.text, quotations, *dates))
    return {article.id: article for article in with_echoes(found, passages)}


@pytest.fixture(scope="module")
def links(articles: dict[str, QuotedArticle], passages: dict[tuple[str, str], list[Match]]) -> Linked:
    found: Linked = defaultdict(list)
    for pair in link_utterances(list(articles.values()), passages=passages):
        found[frozenset((pair.a.article, pair.b.article))].append(pair)
    return found


def lines(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (CORPUS / name).read_text("utf-8").splitlines()]


def place(article: QuotedArticle, appearance: dict[str, object]) -> Span:
    """Where a listed utterance stands; HTML offsets are not listed, and white space may differ there."""
    start, end, text = appearance["start"], appearance["end"], str(appearance["text"])
    if isinstance(start, int) and isinstance(end, int):
        return Span(start, end)
    match = re.search(r"\s+".join(map(re.escape, text.split())), article.text)
    assert match, text
    return Span(*match.span())


def test_no_link_without_a_relation(links: Linked) -> None:
    related = {frozenset((str(line["a"]), str(line["b"]))) for line in lines("gold.jsonl")}
    assert not [pair for names, pairs in links.items() if names not in related for pair in pairs]


def test_listed_utterances_are_found_and_linked(articles: dict[str, QuotedArticle], links: Linked) -> None:
    found = listed = linked = pairs = 0
    for line in lines("quotations.jsonl"):
        appearances = line["appearances"]
        assert isinstance(appearances, list)
        places = [(each["article"], place(articles[each["article"]], each)) for each in appearances]
        for name, span in places:
            listed += 1
            found += any(q.span.overlap(span) * 2 > span.length for q in articles[name].quotations)
        for number, one in enumerate(places):
            for other in places[number + 1 :]:
                pairs += 1
                linked += any(joins(pair, one, other, articles) for pair in links[frozenset((one[0], other[0]))])
    assert found / listed >= LEAST_FOUND
    assert linked / pairs >= LEAST_LINKED


def joins(
    pair: UtterancePair, one: tuple[str, Span], other: tuple[str, Span], articles: dict[str, QuotedArticle]
) -> bool:
    a, b = (pair.a, pair.b) if pair.a.article == one[0] else (pair.b, pair.a)
    return all(
        articles[side.article].quotations[side.quotation].span.overlap(span) > 0
        for side, (_, span) in ((a, one), (b, other))
    )


def test_altered_quotations_of_the_corpus(links: Linked) -> None:
    changed = {
        (change.a.lower(), change.b.lower())
        for pairs in links.values()
        for pair in pairs
        for change in pair.changes
        if not change.harmless
    }
    assert {("not", ""), ("biro", "patient"), ("forty", "fourteen"), ("three", "thirty")} <= changed
