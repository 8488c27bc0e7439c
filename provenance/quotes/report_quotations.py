"""From attributions to quotations: parts that a cue interrupts are one utterance, parts that the narrator's sentences
separate are several, and a speaker is a name or phrase on one line, or nobody.

Whoever reads an article (`provenance.quotes.extraction`) brings the attributions; nothing here looks for any.
"""

from __future__ import annotations

from bisect import bisect_left

from provenance.model import Quotation, QuotationType, Span
from provenance.quotes.languages import RARE_RULE, Language, Report
from provenance.quotes.person_names import Names
from provenance.quotes.quotation_marks import Marked, balanced
from provenance.quotes.word_classes import BOUNDARY, DAY, OBJECT, PRONOUN, RELATIVE

# Rules of what is set off without marks: all its parts are one utterance.
SET_OFF = frozenset(("dialogue", "document", "block quotation"))

LONGEST_INTERRUPTION = 160  # code points of ", the mayor of Velden, Lena Ortiz, said on Monday, "
LONGEST_SPEAKER = 120  # code points; a longer phrase is no name
MOST_SPEAKER_WORDS = 14


def quotations_of(
    report: Report, marked: list[Marked], names: Names, starts: list[int], text: str, spoken: Language
) -> list[Quotation]:
    """The quotations of a report, ascending; `marked` are all quotations in marks, `starts` where they begin."""
    name = speaker_name(report, spoken)
    confidence = spoken.confidence.get(report.rule, RARE_RULE) if name else 0.0
    affiliation = names.affiliation(name) if name else None
    found = []
    whole = report.rule in SET_OFF
    for parts in [report.contents] if whole else _utterances(report.contents, text):
        span = Span(parts[0].start, max(part.end for part in parts))
        marks = (
            [Marked(*part, *part, True, False, False) for part in parts] if whole else _marks(parts, marked, starts)
        )
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
