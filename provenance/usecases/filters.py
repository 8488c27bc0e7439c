"""What of an answer is printed: publishers, languages, a time window, kinds, lengths and scores of passages,
self-reuse, and whether articles that only report the same event are listed.

A filter narrows what is shown. It never changes what is compared, judged or recorded: a link keeps the relation, the
confidence and the evidence that all of its passages gave it (`provenance.usecases.narrowing`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from provenance.errors import SettingsError
from provenance.languages.codes import language_code
from provenance.model import Article, Link, Passage, PublicationTime


@dataclass(frozen=True, slots=True)
class Filters:
    """`publishers` (folded case) and `languages` (codes), where empty means all, an interval of seconds
    since 1970 UTC, and what to leave out.

    An article without a known time is inside every window: nothing shows that it lies outside. One whose language
    is not known has none of `languages`.
    `without_quotations` drops passages of kind "quotation"; `without_self_reuse` drops pairs of one publisher or
    one author. `min_words` is the least number of words on the shorter side of a passage, `min_score` its least
    score, 0 to 1. `only` are ids (empty means all): a link is shown if it is one of these articles'. `same_event`
    shows links of that relation too, which say that nobody took anything and of which one day of news has hundreds.
    """

    publishers: frozenset[str] = frozenset()
    since: float | None = None
    until: float | None = None
    without_quotations: bool = False
    without_self_reuse: bool = False
    min_words: int = 0
    min_score: float = 0.0
    only: frozenset[str] = frozenset()
    same_event: bool = False
    languages: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        publishers: Iterable[str] = (),
        since: PublicationTime | None = None,
        until: PublicationTime | None = None,
        *,
        without_quotations: bool = False,
        without_self_reuse: bool = False,
        min_words: int | None = None,
        min_score: float | None = None,
        only: Iterable[str] = (),
        same_event: bool = False,
        languages: Iterable[str] = (),
    ) -> Filters:
        """The filters for options as given on the command line; SettingsError names every impossible value."""
        wrong = []
        if min_words is not None and min_words < 1:
            wrong.append(f"min_words must be 1 or more, not {min_words}")
        if min_score is not None and not 0 <= min_score <= 1:
            wrong.append(f"min_score must be between 0 and 1, not {min_score}")
        codes = {name: language_code(name) for name in languages}
        wrong += [f"{name!r} is no language (write de or German)" for name, code in codes.items() if code is None]
        if wrong:
            raise SettingsError("; ".join(wrong))
        return cls(
            frozenset(name.casefold() for name in publishers),
            since.earliest if since else None,
            until.latest if until else None,
            without_quotations,
            without_self_reuse,
            min_words or 0,
            min_score or 0.0,
            frozenset(only),
            same_event,
            frozenset(code for code in codes.values() if code),
        )

    def at(self, confidence: float) -> Filters:
        """The filters at a reporting confidence: at 0, readers ask for every link that is known."""
        return self if confidence > 0 else replace(self, same_event=True)

    @property
    def narrow(self) -> bool:
        """Whether any link could be left out that is no report of the same event."""
        return replace(self, same_event=False) != Filters()

    def lists(self, link: Link) -> bool:
        """Whether a link of this relation is listed; what a person reviewed always is."""
        return self.same_event or not link.is_same_event or link.review is not None

    @property
    def narrow_passages(self) -> bool:
        """Whether any passage could be left out of a link."""
        return self.without_quotations or self.min_words > 0 or self.min_score > 0

    def admits(self, article: Article) -> bool:
        """Whether the article passes the filters."""
        if self.publishers and (article.publisher or "").casefold() not in self.publishers:
            return False
        if self.languages and article.language not in self.languages:
            return False
        if article.published is None:
            return True
        after = self.since is None or article.published.latest >= self.since
        return after and (self.until is None or article.published.earliest <= self.until)

    def admits_pair(self, a: Article, b: Article) -> bool:
        """Whether a link of these two articles passes the filters."""
        if self.only and a.id not in self.only and b.id not in self.only:
            return False
        if not self.without_self_reuse:
            return True
        from provenance.lineage.attribution import is_self_reuse  # it loads the kernels, which a listing never needs

        return not is_self_reuse(a, b)

    def passages(self, found: Iterable[Passage], a: Article | None, b: Article | None) -> tuple[Passage, ...]:
        """The passages that pass the filters; the texts, which passages refer to, are read for `min_words` alone.

        Articles come with the earlier versions that passages refer to, see `Article.earlier`.
        """
        return tuple(passage for passage in found if self._admits_passage(passage, a, b))

    def _admits_passage(self, passage: Passage, a: Article | None, b: Article | None) -> bool:
        match = passage.match
        if self.without_quotations and match.kind == "quotation":
            return False
        if match.score < self.min_score:
            return False
        if not self.min_words:
            return True
        from provenance.languages.word_lengths import counted_words, counts_characters
        from provenance.text.tokens import tokenise

        def size(text: str) -> int:
            return counted_words(text) if counts_characters(text) else len(tokenise(text))

        sides = zip((a, b), passage.versions, (match.a, match.b), strict=True)
        words = (size(span.of(end.text_in(version) if end else "")) for end, version, span in sides)
        return min(words) >= self.min_words
