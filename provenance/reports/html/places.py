"""Where a passage is, as people find it in a text: "paragraph 3", not offsets.

Paragraphs are counted in the article's own text: headline, byline and navigation are none of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from provenance.model import Article, Span
from provenance.reports.extent_words import paragraph_spans

LONG = 1_200  # characters; in a shorter text of one paragraph a passage is found at a glance


class Places:
    """The paragraphs of articles, each worked out when it is first asked for."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int | None], tuple[list[int], list[int]]] = {}

    def words(self, article: Article | None, span: Span, version: int | None = None) -> str:
        """ "paragraph 3", "paragraphs 3–5"; of a long text without paragraphs "beginning", "middle" or "end"; ""
        where there is nothing to say. `version` is set where the passage is in an earlier text of the article."""
        shown = article if version is None or article is None else article.earlier.get(version)
        if shown is None:
            return ""
        first, last = self.numbers(shown, span, version)
        count = len(self._paragraphs(shown, version)[0])
        if count <= 1:
            return _part(shown, span)
        if not first:
            return "before the first paragraph" if span.start < shown.body.start else "after the last paragraph"
        return f"paragraph {first}" if first == last else f"paragraphs {first}–{last}"

    def numbers(self, article: Article, span: Span, version: int | None = None) -> tuple[int, int]:
        """The first and the last paragraph that a span touches, counted from 1; (0, 0) where it touches none."""
        starts, ends = self._paragraphs(article, version)
        first, last = bisect_right(ends, span.start) + 1, bisect_left(starts, span.end)
        return (first, last) if first <= last else (0, 0)

    def _paragraphs(self, article: Article, version: int | None) -> tuple[list[int], list[int]]:
        known = self._known.get((article.id, version))
        if known is None:
            spans = paragraph_spans(article)
            known = self._known[article.id, version] = ([each.start for each in spans], [each.end for each in spans])
        return known


def _part(article: Article, span: Span) -> str:
    body = article.body
    if body.length < LONG:
        return ""
    middle = (span.start + span.end) / 2 - body.start
    return ("beginning", "middle", "end")[min(max(int(3 * middle / body.length), 0), 2)]
