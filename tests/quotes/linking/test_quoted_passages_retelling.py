"""What passages, given by hand here, add to linking: utterances in other words, and words that no cue claims."""

import re

from provenance.model import Match, Span
from provenance.quotes import extract
from provenance.quotes.linking.linker import UtterancePair, link_utterances
from provenance.quotes.linking.quoted_passages import with_echoes
from provenance.quotes.linking.utterance_pieces import QuotedArticle

SOURCE = (
    "The weir at Aldmoor leaks. “A sluice that sticks twice a winter is asking to be replaced,” Nuala Brandt said. "
    "“We have written to the county nine times.”"
)
RETOLD = (
    "Specialists say that gates which jam again and again need renewing. "
    "To the county nine letters had been written, in vain."
)


def quoted(name: str, text: str) -> QuotedArticle:
    return QuotedArticle(name, text, extract(text))


def words(text: str, first: str, last: str) -> Span:
    return Span(text.index(first), text.index(last, text.index(first)) + len(last))


def match(a: Span, b: Span, *shared: str) -> Match:
    places = sorted(
        (Span(*one.span()), Span(*other.span()))
        for word in shared
        if (one := re.search(word, SOURCE)) and (other := re.search(word, RETOLD))
    )
    return Match("paraphrase", a, b, 0.4, tuple(places))


JAMMED = match(words(SOURCE, "“A sluice", "replaced,”"), words(RETOLD, "Specialists", "renewing."))
LETTERS = match(words(SOURCE, "“We", "times.”"), words(RETOLD, "To the county", "vain."), "county", "nine")
PASSAGES = {("a", "b"): [JAMMED, LETTERS]}
ARTICLES = [quoted("a", SOURCE), quoted("b", RETOLD)]


def linked(pairs: list[UtterancePair], articles: list[QuotedArticle]) -> set[tuple[str, str]]:
    known = {article.id: article for article in articles}
    return {
        tuple(known[side.article].quotations[side.quotation].span.of(known[side.article].text) for side in (p.a, p.b))
        for p in pairs
    }


def test_other_words_are_linked_by_the_passage_alone() -> None:
    assert link_utterances(ARTICLES) == []
    (pair,) = link_utterances(ARTICLES, passages=PASSAGES)
    assert pair.reported
    assert pair.speech == "re-credited"
    assert not pair.altered


def test_a_report_inside_a_report_does_not_make_a_passage_hold_two() -> None:
    text = "Specialists say that records show that gates which jam again and again need renewing."
    nested = [ARTICLES[0], quoted("b", text)]
    assert len(nested[1].quotations) == 2
    passages = {("a", "b"): [match(JAMMED.a, Span(0, len(text)))]}
    (pair,) = link_utterances(nested, passages=passages)
    assert pair.b.quotation == 0


def test_words_without_a_cue_are_an_echo_of_the_quotation_beside_them() -> None:
    extended = with_echoes(ARTICLES, PASSAGES)
    source, retelling = extended
    assert source == ARTICLES[0]
    (number,) = retelling.echoes
    echo = retelling.quotations[number]
    assert echo.span.of(RETOLD) == "To the county nine letters had been written"
    assert (echo.type, echo.speaker, echo.cue) == ("indirect", None, None)
    found = linked(link_utterances(extended, passages=PASSAGES), extended)
    assert {again for _, again in found} == {
        "that gates which jam again and again need renewing",
        "To the county nine letters had been written",
    }


def test_a_passage_of_two_articles_that_share_little_proves_no_rewording() -> None:
    longer = "The choir of Aldmoor sang on Sunday, and the bells were heard as far as the ridge. " * 4
    apart = [quoted("a", SOURCE + " " + longer), quoted("b", RETOLD + " " + longer)]
    assert link_utterances(apart, passages=PASSAGES) == []


def test_order_of_articles_and_sides_of_passages_do_not_matter() -> None:
    exchanged = {("b", "a"): [each.exchanged() for each in PASSAGES["a", "b"]]}
    assert with_echoes(ARTICLES, exchanged) == with_echoes(ARTICLES, PASSAGES)
    both = with_echoes(ARTICLES, PASSAGES)
    assert link_utterances(both[::-1], passages=exchanged) == link_utterances(both, passages=PASSAGES)


def test_two_echoes_are_no_utterance() -> None:
    copies = [*ARTICLES, quoted("c", RETOLD)]
    passages = PASSAGES | {
        ("a", "c"): PASSAGES["a", "b"],
        ("b", "c"): [Match("verbatim", *[Span(0, len(RETOLD))] * 2, 1)],
    }
    extended = with_echoes(copies, passages)
    echoes = {(article.id, number) for article in extended for number in article.echoes}
    assert len(echoes) == 2
    for pair in link_utterances(extended, passages=passages):
        assert {(side.article, side.quotation) for side in (pair.a, pair.b)} != echoes


def test_passages_of_unknown_articles_and_without_quotations_change_nothing() -> None:
    bells = quoted("d", "The bells of Aldmoor rang.")
    passages = {("a", "x"): [JAMMED], ("d", "b"): [Match("verbatim", Span(0, 9), Span(0, 9), 1.0)]}
    assert with_echoes([*ARTICLES, bells], passages) == [*ARTICLES, bells]
    assert link_utterances([*ARTICLES, bells], passages=passages) == []
