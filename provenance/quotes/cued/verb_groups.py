"""The words of a cue: a finite verb, a participle with its auxiliary ("a-t-elle déclaré"), "fait savoir", "zo zei".

A participle alone, a noun that looks like a verb, or a verb behind "not" is no cue. Nothing here looks for speakers,
except that a subject inside a group ("heeft de minister gezegd") is left where it is and its place told.
"""

from __future__ import annotations

from typing import NamedTuple

from provenance.quotes.cued.grammar import (
    ADVERB,
    AUXILIARY,
    CLITIC,
    COMPLEMENT,
    CUE_VERB,
    FINITE,
    GERUND,
    LABEL,
    LIGHT,
    NEGATION,
    PARTED,
    PARTICIPLE,
    PARTICLE_BEHIND,
    PLACED_VERB,
    SO,
    THAT,
    THAT_VERB,
)
from provenance.quotes.sentence_tokens import COLON, QUOTATION, SEMICOLON, STOP, Sentence, is_abbreviated
from provenance.quotes.word_classes import DETERMINER, PERSON, PREPOSITION, REPORTING

LONGEST_GROUP = 12  # tokens between an auxiliary and its participle


class Group(NamedTuple):
    """A cue: its verb, first and last token (`end` is behind it), and the subject inside, if any.

    `inner` are the tokens between the auxiliary and the participle that are neither adverbs nor pronouns as objects.
    """

    verb: int
    start: int
    end: int
    bits: int
    inner: tuple[int, int] | None = None
    negated: bool = False


def group_at(sentence: Sentence, place: int, floor: int) -> Group | None:
    """The cue whose verb is the token at `place`; nothing before `floor` belongs to it. None where it is no cue."""
    token = sentence[place]
    bits = token.bits
    capital = token.word[:1].isupper()
    if capital and place and not all(other.word[:1].isupper() or not other.word.isalpha() for other in sentence):
        before = sentence[place - 1].bits
        if not before & (COLON | QUOTATION | STOP):
            return None
    if bits & COMPLEMENT:
        opening = _auxiliary(sentence, place, floor, LIGHT)
        if opening is not None:
            return _group(sentence, place, opening, THAT_VERB | PLACED_VERB | REPORTING | FINITE)
    if not bits & CUE_VERB:
        return None
    if bits & (PARTICIPLE | COMPLEMENT):
        opening = _auxiliary(sentence, place, floor, AUXILIARY)
        if opening is not None:
            return _group(sentence, place, opening, bits | FINITE)
    if not bits & (FINITE | GERUND | LABEL) or (bits & PARTED and not _completed(sentence, place)):
        return None
    if place and sentence[place - 1].bits & DETERMINER and not sentence[place - 1].bits & CLITIC:
        return None
    if place and sentence[place - 1].bits & PREPOSITION and not sentence[place - 1].bits & (CLITIC | PERSON):
        return None
    return _group(sentence, place, place, bits)


def _completed(sentence: Sentence, place: int) -> bool:
    """Whether the second half of a parted verb follows: "voegt hij eraan toe"."""
    for token in sentence[place + 1 : place + LONGEST_GROUP]:
        if token.bits & PARTICLE_BEHIND:
            return True
        if token.bits & (QUOTATION | STOP | THAT):
            return False
    return False


def _auxiliary(sentence: Sentence, place: int, floor: int, wanted: int) -> int | None:
    """The nearest auxiliary before a participle with nothing between them that ends a clause."""
    for at in range(place - 1, max(floor, place - LONGEST_GROUP) - 1, -1):
        bits = sentence[at].bits
        if bits & wanted:
            return at
        if bits & (QUOTATION | STOP | COLON | SEMICOLON) and not is_abbreviated(sentence, at):
            return None
        if bits & THAT and not bits & CLITIC:
            return None
    return None


def _group(sentence: Sentence, verb: int, start: int, bits: int) -> Group:
    inner = [at for at in range(start + 1, verb) if not sentence[at].bits & (ADVERB | CLITIC | NEGATION)]
    negated = any(sentence[at].bits & NEGATION for at in range(max(0, start - 2), verb))
    end = verb + 1
    while end < len(sentence) and sentence[end].bits & NEGATION:
        negated, end = True, end + 1
    leading = CLITIC | SO | NEGATION | (AUXILIARY if sentence[verb].bits & COMPLEMENT else 0)
    while start and sentence[start - 1].bits & leading and not sentence[start - 1].bits & PERSON:
        start -= 1
    between = (inner[0], inner[-1] + 1) if inner else None
    return Group(verb, start, end, bits, between, negated)
