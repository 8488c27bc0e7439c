"""What people said, as JSON: beside a link or a passage, and as rows of `review --list`."""

from __future__ import annotations

from typing import Any

from provenance.model import Review, ReviewRow


def review_object(review: Review | None) -> dict[str, Any] | None:
    """What people decided: `verdict` is null where there are only notes; `rule` names a wider subject."""
    if review is None:
        return None
    rule = review.rule
    return {
        "verdict": review.verdict,
        "note": review.note,
        "by": review.by,
        "at": review.at,
        "notes": [{"note": each.note, "by": each.by, "at": each.at} for each in review.notes],
        "rule": None if rule is None else {"about": rule.about, "names": list(rule.names)},
        "changed": review.changed,
        "found": review.found,
    }


def review_row_object(row: ReviewRow) -> dict[str, Any]:
    """One step of what people said; `verdict` is null for a note. `texts` are numbers of versions as SQL has them."""
    step = row.step
    about, names = step.subject.about, step.subject.names
    pair = names if about in ("link", "passage") else (None, None)
    passage = None
    if step.subject.spans:
        words = row.words or (None, None)
        sides = zip(step.subject.spans, words, strict=True)
        passage = {
            side: {"start": span.start, "end": span.end, "text": text}
            for side, (span, text) in zip("ab", sides, strict=True)
        }
    return {
        "about": about,
        "a": pair[0],
        "b": pair[1],
        "passage": passage,
        "publishers": list(names) if about == "publishers" else None,
        "phrase": names[0] if about == "phrase" else None,
        "verdict": step.said if step.said in ("confirmed", "rejected") else None,
        "note": step.note,
        "by": step.by,
        "at": step.at,
        "changed": row.changed,
        "found": row.found,
        "in_force": row.undone is None and not row.replaced and step.said != "undone",
        "undone": {"by": row.undone.by, "at": row.undone.at, "note": row.undone.note} if row.undone else None,
        "texts": list(step.seen) if step.seen else None,
    }
