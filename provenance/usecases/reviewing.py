"""What a person says of a link: confirmed, rejected, or nothing any more. Audits respect it, history is kept."""

from __future__ import annotations

from typing import Literal

from provenance.errors import UsageError
from provenance.store import Store

Said = Literal["confirm", "reject", "undo"]


def review(store: Store, a: str, b: str, said: Said, note: str = "") -> None:
    """Record what a person says of the link of two articles; UsageError where no link is recorded."""
    if store.link(a, b) is None:
        raise UsageError(f"no link between {a} and {b} is recorded: run `provenance audit` first")
    store.review(a, b, {"confirm": "confirmed", "reject": "rejected", "undo": None}[said], note)


def rejected_pairs(store: Store) -> frozenset[frozenset[str]]:
    """The pairs of articles whose link a person has rejected, as the last word on it."""
    return frozenset(pair for pair, verdict in _last_words(store).items() if verdict == "rejected")


def reviewed_pairs(store: Store) -> frozenset[frozenset[str]]:
    """The pairs of articles on whose link a person's word stands."""
    return frozenset(pair for pair, verdict in _last_words(store).items() if verdict)


def _last_words(store: Store) -> dict[frozenset[str], str | None]:
    """What was said last of each pair, None where it was taken back."""
    return {frozenset((given.a, given.b)): given.verdict for given in store.reviews()}
