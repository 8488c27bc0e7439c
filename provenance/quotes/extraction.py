"""The quotations of a text, in any language: `extract`, and the version of its rules.

The article is read from the top. The language's rules give the attributions of each sentence. A quotation without a
cue of its own gets a speaker named before it: that of the paragraph, else the last subject, else that of the
paragraph before. Quotations that are no speech (scare quotes, titles of works) are dropped. Then attributions become
`Quotation`s: parts that a cue interrupts are one utterance, parts that the narrator's sentences separate are several.
A speaker who cannot be named stays None. Word order is left to the rules of the language.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from provenance.model import Quotation, QuotationType, Span
from provenance.quotes.languages import RARE_RULE, Language, Report, Subject, is_all_quotation, language
from provenance.quotes.person_names import Names, first_name
from provenance.quotes.quotation_marks import Marked, balanced
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
from provenance.quotes.signed_quotations import Signature, cut, signed
from provenance.quotes.word_classes import BOUNDARY, DAY, OBJECT, PRONOUN, RELATIVE
from provenance.text.paragraphs import paragraphs

# The version of the rules, stored with their quotations: an archive reads an article again when it differs. Raise it
# with every change after which some text gives other quotations; a test notices if the project's articles do.
RULES = "quotes10"

# Rules that find a speaker elsewhere than beside a quotation, or none: a line below it knows better.
UNSURE = frozenset(("nobody", "colon", "last subject", "paragraph before", "beside"))

LONGEST_INTERRUPTION = 160  # code points of ", the mayor of Velden, Lena Ortiz, said on Monday, "
LONGEST_SPEAKER = 120  # code points; a longer phrase is no name
MOST_SPEAKER_WORDS = 14
LONGEST_OPENING = 20  # code points of "Editors’ note:"


def extract(text: str, within: Span | None = None, spoken: Language | None = None) -> tuple[Quotation, ...]:
    """The quotations of `text`, or of the part `within`, by where they begin, read by the rules of a language.

    Offsets refer to the whole text. Without a language the rules are those of `languages.DEFAULT`; in texts of
    another language they find quotation marks, and speakers stay unknown.
    """
    spoken = spoken or language()
    reading = read(text, within, spoken)
    starts = [mark.start for mark in reading.marked]
    found = [
        quotation for report in reading.reports for quotation in _quotations(report, reading, starts, text, spoken)
    ]
    return tuple(sorted(found, key=lambda quotation: quotation.span))


@dataclass(slots=True)
class Lead:
    """The speaker and cue of a sentence that leads to a quotation in the next one: "She told me this:"."""

    subject: Subject | None
    name: str | None
    cue: Span | None


@dataclass(frozen=True, slots=True)
class Reading:
    """The attributions of an article, ordered by where they begin, and all its quotation marks."""

    reports: list[Report]
    marked: list[Marked]
    names: Names


def read(text: str, within: Span | None, language: Language) -> Reading:
    """Every attribution of the text, or of the part `within`, as the rules of a language read it."""
    reader = _Reader(text, language)
    parts = paragraphs(text, within)
    quotations = language.marked(text, parts)
    read_as: Iterable[tuple[Span, list[Marked], Signature | None]] = ((paragraph, [], None) for paragraph in parts)
    if quotations:
        quotations = [mark for mark in quotations if not language.is_named_thing(text, mark)]
        read_as = signed(text, cut(text, parts), quotations, language)
    for paragraph, inside, signature in read_as:
        if text[paragraph.start : paragraph.start + LONGEST_OPENING].lower().startswith(language.lexicon.notes):
            continue
        before = len(reader.found)
        reader.paragraph(language.sentences(tokenise(text, paragraph, inside, language.vocabulary), text))
        if signature is not None:
            reader.sign(before, signature)
    for report in reader.found:
        report.contents.sort()
    return Reading(sorted(reader.found, key=lambda report: report.contents[0]), quotations, reader.names)


class _Reader:
    """Reads sentence after sentence; its attributes are what it remembers of those before."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        self.names = Names(language, text)
        self.found: list[Report] = []
        self.number = -1  # of this paragraph
        self.last_report: Report | None = None
        self.last_report_in = -9  # number of the paragraph of the last one whose speaker is known
        self.in_paragraph: Report | None = None  # the last one of this paragraph
        self.subject: tuple[Subject, str | None] | None = None  # the last one that has a name
        self.lead: Lead | None = None

    def paragraph(self, parts: list[tuple[Sentence, Landmarks]]) -> None:
        """Read the sentences of the next paragraph."""
        self.number += 1
        self.in_paragraph = None
        self.subject = None
        for place, (sentence, landmarks) in enumerate(parts):
            self.names.add(sentence, landmarks.named)
            made = self._reports(sentence, landmarks, place) if landmarks.cues or landmarks.quoted else []
            self._remember_subject(sentence, landmarks.named, made)
            self._remember_lead(sentence, landmarks.cues, made)

    def _reports(self, sentence: Sentence, landmarks: Landmarks, place: int) -> list[Report]:
        """What a sentence with a cue or a quotation reports."""
        quoted = [sentence[number] for number in landmarks.quoted]
        made = self.language.reports(sentence, landmarks, self.text, self.names)
        for report in made:
            report.sentence = place
            if report.subject is not None and report.name is None:
                report.name = self.names.of_subject(report.subject, self.text)
        for token in _outside(quoted, made) if quoted else ():
            if self._is_said(token, sentence, made):
                self._free(token, sentence, made, place)
        self._remember(made)
        self.found.extend(made)
        return made

    def sign(self, first: int, signature: Signature) -> None:
        """Give the last quotation, of the reports from number `first` on or gone on with, to who signs it below.

        A quotation with a cue of its own keeps its speaker. Nobody signs what follows, so no later quotation gets
        this speaker for want of another.
        """
        made = self.found[first:] or ([self.last_report] if self.last_report is not None else [])
        report = made[-1] if made else None
        if report is not None and report.rule in UNSURE:
            words = signature.name.split()
            report.subject = Subject(signature.span, words[-1], 0)
            report.name = self.names.full(words[0]) if len(words) == 1 else signature.name
            report.cue, report.rule = None, "signed"
        self.last_report_in, self.in_paragraph, self.lead, self.subject = -9, None, None, None

    # Quotations without a cue

    def _is_said(self, token: Token, sentence: Sentence, made: list[Report]) -> bool:
        """Whether a quotation that no report covers is speech: by itself, or as the rest of an interrupted one."""
        if self.language.is_speech(token, sentence, self.text):
            return True
        if not token.index or token.end - token.start <= 8:
            return False
        bordered = sentence[token.index - 1].bits & (COMMA | DASH)
        return bool(bordered) and any(report.type == "direct" and report.quoted_first for report in made)

    def _free(self, token: Token, sentence: Sentence, made: list[Report], place: int) -> None:
        """Give a quotation without a cue to the report that it goes on, or make one of its own in `made`."""
        span = token.span
        if token.quotation is not None and token.quotation.continues and self.last_report is not None:
            self.last_report.contents.append(span)
            return
        spoken = [report for report in made if report.type != "indirect"]
        if spoken:
            spoken[-1].contents.append(span)
            spoken[-1].contents.sort()
            return
        alone = is_all_quotation(sentence)
        if alone and self._joins_paragraph(span, place):
            return
        made.append(self._carried(span, place) if alone else self._beside(token, sentence))

    def _joins_paragraph(self, span: Span, place: int) -> bool:
        report = self.in_paragraph
        if report is None:
            return False
        follows = report.type == "mixed" and place - report.sentence <= 1 and self.lead is None
        if report.type != "direct" and not follows:
            return False
        report.contents.append(span)
        return True

    def _carried(self, span: Span, place: int) -> Report:
        """A sentence that is all quotation, with a speaker from what comes before it."""
        report = Report([span], "direct", "nobody", sentence=place)
        earlier = self.in_paragraph
        if self.lead is not None:
            report.subject, report.name, report.cue = self.lead.subject, self.lead.name, self.lead.cue
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
        """A quotation beside words without a cue: "Ortiz: “...”"."""
        report = Report([token.span], "direct", "nobody")
        found = self.language.beside(token, sentence, self.names)
        if found is not None:
            report.subject, report.rule = found
            report.name = self.names.of_subject(report.subject, self.text)
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
                if report.name and self.language.is_speaker(" ".join(report.name.split())):
                    self.names.speaker = report.name
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

    def _remember_lead(self, sentence: Sentence, cues: list[int], made: list[Report]) -> None:
        self.lead = None
        last = sentence[-1]
        if last.bits & QUOTATION:
            return
        lead = None
        found = self.language.leads_on(sentence, cues, self.text)
        if found is not None:
            subject, cue = found
            lead = Lead(subject, self.names.of_subject(subject, self.text), cue)
        if last.bits & COLON:
            if lead is None and self.subject is not None:
                lead = Lead(self.subject[0], self.subject[1], None)
            self.lead = lead or Lead(None, None, None)
        elif not made:
            self.lead = lead


