"""Sources that no verb names: "laut Polizei", "nach Angaben der Behörde", "einem Sprecher zufolge", "so Orre".

`sources_of` finds the phrases; what they report is for `attributions`. A "nach" without a word such as "Angaben" is a
time or a direction and no source.
"""

from __future__ import annotations

from typing import NamedTuple

from provenance.quotes.german.clauses import MARKS, Clause
from provenance.quotes.german.noun_phrases import Phrase, is_capital, nominative, phrase_at, subject_of
from provenance.quotes.german.reporting_words import (
    ACCORDING,
    ADJECTIVE,
    ADVERB,
    ANY_FINITE,
    DEMNACH,
    GENITIVE,
    NOUN,
    OPINION,
    SO,
    SOURCE,
    VERB,
)
from provenance.quotes.german.subjects import Finder, Speaker
from provenance.quotes.sentence_tokens import NAME, QUOTATION, WORD, Sentence
from provenance.quotes.word_classes import DETERMINER, PERSON, PREPOSITION, TITLE

LONGEST_LEFT = 14  # tokens of a phrase before "zufolge"
BEFORE_NOUN = 6  # tokens between "nach" and "Angaben"


class Source(NamedTuple):
    """A source: tokens `[start, end)`, the cue among them, its speaker; `closes`: what is said comes before it."""

    start: int
    end: int
    cue: int
    speaker: Speaker
    closes: bool = False


def sources_of(finder: Finder, places: list[int]) -> list[Source]:
    """The sources at `places`, in order, none inside another."""
    sentence = finder.sentence
    found: list[Source] = []
    for place in places:
        bits = sentence[place].bits
        made = None
        if bits & ACCORDING and sentence[place].lower == "zufolge":
            made = _before(finder, place)
        elif bits & ACCORDING and sentence[place].lower != "zufolge":
            made = _behind(finder, place, place + 1)
        elif bits & SOURCE and is_capital(sentence[place]):
            made = _with_noun(finder, place)
        elif (bits & SO and not bits & NAME) or sentence[place].lower == "so":
            made = _so(finder, place)
        elif bits & DEMNACH and place == 0:
            made = Source(place, place + 1, place, Speaker(None, None, place + 1))
        if made is not None and not (found and found[-1].end > made.start):
            found.append(made)
    return found


def _behind(finder: Finder, cue: int, start: int) -> Source | None:
    phrase = _whole(finder.sentence, start)
    if phrase is None:
        sentence = finder.sentence
        if (
            start + 1 >= len(sentence)
            or not sentence[start].bits & (WORD | QUOTATION)
            or sentence[start].bits & PERSON
        ):
            return None
        phrase = Phrase(start, start + 1, start, start + 1)
    phrase = _without_object(finder.sentence, phrase)
    return Source(cue, phrase.end, cue, _speaker(finder, phrase))


def _without_object(sentence: Sentence, phrase: Phrase) -> Phrase:
    """A name or body without an article, without the noun behind it: "laut Hafenamt Arbeiten an der Mole"."""
    first = sentence[phrase.first]
    if phrase.first > phrase.start or first.bits & TITLE:
        return phrase
    for place in range(phrase.first + 1, phrase.last):
        token = sentence[place]
        if token.bits & NOUN or token.bits & QUOTATION:
            return Phrase(phrase.start, place, phrase.first, place)
    return phrase


def _whole(sentence: Sentence, start: int) -> Phrase | None:
    """The phrase at `start`; a quotation may be the name in it."""
    while start < len(sentence) and sentence[start].bits & ADVERB and not sentence[start].bits & DETERMINER:
        start += 1
    return phrase_at(sentence, start, len(sentence))


