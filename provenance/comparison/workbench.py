"""Articles prepared for comparison, each once, and the passages that two of them share.

An audit meets the same article in many pairs, and preparing one (words, sentences, quotations) costs more than
aligning it. The workbench keeps the most recently used ones and forgets the others, so that its memory is bounded.
How much two texts share is computed from their words and kept apart from any estimate; boilerplate counts neither as
shared nor as part of a text. Nothing here decides who took what.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from provenance.align import PreparedText, align, prepare
from provenance.align.coverage import only_edges, share
from provenance.align.templates import counted_spans
from provenance.config.fingerprint import FingerprintSettings
from provenance.config.settings import Settings
from provenance.fingerprint.minhash import jaccard_and_containment, shingle_hashes
from provenance.model import Article, Link, Passage, Quotation, Span
from provenance.quotes import extract
from provenance.quotes.languages import language
from provenance.quotes.linking.quoted_passages import annotate
from provenance.text.tokens import Tokens, tokenise

# Returns the quotations of an article where they are known already, else None.
KnownQuotations = Callable[[Article], tuple[Quotation, ...] | None]
# Articles kept: about 50 KB each at 600 words, so some 125 MB. With 5,000 an audit of 27,448 articles needs 39,000
# preparations instead of 42,000, which saves one hundredth of its time.
CAPACITY = 2_500
SHINGLES = FingerprintSettings()


class BoilerplateFinder(Protocol):
    """Finds the boilerplate of articles."""

    def __call__(
        self, articles: Sequence[Article], words: Sequence[Tokens] | None = None
    ) -> Sequence[tuple[Span, ...]]:
        """The boilerplate spans of each article, ascending; `words[i]` are the words of its body, where known."""
        ...


@dataclass(frozen=True)
class Ready:
    """An article with its boilerplate, and its words and quotations ready to be aligned."""

    article: Article
    ignored: tuple[Span, ...]
    side: PreparedText

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """What it quotes, read when first asked for."""
        return self.side.quotations

    @cached_property
    def shingles(self) -> NDArray[np.uint64]:
        """Its runs of five words outside boilerplate, as ascending hashes: what its similarity is computed from."""
        return shingle_hashes(self.side.tokens, SHINGLES)


class Workbench:
    """Makes articles ready and compares two at a time."""

    def __init__(
        self,
        settings: Settings,
        ignored: BoilerplateFinder | None = None,
        said: KnownQuotations | None = None,
        capacity: int = CAPACITY,
    ) -> None:
        """`ignored` returns the boilerplate of articles; `said` the quotations of one, or None to have them read."""
        self.settings = settings
        self._ignored = ignored
        self._said = said
        self._capacity = capacity
        self._ready: OrderedDict[tuple[str, str], Ready] = OrderedDict()

    def ready(self, article: Article) -> Ready:
        """The article made ready; a second call with the same text costs nothing."""
        key = (article.id, article.text)
        if key not in self._ready:
            self.ready_all([article])
        self._ready.move_to_end(key)
        return self._ready[key]

    def ready_all(self, articles: Sequence[Article]) -> None:
        """Make several ready: one query for the boilerplate of all, which is quicker than one each."""
        new = [article for article in articles if (article.id, article.text) not in self._ready]
        words = [tokenise(article.text, article.body) for article in new]
        ignored = self._ignored(new, words) if self._ignored else [()] * len(new)
        for article, spans, tokens in zip(new, ignored, words, strict=True):
            quoted = partial(self.quotations, article)
            side = prepare(article.text, article.body, quoted, spans, tokens, article.language)
            self._ready[article.id, article.text] = Ready(article, spans, side)
            if len(self._ready) > self._capacity:
                self._ready.popitem(last=False)

    def forget(self) -> None:
        """Drop all prepared articles: the next step needs the memory, and prepared articles refer to this object."""
        self._ready.clear()

    def quotations(self, article: Article) -> tuple[Quotation, ...]:
        """The quotations of the article, read now unless they are known."""
        known = self._said(article) if self._said else None
        return extract(article.text, article.body, language(article.language)) if known is None else known

    def passages(self, a: Article, b: Article) -> tuple[Passage, ...]:
        """The passages, ascending in `a`, with what became of quotations; () where only closing notes are shared."""
        one, other = self.ready(a), self.ready(b)
        matches = align(one.side, other.side, self.settings.alignment)
        if only_edges(matches, one.side, other.side):
            return ()
        codes = a.language, b.language
        return tuple(annotate(match, a.text, one.quotations, b.text, other.quotations, codes) for match in matches)


def with_similarity(link: Link, a: Ready, b: Ready) -> Link:
    """The link with its measures filled in: the share of each body inside passages, the Jaccard similarity of the
    sets of word 5-grams, and the containment (the part of A's 5-grams that B has, and of B's that A has)."""
    shared = counted_spans([passage.match for passage in link.passages], a.article.text, b.article.text)
    jaccard, (in_a, in_b) = jaccard_and_containment(a.shingles, b.shingles)
    return replace(
        link,
        share_a=share((one for one, _ in shared), a.article.body, a.ignored),
        share_b=share((two for _, two in shared), b.article.body, b.ignored),
        jaccard=round(jaccard, 6),
        containment=(round(in_a, 6), round(in_b, 6)),
    )


def measured_as(link: Link, measured: Link) -> Link:
    """`link` with the measures (see `with_similarity`) of `measured`."""
    return replace(
        link,
        share_a=measured.share_a,
        share_b=measured.share_b,
        jaccard=measured.jaccard,
        containment=measured.containment,
    )
