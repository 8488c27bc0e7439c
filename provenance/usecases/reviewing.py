"""Reviews: a person confirms or rejects a link, or takes that back. Audits respect them; their history is kept."""

from __future__ import annotations

from typing import Literal

from provenance.errors import UsageError
from provenance.model import Subject
from provenance.store import Store

Said = Literal["confirm", "reject", "undo"]


def review(store: Store, a: str, b: str, said: Said, note: str = "", by: str | None = None) -> None:
    """Record a review of the link of two articles, or take the last one back; UsageError where there is none."""
    subject = Subject.link(a, b)
    if said == "undo":
        steps = [step for step in store.reviews.in_force(a) if step.subject == subject]
        if not steps:
            raise UsageError(f"nothing has been said of the link of {a} and {b}: there is nothing to undo")
        store.reviews.undo(steps[-1], note, by)
        return
    link = store.links.between(a, b)
    if link is None:
        raise UsageError(f"no link between {a} and {b} is recorded: run `provenance audit` first")
    store.reviews.record(subject, "confirmed" if said == "confirm" else "rejected", note, by, link)
