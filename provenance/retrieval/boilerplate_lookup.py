"""The boilerplate of articles: looks up in the index which other articles have each line.

`provenance.fingerprint.boilerplate` decides from these holders which lines are boilerplate. What
`provenance.fingerprint.notices` knows by its words is boilerplate however few articles have it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import BoilerplateSettings, FingerprintSettings
from provenance.fingerprint.boilerplate import Holder, Segments, recognise, segments
from provenance.fingerprint.minhash import signature_values
from provenance.fingerprint.notices import notices
from provenance.model import Article, Span
from provenance.model.text_parts import union
from provenance.retrieval.looked_up import Described, Held
from provenance.text.tokens import Tokens, tokenise

if TYPE_CHECKING:
    from provenance.store import Store

Hashes = NDArray[np.uint64]

BOILERPLATE = BoilerplateSettings()
QUOTATION_MARKS = frozenset('"“”„«»')
AT_ONCE = 400  # articles per query of the index; takes four fifths of the time of 100 per query
REMEMBERED = 50_000  # holders, at 1 KB each


def boilerplate_of(
    store: Store,
    article: Article,
    settings: FingerprintSettings,
    boilerplate: BoilerplateSettings = BOILERPLATE,
) -> tuple[Span, ...]:
    """The boilerplate spans of the article's body, ascending. For many articles keep a `Recogniser`."""
    return Recogniser(store, settings, boilerplate)([article])[0]


class Recogniser:
    """Finds the boilerplate of articles and remembers what it read about holders."""

    def __init__(
        self, store: Held, settings: FingerprintSettings, boilerplate: BoilerplateSettings = BOILERPLATE
    ) -> None:
        self._store = store
        self._settings = settings
        self._boilerplate = boilerplate
        self._known: dict[int, Holder] = {}

    def __call__(self, articles: Sequence[Article], words: Sequence[Tokens] | None = None) -> list[tuple[Span, ...]]:
        """The boilerplate spans of each article, archived or not; never lines with quotation marks in or around
        them.

        `words[i]` are the words of the body of article i, where known. The index is queried once per AT_ONCE
        articles, which takes a seventh of the time of a query per article.
        """
        tokens = [tokenise(article.text, article.body) for article in articles] if words is None else words
        cut = [slice(start, start + AT_ONCE) for start in range(0, len(articles), AT_ONCE)]
        return [spans for part in cut for spans in self._of_some(articles[part], tokens[part])]

    def _of_some(self, articles: Sequence[Article], tokens: Sequence[Tokens]) -> list[tuple[Span, ...]]:
        cuts = [segments(each) for each in tokens]
        holders = self._holders(articles, [cut.hashes for cut in cuts])
        self._read({number for lines in holders for numbers in lines for number in numbers})
        return [self._recognised(*each) for each in zip(articles, tokens, cuts, holders, strict=True)]

    def _recognised(
        self, article: Article, tokens: Tokens, cut: Segments, holders: list[list[int]]
    ) -> tuple[Span, ...]:
        added = notices(article.text, article.body, tokens)
        if not any(holders):
            return added
        own = Holder(_publisher(article), _time(article), signature_values(tokens, self._settings))
        found = recognise((cut.ends - cut.starts).tolist(), holders, self._known, own, self._boilerplate)
        starts, ends = tokens.starts[cut.starts[found]].tolist(), tokens.ends[cut.ends[found] - 1].tolist()
        often = [
            Span(start, end)
            for start, end in zip(starts, ends, strict=True)
            if QUOTATION_MARKS.isdisjoint(article.text[max(0, start - 1) : end + 2])
        ]
        return tuple(union([*often, *added])) if added else tuple(often)

    def _holders(self, articles: Sequence[Article], hashes: Sequence[Hashes]) -> list[list[list[int]]]:
        """`[i][j]`: numbers of the other articles that have line j of article i; empty where too few to matter."""
        limit = self._boilerplate
        least = min(limit.house, limit.unsigned, limit.everybody) - 1
        keys = np.unique(np.concatenate([np.empty(0, np.uint64), *hashes]))
        postings = self._store.index.lookup("paragraph", keys, limit.holders)
        bounds = np.searchsorted(postings.key_numbers, np.arange(len(keys) + 1)).tolist()
        common = (np.diff(bounds) >= least).tolist()
        numbers = self._store.articles.known_numbers([article.id for article in articles])
        found = []
        for article, lines in zip(articles, hashes, strict=True):
            own = numbers.get(article.id, -1)
            lists: list[list[int]] = []
            for key in np.searchsorted(keys, lines).tolist():
                names: dict[int, None] = {}
                if common[key]:
                    names = dict.fromkeys(postings.articles[bounds[key] : bounds[key + 1]].tolist())
                    names.pop(own, None)
                lists.append(list(names) if len(names) >= least else [])
            found.append(lists)
        return found

    def _read(self, numbers: set[int]) -> None:
        """Read publisher, time and signature of these articles."""
        if len(self._known) > REMEMBERED:
            self._known.clear()
        new = sorted(numbers - self._known.keys())
        if new:
            articles = self._store.articles.listed_by_number(new)
            for number, values in zip(new, self._store.index.signatures(new), strict=True):
                self._known[number] = Holder(_publisher(articles[number]), _time(articles[number]), values)


def _publisher(article: Described) -> str:
    return (article.publisher or "").casefold()


def _time(article: Described) -> float | None:
    return article.published.earliest if article.published else None
