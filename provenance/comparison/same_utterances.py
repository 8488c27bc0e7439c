"""Passages for utterances that two articles write alike only to a reader: "we don't organise", "we do not organize".

Alignment compares words as they are written. Linking of quotations evens out contractions, spelling and numbers
first, so it finds what a paper's style changed from the first word to the last. Two articles that are compared show
those utterances, too, and sentences that are then equal. They change no judgement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.model import Link, Match, Passage, Span

if TYPE_CHECKING:
    from provenance.comparison.workbench import Ready

SHORT = 150  # words of a text whose sentences are looked at, as in `config.align.ShortTextSettings`
FEWEST_WORDS = 8  # of a sentence outside quotation marks: with fewer it may be anybody's


def with_same_utterances(link: Link, a: Ready, b: Ready) -> Link:
    """The link with a passage for each utterance that both sides report and that none of its passages speaks for."""
    from provenance.quotes.linking.quoted_passages import annotate

    one, other = a.article, b.article
    if one.language != other.language and one.language and other.language:
        return link
    known = [passage.match for passage in link.passages]
    made = list(known)
    turned = b.side.order < a.side.order  # linking weighs the words of one side: always of the same one
    alike = _utterances(b, a) if turned else _utterances(a, b)
    utterances = [match.exchanged() for match in alike] if turned else alike
    for match in [*utterances, *_sentences(a, b)]:
        if not any(_meet(match, earlier) for earlier in made):
            made.append(match)
    if len(made) == len(known):
        return link
    codes = one.language, other.language
    added = [annotate(match, one.text, a.quotations, other.text, b.quotations, codes) for match in made[len(known) :]]
    passages: list[Passage] = [*link.passages, *added]
    return replace(link, passages=tuple(sorted(passages, key=lambda each: (each.match.a, each.match.b))))


def _utterances(a: Ready, b: Ready) -> list[Match]:
    """What both quote, as linking has it: the strongest first."""
    if not a.quotations or not b.quotations:
        return []
    from provenance.quotes.damaged_marks import readable
    from provenance.quotes.languages import language
    from provenance.quotes.linking.linker import link_utterances
    from provenance.quotes.linking.utterance_pieces import QuotedArticle

    sides = [
        QuotedArticle(
            name,
            readable(each.article.text, language(each.article.language).name),
            each.quotations,
            language=each.article.language,
        )
        for name, each in (("a", a), ("b", b))
    ]
    pairs = [pair for pair in link_utterances(sides) if pair.reported]
    found = []
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.a.span, pair.b.span)):
        shared = pair.shared
        alike = sum(span.length for both in shared for span in both) / (pair.a.span.length + pair.b.span.length)
        score = round(min(1.0, alike), 4)
        found.append(Match("edited", pair.a.span, pair.b.span, score, shared, strength=round(pair.score, 4)))
    return found


def _sentences(a: Ready, b: Ready) -> Iterator[Match]:
    """Sentences of two short texts that are equal once their spelling is evened out, in the order of A."""
    if max(len(a.side.tokens), len(b.side.tokens)) > SHORT:
        return
    there: dict[tuple[str, ...], list[Span]] = {}
    for span, words in _evened(b):
        there.setdefault(words, []).append(span)
    for span, words in _evened(a):
        if there.get(words):
            other = there[words].pop(0)
            yield Match("edited", span, other, 1.0, ((span, other),), strength=2.0 * len(words))


def _evened(side: Ready) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Each sentence, from its first word to its last, and its words in one spelling."""
    from provenance.quotes.linking.utterance_words import words_of
    from provenance.quotes.linking.word_forms import spelling

    code = None if side.article.language == "en" else side.article.language
    for span in side.side.sentences:
        words = words_of(side.article.text, span, language=side.article.language)
        if len(words) >= FEWEST_WORDS:
            inner = Span(words.spans[0].start, words.spans[-1].end)
            yield inner, tuple(spelling(word, code) for word in words.folded)


def _meet(one: Match, other: Match) -> bool:
    """Whether two matches have half of the shorter one in common on both sides."""
    return all(x.overlap(y) * 2 >= min(x.length, y.length) for x, y in ((one.a, other.a), (one.b, other.b)))
