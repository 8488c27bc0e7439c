"""Which links a person has confirmed or rejected, by the last word in force about each."""

from __future__ import annotations

from provenance.store import Store


def rejected_pairs(store: Store) -> frozenset[frozenset[str]]:
    """The pairs of articles whose link a person has rejected."""
    return frozenset(pair for pair, verdict in _verdicts(store).items() if verdict == "rejected")


def reviewed_pairs(store: Store) -> frozenset[frozenset[str]]:
    """The pairs of articles whose link a person has confirmed or rejected."""
    return frozenset(_verdicts(store))


def _verdicts(store: Store) -> dict[frozenset[str], str]:
    return {
        frozenset(step.subject.names): step.said
        for step in store.reviews.in_force()
        if step.subject.about == "link" and step.said != "annotated"
    }
