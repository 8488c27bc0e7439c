"""The sentence that is read and what every rule needs of it: subjects, names, and reports as they are made.

Nothing here decides whether a cue has something said.
"""

from __future__ import annotations

from itertools import takewhile

from provenance.model import QuotationType, Span
from provenance.quotes.cued.clauses import clause_end, part
from provenance.quotes.cued.grammar import (
    ADVERB,
    AND,
    AUXILIARY,
    BUT,
    CLITIC,
    CUE_VERB,
    FINITE,
    FINITE_VERB,
    GERUND,
    THAT,
    TIME,
    Grammar,
)
from provenance.quotes.cued.speakers import subject_after, subject_before, subject_of
from provenance.quotes.cued.verb_groups import Group
from provenance.quotes.languages import Report, Subject
from provenance.quotes.person_names import Names, first_name
from provenance.quotes.sentence_tokens import (
    COLON,
    COMMA,
    NAME,
    QUOTATION,
    SEMICOLON,
    STOP,
    WORD,
    Landmarks,
    Sentence,
    is_abbreviated,
)
from provenance.quotes.word_classes import (
    DAY,
    DETERMINER,
    FEMININE,
    MASCULINE,
    OBJECT,
    PERSON,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
)

THAT_AHEAD = 14  # tokens between a verb and "that"
# Rules that give what a sentence says to its first name, where the verb has no subject of its own.
FIRST_NAMES = frozenset(("quotation right", "that", "question", "infinitive"))


def type_of(parts: list[Span], spans: list[Span]) -> QuotationType:
    """Direct where every part is a whole quotation (one of `spans`), mixed where one holds a quotation."""
    if all(one in spans for one in parts):
        return "direct"
    held = any(one.start <= start and end <= one.end for one in parts for start, end in spans)
    return "mixed" if held else "indirect"


