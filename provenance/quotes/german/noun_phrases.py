"""German noun phrases: where one ends, its head, and the name in it; and which words with a capital are no names.

All nouns have a capital, so a name is told by what comes before it: a rank, a first name, no article. Nothing here
knows verbs beyond their classes.
"""

from __future__ import annotations

from typing import NamedTuple

from provenance.model import Span
from provenance.quotes import sentence_tokens
from provenance.quotes.german import word_lists
from provenance.quotes.german.reporting_words import (
    ADJECTIVE,
    ADVERB,
    CONTENT,
    COORDINATOR,
    GENITIVE,
    NOUN,
    OBLIQUE,
    PARTED,
    QUESTION,
    REPORTED,
    SMALL,
    SUBORDINATOR,
    TIME,
)
from provenance.quotes.languages import Subject
from provenance.quotes.person_names import Names
from provenance.quotes.sentence_tokens import (
    CLOSING,
    COMMA,
    NAME,
    OPENING,
    QUOTATION,
    WORD,
    Landmarks,
    Sentence,
    Token,
    Tokens,
    is_abbreviated,
)
from provenance.quotes.word_classes import (
    BOUNDARY,
    DAY,
    DETERMINER,
    FEMALE,
    MALE,
    ORGANISATION,
    PARTICLE,
    PERSON,
    PREPOSITION,
    PRONOUN,
    TITLE,
    WORK,
)

LONGEST_NAME_IN_MARKS = 60  # code points of "das Magazin „Der Spiegel“"
LONGEST_BRACKET = 9  # tokens of "(CDU)"
MOST_ATTRIBUTES = 6  # words between an article and its noun
MOST_MODIFIERS = 4  # genitives and phrases with "von" behind a noun
NO_NAME = PRONOUN | PREPOSITION | BOUNDARY | SUBORDINATOR | ADVERB | COORDINATOR | TIME | DAY
MANY_BODIES = ("organisationen", "verbände", "verbänden", "gewerkschaften", "parteien", "behörden")
BODIES = ("regierung", "partei", "behörde", "polizei", "verwaltung", "fraktion", "kommission")
AGENCIES = frozenset(word_lists.AGENCIES.split())
OF_NAMES = frozenset(("de", "van", "al", "el", "bin", "di", "da", "del"))
ATTACHED = frozenset(("von", "vom", "für", "aus", "beim", "zur", "im"))


_INDEFINITE = {"einer": "eine", "einem": "ein", "eines": "ein", "einen": "ein"}
_DEFINITE = frozenset(("der", "des", "dem", "den", "die", "das"))


_NO_SUBJUNCTIVE = ("te", "erweise", "sweise", "tweise", "insbesondere", "live")  # "stürzte", "möglicherweise"
_BEHIND_VERB = DETERMINER | PREPOSITION | ADVERB | PRONOUN


class Phrase(NamedTuple):
    """A noun phrase: its tokens `[start, end)`, the run of nouns and names `[first, last)` that its head ends."""

    start: int
    end: int
    first: int
    last: int


def sentences(found: Tokens, text: str) -> list[tuple[Sentence, Landmarks]]:
    """The sentences of a paragraph, where only what may be a name is one."""
    made = sentence_tokens.sentences(found, text)
    for place in found.quoted:
        mark = found.all[place].quotation
        if mark is not None and text[mark.inner_start : mark.inner_end].lstrip()[:1].islower():
            found.all[place].bits |= SMALL
    return [(sentence, _only_names(sentence, landmarks)) for sentence, landmarks in made]


def _only_names(sentence: Sentence, landmarks: Landmarks) -> Landmarks:
    """The landmarks without nouns among the names; the tokens lose NAME."""
    for place in range(1, len(sentence)):
        if sentence[place].bits & PARTICLE and not _is_particle(sentence, place):
            sentence[place].bits &= ~PARTICLE
    reach = 0
    for place in landmarks.named:
        token = sentence[place]
        if place < reach or not token.bits & NAME:
            continue
        if token.bits & NO_NAME:
            token.bits &= ~NAME
            continue
        reach = place + 1
        while reach < len(sentence) and sentence[reach].bits & (NAME | PARTICLE):
            reach += 1
        run = sentence[place:reach]
        before = sentence[place - 1].bits if place else 0
        led = before & (DETERMINER | ADJECTIVE | PREPOSITION)
        person = any(one.bits & (MALE | FEMALE | TITLE) for one in run) or (len(run) > 1 and not before & DETERMINER)
        for one in run:
            if (one.bits & NOUN and not one.bits & TITLE) or (led and not person):
                one.bits &= ~NAME
    named = [place for place in landmarks.named if sentence[place].bits & (NAME | PERSON)]
    reported = [place for place in range(1, len(sentence)) if _is_subjunctive(sentence, place)]
    for place in reported:
        sentence[place].bits = sentence[place].bits & ~ADJECTIVE | REPORTED
    cues = sorted({*landmarks.cues, *reported}) if reported else landmarks.cues
    return Landmarks(named, cues, landmarks.quoted)


