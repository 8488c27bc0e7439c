"""Quotations that several articles have from one public occasion, as JSON: in findings and in rows of `quotes`."""

from __future__ import annotations

from typing import Any

from provenance.model import Article, PublicQuotation


def public_object(public: PublicQuotation, article: Article) -> dict[str, Any]:
    """A public quotation of an article, with its place and words there."""
    span = public.span
    text = span.of(article.text) if article.text else None
    return {"start": span.start, "end": span.end, "text": text, **occasion_object(public)}


def occasion_object(public: PublicQuotation) -> dict[str, Any]:
    """The same where place and words are known: who said it and where, who may have printed it first, the other
    articles that have it, the earliest known first, and those of them of whom a link says that neither copied."""
    return {
        "speaker": public.speaker,
        "occasion": public.occasion,
        "printed_first": [each.id for each in public.first],
        "articles": [each.id for each in public.holders],
        "neither_copied": sorted(public.apart),
    }
