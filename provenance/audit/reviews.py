"""Which links a person has confirmed or rejected, by the last review of each: audits leave those links alone."""

from __future__ import annotations

from provenance.store import Store


def rejected_pairs(store: Store) -> frozenset[frozenset[str]]:
    """The pairs of articles whose last review rejects their link."""
    return frozenset(pair for pair, verdict in _last_words(store).items() if verdict == "rejected")


def reviewed_pairs(store: Store) -> frozenset[frozenset[str]]:
    """The pairs of articles whose link a person has confirmed or rejected."""
    return frozenset(pair for pair, verdict in _last_words(store).items() if verdict)


def _last_words(store: Store) -> dict[frozenset[str], str | None]:
    """The last review of each pair, None where it takes the one before back."""
    return {frozenset((given.a, given.b)): given.verdict for given in store.links.reviews()}
