"""Comparing, tracing, lineage and quotations on the corpus: what a reader would look for first."""

from pathlib import Path

import pytest

from provenance import Archive, compare, read_one
from provenance.errors import NoSuchArticle, UsageError
from provenance.usecases.filters import Filters

CORPUS = Path(__file__).parents[2] / "corpus"


def file_of(name):
    return next(path for path in sorted(CORPUS.rglob(f"{name}.*")))


def test_comparing_is_the_same_from_both_sides():
    one, other = (read_one(file_of(name)) for name in ("ferry-strike-northline", "ferry-strike-herald"))
    here, there = compare(one, other).links[0], compare(other, one).links[0]
    assert [p.match for p in here.passages] == sorted(
        (p.match.exchanged() for p in there.passages), key=lambda m: (m.a, m.b, m.kind)
    )
    assert (here.share_a, here.share_b) == (there.share_b, there.share_a)
    assert here.source == there.source


def test_comparing_strangers_gives_a_link_without_passages():
    link = compare(read_one(file_of("puppet-theatre-herald")), read_one(file_of("rates-outlook-ledger"))).links[0]
    assert (link.relation, link.passages, link.share_a, link.confidence) == ("undetermined", (), 0.0, 0.0)


def test_a_text_compared_with_itself_is_one_verbatim_passage():
    article = read_one(file_of("ferry-strike-northline"))
    findings = compare(article, article)
    assert findings.links[0].b == f"{article.id} (2)"
    assert findings.links[0].relation == "near_duplicate"
    assert {passage.match.kind for passage in findings.links[0].passages} <= {"verbatim", "quotation"}
    assert findings.share > 0.98


def test_a_passage_is_traced_to_where_it_stood_first(archive):
    view = archive.trace("You do not sell the lifeboat because the paint on the ship needs doing")
    assert view.appearances[0].article.id == "renn-interview-exchange"
    assert {"reserves-row-argus"} <= {appearance.article.id for appearance in view.appearances[1:]}
    for appearance in view.appearances:
        assert appearance.text == appearance.span.of(appearance.article.text)


def test_a_part_of_an_article_is_traced_with_the_article_itself(archive):
    article = archive.article("ferry-strike-northline")
    start = article.body.start + 300
    view = archive.trace_in("ferry-strike-northline", start, start + 300)
    assert article.id in {appearance.article.id for appearance in view.appearances}
    assert len(view.appearances) >= 3


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 3), (0, 10**9)])
def test_a_part_outside_the_article_is_a_usage_error(archive, start, end):
    with pytest.raises(UsageError, match="characters"):
        archive.trace_in("ferry-strike-northline", start, end)


def test_nothing_is_found_of_a_passage_that_is_nowhere(archive):
    assert archive.trace("Zeppelins over Quito sang madrigals to the astonished alpacas").appearances == ()
    with pytest.raises(UsageError, match="empty"):
        archive.trace("  \n ")


def test_lineage_leads_to_the_wire_story_and_is_dated_in_order(archive):
    view = archive.lineage("ferry-strike-courier")
    assert "ferry-strike-northline" in {node.id for node in view.nodes}
    times = [node.published.latest for node in view.nodes if node.published]
    assert times == sorted(times)
    assert {name for edge in view.edges for name in (edge.link.a, edge.link.b)} <= {node.id for node in view.nodes}


def test_siblings_are_the_other_users_of_a_source(archive):
    view = archive.lineage("ferry-strike-courier")
    told = {sibling.article.id: (sibling.link.source, sibling.common) for sibling in view.siblings}
    source, common = told["ferry-strike-argus"]
    assert source == "ferry-strike-northline"
    assert common > 0
    assert view.article.id not in told
    assert not any(edge.link.source == sibling.article.id for sibling in view.siblings for edge in view.edges)
    others = archive.lineage("ferry-strike-courier", filters=Filters.of(["The Exchange Daily"]))
    assert others.siblings == ()


def test_lineage_of_an_article_that_no_audit_has_seen_is_worked_out(tmp_path):
    with Archive(tmp_path / "a.db") as archive:
        archive.add([CORPUS / "articles" / "northline", CORPUS / "articles" / "harbour-herald"], jobs=1)
        view = archive.lineage("ferry-strike-herald")
        assert "ferry-strike-northline" in {node.id for node in view.nodes}


def test_an_unknown_article_is_told_with_what_to_do(archive):
    with pytest.raises(NoSuchArticle, match="no-such-thing"):
        archive.lineage("no-such-thing")


def test_a_quotation_that_lost_its_not_is_listed_as_altered(archive):
    rows = archive.quotes(["hospital-software-exchange"], altered=True)
    assert rows
    assert all(row.first and row.first.article.id == "hospital-software-courier" for row in rows)


def test_quotations_of_one_speaker_have_a_first_appearance_and_later_ones(archive):
    rows = archive.quotes(["renn-interview-exchange"], reused=True, speaker="Renn")
    assert rows
    assert all(row.first is None and row.later for row in rows)
    assert archive.quotes(["renn-interview-exchange"], speaker="Nobody Atall") == []


def test_what_an_article_retells_without_a_cue_is_told_with_its_first_appearance(archive):
    rows = archive.quotes(["museum-masks-monitor"], reused=True)
    (echo,) = [row for row in rows if row.quotation.cue is None]
    assert echo.quotation.span.of(echo.article.text).startswith("Opposition councillors had demanded a loan")
    assert echo.first is not None
    assert echo.first.article.id == "museum-masks-valmer"


def test_a_rejected_link_proves_no_retelling(tmp_path):
    with Archive(tmp_path / "a.db") as archive:
        archive.add([file_of("museum-masks-valmer"), file_of("museum-masks-monitor")])
        unaudited = archive.quotes(["museum-masks-monitor"], reused=True)
        archive.audit()
        assert unaudited == archive.quotes(["museum-masks-monitor"], reused=True)
        assert unaudited == [row for row in archive.quotes(reused=True) if row.article.id == "museum-masks-monitor"]
        archive.review("museum-masks-valmer", "museum-masks-monitor", "reject")
        assert len(archive.quotes(["museum-masks-monitor"], reused=True)) < len(unaudited)


def test_quotations_that_older_rules_read_are_read_again(tmp_path):
    with Archive(tmp_path / "archive.db") as archive:
        archive.add([file_of("renn-interview-exchange")])
        archive.store.quotations.save("renn-interview-exchange", [], "older rules")
        assert archive.quotes()
        assert archive.show("renn-interview-exchange").counts["quotations"] == len(archive.quotes())


def test_links_carry_the_true_similarity_of_their_texts(archive):
    from provenance.config.fingerprint import FingerprintSettings
    from provenance.fingerprint.minhash import jaccard_and_containment, shingle_hashes
    from provenance.text.tokens import tokenise

    link = next(link for link in archive.links() if link.relation == "near_duplicate")
    articles = [archive.article(name) for name in (link.a, link.b)]
    sets = [shingle_hashes(tokenise(article.text, article.body), FingerprintSettings()) for article in articles]
    jaccard, (in_a, in_b) = jaccard_and_containment(*sets)
    assert link.jaccard == pytest.approx(jaccard, abs=0.1)  # boilerplate is left out of the link's
    assert link.containment == pytest.approx((in_a, in_b), abs=0.1)
