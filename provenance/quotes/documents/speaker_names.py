"""Full names of the speakers of a document: "LUND" and "the chair" to "Berit Lund", where the document says so.

A name that two people share, and an office that nobody is said to hold, stay as they are written. Nothing is taken
from outside the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from provenance.model import Span
from provenance.quotes.documents.dialogue_lines import Label
from provenance.quotes.documents.document_words import DocumentWords
from provenance.quotes.languages import Language
from provenance.quotes.word_classes import (
    ABBREVIATION,
    DAY,
    DETERMINER,
    FEMALE,
    MALE,
    ORGANISATION,
    PARTICLE,
    PREPOSITION,
    PRONOUN,
    TITLE,
)

SEARCHED = 20_000  # code points of a document in which names are looked for
NEAR = 90  # code points between "interview with" or "the chair" and a name
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*\.?")
_CONTRACTED = re.compile(r"['’](?:m|ve|ll|d|re|s)$")  # "I'm Terry Gross"
_MIXED = re.compile(r"(Ma?c|De|La|O['’])([A-Z]{3,30})")
_NO_NAME = DAY | DETERMINER | PREPOSITION | PRONOUN


def full_names(text: str, language: Language, start: int = 0, end: int | None = None) -> Iterator[tuple[str, Span]]:
    """Names of two to four words in mixed case, titles left out, where they occur, ascending."""
    run: list[re.Match[str]] = []
    for word in _NAME_WORD.finditer(text, start, len(text) if end is None else end):
        if run and not _joins(text, run[-1], word, language):
            yield from _name(run, language)
            run = []
        if run or word[0][:1].isupper():
            run.append(word)
    yield from _name(run, language)


def _joins(text: str, before: re.Match[str], word: re.Match[str], language: Language) -> bool:
    """Whether a word goes on the name before it."""
    gap = text[before.end() : word.start()]
    if gap not in (" ", "  ", "\u00a0"):
        return False
    if before[0].endswith(".") and not (len(before[0]) == 2 or _bits(before[0], language) & (ABBREVIATION | TITLE)):
        return False
    return word[0][:1].isupper() or bool(_bits(word[0], language) & PARTICLE)


def _name(run: list[re.Match[str]], language: Language) -> Iterator[tuple[str, Span]]:
    roles = language.documents.role_words if language.documents is not None else frozenset()
    while run and (
        _bits(run[0][0], language) & (TITLE | _NO_NAME)
        or run[0][0].lower() in language.lexicon.verbs
        or run[0][0].lower().rstrip(".") in roles
        or (len(run) > 2 and sum(map(str.isupper, run[0][0])) > 2)  # "NBC’s Matt Lauer"
    ):
        run = run[1:]
    while run and (run[-1][0][:1].islower() or _bits(run[-1][0], language) & (DAY | PRONOUN)):
        run = run[:-1]
    while len(run) > 1 and len(run[0][0]) == 2 and _bits(run[1][0], language) & TITLE:
        run = run[2:]  # "U.S. Senator Joe Biden"
    words = [language.lexicon.bare(word[0]) for word in run]
    if not 2 <= len(words) <= 4 or any(
        _bits(word, language) & (ORGANISATION | DETERMINER) or word.lower() in roles for word in words
    ):
        return
    words[-1] = words[-1].rstrip(".")
    if sum(len(word) > 2 for word in words) < 2 or all(word.isupper() for word in words):
        return
    yield " ".join(words), Span(run[0].start(), run[-1].end())


def _bits(word: str, language: Language) -> int:
    lower = word.lower().rstrip(".")
    return language.lexicon.words.get(lower, 0) or language.lexicon.words.get(_CONTRACTED.split(lower)[0], 0)


class SpeakerNames:
    """The names of one document, by which labels are understood."""

    def __init__(self, text: str, head: str, language: Language, words: DocumentWords) -> None:
        self._language = language
        self._words = words
        self._text = f"{head}\n{text[:SEARCHED]}"
        found = [name for name, _ in full_names(self._text, language)]
        self._names = Counter(found)
        self._labelled: dict[str, str | None] = {}

    def of(self, label: Label, interviewee: str | None = None) -> str | None:
        """Who a label means; None where it names nobody. `interviewee` answers "A"."""
        if label.kind == "answers":
            return interviewee
        if label.kind in ("asks", "unknown"):
            return None
        key = f"{label.name}|{label.bracket}"
        if key not in self._labelled:
            office = label.kind == "role" or _bits(label.name.split()[0], self._language) & DETERMINER
            self._labelled[key] = self._holder(label) if office else self._person(label.name)
        return self._labelled[key]

    def add(self, label: Label) -> None:
        """Take in a label that is a full name itself, so that the surname alone means that person further down."""
        for written in (label.name, label.bracket):
            core = self._core(written) if label.kind in ("name", "role") else []
            if 2 <= len(core) <= MOST_CORE and not _bits(core[-1], self._language) & ORGANISATION:
                self._names.setdefault(" ".join(map(_cased, core)), 0)

    def _core(self, name: str) -> list[str]:
        listed = [word for word in name.split() if word]
        while len(listed) > 1 and (
            _bits(listed[0], self._language) & (TITLE | DETERMINER)
            or (listed[0].count(".") > 1 and _bits(listed[1], self._language) & TITLE)
        ):
            listed = listed[1:]
        return (
            listed if listed and all(word[:1].isupper() or _particle(word, self._language) for word in listed) else []
        )

    def _person(self, name: str) -> str | None:
        core = self._core(name)
        if not core:
            return name
        folded = [word.casefold().rstrip(".") for word in core]
        matches = [
            full
            for full in self._names
            if _fits(folded, [word.casefold().rstrip(".") for word in full.split()], core)
        ]
        wanted = self._gender(name)
        if len(matches) > 1 and wanted:
            matches = [full for full in matches if _bits(full.split()[0], self._language) & wanted] or matches
        if len(matches) > 1:  # "Berit Lund" and "Berit Anna Lund" are one person
            longest = max(matches, key=lambda full: (len(full), full))
            ends = {(full.split()[0], full.split()[-1]) for full in matches}
            matches = [longest] if len(ends) == 1 else []
        if matches:
            return matches[0]
        if len(core) == 1 and len(core[0]) <= 3 and core[0].isupper():
            return None  # initials of somebody who is not named
        return " ".join(map(_cased, core))

    def _gender(self, name: str) -> int:
        from provenance.quotes.word_classes import FEMALE_TITLE, MALE_TITLE

        bits = _bits(name.split(maxsplit=1)[0], self._language)
        return FEMALE if bits & FEMALE_TITLE else MALE if bits & MALE_TITLE else 0

    def _holder(self, label: Label) -> str | None:
        """Who holds an office: "The Chair (Berit Lund)", or "the chair of the board, Berit Lund" in the text."""
        inside = next(full_names(label.bracket, self._language), None) if label.bracket else None
        if inside is not None:
            return inside[0]
        office = label.name.lower().removeprefix("the ").removeprefix("madam ")
        holders = set()
        for place in re.finditer(rf"\b{re.escape(office)}\b(?!:)", self._text, re.IGNORECASE):
            end = min(len(self._text), place.end() + NEAR)
            stop = re.search(r"[.!?\n:](?:\s|$)", self._text[place.end() : end])
            found = next(
                full_names(self._text, self._language, place.end(), place.end() + stop.start() if stop else end), None
            )
            if found is not None:
                holders.add(found[0])
        return holders.pop() if len(holders) == 1 else label.name.lower()

    def interviewee(self, head: str) -> str | None:
        """Who answers the questions, by what the head says, or as the only person whom it names."""
        cues = [cue.end() for cue in self._words.interviewee.finditer(head)]
        for cue in cues:
            found = next(full_names(head, self._language, cue, min(len(head), cue + NEAR)), None)
            if found is not None:
                return found[0]
        named = {name for name, _ in full_names(head, self._language)}
        surnames = {name.split()[-1] for name in named}
        return max(named, key=lambda name: (len(name), name)) if len(surnames) == 1 else None


MOST_CORE = 4  # words of a name


def _particle(word: str, language: Language) -> bool:
    return bool(_bits(word, language) & PARTICLE)


def _fits(label: list[str], full: list[str], written: list[str]) -> bool:
    """Whether a label is a surname, a first name, the initials or another form of a full name."""
    if len(label) > 1:
        return label[-1] == full[-1] and (label[0] == full[0] or full[0].startswith(label[0]))
    if label[0] in (full[-1], full[0]):
        return True
    return written[0].isupper() and 2 <= len(label[0]) <= 3 and label[0] == "".join(word[0] for word in full)


def _cased(word: str) -> str:
    """A word in capitals as names are written; "McCURRY" keeps its beginning."""
    if word.isupper() and "." not in word and (len(word) > 2 or set(word) & set("AEIOUY")):
        return "-".join(part.capitalize() for part in word.split("-"))
    mixed = _MIXED.fullmatch(word)
    return mixed[1] + mixed[2].capitalize() if mixed else word
