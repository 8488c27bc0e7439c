"""What an article says a person is: "Oleg Ignatov, senior analyst at Crisis Group", "the Crisis Group’s Ignatov"."""

from __future__ import annotations

from provenance.quotes.lexicon import (
    ANY_VERB,
    AUXILIARY,
    BOUNDARY,
    DAY,
    OCCASION,
    OF,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    REPORTING_NOUN,
    TIME,
)
from provenance.quotes.tokens import BREAK, COMMA, NAME, QUOTATION, WORD, Sentence, Token

LONGEST_ROLE = 14  # tokens


def affiliation_of(sentence: Sentence, end: int, owners: list[Token]) -> str | None:
    """The body or role of the name that ends before token `end`; `owners` are the words before its possessive."""
    if owners:
        words = [token.word for token in owners]
        words[-1] = words[-1][:-2]
        return " ".join(words)
    if end >= len(sentence):
        return None
    if sentence[end].bits & OF:
        return _body(sentence, end + 1)
    if sentence[end].bits & COMMA:
        return _role(sentence, end + 1)
    return None


def _body(sentence: Sentence, start: int) -> str | None:
    if start < len(sentence) and sentence[start].lower == "the":
        start += 1
    end = start
    while end < len(sentence) and (
        sentence[end].bits & NAME
        or (end > start and sentence[end].lower in ("for", "of", "and", "on", "the") and _named_next(sentence, end))
    ):
        end += 1
    return " ".join(token.word for token in sentence[start:end]) if end > start else None


def _named_next(sentence: Sentence, place: int) -> bool:
    return any(token.bits & NAME for token in sentence[place + 1 : place + 2])


def _role(sentence: Sentence, start: int) -> str | None:
    """The apposition after a comma: a short phrase without a verb that ends at a mark or the sentence's end."""
    if start >= len(sentence):
        return None
    first = sentence[start]
    if not first.bits & WORD or first.bits & (BOUNDARY | PREPOSITION | PRONOUN | RELATIVE | DAY | TIME | AUXILIARY):
        return None
    end = start
    while end < len(sentence) and not sentence[end].bits & (BREAK | QUOTATION):
        bits = sentence[end].bits
        verb = bits & ANY_VERB and not bits & (REPORTING_NOUN | OCCASION)
        if (
            verb
            or bits & (PRONOUN | RELATIVE)
            or (bits & AUXILIARY and not bits & TIME)
            or end - start > LONGEST_ROLE
        ):
            return None
        end += 1
    words = sentence[start:end]
    if len(words) < 2 or all(token.bits & NAME for token in words):
        return None
    closed = end >= len(sentence) or sentence[end].word in (",", ".", ")", "—")
    return " ".join(token.word for token in words) if closed else None
