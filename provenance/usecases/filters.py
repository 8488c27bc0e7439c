"""Which articles and passages an answer is about: publishers, a time window, without quotations or self-reuse.

A filter narrows what is compared or shown; it never changes how two texts are judged.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from provenance.model import Article, Passage, PublicationTime


@dataclass(frozen=True, slots=True)
class Filters:
    """`publishers` (folded case; empty means all), an interval of seconds since 1970 UTC, and what to leave out.

    An article without a known time is inside every window: nothing shows that it lies outside.
    `without_quotations` drops passages of kind "quotation"; `without_self_reuse` drops pairs of one publisher or
    one author.
    """

    publishers: frozenset[str] = frozenset()
    since: float | None = None
    until: float | None = None
    without_quotations: bool = False
    without_self_reuse: bool = False

    @classmethod
    def of(
        cls,
        publishers: Iterable[str] = (),
        since: PublicationTime | None = None,
        until: PublicationTime | None = None,
        *,
        without_quotations: bool = False,
        without_self_reuse: bool = False,
    ) -> Filters:
        """The filters for options as given on the command line."""
        return cls(
            frozenset(name.casefold() for name in publishers),
            since.earliest if since else None,
            until.latest if until else None,
            without_quotations,
            without_self_reuse,
        )

    def admits(self, article: Article) -> bool:
        """Whether the article passes the filters."""
        if self.publishers and (article.publisher or "").casefold() not in self.publishers:
            return False
        if article.published is None:
            return True
        after = self.since is None or article.published.latest >= self.since
        return after and (self.until is None or article.published.earliest <= self.until)

    def admits_pair(self, a: Article, b: Article) -> bool:
        """Whether a link of these two articles passes the filters."""
        if not self.without_self_reuse:
            return True
        from provenance.lineage.attribution import is_self_reuse  # it loads the kernels, which a listing never needs

        return not is_self_reuse(a, b)

    def passages(self, found: Iterable[Passage]) -> tuple[Passage, ...]:
        """The passages that pass the filters."""
        return tuple(p for p in found if not (self.without_quotations and p.match.kind == "quotation"))
