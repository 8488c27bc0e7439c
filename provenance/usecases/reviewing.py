"""Reviews: a person confirms or rejects a link, or takes that back. Audits respect them; their history is kept."""

from __future__ import annotations

from typing import Literal

from provenance.errors import UsageError
from provenance.store import Store

Said = Literal["confirm", "reject", "undo"]


def review(store: Store, a: str, b: str, said: Said, note: str = "") -> None:
    """Record a review of the link of two articles; UsageError where no link is recorded."""
    if store.links.between(a, b) is None:
        raise UsageError(f"no link between {a} and {b} is recorded: run `provenance audit` first")
    store.links.review(a, b, {"confirm": "confirmed", "reject": "rejected", "undo": None}[said], note)
