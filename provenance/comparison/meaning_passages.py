"""Passages that say the same in other words or another language, for links that words show nothing or little of.

Two reports of one event say much the same, whoever wrote them. So in news such passages are looked for only where one
is asserted to be made from the other: then they show what was taken. Of essays they show a pair that words do not.
They never change a judgement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.config.meaning import LITTLE, SURE, TAKEN
from provenance.model import Article, Link, Match, Passage

if TYPE_CHECKING:
    from provenance.comparison.workbench import Ready
    from provenance.model.coded_text import CodedText


def wants_meaning(link: Link, *, essay: bool = False) -> bool:
    """Whether passages by meaning are looked for: of essays always, of news where a link is asserted as derived and
    words explain little of the derived article; never where it is judged on an earlier version."""
    if any(each.is_earlier for each in link.passages):
        return False
    if essay:
        return True
    if link.source is None or link.confidence < SURE:
        return False
    return (link.share_a if link.derived == link.a else link.share_b) < LITTLE


def with_meaning(
    link: Link, a: Ready, b: Ready, coded_a: CodedText, coded_b: CodedText, *, essay: bool = False
) -> Link:
    """The link with the passages by meaning that it wants, ascending in A, and with what they add to the shares."""
    from provenance.comparison.workbench import with_similarity

    words = [passage.match for passage in link.passages]
    found = said_otherwise(a.article, b.article, coded_a, coded_b, words, essay=essay)
    if not found:
        return link
    passages = [*link.passages, *(Passage(match) for match in found)]
    passages.sort(key=lambda each: (each.match.a, each.match.b))
    return with_similarity(replace(link, passages=tuple(passages)), a, b)


def said_otherwise(
    a: Article, b: Article, coded_a: CodedText, coded_b: CodedText, words: Sequence[Match], *, essay: bool
) -> tuple[Match, ...]:
    """The passages by meaning beside those that `words` showed: `align.by_meaning`."""
    from provenance.align.by_meaning import CHAINS, by_meaning

    settings = CHAINS if essay else TAKEN
    return by_meaning((a.text, coded_a), (b.text, coded_b), words, translated=crosses(a, b), settings=settings)


def crosses(one: Article, other: Article) -> bool:
    """Whether two articles are in two languages, as far as these are known."""
    return bool(one.language and other.language and one.language != other.language)
