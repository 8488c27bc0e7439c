"""Articles are prepared once, forgotten in turn, and answer the same whatever is kept."""

import pytest

from provenance import Settings
from provenance.comparison import workbench
from provenance.comparison.workbench import Workbench, with_similarity
from provenance.model import Link, Span

PAIR = ["dam-inspection-ledger", "dam-inspection-newsnook"]


@pytest.fixture
def pair(archive):
    return [archive.article(name) for name in PAIR]


def test_an_article_is_prepared_once_until_it_is_forgotten(archive, pair, monkeypatch):
    prepared = []
    prepare = workbench.prepare
    monkeypatch.setattr(workbench, "prepare", lambda text, *more: prepared.append(text) or prepare(text, *more))
    bench = Workbench(Settings.of(), capacity=2)
    first = bench.passages(*pair)
    assert first == bench.passages(*pair)
    assert prepared == [article.text for article in pair]
    bench.ready(archive.article("ferry-strike-herald"))  # takes the place of the one used longest ago
    bench.ready(pair[1])
    assert len(prepared) == 3
    bench.forget()
    assert bench.passages(*pair) == first
    assert len(prepared) == 5


def test_what_is_known_of_articles_is_asked_for_and_nothing_else_read(pair, monkeypatch):
    monkeypatch.setattr(workbench, "extract", lambda *_: pytest.fail("quotations were known"))
    asked = []

    def boilerplate(articles, words=None):
        asked.extend(article.id for article in articles)
        return [(Span(0, 20),) for _ in articles]

    bench = Workbench(Settings.of(), boilerplate, lambda _article: ())
    bench.passages(*pair)
    assert asked == PAIR
    assert [bench.ready(article).ignored for article in pair] == [(Span(0, 20),)] * 2
    assert [bench.ready(article).quotations for article in pair] == [(), ()]


def test_similarity_is_that_of_the_words_and_exchanges_with_its_sides(archive):
    a, b = (archive.article(f"ferry-strike-{name}") for name in ("northline", "herald"))
    bench = Workbench(Settings.of())

    def measured(one, other, passages):
        link = Link(one.id, other.id, "undetermined", 0.0, 0.0, 0.0, passages)
        return with_similarity(link, bench.ready(one), bench.ready(other))

    there, back = measured(a, b, bench.passages(a, b)), measured(b, a, ())
    assert 0 < there.jaccard <= min(there.containment) <= max(there.containment) <= 1
    assert (back.jaccard, back.containment) == (there.jaccard, there.containment[::-1])
    assert min(there.share_a, there.share_b) > 0
    assert (back.share_a, back.share_b) == (0, 0)
    assert measured(a, a, ()).containment == (1, 1)
