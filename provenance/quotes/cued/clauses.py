"""Where what is said without quotation marks begins and ends inside its sentence.

A clause ends at the sentence's end, at a semicolon, or where the next cue, "according to" or a contrast with a verb
of speech begins. Nothing here knows who speaks.
"""

from __future__ import annotations

from provenance.model import Span
from provenance.quotes.cued.grammar import (
    ACCORDING,
    ADVERB,
    AND,
    AUXILIARY,
    BUT,
    CLITIC,
    COMPLEMENT,
    CUE_VERB,
    LIGHT,
    MARK,
    NEGATION,
    OWNER,
    QUESTION,
    THAT,
    TO,
    Grammar,
)
from provenance.quotes.sentence_tokens import (
    BREAK,
    COLON,
    COMMA,
    DASH,
    QUOTATION,
    SEMICOLON,
    STOP,
    Sentence,
    is_abbreviated,
    span_of,
)
from provenance.quotes.word_classes import CUE

CUE_AHEAD = 5  # tokens behind "and" or "but" in which a cue begins a report of its own
OPENING_CUE = 3  # tokens behind a comma: ", a indiqué X"
FEWEST_WORDS = 2  # of a clause


def clause_end(grammar: Grammar, sentence: Sentence, start: int) -> int:
    """Behind the last token of the clause that begins at `start`."""
    for place in range(start, len(sentence)):
        bits = sentence[place].bits
        if bits & SEMICOLON:
            if _opens_again(sentence, place + 1):
                continue
            return place
        if bits & STOP and not is_abbreviated(sentence, place) and place + 1 >= len(sentence):
            return place
        if bits & COLON and place + 1 < len(sentence) and sentence[place + 1].bits & QUOTATION:
            return place
        if place == start:
            continue
        if bits & (AND | BUT) and _cue_follows(sentence, place + 1):
            return place - 1 if sentence[place - 1].bits & COMMA else place
        if bits & (COMMA | DASH) and (
            _cue_adjoins(sentence, place + 1) or according_at(grammar, sentence, place + 1) is not None
        ):
            return place
    return len(sentence)


def _opens_again(sentence: Sentence, place: int) -> bool:
    return any(token.bits & (THAT | QUESTION) for token in sentence[place : place + 2])


def _cue_follows(sentence: Sentence, place: int) -> bool:
    """Whether a verb of speech comes right behind "and": "y añadió que"."""
    for at in range(place, min(len(sentence), place + CUE_AHEAD)):
        bits = sentence[at].bits
        if bits & (CUE_VERB | COMPLEMENT) and bits & CUE:
            behind = sentence[at + 1].bits if at + 1 < len(sentence) else 0
            return bool(behind & (THAT | QUESTION | TO | COLON | COMMA | QUOTATION | ADVERB)) or bool(
                behind and at + 2 < len(sentence) and sentence[at + 2].bits & THAT
            )
        if not bits & (CLITIC | ADVERB | AUXILIARY | LIGHT | NEGATION):
            return False
    return False


def _cue_adjoins(sentence: Sentence, place: int) -> bool:
    """Whether ", añadió" comes: a verb of speech that no "that" follows."""
    for at in range(place, min(len(sentence), place + OPENING_CUE)):
        bits = sentence[at].bits
        if bits & CUE_VERB:
            return not any(token.bits & (THAT | QUESTION) for token in sentence[at + 1 : at + 4])
        if not bits & (CLITIC | ADVERB | AUXILIARY | LIGHT):
            return False
    return False


def according_at(grammar: Grammar, sentence: Sentence, place: int) -> int | None:
    """The token behind "according to" where it begins at `place`; None where it does not."""
    if place >= len(sentence) or not sentence[place].bits & ACCORDING:
        return None
    for phrase in grammar.according:
        end = place + len(phrase)
        if end < len(sentence) and all(
            token.lower.replace("'", "’") == word for token, word in zip(sentence[place:end], phrase, strict=True)
        ):
            return end
    return None


def part(sentence: Sentence, start: int, end: int, fewest: int = FEWEST_WORDS) -> Span | None:
    """The span of `sentence[start:end]` without marks at its ends; None where too little is left."""
    while start < end and sentence[start].bits & MARK and not sentence[start].quotation:
        start += 1
    while end > start and sentence[end - 1].bits & BREAK and not is_abbreviated(sentence, end - 1):
        end -= 1
    if end - start < fewest and not (end > start and sentence[start].bits & QUOTATION):
        return None
    return span_of(sentence[start:end])


def owned_at(grammar: Grammar, sentence: Sentence, place: int) -> tuple[int, int] | None:
    """The token behind "in her words" where it begins at `place`, and the place of "her"; None where it does not."""
    for phrase in grammar.owned:
        end = place + len(phrase)
        if end < len(sentence) and all(
            token.bits & OWNER if word == "*" else token.lower == word
            for token, word in zip(sentence[place:end], phrase, strict=True)
        ):
            return end, place + phrase.index("*")
    return None
