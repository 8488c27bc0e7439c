from __future__ import annotations

import pytest
from newsroom import article, moment

from provenance.lineage.origins import earliest_known, mapped, origins_of
from provenance.model import Link, Match, Passage, Relation, Span


def link(a: str, b: str, relation: Relation = "derived", place: tuple[int, int] = (10, 60), **more: str) -> Link:
    """A passage at `place` in both; A is the source of a derived pair."""
    span = Span(*place)
    directed = relation == "derived"
    return Link(
        a, b, relation, 0.9, 0.5, 0.5, (Passage(Match("verbatim", span, span, 1.0, ((span, span),))),),
        source=a if directed else None,
        derived=b if directed else None,
        common_source=more.get("common"),
        credited_source=more.get("credited"),
    )  # fmt: skip


def test_holders_that_derive_from_one_text_are_one_origin() -> None:
    found = origins_of("b", Span(20, 50), [link("a", "b"), link("a", "c")])
    assert {holder.article for holder in found.holders} == {"a", "b", "c"}
    assert [origin.article for origin in found.origins] == ["a"]
    assert found.at_least == 1


def test_an_agency_outside_the_archive_is_an_origin() -> None:
    found = origins_of("a", Span(10, 60), [link("a", "b", "common_source", credited="Northern Wire")])
    (origin,) = found.origins
    assert (origin.article, origin.outside) == (None, "Northern Wire")
    assert origin.holders == ("a", "b")


def test_an_undetermined_link_may_hide_a_dependence() -> None:
    found = origins_of("a", Span(10, 60), [link("a", "b", "undetermined")])
    assert len(found.origins) == 2
    assert found.at_least == 1


def test_links_about_other_passages_do_not_count() -> None:
    found = origins_of("b", Span(20, 50), [link("a", "b", place=(100, 200))])
    assert [holder.article for holder in found.holders] == ["b"]


def test_the_earliest_dated_holder_comes_first() -> None:
    articles = {
        "a": article("a", "words"),
        "b": article("b", "words", moment("2024-05-02")),
        "c": article("c", "words", moment("2024-05-01")),
    }
    found = origins_of("b", Span(20, 50), [link("a", "b"), link("b", "c", "undetermined")], articles)
    assert [holder.article for holder in found.holders] == ["c", "b", "a"]
    assert earliest_known(found).article == "c"


@pytest.mark.parametrize(
    ("span", "expected"),
    [((0, 100), (200, 300)), ((10, 20), (210, 220)), ((50, 95), (250, 295))],
)
def test_a_part_of_a_passage_is_found_by_its_shared_words(span: tuple[int, int], expected: tuple[int, int]) -> None:
    match = Match("verbatim", Span(0, 100), Span(200, 300), 1.0, ((Span(0, 100), Span(200, 300)),))
    assert mapped(match, Span(*span)) == Span(*expected)


def test_without_shared_words_the_whole_passage_stands_for_its_part() -> None:
    assert mapped(Match("paraphrase", Span(0, 100), Span(200, 300), 0.3), Span(10, 20)) == Span(200, 300)
