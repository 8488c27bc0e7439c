"""The names of one article: surnames to full names, pronouns to the person last spoken of.

`Names` fills while the article is read from the top, so a pronoun means somebody named before it, and nobody of
another gender. It has no knowledge of the world: names and titles come from the text, the genders of first names from
the lexicon, affiliations from a rule of the language.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from provenance.model import Span
from provenance.quotes.languages import Language, Subject
from provenance.quotes.sentence_tokens import NAME, Sentence, Token, is_abbreviated
from provenance.quotes.word_classes import (
    ABBREVIATION,
    BOUNDARY,
    CLAUSE_STARTER,
    FEMALE,
    FEMALE_TITLE,
    FEMININE,
    LEADING,
    MALE,
    MALE_TITLE,
    MASCULINE,
    OBJECT,
    ORGANISATION,
    PARTICLE,
    PERSON,
    PERSONS_RELATIVE,
    PREPOSITION,
    PRONOUN,
    TITLE,
)

OPENS_SENTENCE = BOUNDARY | PREPOSITION | LEADING | CLAUSE_STARTER  # "While Lena Ortiz", "In Velden"
REMEMBERED = 12  # names that a pronoun may still mean
OPENS_NICKNAME, CLOSES_NICKNAME = frozenset("“\"‘'«"), frozenset("”\"’'»")
_OPENS_TITLE = OPENS_NICKNAME - CLOSES_NICKNAME
LONGEST_NICKNAME = 6  # tokens, the marks included
LONGEST_TITLE = 8  # tokens
SEARCHED = 30  # tokens in which the likely subject of a sentence is looked for


class Names:
    """The people and bodies that an article has named so far."""

    def __init__(self, language: Language, text: str) -> None:
        self._titles = any(mark in text for mark in sorted(_OPENS_TITLE))  # whether the article may have any in marks
        self._classes = language.lexicon.words
        self._affiliation = language.affiliation
        self.bare = language.lexicon.bare
        self._possessives = language.lexicon.possessives
        self.fullest: dict[str, str] = {}
        self.latest: dict[str, str] = {}  # by surname, where two people may share one
        self._genders: dict[str, int] = {}  # MALE or FEMALE, by surname
        self._recent = deque[str](maxlen=REMEMBERED)
        self._affiliations: dict[str, str] = {}
        self.subject: str | None = None  # surname of the last sentence's subject
        self.speaker: str | None = None  # name of the last one who was quoted

    def add(self, sentence: Sentence, named: Sequence[int]) -> None:
        """Take in the names of a sentence; `named` are the places of their words, ascending."""
        end, count = 0, len(sentence)
        titled: bool | None = None  # whether there is a mark that may open a title
        for place in named:
            if place < end or not sentence[place].bits & NAME:
                continue
            if titled is None:
                titled = self._titles and not _OPENS_TITLE.isdisjoint([token.word for token in sentence])
            if titled and _in_title(sentence, place):
                continue
            end = place + 1
            while end < count:
                nickname = self._nickname(sentence, end)
                if not (nickname or self._belongs(sentence, end)):
                    break
                end = nickname or end + 1
            self._add_run(sentence, place, end)

    @staticmethod
    def _nickname(sentence: Sentence, place: int) -> int:
        """The token behind a nickname in quotation marks between two names: "Earvin “Magic” Dunmore"; 0 for none."""
        if sentence[place].word not in OPENS_NICKNAME:
            return 0
        for end in range(place + 2, min(place + LONGEST_NICKNAME, len(sentence) - 1)):
            if sentence[end].word in CLOSES_NICKNAME:
                return end + 1 if sentence[end + 1].bits & NAME else 0
        return 0

    def _belongs(self, sentence: Sentence, place: int) -> bool:
        token = sentence[place]
        if token.bits & (NAME | PARTICLE):
            return True
        if token.word != ".":
            return False
        before = sentence[place - 1]
        return (
            (before.bits & ABBREVIATION != 0 or len(before.word) == 1)
            and place + 1 < len(sentence)
            and sentence[place + 1].bits & NAME != 0
        )

    def _add_run(self, sentence: Sentence, start: int, end: int) -> None:
        first = start == 0
        while first and start < end - 1 and sentence[start].bits & OPENS_SENTENCE:
            start += 1
        if end - start == 1:
            self._add_word(sentence[start], first)
            return
        run = _without_nickname([token for token in sentence[start:end] if token.word != "."])
        owners: list[Token] = []
        for place in range(len(run) - 1, 0, -1):
            if run[place - 1].word.endswith(self._possessives):  # "the Stimson Center’s Rachel Lee"
                owners, run = run[:place], run[place:]
                break
        titles, core = _titles_and_name(run)
        if not core:
            return
        surname = self.bare(core[-1].word)
        alone = len(core) == 1
        if 1 < len(core) <= 4:
            self.latest[surname] = " ".join([token.word for token in core[:-1]] + [surname])
        if alone and (surname.isupper() or (first and not titles and surname not in self.fullest)):
            return
        known = self.fullest.get(surname)
        if known is None or (1 < len(core) <= 4 and " " not in known):
            full = " ".join([token.word for token in core[:-1]] + [surname])
            if known is None or len(full) > len(known):
                self.fullest[surname] = full
        if surname not in self._affiliations:
            body = self._affiliation(sentence, end, owners) if not alone or titles else None
            if body:
                self._affiliations[surname] = body
        gender = self._gender(titles, core)
        if gender:
            self._genders.setdefault(surname, gender)
        if not alone or titles or (known and " " in known):
            self._recent.append(surname)

    def _add_word(self, token: Token, first: bool) -> None:
        """Take in a name of one word, as three in five are; the `first` word of a sentence is one if it is known."""
        surname = self.bare(token.word)
        if len(token.word) == 1 or token.bits & TITLE or surname.isupper():
            return
        known = self.fullest.get(surname)
        if known is not None and " " in known:
            self._recent.append(surname)
        elif known is None and not first:
            self.fullest[surname] = surname

    @staticmethod
    def _gender(titles: list[Token], core: list[Token]) -> int:
        for title in titles:
            if title.bits & FEMALE_TITLE:
                return FEMALE
            if title.bits & MALE_TITLE:
                return MALE
        if len(core) > 1:
            return core[0].bits & (FEMALE | MALE)
        return 0

    def full(self, surname: str | None) -> str | None:
        """The fullest form of a name so far; the surname itself where there is none."""
        return self.fullest.get(surname, surname) if surname else None

    def affiliation(self, name: str) -> str | None:
        """The body or role that the article first gives to a full name, if any."""
        parts = name.split()
        return self._affiliations.get(parts[-1]) if parts else None

    def has_gender(self, surname: str) -> bool:
        """Whether a title, first name or pronoun has shown the gender."""
        return surname in self._genders

    def agrees(self, name: str, bits: int) -> bool:
        """Whether a pronoun with these bits may mean a name: its gender is unknown, or the same."""
        wanted = MALE if bits & MASCULINE else FEMALE if bits & FEMININE else 0
        known = self._genders.get(name.rsplit(maxsplit=1)[-1], 0)
        return not (wanted and known) or wanted == known

    def is_person(self, surname: str) -> bool:
        """Whether a surname is known to be somebody's, by the gender or by the form of the full name."""
        if surname in self._genders:
            return True
        parts = self.fullest.get(surname, surname).split()
        return len(parts) in (2, 3) and not any(self._classes.get(part.lower(), 0) & ORGANISATION for part in parts)

    def of_subject(self, subject: Subject, text: str) -> str | None:
        """Who the subject of a sentence is: a name where one is known, else the phrase."""
        if subject.head is None:
            return None
        if subject.apposition:
            return self.full(self.bare(subject.apposition))
        if subject.bits & PERSONS_RELATIVE:
            return self.full(subject.antecedent)
        if subject.bits & (PRONOUN | OBJECT):
            return self.of_pronoun(subject.bits, self.speaker)
        if subject.head[:1].isupper():
            return self.full(self.bare(subject.head))
        return subject.span.of(text)

    def of_pronoun(self, bits: int, last: str | None) -> str | None:
        """Whom a pronoun with these bits means: the last subject, the last speaker, or a recent name."""
        wanted = MALE if bits & MASCULINE else FEMALE if bits & FEMININE else 0
        if not wanted:
            return last
        near = [name for name in (self.subject, last.split()[-1] if last else None) if name and self.is_person(name)]
        for name in near:
            if self._genders.get(name, wanted) == wanted:
                self._genders.setdefault(name, wanted)
                return self.fullest.get(name, name)
        for name in reversed(self._recent):
            if self._genders.get(name) == wanted:
                return self.fullest.get(name, name)
        for name in reversed(self._recent):
            if name not in self._genders and self.is_person(name):
                return self.fullest.get(name, name)
        if last is not None and last[:1].islower() and not self._recent:
            return last  # "the minister said ... he added": nobody else has been named
        return None


