"""Settings of what is found by meaning."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChainSettings:
    """When sentences that say the same make a passage.

    Set on the accepted paraphrases of `cpc` at even places and on the answers of Clough and Stevenson: see
    `docs/pages/meaning.md`.
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
    """Score from which a chain may be a passage."""
    most: float = 0.7
    """Part of the sentences of one text that all passages must cover for chains below `sure`: answers to one question
    have a sentence or two in common that say the same, and nobody copied. Of 38 such answers none has .7, 11 have .4;
    of paraphrases .89 have .7, .93 have .5."""
    sentences: int | None = 4
    """Sentences of the longer text up to which chains of `enough` may cover a text; of n times as many one chain must
    score n times as much, up to `sure`: among many sentences some are near a few by chance. Of 1,000 pairs of PAN
    without plagiarism 4 had passages without this, texts of 5 to 11 sentences beside 6 to 157. None: however many."""
    sure: float = 0.9
    """Score from which a chain is a passage whatever it covers; of those answers none has more than .84."""
    beside: float = 1.2
    """Score that a chain needs in one language where words showed passages: these show what was taken, and what is
    like it besides seldom is. With less, a pair of PAN without obfuscation (.97) and one with random obfuscation
    (1.18) have a passage that is none, and plagdet falls by .0004 and .0005; translations reach .96938 with it,
    .96744 by words alone."""


# In news passages by meaning are looked for where one article is asserted from SURE on to be made from the other, and
# passages by words cover less than LITTLE of it. Then they need not cover most of a text: they cover .93 of
# newsroom's translations, and of what was rewritten .40 (D5) to .81 (D3).
SURE, LITTLE = 0.8, 0.5
TAKEN = ChainSettings(most=0.0, enough=0.2, sentences=None, beside=0.0)
