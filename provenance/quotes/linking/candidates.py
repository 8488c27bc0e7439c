"""Which pieces of quotations are worth comparing: those that share rare words, and all of two linked articles.

Keys that many pieces share are ignored, as boilerplate is, so that the work stays bounded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from provenance.config.quotes import QuotationSettings
from provenance.quotes.lexicon import lexicon
from provenance.quotes.linking.rarity import Rarity
from provenance.quotes.linking.utterances import QuotedArticle, Utterance

DAY = 86_400.0
MOST_PIECES = 120  # of one article that are compared with all pieces of another


def candidates(
    pieces: Sequence[Utterance],
    articles: Sequence[QuotedArticle],
    rarity: Rarity,
    settings: QuotationSettings,
    wanted: set[int] | None,
) -> Iterator[tuple[int, int]]:
    """Pairs of pieces, of two articles within the window, that share two key words; each pair once."""
    posted: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, piece in enumerate(pieces):
        for key in _keys(piece, rarity, settings):
            posted[key].append(number)
    window = None if settings.window_days is None else settings.window_days * DAY
    seen: set[tuple[int, int]] = set()
    for numbers in posted.values():
        if not 1 < len(numbers) <= settings.most_posted:
            continue
        for one, other in combinations(numbers, 2):
            a, b = pieces[one].article, pieces[other].article
            if a == b or (one, other) in seen:
                continue
            if wanted is not None and a not in wanted and b not in wanted:
                continue
            if window is not None and _apart(articles[a], articles[b]) > window:
                continue
            seen.add((one, other))
    yield from sorted(seen)


def _keys(piece: Utterance, rarity: Rarity, settings: QuotationSettings) -> Iterator[tuple[str, str]]:
    weak = lexicon().wording.weak
    words = piece.words
    stems = {
        stem
        for stem, folded in zip(words.stems, words.folded, strict=True)
        if folded not in weak and rarity.share(stem) <= settings.highest_share
    }
    rarest = sorted(stems, key=lambda stem: (-rarity.weight(stem), stem))[: settings.key_words]
    return combinations(sorted(rarest), 2)


def _apart(a: QuotedArticle, b: QuotedArticle) -> float:
    """Seconds between the nearest ends of two dates; 0 where one is unknown."""
    if a.earliest is None or b.earliest is None or a.latest is None or b.latest is None:
        return 0.0
    return max(0.0, a.earliest - b.latest, b.earliest - a.latest)


def supported(
    pieces: Sequence[Utterance], limits: Mapping[tuple[int, int], float], settings: QuotationSettings
) -> Iterator[tuple[int, int, float]]:
    """Pairs of pieces whose articles have a limit of their own, with it, where the shared words could reach it."""
    of: dict[int, list[int]] = defaultdict(list)
    for number, piece in enumerate(pieces):
        if len(of[piece.article]) < MOST_PIECES:
            of[piece.article].append(number)
    weights = [dict(zip(piece.words.stems, piece.weights, strict=True)) for piece in pieces]
    for (a, b), limit in sorted(limits.items()):
        least = limit / 3 - settings.speaker_weight  # the score counts a shared word at most three times
        for one in of[a]:
            for other in of[b]:
                mine, theirs = weights[one], weights[other]
                if sum(mine[stem] for stem in mine.keys() & theirs.keys()) >= least:
                    yield one, other, limit
