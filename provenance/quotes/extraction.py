"""The quotations of a text as the rest of the program sees them: `extract`, and the version of its rules.

Attributions become `Quotation`s here: parts that a cue interrupts are one utterance, parts that the narrator's own
sentences separate are several. A speaker that cannot be named stays None.
"""

from __future__ import annotations

from bisect import bisect_left

from provenance.model import Quotation, QuotationType, Span
from provenance.quotes.article_reader import Reading, read
from provenance.quotes.languages import RARE_RULE, Language, Report, language
from provenance.quotes.lexicon import DAY, OBJECT, PRONOUN, RELATIVE
from provenance.quotes.quotation_marks import Marked

# The version of the rules, stored beside what they read: an archive reads an article again when it differs. Raise it
# with every change that lets some text read otherwise; a test holds it against the project's own articles.
RULES = "quotes8"

LONGEST_INTERRUPTION = 160  # code points of ", the mayor of Velden, Lena Ortiz, said on Monday, "
LONGEST_SPEAKER = 120  # code points; a longer phrase is no name
MOST_SPEAKER_WORDS = 14


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
    """The speaker as a name or phrase on one line; None where it is a pronoun that nothing resolves."""
    name = report.name
    if not name or (report.subject is not None and report.subject.bits & PRONOUN and name == report.subject.head):
        return None
    name = " ".join(name.split())
    first = spoken.lexicon.words.get(name.split(None, 1)[0].lower(), 0)
    if first & (RELATIVE | DAY | OBJECT) or (first & PRONOUN and " " not in name):
        return None
    return name if len(name) <= LONGEST_SPEAKER and name.count(" ") < MOST_SPEAKER_WORDS else None


def _utterances(contents: list[Span], text: str) -> list[list[Span]]:
    """The parts of a report, those of one utterance together."""
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
