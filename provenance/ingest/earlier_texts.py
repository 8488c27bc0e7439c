"""What a new version of an article lacks: the stretches that are taken out, and their passage keys.

A sentence stays in an article when its words are those of some sentence of the new text, whatever became of case,
marks and paragraphs. All that differs between two versions is found by the index of current texts; only what is gone
needs an index of its own. Nothing here compares two articles.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from provenance.config.fingerprint import FingerprintSettings
from provenance.fingerprint.kernels import keys as loops
from provenance.fingerprint.keys import query_keys
from provenance.model import Article, Span
from provenance.text.sentences import sentences
from provenance.text.tokens import Tokens, tokenise

if TYPE_CHECKING:
    from provenance.store import Removed, Store


def removed_spans(former: Article, following: Article) -> tuple[Span, ...]:
    """The stretches of the body of `former` whose sentences are not in the body of `following`: ascending, disjoint.

    Neighbouring sentences make one stretch, across paragraphs too. Sentences without words count as kept.
    """
    kept = {words for _, words in _sentences(following)}
    stretches: list[Span] = []
    goes_on = False
    for span, words in _sentences(former):
        if words in kept:
            goes_on = False
        elif goes_on:
            stretches[-1] = Span(stretches[-1].start, span.end)
        else:
            stretches.append(span)
            goes_on = True
    return tuple(stretches)


def kept_spans(following: Article, former: Article) -> list[tuple[Span, Span]]:
    """The sentences of `following` that `former` had, each with its first place there; ascending in `following`."""
    there: dict[bytes, Span] = {}
    for span, words in _sentences(former):
        there.setdefault(words, span)
    return [(span, there[words]) for span, words in _sentences(following) if words in there]


def _sentences(article: Article) -> list[tuple[Span, bytes]]:
    """The sentences of an article that have words, each with the hashes of its folded words."""
    spans = sentences(article.text, article.body)
    tokens = tokenise(article.text, article.body)
    borders = np.searchsorted(tokens.starts, np.array([span.start for span in spans], np.int64)).tolist()
    words = itertools.pairwise([*borders, len(tokens)])
    return [
        (span, tokens.words[first:last].tobytes())
        for span, (first, last) in zip(spans, words, strict=True)
        if first < last
    ]


def removed(former: Article, following: Article, settings: FingerprintSettings) -> Removed | None:
    """What `following` lacks of `former`, ready to be stored; None where it lacks nothing."""
    spans = removed_spans(former, following)
    return with_keys(former.text, spans, settings) if spans else None


def with_keys(text: str, spans: tuple[Span, ...], settings: FingerprintSettings) -> Removed:
    """These stretches with their passage keys: every pair of neighbouring content words, not one per tile of words.

    What is taken out is little and often a single sentence, which must be found by its few pairs.
    """
    from provenance.store import Removed

    keys, positions, words = [np.empty(0, np.uint64)], [np.empty(0, np.int32)], 0
    for span in spans:  # each by itself, or the last word of one would make a pair with the first of the next
        tokens: Tokens = tokenise(text, span)
        mine, places, _ = query_keys(tokens, settings)
        keys.append(mine)
        positions.append(places + np.int32(words))
        words += len(tokens)
    all_keys, all_positions = np.concatenate(keys), np.concatenate(positions).astype(np.int32)
    count = loops.keep_first(all_keys, all_positions)
    return Removed(spans, all_keys[:count].copy(), all_positions[:count].copy())


def catch_up(store: Store, settings: FingerprintSettings) -> None:
    """Compare versions that were added before this was kept, or without being compared; usually there are none."""
    if store.earlier.unread:
        while not store.earlier.read_portion(store.index.generation, lambda a, b: removed(a, b, settings)):
            pass
