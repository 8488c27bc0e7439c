"""Reads an article from the top, in any language, and joins what its sentences report.

A quotation without a cue of its own belongs to somebody named before it: the reader remembers the paragraph's
speaker, the last subject and the paragraph before, in that order of trust. What is no speech (scare quotes, titles of
works) is dropped. A name means what it does at that point of the article. Word order is the language's business.
"""

from __future__ import annotations

from dataclasses import dataclass

from provenance.model import Span
from provenance.quotes.languages import Language, Report, Subject, stands_alone
from provenance.quotes.lexicon import OBJECT, PERSONS_RELATIVE, PRONOUN
from provenance.quotes.person_names import Names, first_name
from provenance.quotes.quotation_marks import Marked
from provenance.quotes.sentence_tokens import (
    COLON,
    COMMA,
    DASH,
    QUOTATION,
    Landmarks,
    Sentence,
    Token,
    tokenise,
)
from provenance.text.paragraphs import paragraphs

LONGEST_OPENING = 20  # code points of "Editors’ note:"


@dataclass(slots=True)
class Tail:
    """Who speaks in a quotation that the end of the sentence before leads to: "She told me this:"."""

    subject: Subject | None
    name: str | None
    cue: Span | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading an article gave: attributions by where they begin, and all its quotation marks."""

    reports: list[Report]
    marked: list[Marked]
    names: Names


def read(text: str, within: Span | None, language: Language) -> Reading:
    """Every attribution of the text, or of the part `within`, as the rules of a language read it."""
    reader = _Reader(text, language)
    parts = paragraphs(text, within)
    quotations = language.marked(text, parts)
    place = 0
    for paragraph in parts:
        inside: list[Marked] = []
        while place < len(quotations) and quotations[place].start < paragraph.end:
            inside.append(quotations[place])
            place += 1
        if text[paragraph.start : paragraph.start + LONGEST_OPENING].lower().startswith(language.lexicon.notes):
            continue
        reader.paragraph(language.sentences(tokenise(text, paragraph, inside, language.vocabulary), text))
    for report in reader.found:
        report.contents.sort()
    return Reading(sorted(reader.found, key=lambda report: report.contents[0]), quotations, reader.names)


class _Reader:
    """What is remembered from sentence to sentence."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        self.names = Names(language)
        self.found: list[Report] = []
        self.number = -1  # of the paragraph
        self.last_name: str | None = None
        self.last_report: Report | None = None
        self.last_report_in = -9
        self.in_paragraph: Report | None = None
        self.subject: tuple[Subject, str | None] | None = None
        self.tail: Tail | None = None

    def paragraph(self, parts: list[tuple[Sentence, Landmarks]]) -> None:
        self.number += 1
        self.in_paragraph = None
        self.subject = None
        for place, (sentence, landmarks) in enumerate(parts):
            self.names.add(sentence, landmarks.named)
            made = self._reports(sentence, landmarks, place) if landmarks.cues or landmarks.quoted else []
            self._remember_subject(sentence, landmarks.named, made)
            self._remember_tail(sentence, landmarks.cues, made)

    def _reports(self, sentence: Sentence, landmarks: Landmarks, place: int) -> list[Report]:
        """What a sentence with a cue or a quotation reports."""
        quoted = [sentence[number] for number in landmarks.quoted]
        made = self.language.reports(sentence, landmarks, self.text, self.names)
        for report in made:
            report.sentence = place
            if report.subject is not None:
                report.name = self._named(report.subject)
        for token in _outside(quoted, made) if quoted else ():
            if self._is_said(token, sentence, made):
                self._free(token, sentence, made, place)
        self._remember(made)
        self.found.extend(made)
        return made

    # Names

    def _named(self, subject: Subject) -> str | None:
        if subject.head is None:
            return None
        if subject.apposition:
            return self.names.full(self.names.bare(subject.apposition))
        if subject.bits & PERSONS_RELATIVE:
            return self.names.full(subject.antecedent)
        if subject.bits & (PRONOUN | OBJECT):
            return self.names.of_pronoun(subject.bits, self.last_name)
        if subject.head[:1].isupper():
            return self.names.full(self.names.bare(subject.head))
        return subject.span.of(self.text)

    # Quotations without a cue

    def _is_said(self, token: Token, sentence: Sentence, made: list[Report]) -> bool:
        if self.language.is_speech(token, sentence, self.text):
            return True
        if not token.index or token.end - token.start <= 8:
            return False
        bordered = sentence[token.index - 1].bits & (COMMA | DASH)
        return bool(bordered) and any(report.type == "direct" and report.quoted_first for report in made)

    def _free(self, token: Token, sentence: Sentence, made: list[Report], place: int) -> None:
        span = token.span
        if token.quotation is not None and token.quotation.continues and self.last_report is not None:
            self.last_report.contents.append(span)
            return
        spoken = [report for report in made if report.type != "indirect"]
        if spoken:
            spoken[-1].contents.append(span)
            spoken[-1].contents.sort()
            return
        alone = stands_alone(sentence)
        if alone and self._joins_paragraph(span, place):
            return
        made.append(self._carried(span, place) if alone else self._beside(token, sentence))

    def _joins_paragraph(self, span: Span, place: int) -> bool:
        report = self.in_paragraph
        if report is None:
            return False
        follows = report.type == "mixed" and place - report.sentence <= 1 and self.tail is None
        if report.type != "direct" and not follows:
            return False
        report.contents.append(span)
        return True

    def _carried(self, span: Span, place: int) -> Report:
        """A sentence that is all quotation, with a speaker from what comes before it."""
        report = Report([span], "direct", "nobody", sentence=place)
        earlier = self.in_paragraph
        if self.tail is not None:
            report.subject, report.name, report.cue = self.tail.subject, self.tail.name, self.tail.cue
            report.rule = "colon"
        elif earlier is not None:
            report.subject, report.name, report.cue = earlier.subject, earlier.name, earlier.cue
            report.rule = "same paragraph"
        elif self.subject is not None and self.subject[1]:
            report.subject, report.name = self.subject
            report.rule = "last subject"
        elif self.last_report is not None and self.number - self.last_report_in <= 1 and place == 0:
            report.subject, report.name = self.last_report.subject, self.last_report.name
            report.rule = "paragraph before"
        return report

    def _beside(self, token: Token, sentence: Sentence) -> Report:
        """A quotation with words beside it that hold no cue: "Ortiz: “...”"."""
        report = Report([token.span], "direct", "nobody")
        found = self.language.beside(token, sentence, self.names)
        if found is not None:
            report.subject, report.rule = found
            report.name = self._named(report.subject)
        return report

    # What is remembered

    def _remember(self, made: list[Report]) -> None:
        last_direct = None
        for report in made:
            if report.rule == "nobody":
                continue
            self.in_paragraph = self.last_report = report
            if report.subject is not None or report.name:
                self.last_report_in = self.number
                self.last_name = report.name or self.last_name
                if report.type == "direct":
                    last_direct = report
        if last_direct is not None:
            self.in_paragraph = self.last_report = last_direct

    def _remember_subject(self, sentence: Sentence, named: list[int], made: list[Report]) -> None:
        found = first_name(sentence, named, self.names)
        name = None
        if found is not None and found.head:
            surname = found.head.split()[-1]
            if self.names.is_person(surname):
                self.names.subject = surname
            name = self.names.full(surname)
        for report in made:
            subject = report.subject
            if subject is not None and subject.head and subject.head[:1].isupper() and report.name:
                surname = report.name.split()[-1]
                if not subject.bits & PRONOUN and self.names.is_person(surname):
                    self.names.subject = surname
        if found is not None:
            self.subject = (found, name)

    def _remember_tail(self, sentence: Sentence, cues: list[int], made: list[Report]) -> None:
        self.tail = None
        last = sentence[-1]
        if last.bits & QUOTATION:
            return
        led = self.language.leads_on(sentence, cues, self.text)
        tail = Tail(led[0], self._named(led[0]), led[1]) if led is not None else None
        if last.bits & COLON:
            if tail is None and self.subject is not None:
                tail = Tail(self.subject[0], self.subject[1], None)
            self.tail = tail or Tail(None, None, None)
        elif not made:
            self.tail = tail


def _outside(quoted: list[Token], made: list[Report]) -> list[Token]:
    """The quotations that no report holds."""
    parts = sorted(part for report in made for part in report.contents)
    found, place, reach = [], 0, -1
    for token in quoted:
        while place < len(parts) and parts[place].start <= token.start:
            reach = max(reach, parts[place].end)
            place += 1
        if token.end > reach:
            found.append(token)
    return found