def _is_subjunctive(sentence: Sentence, place: int) -> bool:
    """Whether a word that ends as an adjective is a verb in the subjunctive: "Der Bericht weise auf Mängel hin".

    A subject comes before it and no noun behind it.
    """
    token = sentence[place]
    if not token.bits & (ADJECTIVE | PARTED) or token.lower[-1] != "e" or token.lower.endswith(_NO_SUBJUNCTIVE):
        return False
    before = sentence[place - 1]
    if not (
        before.bits & PERSON or before.lower in ("es", "man", "das") or before.bits & QUOTATION or is_capital(before)
    ):
        return False
    if place + 1 >= len(sentence):
        return True
    after = sentence[place + 1]
    return (bool(after.bits & _BEHIND_VERB) and not after.bits & ADJECTIVE) or not after.bits & (WORD | QUOTATION)


def _is_particle(sentence: Sentence, place: int) -> bool:
    """Whether "von" or "der" is part of a name: "Ursula von der Leyen", but "Joe Stork von der Hafenwache"."""
    token, before = sentence[place], sentence[place - 1]
    if token.lower in ("der", "den", "dem"):
        return before.lower in ("von", "van") and _is_particle(sentence, place - 1)
    if token.lower in ("von", "zu", "vom", "zum"):
        return bool(before.bits & (MALE | FEMALE | TITLE)) or before.lower == "von"
    return True


def is_capital(token: Token) -> bool:
    """Whether a token is written with a capital and is no pronoun or other small word at a sentence's beginning."""
    small = token.bits & (DETERMINER | PRONOUN | PREPOSITION | ADVERB | SUBORDINATOR | COORDINATOR | QUESTION)
    if token.lower in AGENCIES:
        return True
    upper = token.word[:1].isupper() or token.word.rpartition("-")[2][:1].isupper()  # "documenta-Seite"
    return upper and (not small or bool(token.bits & TITLE))


def phrase_at(sentence: Sentence, start: int, limit: int) -> Phrase | None:
    """The noun phrase that begins at `start`, with what belongs to it, before `limit`; a pronoun is one."""
    if start >= limit:
        return None
    run = _run_at(sentence, start, limit)
    if run is None:
        if sentence[start].bits & (PRONOUN | PERSON):
            return Phrase(start, start + 1, start, start + 1)
        return None
    first, last = run
    end = last
    for _ in range(MOST_MODIFIERS):
        further = _modifier(sentence, first, last, end, limit)
        if further == end:
            break
        end = further
    return Phrase(start, end, first, last)


def _run_at(sentence: Sentence, start: int, limit: int) -> tuple[int, int] | None:
    """The nouns and names behind articles and adjectives at `start`."""
    place = start
    while place < limit and place - start < MOST_ATTRIBUTES and _is_attribute(sentence, place, start):
        place += 1
    if place < limit - 1 and sentence[place].lower in OF_NAMES and is_capital(sentence[place + 1]):
        place += 1  # "Wie de Santos sagte"
    first = place
    while place < limit and _in_run(sentence, place, limit):
        place += 1
        if first > start and sentence[place - 1].lower.endswith((*BODIES, *MANY_BODIES)):
            break  # "die Regierung Velden": what follows is no part of the subject
    return (first, place) if place > first else None


def _is_attribute(sentence: Sentence, place: int, start: int) -> bool:
    token = sentence[place]
    if token.lower == "und" and start < place < len(sentence) - 1:
        return bool(sentence[place - 1].bits & sentence[place + 1].bits & ADJECTIVE)
    if is_capital(token):
        return bool(token.bits & ADJECTIVE)
    led = start < place < len(sentence) - 1 and sentence[place + 1].bits & ADJECTIVE  # "ein sichtlich bewegter Orre"
    if led and (token.bits & ADVERB or token.lower.endswith(("lich", "ig", "isch"))):
        return True
    return bool(token.bits & (DETERMINER | ADJECTIVE)) or token.word[:1].isdigit()


def _in_run(sentence: Sentence, place: int, limit: int) -> bool:
    token = sentence[place]
    if token.quotation is not None:
        short = token.end - token.start <= LONGEST_NAME_IN_MARKS
        before = sentence[place - 1] if place else None
        named = before is not None and bool(before.bits & (WORK | ORGANISATION | DETERMINER | ADJECTIVE)) and short
        return named and not token.bits & SMALL and place + 1 < len(sentence)
    if is_capital(token) and not token.bits & DAY:
        return True
    if token.word == "." and is_abbreviated(sentence, place):
        return place + 1 < limit
    following = sentence[place + 1] if place + 1 < limit else None
    if following is None or not place or not is_capital(sentence[place - 1]):
        return False
    particle = token.bits & PARTICLE and not token.bits & (COORDINATOR | GENITIVE)
    if token.lower == "zu" and not sentence[place - 1].bits & (MALE | FEMALE):
        return False  # "soll Orre zu Hamre gesagt haben"
    return bool(particle or token.word in "&-") and is_capital(following)