def _in_title(sentence: Sentence, place: int) -> bool:
    """Whether a word is inside the marks of a title: "the restaurant “The Salt Cellar”"; nobody has that name."""
    for before in range(place - 1, max(-1, place - LONGEST_TITLE), -1):
        word = sentence[before].word
        if word in _OPENS_TITLE:
            return True
        if word in CLOSES_NICKNAME:
            return False
    return False


def _without_nickname(run: list[Token]) -> list[Token]:
    opened = next((place for place, token in enumerate(run) if token.word in OPENS_NICKNAME), None)
    if opened is None:
        return run
    closed = next(place for place in range(len(run) - 1, opened, -1) if run[place].word in CLOSES_NICKNAME)
    return run[:opened] + run[closed + 1 :]


def _titles_and_name(run: list[Token]) -> tuple[list[Token], list[Token]]:
    """The titles in a run of names and the words of the name behind the last: "US President Barack Obama"."""
    titles = [place for place, token in enumerate(run) if token.bits & TITLE]
    if not titles:
        return [], [token for token in run if len(token.word) > 1]
    named = run[titles[-1] + 1 :] or run
    core = [token for token in named if not token.bits & TITLE and len(token.word) > 1]
    return [run[place] for place in titles], core


def first_name(sentence: Sentence, named: Sequence[int], names: Names, limit: int | None = None) -> Subject | None:
    """The likely subject of a sentence: the first known name, "he" or "she" among its first tokens (before `limit`).

    `named` are the places that may hold one, ascending.
    """
    count = len(sentence) if limit is None else limit
    for place in named:
        if place >= count or place >= SEARCHED:
            break
        token = sentence[place]
        if token.bits & PERSON:
            person = names.of_pronoun(token.bits, None)
            return Subject(token.span, person.split()[-1] if person else None, place, token.bits)
        if token.bits & NAME and (place or count > 1):
            end = place + 1
            while end < count and (sentence[end].bits & NAME or is_abbreviated(sentence, end)):
                end += 1
            if end - place == 1 and token.word not in names.fullest:
                continue
            core = [other for other in sentence[place:end] if other.word != "." and not other.bits & TITLE]
            if core and _known(core, names):
                span = Span(token.start, sentence[end - 1].end)
                return Subject(span, core[-1].word, place, core[-1].bits)
    return None


def _known(core: list[Token], names: Names) -> bool:
    surname = core[-1].word
    if names.bare(surname) != surname or surname not in names.fullest:
        return False
    return len(core) > 1 or names.has_gender(surname) or " " in names.fullest[surname]
