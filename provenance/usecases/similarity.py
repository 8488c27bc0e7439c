"""The true similarity of two linked texts, computed from their words and kept apart from any estimate."""

from __future__ import annotations

from dataclasses import replace

from provenance.align.shares import exact_jaccard
from provenance.model import Link
from provenance.usecases.workbench import Ready


def with_similarity(link: Link, a: Ready, b: Ready) -> Link:
    """The link with the Jaccard similarity of the texts' word 5-grams and the part of A's, of B's that both hold."""
    jaccard, in_a, in_b = exact_jaccard(a.side.tokens, b.side.tokens)
    return replace(link, jaccard=round(jaccard, 6), containment=(round(in_a, 6), round(in_b, 6)))
