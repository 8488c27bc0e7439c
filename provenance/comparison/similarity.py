"""How much two linked texts share, computed from their words and kept apart from any estimate.

Boilerplate counts nowhere: neither as shared nor as part of a text.
"""

from __future__ import annotations

from dataclasses import replace

from provenance.align.shares import share
from provenance.comparison.workbench import Ready
from provenance.fingerprint.minhash import jaccard_and_containment
from provenance.model import Link


def with_similarity(link: Link, a: Ready, b: Ready) -> Link:
    """The link with the part of each text inside its passages, the Jaccard similarity of the texts' word 5-grams, and
    the part of A's, of B's 5-grams that both hold."""
    matches = [passage.match for passage in link.passages]
    jaccard, (in_a, in_b) = jaccard_and_containment(a.shingles, b.shingles)
    return replace(
        link,
        share_a=share((match.a for match in matches), a.article.body, a.ignored),
        share_b=share((match.b for match in matches), b.article.body, b.ignored),
        jaccard=round(jaccard, 6),
        containment=(round(in_a, 6), round(in_b, 6)),
    )


def measured_as(link: Link, measured: Link) -> Link:
    """A judgement with the similarity that was measured before it."""
    return replace(
        link,
        share_a=measured.share_a,
        share_b=measured.share_b,
        jaccard=measured.jaccard,
        containment=measured.containment,
    )
