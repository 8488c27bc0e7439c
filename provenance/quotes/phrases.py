"""Noun phrases: where one begins to the left of a place, what belongs to it, and which word is its head.

Rules over bits, in the order that news English puts things; nothing here knows verbs of speech beyond their bits.
"""

from __future__ import annotations

from provenance.model import Span
from provenance.quotes.lexicon import (
    ABBREVIATION,
    AUXILIARY,
    BOUNDARY,
    DETERMINER,
    LEADING,
    LEADING_PLACE,
    OCCASION,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    REPORTING,
    REPORTING_NOUN,
    TIME,
    TO,
)
from provenance.quotes.tokens import BREAK, CLOSING, COMMA, NAME, OPENING, QUOTATION, WORD, Sentence, Token

LONGEST_BRACKET = 9  # tokens of an aside inside a noun phrase: "Ortiz (D-Mich.)"
SHORT_QUOTATION = 25  # code points: a nickname inside a name
LONGEST_PHRASE = 25  # tokens; beyond it the last LAST_WORDS are taken
LAST_WORDS = 6


def head(phrase: list[Token]) -> Token | None:
    """The surname or head noun: the last word before a preposition, comma or bracket."""
    found = None
    for place, token in enumerate(phrase):
        bits = token.bits
        if bits & QUOTATION:
            continue
        if (place and bits & PREPOSITION and not bits & TO) or bits & (COMMA | OPENING):
            break
        if token.bits & WORD:
            found = token
    return found


def span_of(phrase: list[Token]) -> Span:
    """Where a phrase stands in the text."""
    return Span(phrase[0].start, phrase[-1].end)


def is_abbreviated(sentence: Sentence, place: int) -> bool:
    """Whether the token at `place` is the full stop of an abbreviation or an initial."""
    if place < 1 or sentence[place].word != ".":
        return False
    before = sentence[place - 1]
    return before.bits & ABBREVIATION != 0 or len(before.word) == 1


def phrase_start(sentence: Sentence, end: int, floor: int = -1) -> int:
    """Where the noun phrase that ends before `end` begins; never at or before `floor`."""
    place = end
    while place - 1 > floor:
        token = sentence[place - 1]
        bits = token.bits
        if bits & (QUOTATION | BREAK):
            if is_abbreviated(sentence, place - 1) or _is_nickname(sentence, place - 1, floor):
                place -= 1
                continue
            if bits & CLOSING:
                opening = _bracket_start(sentence, place - 1, floor)
                if opening >= 0:
                    place = opening
                    continue
            break
        if bits & BOUNDARY:
            joined = token.lower == "and" and place - 2 > floor and sentence[place - 2].bits & NAME
            if not (joined and place < len(sentence) and sentence[place].bits & NAME):
                break
        elif bits & RELATIVE or (
            bits & REPORTING
            and token.word[0].islower()
            and not bits & (REPORTING_NOUN | OCCASION)
            and not (place > 1 and sentence[place - 2].bits & DETERMINER)
        ):
            break
        place -= 1
    return place


def _is_nickname(sentence: Sentence, place: int, floor: int) -> bool:
    quotation = sentence[place].quotation
    return (
        quotation is not None
        and quotation.closed
        and quotation.inner_end - quotation.inner_start < SHORT_QUOTATION
        and place - 1 > floor
        and sentence[place - 1].word[:1].isupper()
    )


def _bracket_start(sentence: Sentence, place: int, floor: int) -> int:
    for opening in range(place, max(floor, place - LONGEST_BRACKET), -1):
        if sentence[opening].bits & OPENING:
            return opening
    return -1


def stripped(phrase: list[Token]) -> list[Token]:
    """A noun phrase without what leads to it ("On Monday", "But in Ohio") or trails it (auxiliaries, marks)."""
    start, end = 0, len(phrase)
    while start < end and not phrase[start].bits & WORD:
        start += 1
    while start < end and phrase[start].bits & LEADING:
        if phrase[start].bits & LEADING_PLACE:
            start = _after_prepositional(phrase, start, end)
        else:
            start += 1
    while start < end - 1 and phrase[start].bits & TIME and phrase[start].lower != "may":
        start += 1
    while end > start and not phrase[end - 1].word[-1:].isalnum() and phrase[end - 1].word not in (".", ")"):
        end -= 1
    while end > start + 1 and phrase[end - 1].bits & AUXILIARY:
        end -= 1
    if end > start:
        last = phrase[end - 1]
        if last.bits & PRONOUN and (
            last.lower not in ("it", "you") or (end - start > 1 and not phrase[end - 2].bits & PREPOSITION)
        ):
            start = end - 1  # "In Ohio he"
    return phrase[start:end]


def _after_prepositional(phrase: list[Token], start: int, end: int) -> int:
    """Where the subject begins behind a leading "on Monday" or "in the capital"."""
    place = start + 1
    while place < end and (
        phrase[place].bits & TIME or phrase[place].word[:1].isdigit() or phrase[place].lower == "the"
    ):
        place += 1
    if place > start + 1:
        return place
    for place in range(start + 2, end):
        token, before = phrase[place], phrase[place - 1]
        if token.bits & PRONOUN or (token.bits & DETERMINER and token.lower != "that"):
            return place
        if token.bits & NAME and not before.bits & (NAME | DETERMINER | PREPOSITION):
            return place
    return start + 1