def _modifier(sentence: Sentence, first: int, last: int, end: int, limit: int) -> int:
    """Where a genitive, a phrase with "von", a bracket or "und" and a noun behind `end` ends; `end` for none."""
    if end >= limit:
        return end
    token = sentence[end]
    if token.bits & OPENING:
        for close in range(end + 1, min(limit, end + LONGEST_BRACKET)):
            if sentence[close].bits & CLOSING:
                return close + 1
        return end
    if token.lower in ATTACHED:
        run = _run_at(sentence, end + 1, limit)
        if run is not None and sentence[run[1] - 1].bits & QUOTATION:
            return end  # "sprach Orre von einer „Kampagne“"
        return run[1] if run is not None else end
    person = last - first > 1 and not sentence[first].bits & TITLE
    if token.bits & GENITIVE and token.bits & DETERMINER and not person:
        run = _run_at(sentence, end, limit)
        return run[1] if run is not None and run[0] > end else end
    if token.lower in ("und", "sowie"):
        run = _run_at(sentence, end + 1, limit)
        return run[1] if run is not None else end
    return end


def subject_of(sentence: Sentence, phrase: Phrase, names: Names, text: str) -> tuple[Subject, str | None]:
    """The subject that a phrase is, and the speaker's name: a person's where one is named, else the phrase."""
    words = sentence[phrase.start : phrase.end]
    span = Span(words[0].start, words[-1].end)
    run = [token for token in sentence[phrase.first : phrase.last] if token.bits & WORD]
    quoted = sentence[phrase.last - 1]
    if words[0].bits & PRONOUN and len(words) == 1 and not is_capital(words[0]):
        subject = Subject(span, words[0].word, phrase.start, words[0].bits & ~NAME, after=phrase.end)
        return subject, None
    if not run or quoted.bits & QUOTATION:
        mark = quoted.quotation
        inner = text[mark.inner_start : mark.inner_end].split() if mark is not None else []
        subject = Subject(span, inner[-1] if inner else None, phrase.start, 0, after=phrase.end)
        return subject, span.of(text)
    head = run[-1]
    name = _person(sentence, phrase, run, names)
    bits = head.bits if name else head.bits & ~NAME
    subject = Subject(span, head.word, phrase.start, bits & ~(PRONOUN | PERSON), after=phrase.end)
    return subject, name or span.of(text)


def nominative(name: str | None) -> str | None:
    """A phrase of another case as a speaker is listed: without "dem", whose gender is unknown; "ein" for "einem"."""
    first, _, rest = (name or "").partition(" ")
    if rest and first.lower() in _DEFINITE:
        return rest
    return f"{_INDEFINITE[first.lower()]} {rest}" if rest and first.lower() in _INDEFINITE else name


def _person(sentence: Sentence, phrase: Phrase, run: list[Token], names: Names) -> str | None:
    """The name at the end of a run, in its fullest form; None where the run only describes."""
    last = run[-1]
    if last.bits & (TITLE | NOUN) or (
        phrase.end - phrase.last > 1 and sentence[phrase.last].bits & GENITIVE & DETERMINER
    ):
        return None
    start = len(run)
    while start and not run[start - 1].bits & (TITLE | NOUN):
        start -= 1
    ranked = start > 0
    core = run[start:]
    known = next((place for place, token in enumerate(core) if token.bits & (MALE | FEMALE)), 0)
    if known and known < len(core) - 1:
        core, ranked = core[known:], True
    led = phrase.first > phrase.start
    if not core or (led and not ranked):
        return None
    if last.bits & CONTENT and not core[0].bits & (MALE | FEMALE):
        return None  # "Scharfe Kritik übte ..."
    surname = names.bare(core[-1].word)
    full = names.full(surname)
    if len(core) == 1 and full and " " in full:
        return full
    return " ".join([token.word for token in core[:-1]] + [surname])


def apposed(sentence: Sentence, phrase: Phrase, names: Names, text: str) -> tuple[Subject, str, int] | None:
    """The name between commas behind a description: "der Sprecher der Polizei, Lars Beringer,"."""
    comma = phrase.end
    if comma + 1 >= len(sentence) or not sentence[comma].bits & COMMA:
        return None
    behind = phrase_at(sentence, comma + 1, len(sentence))
    if behind is None or behind.last - behind.first < 2:
        return None
    closed = behind.end >= len(sentence) or not sentence[behind.end].bits & WORD
    subject, name = subject_of(sentence, behind, names, text)
    if not closed or name is None or " " not in name or subject.bits & (ORGANISATION | OBLIQUE):
        return None
    if behind.first > behind.start and (not subject.bits & NAME or sentence[behind.start].bits & OBLIQUE):
        return None  # "der Autor, der Historiker Hans Weber," but not "der Autor, dem Hans Weber ..."
    return subject, name, behind.end
