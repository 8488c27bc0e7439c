"""To whom words were said, as the text around them tells: to one outlet, from which they then come, or to many.

What one outlet was told in an interview can be known elsewhere only through it; what was said before several
reporters may have been heard by each. English only; where a text tells nothing, nothing is concluded.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from provenance.lineage.agencies import SHIPPED
from provenance.lineage.lexicon import lexicon
from provenance.model import Article, Span

AROUND = 250  # characters before and behind the words in which the occasion is looked for: two sentences
_SEVERAL = re.compile(
    r"\b(?:(?:news|press|media) (?:conference|briefing|call)|told (?:reporters|journalists|the press|the media)"
    r"|public (?:meeting|hearing)|told (?:the )?(?:court|parliament))\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:told|speaking to|spoke to|interview with) (?:this|our) (?:newspaper|paper|magazine|website|reporter"
    r"|correspondent|programme|program|station|agency)\b|\bin an exclusive interview\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """`outlet` is the publisher to whom words were said, where a text names it, in an `interview` where it says that,
    too; `several`: they were said to many."""

    outlet: str | None = None
    interview: bool = False
    several: bool = False


def occasion_of(article: Article, place: Span, outlets: Iterable[str]) -> Occasion:
    """The occasion of the words at `place`, by the text around them; `outlets` are publishers to look for.

    An article that names nobody else and says that its own outlet was told gives its own publisher.
    """
    around = article.text[max(0, place.start - AROUND) : place.end + AROUND]
    if article.publisher and (own := _OWN.search(around)):
        return Occasion(article.publisher, "interview" in own.group().lower())
    for outlet in sorted(set(outlets)):
        told = _told(outlet).search(around)
        if told and (article.publisher is None or bare_name(article.publisher) != bare_name(outlet)):
            return Occasion(outlet, "interview" in told.group().lower())
    return Occasion(several=_SEVERAL.search(around) is not None)


@functools.lru_cache(maxsize=256)
def _told(outlet: str) -> re.Pattern[str]:
    """Credits of an outlet: one of the cues of credits, then one of its names, with its capitals."""
    cues = "|".join(re.escape(cue) for cue in (*lexicon().credit_cues, "speaking to", "spoke to"))
    known = SHIPPED.named(outlet)
    names = {bare_name(outlet), *(map(bare_name, SHIPPED.names_of(known)) if known else ())}
    named = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"\b(?i:{cues}) (?i:the )?(?:{named})(?!\w| [A-Z][a-z])")


def bare_name(outlet: str) -> str:
    """The name of an outlet without its article."""
    return outlet[4:] if outlet.lower().startswith("the ") else outlet
