"""Filters narrow what is shown, everywhere alike: never what is compared, judged or recorded."""

from dataclasses import replace

import pytest

from provenance import Filters, compare, read_one
from provenance.align.coverage import share
from provenance.config.settings import Settings
from provenance.errors import SettingsError
from provenance.retrieval.boilerplate_lookup import Recogniser
from provenance.text.tokens import tokenise
from tests.conftest import CORPUS

BRIEF = CORPUS / "incoming" / "teachers-deal-digest.md"
NARROWINGS = {
    "quotations": Filters.of(without_quotations=True),
    "words": Filters.of(min_words=20),
    "score": Filters.of(min_score=0.9),
    "all": Filters.of(without_quotations=True, min_words=12, min_score=0.5),
}


def check(archive, **narrowing):
    (findings,) = archive.check([BRIEF], **narrowing)
    return findings.links


def audit(archive, filters=None):
    return archive.links(filters)


def report(archive, **narrowing):
    entries = archive.report(["ferry-strike-herald", str(BRIEF)], **narrowing)
    return [link for findings, _ in entries for link in findings.links]


def compared(archive, filters=None):
    return compare(*map(archive.article, ("ferry-strike-northline", "ferry-strike-herald")), None, filters).links


def lineage(archive, **narrowing):
    return [edge.link for edge in archive.lineage("ferry-strike-herald", **narrowing).edges]


@pytest.mark.parametrize("name", NARROWINGS)
@pytest.mark.parametrize("question", [check, audit, report, compared, lineage])
def test_every_answer_leaves_out_the_same_passages_and_judges_with_all(archive, question, name):
    filters = NARROWINGS[name]
    whole, narrow = question(archive), question(archive, filters=filters)
    incoming = read_one(BRIEF)
    names = {name for link in whole for name in (link.a, link.b)}
    texts = {name: incoming if name == incoming.id else archive.article(name) for name in names}
    assert whole
    expected = {}
    for link in whole:
        shown = tuple(
            p
            for p in link.passages
            if not (filters.without_quotations and p.match.kind == "quotation")
            and p.match.score >= filters.min_score
            and min(len(tokenise(texts[link.a].text, p.match.a)), len(tokenise(texts[link.b].text, p.match.b)))
            >= filters.min_words
        )
        if shown or question is compared:
            expected[link.a, link.b] = shown
    assert {(link.a, link.b): link.passages for link in narrow} == expected
    before = {(link.a, link.b): link for link in whole}
    for link in narrow:
        same = before[link.a, link.b]
        assert link.left_out == len(same.passages) - len(link.passages)
        assert link.share_a <= same.share_a
        assert link.share_b <= same.share_b
        restored = replace(
            link, passages=same.passages, share_a=same.share_a, share_b=same.share_b, left_out=same.left_out
        )
        assert restored == same


def test_the_narrowings_of_this_file_leave_something_out_and_something_in(archive):
    everything = sum(len(link.passages) for link in archive.links())
    for filters in NARROWINGS.values():
        assert 0 < sum(len(link.passages) for link in archive.links(filters)) < everything


def test_shares_are_of_what_is_shown(archive):
    narrowed = [link for link in archive.links(Filters.of(without_quotations=True)) if link.left_out]
    assert narrowed
    for link in narrowed:
        article = archive.article(link.a)
        (ignored,) = Recogniser(archive.store, archive.settings.fingerprint)([article])
        spans = [passage.match.a for passage in link.passages]
        assert link.share_a == pytest.approx(share(spans, article.body, ignored), rel=0.001)
        assert link.share_a < archive.store.links.between(link.a, link.b).share_a


@pytest.mark.parametrize("name", NARROWINGS)
def test_a_list_and_the_whole_links_of_it_agree(archive, name):
    filters = NARROWINGS[name]
    listed = archive.listed_links(filters)
    whole = list(archive.whole_links(listed, filters))
    assert listed == [replace(link, passages=(), evidence=()) for link in whole]


def test_what_explains_a_link_does_so_when_it_is_not_shown(archive):
    for row in archive.listed():
        direct = {(e.link.a, e.link.b): (e.direct, e.hops) for e in archive.lineage(row.id).edges}
        for filters in (*NARROWINGS.values(), Filters.of(without_self_reuse=True)):
            for edge in archive.lineage(row.id, filters=filters).edges:
                assert (edge.direct, edge.hops) == direct[edge.link.a, edge.link.b]


def test_a_lineage_shows_only_what_its_shown_links_lead_to(archive):
    for row in archive.listed():
        view = archive.lineage(row.id, filters=NARROWINGS["score"])
        reached, before = {row.id}, 0
        while len(reached) != before:
            before = len(reached)
            reached |= {n for e in view.edges for n in (e.link.a, e.link.b) if {e.link.a, e.link.b} & reached}
        assert {node.id for node in view.nodes} == reached
        assert view.left_out + len(view.edges) == len(archive.lineage(row.id).edges)


def test_only_shows_links_of_the_articles_named(archive):
    links = archive.links(Filters.of(only=["ferry-strike-northline"]))
    assert links
    assert all("ferry-strike-northline" in (link.a, link.b) for link in links)
    assert len(links) == sum("ferry-strike-northline" in (link.a, link.b) for link in archive.links())


def test_impossible_filters_are_named():
    with pytest.raises(SettingsError, match=r"min_words.*0.*min_score.*2"):
        Filters.of(min_words=0, min_score=2)


def test_no_filter_is_a_setting_of_the_record():
    with pytest.raises(TypeError):
        Settings.of(min_words=20)
    with pytest.raises(TypeError):
        Settings.of(min_score=0.5)


def test_a_report_of_all_says_how_many_there_are(archive):
    every = archive.sharing()
    linked = {name for link in archive.links() for name in (link.a, link.b)}
    assert set(every) == linked
    assert [each.article.id for each, _ in archive.report(limit=3)] == every[:3]
    quoting = archive.sharing(Filters.of(min_words=40))
    assert set(quoting) < linked
