"""Which links a person has confirmed or rejected, as the last word on each: audits and answers leave those alone."""

from __future__ import annotations

from provenance.store import Store


def rejected_pairs(store: Store) -> frozenset[frozenset[str]]:
    """The pairs of articles whose link a person has rejected, as the last word on it."""
    return frozenset(pair for pair, verdict in _last_words(store).items() if verdict == "rejected")


def reviewed_pairs(store: Store) -> frozenset[frozenset[str]]:
    """The pairs of articles whose link a person has confirmed or rejected."""
    return frozenset(pair for pair, verdict in _last_words(store).items() if verdict)


def _last_words(store: Store) -> dict[frozenset[str], str | None]:
    """What was said last of each pair, None where it was taken back."""
    return {frozenset((given.a, given.b)): given.verdict for given in store.links.reviews()}
