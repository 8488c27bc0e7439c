"""Passages that say the same in other words or another language, for links that words show nothing or little of.

Two reports of one event say much the same, whoever wrote them. So in news such passages are looked for only where one
is asserted to be made from the other: then they show what was taken. They never change that judgement.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.config.meaning import LITTLE, SURE, TAKEN
from provenance.model import Article, Link, Passage

if TYPE_CHECKING:
    from provenance.comparison.workbench import Ready
    from provenance.model.coded_text import CodedText


def wants_meaning(link: Link) -> bool:
    """Whether a link is asserted as derived and words explain little of the derived article."""
    if link.source is None or link.confidence < SURE or any(each.is_earlier for each in link.passages):
        return False
    return (link.share_a if link.derived == link.a else link.share_b) < LITTLE


def with_meaning(link: Link, a: Ready, b: Ready, coded_a: CodedText, coded_b: CodedText) -> Link:
    """The link with the passages by meaning that it wants, ascending in A, and with what they add to the shares."""
    from provenance.align.by_meaning import by_meaning
    from provenance.comparison.workbench import with_similarity

    one, other = a.article, b.article
    words = [passage.match for passage in link.passages]
    crossing = crosses(one, other)
    found = by_meaning((one.text, coded_a), (other.text, coded_b), words, translated=crossing, settings=TAKEN)
    if not found:
        return link
    passages = [*link.passages, *(Passage(match) for match in found)]
    passages.sort(key=lambda each: (each.match.a, each.match.b))
    return with_similarity(replace(link, passages=tuple(passages)), a, b)


def crosses(one: Article, other: Article) -> bool:
    """Whether two articles are in two languages, as far as these are known."""
    return bool(one.language and other.language and one.language != other.language)
