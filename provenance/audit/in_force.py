"""What steps of reviews about one subject come to: the last verdict with all notes, or the notes alone."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model import Remark, Review, ReviewStep, Verdict


def in_force(steps: Sequence[ReviewStep], numbers: tuple[int | None, ...] | None = None) -> Review | None:
    """The review that holds after steps in force, oldest first; None without any.

    `numbers` are those of the texts that are shown now, in the order of the subject's names: the review says where
    they are not the ones that the person saw.
    """
    if not steps:
        return None
    notes = [step for step in steps if step.said == "annotated"]
    verdicts = [step for step in steps if step.said in ("confirmed", "rejected")]
    last = verdicts[-1] if verdicts else notes[-1]
    remarks = tuple(Remark(step.note, step.by, step.at) for step in notes if step is not last)
    note = last.note or (remarks[-1].note if remarks else "")
    verdict: Verdict | None = "rejected" if last.said == "rejected" else None
    verdict = "confirmed" if last.said == "confirmed" else verdict
    changed = numbers is not None and last.seen is not None and last.seen != numbers
    return Review(verdict, note, last.by, last.at, remarks, changed=changed)