class Reading:
    """One sentence that is read: its last subject, and which quotations are taken."""

    def __init__(self, grammar: Grammar, sentence: Sentence, landmarks: Landmarks, text: str, names: Names) -> None:
        self.grammar = grammar
        self.sentence = sentence
        self.landmarks = landmarks
        self.text = text
        self.names = names
        self.quoted = [sentence[place].span for place in landmarks.quoted]
        self.taken: set[int] = set()
        self.reports: list[Report] = []
        self.previous: Subject | None = None
        self.further: int | None = None  # where what an inverted cue interrupts goes on
        self.floor = 0  # no cue reaches back behind the last one

    def _rest(self, before: Report, start: int) -> None:
        """What goes on behind an inverted cue: "..., zei hij, maar het bedrijf komt magneten tekort"."""
        self.further = None
        end = clause_end(self.grammar, self.sentence, start)
        content = part(self.sentence, start, end)
        verb = any(token.bits & (FINITE_VERB | AUXILIARY | FINITE) for token in self.sentence[start:end])
        if content is not None and verb and not any(content.overlap(span) for span in self.quoted):
            rest = Report([content], "indirect", before.rule, before.subject, before.cue, before.name)
            self._add(rest)

    def _add(self, made: Report) -> None:
        made.type = type_of(made.contents, self.quoted)
        for one in self.landmarks.quoted:
            if any(content.overlap(self.sentence[one].span) for content in made.contents):
                self.taken.add(one)
        if made.subject is not None:
            self.previous = made.subject
        self.reports.append(made)

    def _name(self, made: Report, group: Group | None) -> None:
        """Who an attribution names, where that takes more than the subject's last word."""
        subject = made.subject
        if subject is None:
            subject = made.subject = self.previous
        if subject is None:
            found = first_name(self.sentence, self.landmarks.named, self.names, group.start if group else None)
            if made.rule in FIRST_NAMES and found is not None and found.head:
                made.subject = subject = found
        if subject is None:
            made.rule = "left out"
            bits = self.sentence[group.verb].bits & (MASCULINE | FEMININE) if group is not None else 0
            gender = bits if bits in (MASCULINE, FEMININE) else 0
            known = self.names.of_pronoun(gender, self.names.speaker) if gender else self.names.speaker
            made.name = known or self.names.full(self.names.subject)
        elif made.rule == "according to" and subject.bits & (PERSON | OBJECT):
            gender = subject.bits & (MASCULINE | FEMININE)
            if self.names.speaker and self.names.agrees(self.names.speaker, gender):
                made.name = self.names.speaker
        elif subject.head and subject.head[:1].isupper() and not subject.bits & PERSON:
            whole = " ".join(subject.span.of(self.text).split())
            if " " in whole:
                made.name = whole
                self._correct(whole)
            else:
                made.name = self.names.latest.get(subject.head) or _longer(subject.head, self.names)
            if self.grammar.cases and made.rule == "according to":
                made.name = nominative(whole, self.names)

    def _correct(self, name: str) -> None:
        """Take a name for the one of its surname where the article's has a role or place before it."""
        surname = name.rsplit(maxsplit=1)[-1]
        known = self.names.fullest.get(surname, "")
        if known.endswith(" " + name):
            self.names.fullest[surname] = self.names.latest[surname] = name

    def _inner(self, group: Group) -> Subject | None:
        """A subject between an auxiliary and its participle: "a-t-elle déclaré", "heeft de minister gezegd"."""
        if group.inner is None:
            return None
        return subject_of(self.sentence, *group.inner, self.names.fullest)

    def _before(self, group: Group) -> Subject | None:
        return subject_before(self.sentence, group.start, self.floor, self.names.fullest)

    def _around(self, group: Group) -> Subject | None:
        """The subject before a verb, else the one behind it."""
        if group.bits & GERUND and not group.bits & FINITE and self.previous is not None:
            return self.previous
        found = self._before(group)
        if found is not None or self._carried(group):
            return found
        behind = subject_after(self.sentence, group.end, self.names.fullest)
        if behind is None or behind.head is None:
            return None
        sure = behind.bits & PERSON or behind.head[:1].isupper()
        start = self.sentence[group.end] if group.end < len(self.sentence) else None
        described = start is not None and start.bits & DETERMINER and self.grammar.verb_second
        return behind if sure or described else None

    def _carried(self, group: Group) -> bool:
        """Whether "and" or "but" before a verb gives it the subject of the verb before."""
        before = self.sentence[group.start - 1].bits if group.start else 0
        return bool(before & (AND | BUT)) and self.previous is not None

    def _content(self, start: int, end: int) -> Span | None:
        """What is said in `sentence[start:end]`: a quotation where that is all of it."""
        found = part(self.sentence, start, end)
        if found is not None and self.sentence[start].bits & QUOTATION:
            quotation = self.sentence[start].span
            if all(not token.bits & WORD for token in self.sentence[start + 1 : end]):
                return quotation
        return found

    def _quoted_in(self, start: int) -> bool:
        return any(place >= start for place in self.landmarks.quoted)

    def _left_start(self, end: int) -> int:
        start = self.floor
        for place in range(self.floor, end):
            if self.sentence[place].bits & (SEMICOLON | QUOTATION):
                start = place + 1
        return start

    def _that(self, start: int) -> int | None:
        """Where what is said begins: behind "that", with adverbs, places and commas before it; None without one."""
        sentence, object_seen = self.sentence, False
        for place in range(start, min(len(sentence), start + THAT_AHEAD)):
            bits = sentence[place].bits
            if bits & THAT and not (bits & DETERMINER and place == start and self._noun_follows(place)):
                known = sentence[place - 1].bits & (COMMA | NAME | ADVERB)
                return None if object_seen and not known else place + 1
            if bits & (STOP | COLON | SEMICOLON | QUOTATION) and not is_abbreviated(sentence, place):
                return None
            if bits & (RELATIVE | BUT) or (bits & CUE_VERB and bits & FINITE and place > start):
                return None
            if bits & DETERMINER and not bits & CLITIC:
                before = sentence[place - 1].bits
                following = sentence[place + 1].bits if place + 1 < len(sentence) else 0
                if not (before & (PREPOSITION | COMMA) or following & (DAY | TIME)) and place == start:
                    object_seen = True
        return None

    def _noun_follows(self, place: int) -> bool:
        following = self.sentence[place + 1].bits if place + 1 < len(self.sentence) else 0
        return not following & (DETERMINER | NAME | PRONOUN | PERSON)


def _longer(word: str, names: Names) -> str | None:
    """The only name of the article that begins with a word: "Fennmore" is Fennmore Leisure; None for several."""
    found = sorted(name for name in names.fullest.values() if name.startswith(word + " "))
    return found[0] if len(found) == 1 else None


def nominative(name: str, names: Names) -> str:
    """The form of a name that the article has elsewhere, where `name` is another case of it."""
    words = name.split()
    for surname in sorted(names.fullest):
        if surname != words[-1] and _same_stem(surname, words[-1]):
            return names.fullest[surname]
    return names.full(words[-1]) if len(words) == 1 else name  # type: ignore[return-value]


def _same_stem(one: str, other: str) -> bool:
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return shared >= 3 and len(one) - shared <= 2 and len(other) - shared <= 3


# Where no cue is beside a quotation


def is_named(subject: Subject | None) -> bool:
    """Whether a subject is a name and not a phrase."""
    return subject is not None and (subject.head or "")[:1].isupper()
