"""What was read of articles on their own, kept for all judgements of a task in which they take part.

An article is in the worlds of several pairs (`audit.worlds`), and most of what a judgement needs to know of it has
nothing to do with the others: its words, how it speaks, which sources it names. Readings live as long as a task, and
are the same with and without being kept. Nothing here compares two articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from provenance.lineage.agencies import Agencies, defined_agencies, learn
from provenance.lineage.disguise import disguised_letters
from provenance.lineage.mentions import Mentions, mentions_of
from provenance.lineage.texts import marks_of
from provenance.lineage.voices import Voice
from provenance.model import Article, Quotation, Span
from provenance.text import tokens
from provenance.text.tokens import Tokens

Known = tuple[tuple[tuple[str, str], ...], tuple[tuple[str, tuple[str, ...]], ...]]


class Readings:
    """Articles that were read, by id: one id must always mean one text, with one boilerplate and its quotations."""

    def __init__(self) -> None:
        self._words: dict[str, tuple[Tokens, NDArray[np.uint8]]] = {}
        self._voices: dict[str, Voice] = {}
        self._disguised: dict[str, int | None] = {}
        self._defined: dict[str, tuple[tuple[str, str], ...]] = {}
        self._mentions: dict[tuple[str, Known], Mentions] = {}

    def words(self, article: Article, boilerplate: Sequence[Span]) -> tuple[Tokens, NDArray[np.uint8]]:
        """The words of its body, and `Texts.marks` of them."""
        if article.id not in self._words:
            found = tokens.tokenise(article.text, article.body)
            self._words[article.id] = found, marks_of(article, found, boilerplate)
        return self._words[article.id]

    def voice(self, article: Article, quotations: Sequence[Quotation]) -> Voice:
        """How it speaks."""
        if article.id not in self._voices:
            self._voices[article.id] = Voice(article, quotations)
        return self._voices[article.id]

    def disguised(self, article: Article) -> int | None:
        """See `disguised_letters`."""
        if article.id not in self._disguised:
            self._disguised[article.id] = disguised_letters(article)
        return self._disguised[article.id]

    def agencies(self, articles: Iterable[Article]) -> Agencies:
        """The agencies that these articles show (`learn`)."""
        return learn(articles, self._definitions)

    def mentions(self, article: Article, agencies: Agencies) -> Mentions:
        """The sources that it names, where these agencies are known."""
        known = (tuple(sorted(agencies.learned.items())), tuple(sorted(agencies.marks.items())))
        if (article.id, known) not in self._mentions:
            self._mentions[article.id, known] = mentions_of(article, agencies)
        return self._mentions[article.id, known]

    def _definitions(self, article: Article) -> tuple[tuple[str, str], ...]:
        if article.id not in self._defined:
            self._defined[article.id] = tuple(defined_agencies(article))
        return self._defined[article.id]
