"""Attributions inside one sentence of any language that a `Grammar` describes.

A cue beside a quotation has it ("«...», dijo X"), else what follows "that", a question word, an infinitive or, before
an inverted verb, the sentence so far. "According to X" has rules of its own. Nothing here looks beyond the sentence;
`provenance.quotes.extraction` does.
"""

from __future__ import annotations

import re
from functools import partial

from provenance.model import Span
from provenance.quotes.cued.clauses import according_at, owned_at
from provenance.quotes.cued.grammar import (
    ACCORDING,
    ADVERB,
    AUXILIARY,
    BESIDE_VERB,
    CLITIC,
    CUE_VERB,
    FINITE,
    GERUND,
    OPINION,
    Grammar,
)
from provenance.quotes.cued.named_sources import NamedSources
from provenance.quotes.cued.reading import is_named
from provenance.quotes.cued.speakers import subject_after
from provenance.quotes.cued.verb_groups import Group, group_at
from provenance.quotes.languages import Report, Reports
from provenance.quotes.person_names import Names
from provenance.quotes.sentence_tokens import (
    COMMA,
    DASH,
    NAME,
    STOP,
    WORD,
    Landmarks,
    Sentence,
    tokenise,
)
from provenance.quotes.word_classes import (
    DETERMINER,
    PERSON,
    TITLE,
)

_BORDER = re.compile("[,—–]")


def reports_of(grammar: Grammar) -> Reports:
    """The function of a `Language` that reads the attributions of a sentence."""
    return partial(_reports, grammar)


def _reports(grammar: Grammar, sentence: Sentence, landmarks: Landmarks, text: str, names: Names) -> list[Report]:
    return _Reader(grammar, sentence, landmarks, text, names).read()


class _Reader(NamedSources):
    """Reads one sentence."""

    def read(self) -> list[Report]:
        sentence, place = self.sentence, -1
        for place in self._places():
            if place < self.floor:
                continue
            if sentence[place].bits & ACCORDING:
                behind = according_at(self.grammar, sentence, place)
                if behind is not None and self._according(place, behind):
                    continue
                owned = owned_at(self.grammar, sentence, place)
                if owned is not None and self._owned(place, *owned):
                    continue
            if place == 0 and sentence[place].bits & OPINION and self._according(place, 1, opinion=True):
                continue
            group = group_at(sentence, place, self.floor)
            if group is None and not sentence[place].bits & CUE_VERB:
                group = self._unlisted(place)
            if group is not None:
                self._report(group)
        for quotation in self.landmarks.quoted:
            if quotation not in self.taken:
                self._inside(quotation)
        return sorted(self.reports, key=lambda report: report.contents[0])

    def _inside(self, place: int) -> None:
        """A cue inside the marks: "« Le pont est sûr, insiste Paul Renaud. Il l’a toujours été. »"."""
        token = self.sentence[place]
        marked = token.quotation
        if marked is None or not _BORDER.search(self.text, marked.inner_start, marked.inner_end):
            return
        inner = tokenise(self.text, Span(marked.inner_start, marked.inner_end), [], self.grammar.vocabulary)
        for cue in inner.cues:
            if not cue or not inner.all[cue].bits & CUE_VERB or inner.all[cue].word[:1].isupper():
                continue
            opening = cue
            while opening and inner.all[opening - 1].bits & (CLITIC | AUXILIARY | ADVERB):
                opening -= 1
            if not opening or not inner.all[opening - 1].bits & (COMMA | DASH):
                continue
            subject = subject_after(inner.all, cue + 1, self.names.fullest)
            if subject is None or not (is_named(subject) or subject.bits & PERSON):
                continue
            if subject.after < len(inner.all) and not inner.all[subject.after].bits & (STOP | COMMA):
                continue
            made = Report(
                [token.span], "direct", "inside", subject, Span(inner.all[opening].start, inner.all[cue].end)
            )
            self._name(made, None)
            self._add(made)
            return

    def _places(self) -> list[int]:
        """The cues, and the words behind a quotation, which may be verbs that no list has."""
        places = set(self.landmarks.cues)
        for quotation in self.landmarks.quoted:
            place = quotation + 1
            while place < len(self.sentence) and self.sentence[place].bits & (COMMA | DASH | CLITIC):
                place += 1
            places.add(place)
        return sorted(place for place in places if place < len(self.sentence))

    def _unlisted(self, place: int) -> Group | None:
        """An unlisted verb between a quotation and a name: "«...», bromea Juan Pérez"."""
        token = self.sentence[place]
        known = token.bits & ~(WORD | FINITE | GERUND)
        if known or not token.word.isalpha() or not token.word[:1].islower() or self._left(place) is None:
            return None
        behind = self.sentence[place + 1] if place + 1 < len(self.sentence) else None
        if behind is None or not behind.bits & (NAME | DETERMINER | TITLE):
            return None
        subject = subject_after(self.sentence, place + 1, self.names.fullest)
        if subject is None or not subject.head or not subject.head[:1].isupper():
            return None
        return Group(place, place, place + 1, BESIDE_VERB | FINITE)

    # One cue

    def _report(self, group: Group) -> None:
        subject = self._inner(group)
        made = (
            self._quotation_left(group, subject)
            or self._infinitive(group, subject)
            or self._as(group, subject)
            or self._clause(group, subject)
            or self._quotation_right(group, subject)
            or self._question(group, subject)
            or self._clause_left(group, subject)
        )
        if made is None:
            return
        made.cue = Span(self.sentence[group.start].start, self.sentence[group.end - 1].end)
        self._name(made, group)
        self._add(made)
        self.floor = max(self.floor, group.end)
        if self.further is not None:
            self._rest(made, self.further)
