"""English noun phrases: where one begins, what belongs to it, its head word, and the affiliation beside a name.

Nothing here knows verbs of speech beyond their classes.
"""

from __future__ import annotations

from provenance.quotes.english.reporting_words import (
    ANY_VERB,
    AUXILIARY,
    LEADING_PLACE,
    OCCASION,
    OF,
    REPORTING_NOUN,
    TIME,
    TO,
)
from provenance.quotes.sentence_tokens import (
    BREAK,
    CLOSING,
    COMMA,
    NAME,
    OPENING,
    QUOTATION,
    WORD,
    Sentence,
    Token,
    is_abbreviated,
)
from provenance.quotes.word_classes import (
    BOUNDARY,
    DAY,
    DETERMINER,
    LEADING,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    REPORTING,
)

LONGEST_BRACKET = 9  # tokens of an aside inside a noun phrase: "Ortiz (D-Mich.)"
SHORT_QUOTATION = 25  # code points: a nickname inside a name
LONGEST_PHRASE = 25  # tokens; beyond it the last LAST_WORDS are taken
LAST_WORDS = 6
NAMED_BY = ("known", "called", "nicknamed", "dubbed", "named", "titled", "entitled", "alias")
MARKS = frozenset("“”„\"«»‘’'")  # around a name inside a phrase; around speech they are no tokens
CLOSERS = frozenset((".", ")", "”", '"', "»", "’"))
LONGEST_ROLE = 14  # tokens of an affiliation: "senior analyst at Crisis Group"


def head(phrase: list[Token]) -> Token | None:
    """The surname or head noun: the last word before a preposition, comma or bracket."""
    found = None
    for place, token in enumerate(phrase):
        bits = token.bits
        if bits & QUOTATION:
            continue
        if (place and bits & PREPOSITION and not bits & TO) or bits & (COMMA | OPENING):
            break
        if found is not None and (token.lower in NAMED_BY or (token.word in MARKS and found.word[:1].islower())):
            break  # "the woman known as “the Duchess”", "the group “Mothers of the Quay”"
        if token.bits & WORD:
            found = token
    return found


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
            named = token.lower == "as" and any(
                t.lower == "known" for t in sentence[max(floor + 1, place - 4) : place]
            )
            if not named and not (joined and place < len(sentence) and sentence[place].bits & NAME):
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
    while end > start and not phrase[end - 1].word[-1:].isalnum() and phrase[end - 1].word not in CLOSERS:
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


def affiliation_of(sentence: Sentence, end: int, owners: list[Token]) -> str | None:
    """What an article says a person is: "Oleg Ignatov, senior analyst at Crisis Group", "the Crisis Group’s Ignatov".

    The body or role of the name that ends before token `end`; `owners` are the words of a possessive before it.
    """
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