def _outside(quoted: list[Token], made: list[Report]) -> list[Token]:
    """The quotations that no report covers."""
    parts = sorted(part for report in made for part in report.contents)
    found, place, reach = [], 0, -1
    for token in quoted:
        while place < len(parts) and parts[place].start <= token.start:
            reach = max(reach, parts[place].end)
            place += 1
        if token.end > reach:
            found.append(token)
    return found


def _quotations(report: Report, reading: Reading, starts: list[int], text: str, spoken: Language) -> list[Quotation]:
    name = speaker_name(report, spoken)
    confidence = spoken.confidence.get(report.rule, RARE_RULE) if name else 0.0
    affiliation = reading.names.affiliation(name) if name else None
    found = []
    for parts in _utterances(report.contents, text):
        span = Span(parts[0].start, max(part.end for part in parts))
        marks = _marks(parts, reading.marked, starts)
        found.append(
            Quotation(
                span=span,
                type=_type(parts, marks),
                marks=tuple(Span(mark.inner_start, mark.inner_end) for mark in marks),
                speaker=name,
                speaker_span=report.subject.span if report.subject is not None else None,
                affiliation=affiliation,
                cue=report.cue,
                confidence=confidence,
            )
        )
    return found


def speaker_name(report: Report, spoken: Language) -> str | None:
    """The speaker as a name or phrase on one line; None where it is an unresolved pronoun or no speaker."""
    name = report.name
    if not name or (report.subject is not None and report.subject.bits & PRONOUN and name == report.subject.head):
        return None
    name = balanced(" ".join(name.split()))
    first = spoken.lexicon.words.get(name.split(None, 1)[0].lower(), 0)
    if first & BOUNDARY and " " in name and name.split()[1][:1].isupper():
        name = name.split(None, 1)[1]  # "When Lena Ortiz"
        first = 0
    if first & (RELATIVE | DAY | OBJECT) or (first & PRONOUN and " " not in name):
        return None
    if len(name) > LONGEST_SPEAKER or name.count(" ") >= MOST_SPEAKER_WORDS:
        return None
    return name if spoken.is_speaker(name) else None


def _utterances(contents: list[Span], text: str) -> list[list[Span]]:
    """The parts of a report, grouped by utterance."""
    groups: list[list[Span]] = []
    for part in contents:
        if groups and _goes_on(text, groups[-1][-1].end, part.start):
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _goes_on(text: str, end: int, start: int) -> bool:
    if start - end > LONGEST_INTERRUPTION:
        return False
    gap = text[end:start]
    return "\n" not in gap or not gap.strip()


def _marks(parts: list[Span], marked: list[Marked], starts: list[int]) -> list[Marked]:
    """The quotation marks inside the parts."""
    found = []
    for part in parts:
        place = bisect_left(starts, part.start)
        while place < len(marked) and marked[place].end <= part.end:
            found.append(marked[place])
            place += 1
    return found


def _type(parts: list[Span], marks: list[Marked]) -> QuotationType:
    if not marks:
        return "indirect"
    if len(parts) == len(marks) == 1:
        return "direct" if parts[0] == (marks[0].start, marks[0].end) else "mixed"
    whole = {(mark.start, mark.end) for mark in marks}
    return "direct" if all(part in whole for part in parts) else "mixed"
