"""The reports of one German sentence as its rules find them: none twice, each with its speaker.

Nothing here reads words; `attributions` does.
"""

from __future__ import annotations

from provenance.model import Span
from provenance.quotes.german.clauses import Cue, clauses_of
from provenance.quotes.german.contents import Content, type_of
from provenance.quotes.german.doers import Doers
from provenance.quotes.german.subjects import Speaker
from provenance.quotes.german.without_cues import Uncued
from provenance.quotes.languages import Report
from provenance.quotes.person_names import Names
from provenance.quotes.sentence_tokens import Landmarks, Sentence
from provenance.quotes.word_classes import MASCULINE, PERSON


class SentenceReports:
    """What is known of one sentence, and its reports so far."""

    def __init__(self, sentence: Sentence, landmarks: Landmarks, text: str, names: Names) -> None:
        self.sentence = sentence
        self.text = text
        self.names = names
        self.places = landmarks.cues
        self.clauses = clauses_of(sentence)
        self.finder = Doers(sentence, self.clauses, names, text)
        self.reports: list[Report] = []
        self.content = Content(sentence, self.clauses, text)
        self.quoted, self.end = self.content.quoted, self.content.end
        self.floor = 0  # what comes before this token belongs to an earlier report
        self.cues: list[Cue] = []
        self.last: Speaker | None = None  # of the cue before, which "und" carries over

    def add(self, found: Uncued) -> None:
        """Take in what is said without a cue; what goes on with a report that goes on is part of it."""
        last = self.reports[-1] if self.reports else None
        if found.goes_on and last is not None and last.goes_on:
            last.contents.extend(part for part in found.parts if part not in last.contents)
            return
        report = self.report(found.parts, found.rule, found.speaker, None)
        if report is None:
            return
        if found.goes_on and last is not None:
            report.subject, report.name = last.subject, last.name
        report.goes_on = found.goes_on and last is None
        report.name = (found.speaker.name if found.speaker is not None else None) or report.name

    def report(self, parts: list[Span], rule: str, speaker: Speaker | None, cue: Span | None) -> Report | None:
        """A report of `parts`, added to `reports`; None where they are empty or reported already."""
        parts = [part for part in parts if part.end > part.start]
        if not parts or any(part in report.contents for report in self.reports for part in parts):
            return None
        mixed = [part for report in self.reports if report.type == "mixed" for part in report.contents]
        if all(any(one.start <= part.start and part.end <= one.end for one in mixed) for part in parts):
            return None  # words in marks inside a clause that is reported already
        report = Report(parts, type_of(parts, self.quoted), rule, cue=cue)
        if speaker is not None and speaker.subject is not None:
            report.subject = speaker.subject
            report.name = speaker.name or self._resolved(speaker)
        self.reports.append(report)
        return report

    def _resolved(self, speaker: Speaker) -> str | None:
        subject = speaker.subject
        if subject is None or not subject.bits & PERSON:
            return None
        last = self.names.speaker
        if last is not None and self.names.subject is None and subject.bits & MASCULINE:
            return last
        return self.names.of_pronoun(subject.bits, last)
