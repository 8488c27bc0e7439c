"""What a German noun of speech introduces, with its owner: "die Kritik der Opposition, der Plan sei unausgereift".

The owner speaks: a genitive, a phrase with "von", or "seine". A noun without an owner is left to its verb. Nothing
here looks for verbs of speech.
"""

from __future__ import annotations

from typing import NamedTuple

from provenance.quotes.german.clauses import Clause, first_word
from provenance.quotes.german.contents import Content
from provenance.quotes.german.doers import Doers
from provenance.quotes.german.noun_phrases import is_capital, phrase_at, subject_of
from provenance.quotes.german.reporting_words import (
    ADJECTIVE,
    ANY_FINITE,
    CONTENT,
    GENITIVE,
    REPORTED,
    SUBORDINATOR,
    THAT,
    UNREAL,
    VERB,
)
from provenance.quotes.german.subjects import Finder, Speaker
from provenance.quotes.sentence_tokens import COMMA
from provenance.quotes.word_classes import DETERMINER

MOST_BEFORE = 4  # adjectives and articles before the noun


class View(NamedTuple):
    """A noun of speech at token `cue`; tokens `[start, end)` are what its owner says."""

    cue: int
    start: int
    end: int
    speaker: Speaker


def views_of(finder: Doers, content: Content, places: list[int]) -> list[View]:
    """The nouns of speech at `places` that have an owner and a clause, in order."""
    found = []
    for place in places:
        token = finder.sentence[place]
        considered = token.lower == "bedenken" and place and finder.sentence[place - 1].lower == "zu"
        if (token.bits & CONTENT and is_capital(token)) or considered:
            view = _view(finder, content, place)
            if view is not None:
                found.append(view)
    return found


def _view(finder: Doers, content: Content, place: int) -> View | None:
    sentence, clauses = finder.sentence, finder.clauses
    number = next((n for n, one in enumerate(clauses) if one.start <= place < one.end), len(clauses))
    if number + 1 >= len(clauses) or not clauses[number + 1].mark & COMMA:
        return None
    owner = _owner(finder, place, clauses[number].end) or _holder(finder, clauses[number], place)
    if owner is None or (owner.end < clauses[number].end and owner.end > place):
        return None
    start = clauses[number + 1].start
    first = sentence[first_word(sentence, clauses[number + 1])]
    inner = sentence[start : clauses[number + 1].end]
    if not first.bits & THAT and not any(token.bits & (REPORTED | UNREAL) for token in inner):
        return None
    end = content.end
    for clause in clauses[number + 2 :]:
        if sentence[clause.start].bits & (ANY_FINITE | VERB) and clause.mark & COMMA:
            end = clause.start
            break
    return View(place, start, end, owner)


def _holder(finder: Doers, clause: Clause, place: int) -> Speaker | None:
    """Whom a clause is about that ends with the noun: "Orre ist der Meinung", "Orre gab zu bedenken"."""
    sentence = finder.sentence
    if any(token.bits & (REPORTED | SUBORDINATOR) for token in sentence[clause.start : clause.end]):
        return None
    found = finder.doer(place) if place == clause.end - 1 else None
    if found is None or found.end > place:
        return None
    other = next((one for one in finder.clauses if one.start <= found.start < one.end), clause)
    apart = other is not clause and sentence[first_word(sentence, other)].bits & SUBORDINATOR
    return None if apart else found  # "Obwohl Orre das bestritt, hält sich das Gerücht, ..."


def _owner(finder: Finder, place: int, limit: int) -> Speaker | None:
    """Whose word the noun at `place` is; the speaker's end is that of the whole phrase."""
    sentence = finder.sentence
    if place + 1 < limit:
        following = sentence[place + 1]
        if following.bits & GENITIVE and (following.bits & DETERMINER or following.lower in ("von", "vom")):
            start = place + 1 if following.bits & DETERMINER else place + 2
            phrase = phrase_at(sentence, start, limit)
            return finder.oblique(phrase) if phrase is not None else None
    start = place
    while start and place - start < MOST_BEFORE and sentence[start - 1].bits & (DETERMINER | ADJECTIVE):
        start -= 1
    if start == place or not sentence[start].lower.startswith(("sein", "ihr")):
        return None
    phrase = phrase_at(sentence, start, limit)
    if phrase is None:
        return None
    subject, _ = subject_of(sentence, phrase, finder.names, finder.text)
    return Speaker(subject, finder.names.speaker or finder.names.full(finder.names.subject), phrase.end, start)