def _speaker(finder: Finder, phrase: Phrase) -> Speaker:
    """Who the source is: "Angaben der Polizei" is the police, "seinen Angaben" is him."""
    sentence = finder.sentence
    whole, name = subject_of(sentence, phrase, finder.names, finder.text)
    head = sentence[phrase.last - 1]
    if head.bits & OPINION:
        inner = phrase_at(sentence, phrase.last, phrase.end)
        if inner is None and phrase.last < phrase.end and sentence[phrase.last].lower in ("von", "vom", "aus"):
            inner = phrase_at(sentence, phrase.last + 1, phrase.end)
        if inner is not None:
            owner, name = subject_of(sentence, inner, finder.names, finder.text)
            name = nominative(name)
            owner.span = whole.span
            return Speaker(owner, name, phrase.end, phrase.start)
        possessive = sentence[phrase.start]
        if any(token.lower.startswith("eigen") for token in sentence[phrase.start : phrase.last - 1]):
            whole.head = None  # "nach eigenen Angaben": of whom the sentence is about
            return Speaker(whole, None, phrase.end, phrase.start)
        if possessive.lower.startswith(("sein", "ihr")) and possessive.bits & DETERMINER:
            name = finder.names.speaker or finder.names.full(finder.names.subject)
            whole.head = whole.head if name else None
            return Speaker(whole, name, phrase.end, phrase.start)
        return Speaker(whole, nominative(name), phrase.end, phrase.start)
    return Speaker(whole, nominative(name), phrase.end, phrase.start)


def _before(finder: Finder, place: int) -> Source | None:
    """ "einem Sprecher der Polizei zufolge": the longest phrase that ends before the word at `place`."""
    sentence = finder.sentence
    for start in range(max(0, place - LONGEST_LEFT), place):
        token = sentence[start]
        if not (token.bits & (DETERMINER | ADJECTIVE) or is_capital(token)):
            continue
        if start and sentence[start - 1].bits & (DETERMINER | PREPOSITION) and token.bits & GENITIVE == 0:
            continue
        phrase = phrase_at(sentence, start, place)
        if phrase is not None and phrase.end == place:
            return Source(start, place + 1, place, _speaker(finder, phrase))
    return None


def _with_noun(finder: Finder, place: int) -> Source | None:
    """ "nach ersten Angaben der Polizei", "meiner Meinung nach"."""
    sentence = finder.sentence
    if place + 1 < len(sentence) and sentence[place + 1].lower == "nach":
        start = place
        while start and sentence[start - 1].bits & (DETERMINER | ADJECTIVE) and place - start < BEFORE_NOUN:
            start -= 1
        if start and sentence[start].bits & DETERMINER and sentence[start - 1].bits & (DETERMINER | PREPOSITION):
            return None  # "gegen die ihrer Meinung nach falschen Pläne"
        phrase = phrase_at(sentence, start, place + 1)
        return Source(start, place + 2, place + 1, _speaker(finder, phrase)) if phrase is not None else None
    start = place - 1
    while start >= 0 and place - start <= BEFORE_NOUN:
        token = sentence[start]
        if token.lower == "nach" or (token.lower == "in" and sentence[place].lower == "worten"):
            return _behind(finder, start, start + 1)
        owner = is_capital(token) and start == place - 1 and token.lower.endswith("s")  # "nach Orres Angaben"
        if not owner and (not token.bits & (DETERMINER | ADJECTIVE | ADVERB | PREPOSITION) or token.bits & VERB):
            return None
        start -= 1
    return None


def _so(finder: Finder, place: int) -> Source | None:
    """ "..., so Orre weiter": behind a mark, a short phrase and no verb."""
    sentence = finder.sentence
    before = sentence[place - 1] if place else None
    if before is None and not any(token.bits & (QUOTATION | ANY_FINITE | VERB) for token in sentence):
        return None  # "So Orre gestern in Berlin.": of what comes before the sentence
    if before is not None and not before.bits & (MARKS | QUOTATION):
        return None
    phrase = phrase_at(sentence, place + 1, len(sentence))
    if phrase is None or (sentence[phrase.start].bits & PERSON and phrase.end < len(sentence) - 2):
        return None
    end = phrase.end
    speaker = finder.speaker(phrase)
    if speaker is None or speaker.subject is None:
        return None
    end = max(end, speaker.end)
    while end < len(sentence) and not sentence[end].bits & MARKS and not sentence[end].bits & QUOTATION:
        if sentence[end].bits & (ANY_FINITE | VERB):
            return None
        end += 1
    return Source(place, end, place, speaker, closes=before is not None)


def clause_with(clauses: list[Clause], place: int) -> int:
    """The number of the clause that has the token at `place`; the last one where none has."""
    for number, clause in enumerate(clauses):
        if clause.start <= place < clause.end:
            return number
    return len(clauses) - 1
