"""What people said of single passages, and of set phrases, laid over the passages of a link.

A passage is known by its place as long as both texts are those that the person saw, else by its words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from provenance.audit.in_force import in_force
from provenance.model import Article, Link, Passage, Review, ReviewStep, Span
from provenance.model.text_parts import union

if TYPE_CHECKING:
    from provenance.audit.passage_identity import Words
    from provenance.store import Store

TEXTS = 2_000  # kept in memory
Pair = tuple[str, ...]


class ReviewedPassages:
    """Steps in force about passages, by pair, and about set phrases, by phrase."""

    def __init__(
        self, store: Store, passages: Mapping[Pair, Sequence[ReviewStep]], phrases: Sequence[Sequence[ReviewStep]]
    ) -> None:
        self._store = store
        self._passages = passages
        self._phrases = phrases
        self._texts: dict[tuple[str, int | None], str] = {}
        self._versions: dict[str, dict[int, int]] = {}

    @cached_property
    def set_phrases(self) -> list[tuple[Words, Review]]:
        """The words of each phrase that people rejected, with the rejection."""
        found = []
        for steps in self._phrases:
            review = in_force(steps)
            if review is not None and review.verdict == "rejected":
                from provenance.audit.passage_identity import words_of

                subject = steps[-1].subject
                phrase = subject.names[0]
                found.append((words_of(phrase, Span(0, len(phrase))), replace(review, rule=subject)))
        return found

    @cached_property
    def holders(self) -> frozenset[str]:
        """The archived articles that hold a rejected phrase; in no other can a passage consist of one."""
        if not self.set_phrases:
            return frozenset()
        from provenance.retrieval.word_for_word import holders
        from provenance.text.folded_text import folded

        phrases = [review.rule.names[0] for _, review in self.set_phrases if review.rule]
        return frozenset(owner.id for phrase in phrases for owner in holders(self._store, folded(phrase)))

    def matter_for(self, pair: Pair) -> bool:
        """Whether anything was said that may be about passages of a pair of archived articles."""
        return pair in self._passages or not self.holders.isdisjoint(pair)

    def over(
        self, link: Link, ids: tuple[str, str], numbers: tuple[int | None, ...], articles: Mapping[str, Article]
    ) -> Link:
        """The link with what people said of its passages; its shares are without the rejected ones.

        `ids` are the archived articles that A and B are, `numbers` those of their texts (None: another text).
        """
        given = bool(articles) and bool(self.set_phrases)  # an article that is not archived may hold a phrase
        if not link.passages or not (given or self.matter_for(tuple(sorted(ids)))):
            return link
        passages = tuple(self._passage(link, each, ids, numbers, articles) for each in link.passages)
        if passages == link.passages:
            return link
        laid = replace(link, passages=passages)
        left = laid.asserted
        if not left or len(left) == len(passages):
            return laid
        share_a = _part(link.share_a, link.spans_counted_in(link.a), laid.spans_counted_in(link.a))
        share_b = _part(link.share_b, link.spans_counted_in(link.b), laid.spans_counted_in(link.b))
        return replace(laid, share_a=share_a, share_b=share_b)

    def steps_about(
        self,
        link: Link,
        passage: Passage,
        ids: tuple[str, str],
        numbers: tuple[int | None, ...],
        articles: Mapping[str, Article],
    ) -> list[ReviewStep]:
        """The steps in force about one passage, oldest first."""
        said = self._passages.get(tuple(sorted(ids)), ())
        shown = self.shown_numbers(passage, ids, numbers)
        return [step for step in said if self._is_about(step, link, passage, ids, shown, articles)]

    def shown_numbers(
        self, passage: Passage, ids: tuple[str, str], numbers: tuple[int | None, ...]
    ) -> tuple[int | None, ...]:
        """The numbers of the texts that a passage refers to, of which one may be an earlier version."""
        return tuple(
            number if version is None else self._number(name, version)
            for name, number, version in zip(ids, numbers, passage.versions, strict=True)
        )

    def _passage(
        self,
        link: Link,
        passage: Passage,
        ids: tuple[str, str],
        numbers: tuple[int | None, ...],
        articles: Mapping[str, Article],
    ) -> Passage:
        steps = self.steps_about(link, passage, ids, numbers, articles)
        shown = self.shown_numbers(passage, ids, numbers)
        review = in_force(steps, shown if ids[0] < ids[1] else shown[::-1])
        if (review is None or review.verdict is None) and self.set_phrases:
            review = self._of_phrases(link, passage, ids, shown, articles) or review
        return passage if review is None else replace(passage, review=review)

    def _is_about(
        self,
        step: ReviewStep,
        link: Link,
        passage: Passage,
        ids: tuple[str, str],
        numbers: tuple[int | None, ...],
        articles: Mapping[str, Article],
    ) -> bool:
        if step.subject.spans is None:
            return False
        from provenance.audit.passage_identity import same_place, same_words, words_of

        flipped = ids[0] != step.subject.names[0]
        spans = step.subject.spans[::-1] if flipped else step.subject.spans
        seen = step.seen[::-1] if flipped and step.seen else step.seen
        if seen is None or seen == numbers:
            return same_place(passage.match, spans)
        then = [words_of(self._text(name, number), span) for name, number, span in zip(ids, seen, spans, strict=True)]
        here = [
            words_of(text, span)
            for text, span in zip(
                self._texts_of(link, ids, numbers, passage, articles),
                (passage.match.a, passage.match.b),
                strict=True,
            )
        ]
        return same_words((here[0], here[1]), (then[0], then[1]))

    def _of_phrases(
        self,
        link: Link,
        passage: Passage,
        ids: tuple[str, str],
        numbers: tuple[int | None, ...],
        articles: Mapping[str, Article],
    ) -> Review | None:
        from provenance.audit.passage_identity import is_set_phrase

        phrases = [words for words, _ in self.set_phrases]
        texts = self._texts_of(link, ids, numbers, passage, articles)
        for text, span in zip(texts, (passage.match.a, passage.match.b), strict=True):
            if is_set_phrase(text, span, phrases):
                own = (review for words, review in self.set_phrases if is_set_phrase(text, span, [words]))
                return next(own, self.set_phrases[0][1])
        return None

    def _texts_of(
        self,
        link: Link,
        ids: tuple[str, str],
        numbers: tuple[int | None, ...],
        passage: Passage,
        articles: Mapping[str, Article],
    ) -> list[str]:
        """The two texts that a passage refers to; those that are given need not be read."""
        texts = []
        for name, known, number, version in zip((link.a, link.b), ids, numbers, passage.versions, strict=True):
            given = articles.get(name) if version is None else None
            texts.append(given.text if given is not None and given.text else self._text(known, number))
        return texts

    def _text(self, name: str, number: int | None) -> str:
        """The text of an article with that number, the current one without; the last ones come from memory."""
        if (name, number) not in self._texts:
            if len(self._texts) > TEXTS:
                self._texts.clear()
            version = None if number is None else self._versions_of(name).get(number)
            self._texts[name, number] = self._store.articles.get(name, version).text
        return self._texts[name, number]

    def _number(self, name: str, version: int) -> int | None:
        return next((number for number, each in self._versions_of(name).items() if each == version), None)

    def _versions_of(self, name: str) -> dict[int, int]:
        if name not in self._versions:
            self._versions[name] = {each.number: each.version for each in self._store.articles.versions(name)}
        return self._versions[name]


def _part(share: float, found: Sequence[Span], left: Sequence[Span]) -> float:
    """The part of a body inside the passages that are left, from that inside all of them."""
    before, after = (sum(span.length for span in union(spans)) for spans in (found, left))
    return share * after / before if before else 0.0
