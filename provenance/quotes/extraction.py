"""The quotations of a text, in any language: `extract`, and the version of its rules.

The article is read from the top. The language's rules give the attributions of each sentence. A quotation without a
cue of its own gets a speaker named before it: that of the paragraph, else the last subject, else that of the
paragraph before. Quotations that are no speech (scare quotes, titles of works) are dropped. What a text sets off
without marks (turns of a transcript, a whole speech, a block quotation: `documents`) is quoted whole, besides what it
reports of others. Then attributions become `Quotation`s: parts that a cue interrupts are one utterance, parts that
the narrator's sentences separate are several. A speaker who cannot be named stays None. Word order is left to the
rules of the language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from provenance.model import Quotation, Span
from provenance.quotes.damaged_marks import readable
from provenance.quotes.documents.recognition import set_off
from provenance.quotes.documents.repeated import without_repeats
from provenance.quotes.documents.said import Said
from provenance.quotes.languages import Language, Report, Subject, is_all_quotation, language
from provenance.quotes.person_names import Names, first_name
from provenance.quotes.quotation_marks import Marked
from provenance.quotes.report_quotations import quotations_of
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
from provenance.quotes.word_classes import PRONOUN
from provenance.text.paragraphs import paragraphs

# The version of the rules, stored with their quotations: an archive reads an article again when it differs. Raise it
# with every change after which some text gives other quotations; a test notices if the project's articles do.
RULES = "quotes22"

# Rules that find a speaker elsewhere than beside a quotation, or none: a line below it knows better.
UNSURE = frozenset(("nobody", "colon", "last subject", "paragraph before", "beside"))

# Words in marks from which on they are said though nobody is known to say them: in German news annotators marked 19
# of 21 such that begin with a small letter, and 3 of 8 shorter ones (`german-quotes/train`).
FEWEST_BY_NOBODY = 4
LONGEST_OPENING = 20  # code points of "Editors’ note:"


def extract(text: str, within: Span | None = None, spoken: Language | None = None) -> tuple[Quotation, ...]:
    """The quotations of `text`, or of the part `within`, by where they begin, read by the rules of a language.

    Offsets refer to the whole text. `spoken` is the pack of the text's language, `languages.language(code)`; without
    it the text is read as English.
    """
    spoken = spoken or language()
    reading = read(text, within, spoken)
    starts = [mark.start for mark in reading.marked]
    found = [
        quotation
        for report in reading.reports
        for quotation in quotations_of(report, reading.marked, reading.names, starts, text, spoken)
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
    text = readable(text, language.name)
    reader = _Reader(text, language)
    parts = paragraphs(text, within)
    marked = language.marked(text, parts)
    read_as: Iterable[tuple[Span, list[Marked], Signature | None]] = ((part, [], None) for part in parts)
    if marked:
        marked = [mark for mark in marked if not language.is_named_thing(text, mark)]
        read_as = signed(text, cut(text, parts), marked, language)
    said = set_off(text, within or Span(0, len(text)), parts, language).said
    blocks = [block for block in said if block.speaker or not block.asks]
    for paragraph, inside, signature in read_as:
        if text[paragraph.start : paragraph.start + LONGEST_OPENING].lower().startswith(language.lexicon.notes):
            continue
        before = len(reader.found)
        while blocks and blocks[0].span.start < paragraph.end:
            reader.set_off(blocks.pop(0))
        reader.paragraph(language.sentences(tokenise(text, paragraph, inside, language.vocabulary), text))
        if signature is not None:
            reader.sign(before, signature)
    for block in blocks:
        reader.set_off(block)
    reports = without_repeats(reader.found, language)
    for report in reports:
        report.contents.sort()
    return Reading(sorted(reports, key=lambda report: report.contents[0]), marked, reader.names)


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
        self.subject_in = -1  # number of its sentence in the paragraph
        self.lead: Lead | None = None
        self.before: Sentence | None = None  # the one before in the paragraph
        self.unclaimed: Report | None = None  # what a sentence goes on with that nobody began

    def set_off(self, said: Said) -> None:
        """Take in words that are set off; a block without a speaker has that of the sentence before it."""
        report = Report(list(said.parts), "direct", said.rule, name=said.speaker)
        if said.place is not None and said.speaker:
            report.subject = Subject(said.place, said.speaker.split()[-1], 0)
        elif said.speaker is None and said.rule == "block quotation":
            earlier = self.last_report if self.number == self.last_report_in else None
            known = self.lead if self.lead is not None and self.lead.cue is not None else earlier
            if known is not None:
                report.subject, report.name, report.cue = known.subject, known.name, known.cue
        self.found.append(report)
        self.last_report_in, self.in_paragraph, self.lead, self.subject = -9, None, None, None

    def paragraph(self, parts: list[tuple[Sentence, Landmarks]]) -> None:
        """Read the sentences of the next paragraph."""
        self.number += 1
        self.in_paragraph = None
        self.subject = self.before = None
        for place, (sentence, landmarks) in enumerate(parts):
            self.names.add(sentence, landmarks.named)
            self._claim(sentence, landmarks.cues)
            made = self._reports(sentence, landmarks, place) if landmarks.cues or landmarks.quoted else []
            known = self.subject
            self._remember_subject(sentence, landmarks.named, made)
            if self.subject is not known:
                self.subject_in = place
            self._remember_lead(sentence, landmarks.cues, made)
            self.before = sentence

    def _reports(self, sentence: Sentence, landmarks: Landmarks, place: int) -> list[Report]:
        """What a sentence with a cue or a quotation reports."""
        quoted = [sentence[number] for number in landmarks.quoted]
        made = self.language.reports(sentence, landmarks, self.text, self.names)
        if made and made[0].goes_on:
            made = self._gone_on(made[0])
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

    def _gone_on(self, report: Report) -> list[Report]:
        """A sentence without a cue that goes on with what was said before it, or no report where nothing was.

        It is part of the last such report of its paragraph; the first one takes over the speaker.
        """
        if self.lead is not None and self.lead.cue is not None and self.lead.name:
            report.subject, report.name = self.lead.subject, self.lead.name  # "The union demanded more. It, ..."
            return [report]
        near = self.last_report if self.number - self.last_report_in <= 1 else None
        earlier = self.in_paragraph or near
        between = self.in_paragraph is None or self.subject_in > self.in_paragraph.sentence
        person = self.subject is not None and self.names.has_gender((self.subject[1] or "").rpartition(" ")[2])
        if self.subject is not None and person and between:
            report.subject, report.name = self.subject  # "Orre rejected this. The ferry, he goes on, ..."
            return [report]
        if earlier is None or (self.in_paragraph is None and report.type == "direct"):
            if report.cue is not None:
                return [report]
            long = any(part.of(self.text).count(" ") >= FEWEST_BY_NOBODY - 1 for part in report.contents)
            self.unclaimed = report
            return [report] if long and report.type == "direct" else []
        if earlier.goes_on and earlier is self.in_paragraph and earlier.rule == report.rule and report.cue is None:
            earlier.contents.extend(report.contents)
            return []
        report.subject, report.name = earlier.subject, earlier.name
        return [report]

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
        elif (about := self._about()) is not None:
            report.subject, report.name = about, about.name
            report.rule = "last subject"
        elif self.subject is not None and self.subject[1]:
            report.subject, report.name = self.subject
            report.rule = "last subject"
        elif self.last_report is not None and self.number - self.last_report_in <= 1 and place == 0:
            report.subject, report.name = self.last_report.subject, self.last_report.name
            report.rule = "paragraph before"
        return report

    def _about(self) -> Subject | None:
        """The subject of the sentence before, in the words of the language."""
        return self.language.about(self.before, self.text, self.names) if self.before is not None else None

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

    def _claim(self, sentence: Sentence, cues: list[int]) -> None:
        """Take in what was said right before by nobody known, if a sentence says who: "Das teilte die Stadt mit"."""
        report, self.unclaimed = self.unclaimed, None
        if report is None or self.before is None or report in self.found or not self.language.looks_back(sentence):
            return
        found = self.language.leads_on(sentence, cues, self.text, self.names)
        if found is not None:
            report.subject, report.name, report.rule, report.cue = found[0], found[0].name, "looked back", found[1]
            self.found.append(report)

    def _look_back(self, sentence: Sentence, cues: list[int], made: list[Report]) -> None:
        """Give a quotation that nobody says to whom a sentence right behind it names: "That is what Orre said"."""
        report = self.found[-1] if self.found and self.before is not None else None
        if report is None or made or report.rule != "nobody" or not self.language.looks_back(sentence):
            return
        found = self.language.leads_on(sentence, cues, self.text, self.names)
        about = found[0] if found is not None else self.language.about(sentence, self.text, self.names)
        if about is not None:
            report.subject, report.name, report.rule = about, about.name, "looked back"
            report.cue = found[1] if found is not None else None

    def _remember_lead(self, sentence: Sentence, cues: list[int], made: list[Report]) -> None:
        self.lead = None
        last = sentence[-1]
        self._look_back(sentence, cues, made)
        if last.bits & QUOTATION:
            return
        lead = None
        found = self.language.leads_on(sentence, cues, self.text, self.names)
        if found is not None:
            subject, cue = found
            lead = Lead(subject, subject.name or self.names.of_subject(subject, self.text), cue)
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
