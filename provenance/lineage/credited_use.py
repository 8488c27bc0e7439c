"""Whether an article that credits another has what it credits from it: a quotation, or a stretch of its own words.

Who names an outlet for one fact in a report of its own, beside words that somebody said in public, has not made the
report from the outlet's article; nor has one who names an earlier article of the outlet as where the words are from.
Credits as such are read in `credits`.
"""

from __future__ import annotations

from collections.abc import Sequence

from provenance.lineage.agencies import SHIPPED, Agencies
from provenance.lineage.credits import credited_for_earlier, credited_sentences
from provenance.model import Article, Passage, Span

# Characters of a stretch of equal words, about ten words, outside quotation marks in at least one of the two, that
# are the other's own wording. One of three credits by which a source was asserted in BASIL goes with an excerpt of
# 570 characters, two with a fact and what was said in public or to an earlier article. Set after looking at these.
OWN_STRETCH = 60


def uses_what_it_credits(
    source: Article, article: Article, passages: Sequence[Passage], side: int, agencies: Agencies = SHIPPED
) -> bool:
    """Whether some of the passages that `article` (A or B of them: `side` is 0 or 1) shares with `source` show that
    it has from there what it credits it with."""
    if credited_for_earlier(source, article, agencies):
        return False
    if any(_is_own(each) for each in passages):
        return True
    sentences = credited_sentences(source, article, agencies)
    return any(each.in_quotes[side] and _within(each, side, sentences) for each in passages)


def _is_own(passage: Passage) -> bool:
    if all(passage.in_quotes):
        return False
    return any(one.end - one.start >= OWN_STRETCH for one, _ in passage.match.shared)


def _within(passage: Passage, side: int, sentences: Sequence[Span]) -> bool:
    place = (passage.match.a, passage.match.b)[side]
    return any(place.start < each.end and each.start < place.end for each in sentences)
