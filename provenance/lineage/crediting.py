"""How far an article ascribes what it says to the outlet of another one: a mention is not a credit.

The outlet's full name (or an agency's initials) must be in a sentence with a word of reporting, and what that
sentence says must be in the other article. One-word names are words too ("The Observer", "Time"), so they count only
with a capital inside, as in "NewsGrid".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import numpy as np

from provenance.model import Article, Span
from provenance.text.common_words import content_table
from provenance.text.sentences import sentences
from provenance.text.tokens import tokenise

LEAST_WORDS = 4  # content words of a crediting sentence: of fewer than these a share says little
CONTENT = 38  # 1/32 nats, as in `events.telling`
_REPORTING = re.compile(
    r"\b(?:report(?:ed|s|ing)?|accord(?:s|ed|ing)|told|first|writ(?:es|ing|ten)|wrote|cited|citing|said|via|by"
    r"|disclos(?:ed|es|ing)|reveal(?:ed|s|ing)|publish(?:ed|es|ing))\b",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"agency|press|wire", re.IGNORECASE)


@functools.lru_cache(maxsize=1024)
def naming(publisher: str) -> re.Pattern[str] | None:
    """How texts name a publisher: the full name without "The", and the initials of an agency; None for one word."""
    name = publisher.strip().removeprefix("The ")
    several = len(name.split()) > 1
    found = [name] if several or re.search(r"[a-z][A-Z]", name) else []
    if several and _AGENCY.search(name):
        found.append("".join(word[0] for word in name.split() if word[0].isupper()))
    found = [re.escape(each) for each in found if 2 < len(each) <= 80]
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)") if found else None


def credit(source: Article, article: Article) -> float:
    """How much of what `article` ascribes to the publisher of `source` is in `source`: 0 to 1, 0 without a credit."""
    if not source.publisher or source.publisher == article.publisher:
        return 0.0
    pattern = naming(source.publisher)
    if pattern is None or not pattern.search(article.text, article.body.start, article.body.end):
        return 0.0
    own = set(tokenise(source.publisher).stems.tolist())
    theirs = None
    best = 0.0
    for sentence in _crediting(article, pattern):
        words = tokenise(article.text, sentence)
        content = content_table().weights_of(words.stems) >= CONTENT
        told = set(words.stems[content].tolist()) - own
        if theirs is None:
            theirs = set(np.unique(tokenise(source.text, source.body).stems).tolist())
        best = max(best, len(told & theirs) / max(len(told), LEAST_WORDS))
    return best


def _crediting(article: Article, pattern: re.Pattern[str]) -> Iterator[Span]:
    """The sentences that name the publisher and have a word of reporting."""
    for sentence in sentences(article.text, article.body):
        words = sentence.of(article.text)
        if pattern.search(words) and _REPORTING.search(words):
            yield sentence
