"""What a block that is set off reports of others, apart from what is its own speaker's words twice over.

Nothing here finds blocks or reads sentences.
"""

from __future__ import annotations

from bisect import bisect_left

from provenance.model import Span
from provenance.quotes.languages import Language, Report
from provenance.quotes.report_quotations import SET_OFF

MOST_OF_BLOCK = 0.8  # part of a block that is the block itself


def without_repeats(found: list[Report], language: Language) -> list[Report]:
    """The reports without those that a block which is set off says itself.

    Inside a block a cue shows what its speaker reports of others; a quotation without one, and what the speaker says
    of "I" and "you", is the speaker's.
    """
    blocks = sorted(part for report in found if report.rule in SET_OFF for part in report.contents)
    if not blocks:
        return found
    return [report for report in found if report.rule in SET_OFF or not _is_repeated(report, blocks, language)]


def _is_repeated(report: Report, blocks: list[Span], language: Language) -> bool:
    """Whether a report has words of a block, and is not the block's report of somebody else."""
    part = report.contents[0]
    place = bisect_left(blocks, (part.start + 1,))
    block = next((each for each in blocks[max(0, place - 1) : place + 1] if part.overlap(each)), None)
    subject = report.subject
    if block is None:
        return False
    if part.overlap(block) >= MOST_OF_BLOCK * block.length or report.cue is None or not report.name:
        return True
    own = language.documents.personal if language.documents is not None else None
    return subject is None or not subject.head or (own is not None and own.fullmatch(subject.head) is not None)
