"""Notices that sites add to any story: subscriptions, cookies, robots, securities law, copyright, corrections, terms.

`boilerplate` recognises what an archive has seen often. In an archive of two articles nothing is frequent, and two
outlets that show readers the same notice have copied nothing from each other. A sentence is known as part of a
notice by what it is about (`notice_words`) and by speaking to its reader or of its page; a run of such sentences is a
notice where it fills paragraphs or ends a text. In doubt it is not: hiding reuse is worse than showing a notice, so
that a single sentence in the middle of a paragraph, and whatever has quotation marks, always counts as the story's.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from provenance.fingerprint.notice_words import ADDRESS, PAGE, POINTER, REQUEST, SUBJECTS, Subject
from provenance.model import Span
from provenance.text.kernels.words import insert_weights, look_up_weights
from provenance.text.paragraphs import paragraphs
from provenance.text.sentences import sentences
from provenance.text.tokens import PARAGRAPH, SENTENCE, Tokens, tokenise

NONE, WEAK, SURE = 0, 1, 2  # how much a sentence looks like part of a notice
ENOUGH = 2  # sure sentences that make a notice wherever they are; one must fill paragraphs or be at an edge
OPENING = 3  # words among which a request begins ("To continue, please sign in")
POINTED = 5  # words in which a pointer is followed by what it points at
# Part of a sentence's words that are of one subject, from which on it goes on with a notice next to it.
NEAR = 0.12

_TELLING = 0  # bit of a subject's telling words, from the first subject on
_FURTHER = len(SUBJECTS)
_ADDRESSES = 1 << (2 * len(SUBJECTS))
_REQUESTS = 2 * _ADDRESSES
_POINTERS, _PAGES = 4 * _ADDRESSES, 8 * _ADDRESSES
_ANY_TELLING = (1 << len(SUBJECTS)) - 1
_QUOTATION_MARKS = frozenset('"“”„«»')

Hashes = NDArray[np.uint64]
Bits = NDArray[np.int32]


class _Table(NamedTuple):
    words: Hashes
    bits: Bits


def notices(text: str, body: Span, words: Tokens | None = None) -> tuple[Span, ...]:
    """The notices in the body of an article: spans of whole sentences, ascending; () for nearly all articles.

    `words` are those of the body, where they are known. A text without any telling word costs one look at each word.
    """
    tokens = tokenise(text, body) if words is None else words
    table = _table()
    bits = np.empty(len(tokens), np.int32)
    look_up_weights(tokens.words, table.words, table.bits, bits)
    told = np.flatnonzero(bits & _ANY_TELLING)
    if not len(told) or not _is_worth_reading(tokens, bits, told):
        return ()
    return _found(text, body, tokens, bits)


def _is_worth_reading(tokens: Tokens, bits: Bits, told: NDArray[np.intp]) -> bool:
    """Whether a sentence with one of the telling words `told` is a sure one, between full stops as words know them.

    Splitting a text into its sentences proper takes twenty times as long, and a fifth of the press releases at hand
    have a telling word.
    """
    ends = np.flatnonzero((tokens.borders >= SENTENCE) | (tokens.traits & PARAGRAPH > 0)) + 1
    places = np.unique(np.searchsorted(ends, told, side="right"))
    firsts = np.concatenate((np.zeros(1, np.intp), ends))[places].tolist()
    lasts = np.concatenate((ends, np.array([len(tokens)])))[places].tolist()
    return any(
        _strength(tokens.words[first:last].tolist(), bits[first:last].tolist()) == SURE
        for first, last in zip(firsts, lasts, strict=True)
    )


def _found(text: str, body: Span, tokens: Tokens, bits: Bits) -> tuple[Span, ...]:
    spans = sentences(text, body)
    firsts = np.searchsorted(tokens.starts, [span.start for span in spans])
    lasts = np.searchsorted(tokens.starts, [span.end for span in spans])
    filled = [n for n, (first, last) in enumerate(zip(firsts.tolist(), lasts.tolist(), strict=True)) if last > first]
    spans = [spans[n] for n in filled]
    sure = [
        _strength(tokens.words[firsts[n] : lasts[n]].tolist(), bits[firsts[n] : lasts[n]].tolist()) for n in filled
    ]
    if SURE not in sure:
        return ()
    starts = [paragraph.start for paragraph in paragraphs(text, body)]
    belongs = np.searchsorted(starts, [span.start for span in spans], side="right").tolist()
    for n in _quoted(text, spans, belongs):
        sure[n] = NONE
    return tuple(Span(spans[first].start, spans[last].end) for first, last in _runs(sure, belongs))


def _quoted(text: str, spans: Sequence[Span], paragraph: Sequence[int]) -> list[int]:
    """Which sentences have quotation marks in them, or lie between two of one paragraph."""
    found, open_since = [], -1
    for n, span in enumerate(spans):
        marks = [letter for letter in span.of(text) if letter in _QUOTATION_MARKS]
        if marks or open_since == paragraph[n]:
            found.append(n)
        if len(marks) % 2:
            open_since = -1 if open_since == paragraph[n] else paragraph[n]
    return found


def _strength(words: Sequence[int], bits: Sequence[int]) -> int:
    """How much the sentence of these words looks like part of a notice."""
    found = functools.reduce(operator.or_, bits, 0)
    speaks = bool(found & _ADDRESSES) or any(each & _REQUESTS for each in bits[:OPENING]) or _of_itself(bits, found)
    best = NONE
    for place, subject in enumerate(SUBJECTS):
        telling, further = 1 << (_TELLING + place), 1 << (_FURTHER + place)
        if not found & (telling | further):
            continue
        of_it = [word for word, kinds in zip(words, bits, strict=True) if kinds & (telling | further)]
        part = len(of_it) / len(words)
        if found & telling and (speaks or not subject.addressed) and _is_about(of_it, part, subject):
            return SURE
        if part >= NEAR and (speaks or part >= subject.dense):
            best = WEAK
    return best


def _of_itself(bits: Sequence[int], found: int) -> bool:
    """Whether words of a sentence point at the page that it is on ("this article", "this is a developing story")."""
    if not (found & _POINTERS and found & _PAGES):
        return False
    return any(
        each & _POINTERS and any(later & _PAGES for later in bits[place + 1 : place + POINTED])
        for place, each in enumerate(bits)
    )


def _is_about(of_it: Sequence[int], part: float, subject: Subject) -> bool:
    return part >= subject.dense and len(set(of_it)) >= subject.distinct


def _runs(sure: Sequence[int], paragraph: Sequence[int]) -> list[tuple[int, int]]:
    """The notices as (first, last) numbers of sentences: from a sure one to the last that goes on with it.

    One sentence that does not may lie between two that do, or end the text, in one paragraph with them.
    """
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(sure):
        if sure[at] != SURE:
            at += 1
            continue
        first = _first(sure, paragraph, at)
        last = _last(sure, paragraph, at)
        if sure[first : last + 1].count(SURE) >= ENOUGH or _fills(paragraph, first, last):
            found.append((first, last))
        at = last + 1
    return found


def _first(sure: Sequence[int], paragraph: Sequence[int], at: int) -> int:
    """The first of the weak sentences right before a sure one, in its paragraph."""
    first = at
    while first and sure[first - 1] and paragraph[first - 1] == paragraph[at]:
        first -= 1
    return first


def _last(sure: Sequence[int], paragraph: Sequence[int], at: int) -> int:
    last = at
    while last + 1 < len(sure):
        following = last + 1
        if sure[following]:
            last = following
            continue
        same = paragraph[following] == paragraph[last]
        after = following + 1
        if same and (after == len(sure) or paragraph[after] != paragraph[following]):
            return following  # the rest of a paragraph that is a notice before it
        if same and sure[after]:
            last = after
            continue
        break
    return last


def _begins(paragraph: Sequence[int], first: int) -> bool:
    return first == 0 or paragraph[first - 1] != paragraph[first]


def _fills(paragraph: Sequence[int], first: int, last: int) -> bool:
    """Whether these sentences end their text, or are whole paragraphs of it."""
    if last + 1 == len(paragraph):
        return True
    return _begins(paragraph, first) and paragraph[last + 1] != paragraph[last]


@functools.cache
def _table() -> _Table:
    """The words of all subjects, each with the bits of what it belongs to."""
    bits: dict[int, int] = {}
    for place, subject in enumerate(SUBJECTS):
        _enter(bits, subject.telling, 1 << (_TELLING + place))
        _enter(bits, subject.further, 1 << (_FURTHER + place))
    _enter(bits, ADDRESS, _ADDRESSES)
    _enter(bits, REQUEST, _REQUESTS)
    _enter(bits, POINTER, _POINTERS)
    _enter(bits, PAGE, _PAGES)
    size = 1 << (4 * len(bits)).bit_length()
    table = _Table(np.zeros(size, np.uint64), np.zeros(size, np.int32))
    insert_weights(np.array(list(bits), np.uint64), np.array(list(bits.values()), np.int32), table.words, table.bits)
    return table


def _enter(bits: dict[int, int], written: str, bit: int) -> None:
    for word in tokenise(written).words.tolist():
        bits[word] = bits.get(word, 0) | bit
