"""Quotations inside matched passages: the speaker on each side, whose words they are, what was altered or retold.

`annotate` looks at one passage. An article that was made from another retells its quotations too, often in its own
words and without attribution: `retold_quotations` pairs these, `with_echoes` adds clauses that only a passage shows
to be speech (*echoes*). The caller brings the passages; nothing here finds any.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.model import Match, Passage, Quotation, Span
from provenance.model.text_parts import union
from provenance.quotes.damaged_marks import readable
from provenance.quotes.languages import language
from provenance.quotes.linking.alterations import changes, is_altered
from provenance.quotes.linking.speakers import fuller, same_speaker_of
from provenance.quotes.linking.utterance_words import Words, words_of

if TYPE_CHECKING:
    from provenance.quotes.linking.utterance_pieces import QuotedArticle

Passages = Mapping[tuple[str, str], Sequence[Match]]  # of two articles, by their ids
QuotationPair = tuple[int, int, int, int]  # article and quotation of side A, then of side B

# A passage is about an utterance ("speaks for" it) when half of either lies in the other: a sentence and its report
# seldom have the same borders, while a passage that merely touches a quotation says nothing about it.
LEAST_OVERLAP = 0.5
REMEMBERED = 256  # quoted wordings, at some 15 KB each
# Pairs of stretches compared for one passage: a second of work. Of two copies of a book with thousands of quotations
# no pair is the one that the passage speaks for; the largest of each is shown.
MOST_COMPARED = 2_000_000
MOSTLY = 0.6  # share of a passage's letters inside quotation marks that makes the passage a quotation

_ASCII_MARKS = bytes(code for code in range(128) if not chr(code).isalnum())
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
LONGEST_ECHO = 2.0  # times the quotation: shared words that are further apart are not one utterance
# Least part of either text inside passages where one article retells the other.
RETELLS = 0.5

_BORDER = re.compile(r"[,;:.!?]+(?:\s|$)|[\n—“”«»\"()]")  # what parts clauses


def annotate(
    match: Match,
    text_a: str,
    quotations_a: Sequence[Quotation],
    text_b: str,
    quotations_b: Sequence[Quotation],
    codes: tuple[str | None, str | None] = (None, None),
) -> Passage:
    """The match with speakers, quotation marks and alterations; quotations ascend in their texts.

    `speech` is what became of the speaker from A to B: "speaker dropped" where only A names one, "speaker added"
    where only B does. The kind becomes "quotation" where one side is mostly inside quotation marks and the other
    reports it. `codes` are the languages of the texts.
    """
    here, there = _touching(quotations_a, match.a), _touching(quotations_b, match.b)
    if not here and not there:
        return Passage(match)
    one, other = _chosen(match, here, there)
    shares = _share_in_marks(text_a, match.a, here), _share_in_marks(text_b, match.b, there)
    speakers = (one.speaker if one else None), (other.speaker if other else None)
    kind = match.kind
    if max(shares) >= MOSTLY and (min(shares) > 0 or one is not None or other is not None):
        kind = "quotation"
    return Passage(
        match=match if kind == match.kind else replace(match, kind=kind),
        speaker=_speaker(one, other),
        in_quotes=(shares[0] >= LEAST_OVERLAP, shares[1] >= LEAST_OVERLAP),
        altered=_altered(match, text_a, here, text_b, there, codes),
        speech=speaker_change(one, other),
        speakers=speakers,
    )


def _touching(quotations: Sequence[Quotation], passage: Span) -> list[Quotation]:
    """The quotations that overlap the passage. Runs for every quotation and passage, so it calls no method."""
    start, end = passage
    return [quotation for quotation in quotations if quotation.span.start < end and start < quotation.span.end]


def _chosen(
    match: Match, here: Sequence[Quotation], there: Sequence[Quotation]
) -> tuple[Quotation | None, Quotation | None]:
    """The quotation of each side that the passage speaks for; the pair with most shared wording where both have."""
    ours = [q for q in here if speaks_for(q.span, match.a)]
    theirs = [q for q in there if speaks_for(q.span, match.b)]
    best, most = (_largest(ours, match.a), _largest(theirs, match.b)), 0
    if len(ours) * len(theirs) < 2:
        return best
    if (len(ours) + len(theirs)) * len(match.shared) + len(ours) * len(theirs) > MOST_COMPARED:
        return best
    held_there = [[q.span.overlap(b) for _, b in match.shared] for q in theirs]
    for one in ours:
        held = [(place, held) for place, (a, _) in enumerate(match.shared) if (held := one.span.overlap(a))]
        for other, beside in zip(theirs, held_there, strict=True):
            shared = sum(min(part, beside[place]) for place, part in held)
            if shared > most:
                best, most = (one, other), shared
    return best


def speaks_for(quotation: Span, passage: Span) -> bool:
    """Whether half of a quotation lies in a passage, or half of the passage in it."""
    return quotation.overlap(passage) >= LEAST_OVERLAP * min(quotation.length, passage.length)


def _largest(quotations: Sequence[Quotation], passage: Span) -> Quotation | None:
    if len(quotations) < 2:
        return quotations[0] if quotations else None
    return max(quotations, key=lambda q: (q.span.overlap(passage), -q.span.start))


def _share_in_marks(text: str, passage: Span, quotations: Sequence[Quotation]) -> float:
    if not any(quotation.marks for quotation in quotations):
        return 0.0
    letters = _letters(text, passage.start, passage.end)
    marked = 0
    reach = passage.start
    for mark in sorted(mark for quotation in quotations for mark in quotation.marks):
        start, end = max(mark.start, reach), min(mark.end, passage.end)
        if end > start:
            marked += _letters(text, start, end)
            reach = end
    return marked / letters if letters else 0.0


def _letters(text: str, start: int, end: int) -> int:
    """The letters and digits of a stretch; asking each ASCII character for itself takes ten times as long."""
    part = text[start:end]
    plain = len(part.encode("ascii", "ignore").translate(None, _ASCII_MARKS))
    return plain if part.isascii() else plain + sum(map(str.isalnum, _BEYOND_ASCII.findall(part)))


def _speaker(one: Quotation | None, other: Quotation | None) -> str | None:
    """The name to show: the fuller form of one speaker; of two, the one whose words are in quotation marks."""
    if one is None or other is None or not one.speaker or not other.speaker:
        return (one.speaker if one else None) or (other.speaker if other else None)
    if same_speaker_of(one, other):
        return fuller(one.speaker, other.speaker)
    if bool(one.marks) != bool(other.marks):
        return one.speaker if one.marks else other.speaker
    return fuller(one.speaker, other.speaker)


def speaker_change(one: Quotation | None, other: Quotation | None) -> str | None:
    """What became of the speaker from one report to the other; None where that is unknown."""
    if one is not None and other is not None and one.speaker and other.speaker:
        same = same_speaker_of(one, other)
        return None if same is None else "same speaker" if same else "re-credited"
    # quotation marks whose speaker the rules did not find prove nothing
    if one is not None and one.speaker and other is None:
        return "speaker dropped"
    if other is not None and other.speaker and one is None:
        return "speaker added"
    return None


def _altered(
    match: Match,
    text_a: str,
    here: Sequence[Quotation],
    text_b: str,
    there: Sequence[Quotation],
    codes: tuple[str | None, str | None],
) -> bool:
    marks_a, marks_b = _marks(match.a, here), _marks(match.b, there)
    if not marks_a or not marks_b:
        return False
    words_a, words_b = _quoted(text_a, tuple(marks_a), codes[0]), _quoted(text_b, tuple(marks_b), codes[1])
    return is_altered(changes(text_a, words_a, text_b, words_b))


def _marks(passage: Span, quotations: Sequence[Quotation]) -> list[Span]:
    """The stretches inside quotation marks of which the passage covers half or more."""
    marks = {mark for quotation in quotations for mark in quotation.marks}
    return sorted(mark for mark in marks if mark.overlap(passage) * 2 >= min(mark.length, passage.length) > 0)


@functools.lru_cache(REMEMBERED)
def _quoted(text: str, marks: tuple[Span, ...], code: str | None) -> Words:
    """The words inside quotation marks. An audit compares an article with its neighbours one after the other."""
    return words_of(readable(text, language(code).name), Span(marks[0].start, marks[-1].end), marks, code).quoted()


def with_echoes(articles: Sequence[QuotedArticle], passages: Passages) -> list[QuotedArticle]:
    """The articles with the clauses added that nothing but a quotation of another article shows to be speech.

    Such an echo is indirect speech without cue and speaker; `echoes` of an article numbers them.
    """
    beside: dict[int, list[tuple[Match, QuotedArticle]]] = defaultdict(list)
    places = {article.id: number for number, article in enumerate(articles)}
    for (a, b), matches in passages_by_number(places, passages).items():
        beside[a] += [(match.exchanged(), articles[b]) for match in matches]
        beside[b] += [(match, articles[a]) for match in matches]
    return [_with_echoes(article, beside[number]) for number, article in enumerate(articles)]


def _with_echoes(article: QuotedArticle, beside: Sequence[tuple[Match, QuotedArticle]]) -> QuotedArticle:
    found = {
        echo
        for match, other in beside
        for quotation in other.quotations
        if _speaks_for(match.a, quotation) and (echo := _echo(article.text, match, quotation.span)) is not None
    }
    taken = [quotation.span for quotation in article.quotations]
    echoes = set()
    for span in sorted(found, key=lambda span: (-span.length, span)):
        if not any(speaks_for(span, other) for other in taken):
            taken.append(span)
            echoes.add(span)
    said = [*article.quotations, *(Quotation(span, "indirect") for span in echoes)]
    said.sort(key=lambda quotation: quotation.span)
    numbers = frozenset(number for number, quotation in enumerate(said) if quotation.span in echoes)
    return replace(article, quotations=tuple(said), echoes=numbers)


def _speaks_for(passage: Span, quotation: Quotation) -> bool:
    """Whether the passage speaks for the quotation, or for one of the parts that a cue interrupts."""
    return any(speaks_for(part, passage) for part in (quotation.span, *quotation.marks))


def _echo(text: str, match: Match, quotation: Span) -> Span | None:
    """The clauses of B, whose text this is, with the wording which B shares with a quotation of A."""
    shared = [
        (there.start + max(0, quotation.start - here.start), there.end - max(0, here.end - quotation.end))
        for here, there in match.shared
        if here.overlap(quotation)
    ]
    if not shared:
        return None
    start, end = min(start for start, _ in shared), max(end for _, end in shared)
    if end - start > LONGEST_ECHO * quotation.length:
        return None
    start = max((border.end() for border in _BORDER.finditer(text, match.b.start, start)), default=match.b.start)
    border = _BORDER.search(text, end, match.b.end)
    clauses = Span(start, border.start() if border else match.b.end)
    inner = clauses.of(text)
    return Span(clauses.start + len(inner) - len(inner.lstrip()), clauses.start + len(inner.rstrip()))


def passages_by_number(place: Mapping[str, int], passages: Passages) -> dict[tuple[int, int], list[Match]]:
    """The passages by the numbers of their articles, of which A is the lower, without those of unknown articles."""
    found = {}
    for (a, b), matches in sorted(passages.items()):
        if a in place and b in place:
            turned = place[b] < place[a]
            pair = (place[b], place[a]) if turned else (place[a], place[b])
            found[pair] = [match.exchanged() for match in matches] if turned else list(matches)
    return found


def retold_quotations(
    a: int, one: QuotedArticle, b: int, other: QuotedArticle, matches: Sequence[Match]
) -> Iterator[list[QuotationPair]]:
    """For each passage of two articles of which one retells the other, the pairs of quotations that it speaks for."""
    share_a = _share(one.text, [match.a for match in matches])
    share_b = _share(other.text, [match.b for match in matches])
    if max(share_a, share_b) < RETELLS:
        return
    for match in matches:
        theirs = _spoken_for(match.b, other)
        yield [(a, ours, b, again) for ours in _spoken_for(match.a, one) for again in theirs]


def _spoken_for(passage: Span, article: QuotedArticle) -> list[int]:
    """The quotations that a passage speaks for, without reports inside reports."""
    found: list[int] = []
    reach = -1  # quotations ascend, so one that ends before this lies inside another
    for number, quotation in enumerate(article.quotations):
        if _speaks_for(passage, quotation) and quotation.span.end > reach:
            found.append(number)
            reach = quotation.span.end
    return found


def _share(text: str, spans: Sequence[Span]) -> float:
    """Part of a text inside any of the spans."""
    return sum(span.length for span in union(spans, Span(0, len(text)))) / max(1, len(text))
