"""Settings of what is found by meaning."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChainSettings:
    """When sentences that say the same make a passage.

    Set on the accepted paraphrases of `cpc` with even numbers (`docs/pages/meaning.md` has the odd ones): of 6,000
    mismatched pairs none reaches `enough`, of the 255 paraphrases .95 do.
    """

    least: float = 0.38
    """Cosine from which two sentences count."""
    each: float = 0.03
    """What a unit adds beside its cosine above `least`."""
    widened: float = 0.04
    """How much nearer two sentences must be than one for a unit of two."""
    gap: int = 2
    """Most sentences between two units of a chain, on each side."""
    enough: float = 0.1
    """Score from which a chain is a passage."""
