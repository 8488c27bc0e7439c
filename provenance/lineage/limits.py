"""A recorded judgement at another reporting confidence: asserted, or "undetermined".

An audit records the likeliest relation of every link with its confidence. From which confidence it is asserted is the
reader's choice, and changing that judges nothing anew.
"""

from __future__ import annotations

from dataclasses import replace

from provenance.model import Link


def at_confidence(link: Link, least: float) -> Link:
    """A link that was judged at reporting confidence 0, as it reads at `least`.

    A near duplicate stays one: its texts are what they are; only its direction may become unknown. What a person
    confirmed stays as it is.
    """
    if link.confidence >= least or link.relation == "undetermined" or link.confirmed:
        return link
    if link.relation == "near_duplicate":
        if link.source is None:
            return link
        return replace(link, source=None, derived=None, confidence=min(link.share_a, link.share_b))
    return replace(link, relation="undetermined", source=None, derived=None, common_source=None)
