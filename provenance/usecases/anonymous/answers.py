"""Whole answers without names: articles, links and quotations, with offsets that fit the texts as they then are.

Addresses, paths and further metadata are dropped, because they name outlets and people in ways that nobody can list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from provenance.model import (
    Article,
    Findings,
    LineageView,
    Link,
    ListedArticle,
    Passage,
    PublicationTime,
    PublicQuotation,
    Quotation,
    QuotationRow,
    QuotationUse,
    Span,
)
from provenance.model.evidence_kinds import Arguments
from provenance.usecases.anonymous.masked_text import MaskedText, Masking
from provenance.usecases.anonymous.names import Names

Answer = TypeVar("Answer")


class Anonymous:
    """Takes the names out of answers; what stands for a name is the same in all of them."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._masking = Masking(names)
        self._texts: dict[str, MaskedText] = {}

    def id(self, identifier: str) -> str:
        """What stands for the id of an article."""
        return self._names.articles.get(identifier, identifier)

    def of(self, answer: Answer) -> Answer:
        """The answer without names."""
        return cast("Answer", self._value(answer))

    def findings(self, findings: Findings) -> Findings:
        """The same of findings, whose links, quotations and public words refer to the texts of its articles."""
        known = {**findings.others, findings.article.id: findings.article}
        return replace(
            findings,
            article=self._article(findings.article),
            links=tuple(self.link(link, known) for link in findings.links),
            others={self.id(name): self._article(each) for name, each in findings.others.items()},
            quotations={
                self.id(name): tuple(self._quotation(each, known[name]) for each in said)
                for name, said in findings.quotations.items()
                if name in known
            },
            public=tuple(self._public(each, findings.article) for each in findings.public),
            archived=None,
            disguises={  # places are words, of which some are names
                self.id(name): tuple(replace(each, places=()) for each in found)
                for name, found in findings.disguises.items()
            },
        )

    def lineage(self, view: LineageView) -> LineageView:
        """The same of a lineage; of its links no passages are kept, which it is not read for."""
        bare = replace(
            view,
            edges=tuple(replace(edge, link=replace(edge.link, passages=())) for edge in view.edges),
            siblings=tuple(replace(each, link=replace(each.link, passages=())) for each in view.siblings),
            rejected=(),
            same_event=tuple(replace(link, passages=()) for link in view.same_event),
        )
        return self.of(bare)

    def link(self, link: Link, articles: Mapping[str, Article]) -> Link:
        """A link of two of these articles."""
        ends = (articles.get(link.a), articles.get(link.b))
        passages = tuple(self._passage(each, ends) for each in link.passages)
        return replace(self.of(replace(link, passages=())), passages=passages)

    def row(self, row: QuotationRow) -> QuotationRow:
        """A quotation with its other reports."""
        return QuotationRow(
            self._article(row.article),
            self._quotation(row.quotation, row.article),
            self._use(row.first, row.article) if row.first else None,
            tuple(self._use(each, row.article) for each in row.later),
            row.altered,
            self._public(row.public, row.article) if row.public else None,
        )

    def _value(self, value: Any) -> Any:
        if isinstance(value, Arguments):
            return type(value)(**{name: self._argument(getattr(value, name)) for name in value.fields})
        if isinstance(value, str):
            return self._names.articles.get(value) or self._masking.words(value)
        if isinstance(value, Article):
            return self._article(value)
        if isinstance(value, ListedArticle):
            return replace(self._fields(value), url=None)
        if isinstance(value, PublicationTime) or value is None or isinstance(value, (int, float, Span)):
            return value
        if isinstance(value, (tuple, list)):
            return type(value)(map(self._value, value))
        if isinstance(value, frozenset):
            return frozenset(map(self._value, value))
        if isinstance(value, Mapping):
            return {self._value(key): self._value(each) for key, each in value.items()}
        return self._fields(value) if is_dataclass(value) else value

    def _argument(self, value: Any) -> Any:
        """An argument of evidence, which may be the letter of a side, as no name is."""
        return value if value in SIDES else self._value(value)

    def _fields(self, value: Any) -> Any:
        changed = {}
        for field in fields(value):
            former = getattr(value, field.name)
            masked = former if field.name in _KEPT else self._value(former)
            if masked is not former and masked != former:
                changed[field.name] = masked
        return replace(value, **changed) if changed else value

    def _text(self, text: str) -> MaskedText:
        known = self._texts.get(text)
        if known is None:
            if len(self._texts) > _TEXTS:
                self._texts.clear()
            known = self._texts[text] = self._masking.text(text)
        return known

    def _article(self, article: Article) -> Article:
        masked = self._text(article.text)
        return replace(
            article,
            id=self.id(article.id),
            text=masked.text,
            body=masked.span(article.body),
            title=self._optional(article.title),
            author=self._optional(article.author),
            publisher=self._optional(article.publisher),
            agency=self._optional(article.agency),
            url=None,
            origin=None,
            metadata={},
            earlier={version: self._article(each) for version, each in article.earlier.items()},
        )

    def _optional(self, words: str | None) -> str | None:
        return None if words is None else self._masking.words(words)

    def _passage(self, passage: Passage, ends: tuple[Article | None, Article | None]) -> Passage:
        a, b = (
            self._text(article.text_in(version) if article else "")
            for article, version in zip(ends, passage.versions, strict=True)
        )
        match = passage.match
        moved = replace(
            match,
            a=a.span(match.a),
            b=b.span(match.b),
            shared=tuple((a.span(one), b.span(two)) for one, two in match.shared),
            differences=self.of(match.differences),
        )
        return replace(
            passage,
            match=moved,
            speaker=self._optional(passage.speaker),
            speakers=(self._optional(passage.speakers[0]), self._optional(passage.speakers[1])),
            review=self.of(passage.review),
        )

    def _quotation(self, quotation: Quotation, article: Article) -> Quotation:
        text = self._text(article.text)
        return replace(
            quotation,
            span=text.span(quotation.span),
            marks=tuple(map(text.span, quotation.marks)),
            speaker=self._optional(quotation.speaker),
            speaker_span=None if quotation.speaker_span is None else text.span(quotation.speaker_span),
            affiliation=self._optional(quotation.affiliation),
            cue=None if quotation.cue is None else text.span(quotation.cue),
        )

    def _public(self, public: PublicQuotation, article: Article) -> PublicQuotation:
        return replace(self.of(public), span=self._text(article.text).span(public.span))

    def _use(self, use: QuotationUse, asked: Article) -> QuotationUse:
        ours, theirs = self._text(asked.text), self._text(use.article.text)
        shared = tuple((ours.span(one), theirs.span(two)) for one, two in use.shared)
        return QuotationUse(
            self._article(use.article), self._quotation(use.quotation, use.article), use.altered, shared
        )


SIDES = ("a", "b", "common", "none")
_TEXTS = 2_000  # texts remembered
# Words of this program, which no name is in.
_KEPT = frozenset(
    {"kind", "relation", "likeliest", "favours", "verdict", "at", "about", "what", "language", "settings"}
)
