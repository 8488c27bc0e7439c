"""How one article speaks: with which quotations, as a primary document or not, in the first person, with its marks.

An article has many links, and each of them asks the same of it: here it is found out once, when it is first asked.
Nothing here compares two articles.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from provenance.lineage.primary_documents import PrimaryDocument, primary_document
from provenance.model import Article, Quotation
from provenance.quotes.damaged_marks import lost_marks
from provenance.quotes.documents.whole_documents import OWN_WITHOUT, own_share
from provenance.quotes.languages import language


@dataclass(frozen=True)
class Voice:
    """An article and the quotations that were read from it."""

    article: Article
    quotations: Sequence[Quotation] = ()

    @cached_property
    def document(self) -> PrimaryDocument | None:
        """The primary document that the article is."""
        return primary_document(self.article, self.quotations)

    @cached_property
    def is_first_person(self) -> bool:
        """Whether all of the text outside quotation marks is in the first person: reports are not."""
        words = language(self.article.language).documents
        return words is not None and own_share(self.article.text, [self.article.body], words)[0] >= OWN_WITHOUT

    @cached_property
    def lacks_marks(self) -> bool:
        """Whether the article lost punctuation or marks on the way: then its quotations look like its own words."""
        body = self.article.body.of(self.article.text)
        return not any(mark in body for mark in (".", ",", "。", "،")) or lost_marks(body) is not None
