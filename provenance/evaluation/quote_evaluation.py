"""Scores of quotation extraction against attributions that people marked, and the people's own agreement."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from provenance.evaluation.brat import Annotated, Attribution, annotated
from provenance.evaluation.quote_gold import FRAGMENTS_APART, kind_of
from provenance.evaluation.quote_scores import Counts, Predicted, QuoteScores
from provenance.languages.detection import detect
from provenance.model import Span
from provenance.quotes.english.phrases import head
from provenance.quotes.extraction import read
from provenance.quotes.languages import DEFAULT, language
from provenance.quotes.quotation_marks import Marked
from provenance.quotes.report_quotations import SET_OFF
from provenance.quotes.sentence_tokens import tokenise


@dataclass(frozen=True, slots=True)
class QuoteEvaluation:
    """The rules' scores, the annotators' own agreement by the same measures, and characters read in a second."""

    scores: QuoteScores
    annotators: QuoteScores | None
    megabytes_per_second: float


def evaluate(directory: Path, half: int | None = None, code: str | None = None) -> QuoteEvaluation:
    """Score extraction on a folder of annotated texts; `half` 0 or 1 takes those with that parity of sha1(name).

    `code` is the language of the texts; without it, what most of them show.

    The first annotator of each text is the gold; texts with several annotators give the agreement. Raises
    UnreadableInput where the folder holds no annotations.
    """
    items = list(annotated(directory))
    code = code or _language_of(items)
    rules, people = Counts(code), Counts(code)
    size, seconds, twice = 0, 0.0, 0
    for item in items:
        several = len(item.annotations) > 1
        twice += several
        if several:
            _agreement(item, people)
        if half is not None and half_of(item.name) != half:
            continue
        began = time.process_time()
        found = predictions(item.text, code)
        seconds += time.process_time() - began
        size += len(item.text)
        rules.add(item.text, found, item.annotations[0])
    speed = size / 1e6 / seconds if seconds else 0.0
    return QuoteEvaluation(rules.scores(), people.scores() if twice else None, speed)


def rows(result: QuoteEvaluation) -> list[tuple[str, float, float | None]]:
    """What a report prints: name, the rules' value, the annotators' value (None where there is none)."""
    names = {
        "direct quotations, characters: precision": "direct_precision",
        "direct quotations, characters: recall": "direct_recall",
        "direct quotations, characters: F": "direct_f",
        "speaker of direct quotations: precision": "speaker_precision",
        "speaker of direct quotations: recall": "speaker_recall",
        "attributions with a reporting cue: recall": "recall",
        "all attributions: precision": "precision",
        "mixed: recall": "mixed_recall",
        "mixed: precision": "mixed_precision",
        "indirect: recall": "indirect_recall",
        "indirect: precision": "indirect_precision",
        "source where the content matches": "source",
        "cue where the content matches": "cue",
    }
    people = result.annotators
    listed: list[tuple[str, float, float | None]] = [
        (name, getattr(result.scores, key), getattr(people, key) if people else None) for name, key in names.items()
    ]
    listed.append(("megabytes a second", result.megabytes_per_second, None))
    return listed


def half_of(name: str) -> int:
    """0 for the half that rules are developed on, 1 for the half that is reported."""
    return int(hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest(), 16) % 2


def _language_of(items: list[Annotated]) -> str:
    """The language that most of the texts are in."""
    told = Counter(found.code for item in items if (found := detect(item.text, ask_library=False)) is not None)
    return min(told, key=lambda code: (-told[code], code), default=DEFAULT)


def predictions(text: str, code: str = DEFAULT) -> list[Predicted]:
    """What the rules of a language find, in the form that is scored.

    Turns of transcripts, whole documents and block quotations are left out: the annotators marked words with a cue or
    in quotation marks, and the questions and answers of an interview, in most texts, not at all.
    """
    found = []
    reading = read(text, None, language(code))
    for report in reading.reports:
        if report.rule in SET_OFF:
            continue
        subject = report.subject
        found.append(
            Predicted(
                tuple(report.contents),
                report.type,
                subject.span if subject else None,
                subject.head if subject else None,
                report.name,
                (report.cue,) if report.cue else (),
            )
        )
        if report.type == "mixed" and code in FRAGMENTS_APART:
            found.extend(_fragments(found[-1], reading.marked))
    return found


def _fragments(whole: Predicted, marked: list[Marked]) -> list[Predicted]:
    """The words in quotation marks inside a reported clause, each by itself."""
    return [
        whole._replace(content=(Span(mark.start, mark.end),), kind="direct")
        for mark in marked
        if any(part.start <= mark.start and mark.end <= part.end for part in whole.content)
    ]


def _agreement(item: Annotated, counts: Counts) -> None:
    for one in item.annotations:
        found = [_as_predicted(item.text, gold) for gold in one]
        for other in item.annotations:
            if other is not one:
                counts.add(item.text, found, other)


def _as_predicted(text: str, gold: Attribution) -> Predicted:
    """An annotator's attribution in the place of a prediction."""
    kind = kind_of(text, gold)
    if not gold.source:
        return Predicted(gold.content, kind, None, None, None, gold.cue)
    span = Span(gold.source[0].start, gold.source[-1].end)
    found = head(tokenise(text, Span(span.start, gold.source[0].end), [], language().vocabulary).all)
    word = found.word if found else None
    return Predicted(gold.content, kind, span, word, word if word and word[0].isupper() else None, gold.cue)
