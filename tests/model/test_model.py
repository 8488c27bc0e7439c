"""The frozen data at the seams: what little behaviour it has."""

import dataclasses

import pytest

from provenance.model import Article, Difference, Link, Match, Passage, Span


def test_a_span_is_half_open_and_knows_its_words():
    span = Span(4, 9)
    assert span.of("The quick fox") == "quick"
    assert span.length == 5


@pytest.mark.parametrize(
    ("a", "b", "overlap"),
    [((0, 5), (5, 9), 0), ((0, 5), (4, 9), 1), ((0, 9), (3, 4), 1), ((7, 9), (0, 3), 0)],
)
def test_overlap_counts_shared_code_points(a, b, overlap):
    assert Span(*a).overlap(Span(*b)) == Span(*b).overlap(Span(*a)) == overlap


def test_a_match_exchanged_twice_is_itself():
    shared = ((Span(0, 3), Span(10, 13)), (Span(4, 6), Span(2, 4)))
    match = Match("edited", Span(0, 6), Span(2, 13), 0.5, shared, (Difference("number", "5", "6"),), 9.0)
    turned = match.exchanged()
    assert turned.a == match.b
    assert turned.shared[0] == (Span(2, 4), Span(4, 6))
    assert turned.differences == (Difference("number", "6", "5"),)
    assert turned.exchanged() == match


def test_the_digest_of_a_text_is_its_identity_whatever_characters_it_holds():
    one = Article("a", "lone \ud800 surrogate", Span(0, 16))
    other = dataclasses.replace(one, id="b", title="T")
    assert one.text_digest == other.text_digest != dataclasses.replace(one, text="else").text_digest


def test_a_label_uses_what_is_known():
    article = Article("a", "", Span(0, 0))
    assert article.label == "a"
    assert dataclasses.replace(article, title="Dam", publisher="Herald").label == "Herald: Dam"


def test_a_link_knows_which_spans_are_in_current_texts():
    def passage(start, versions):
        return Passage(Match("verbatim", Span(start, start + 5), Span(0, 5), 1.0), versions=versions)

    both = Link("a", "b", "derived", 0.9, 0, 0, (passage(0, (None, None)), passage(10, (2, None))))
    assert both.versions == [("a", 2)]
    assert both.spans_in("a") == both.spans_counted_in("a") == [Span(0, 5)]
    assert both.spans_in("b") == [Span(0, 5), Span(0, 5)]
    earlier = Link("a", "b", "derived", 0.9, 0, 0, (passage(0, (1, None)), passage(10, (2, None))))
    assert earlier.versions == [("a", 1), ("a", 2)]
    assert earlier.spans_in("a") == []
    assert earlier.spans_counted_in("a") == [Span(0, 5), Span(10, 15)]
    assert earlier.spans_counted_in("b") == earlier.spans_in("b")


def test_an_article_reads_the_texts_of_its_versions():
    first = Article("a", "One.", Span(0, 4))
    now = Article("a", "Two.", Span(0, 4), earlier={1: first})
    assert [now.text_in(version) for version in (None, 1, 2)] == ["Two.", "One.", ""]
    assert now == Article("a", "Two.", Span(0, 4))
