"""The best pair of pieces of each pair of quotations, and what else speaks for two quotations being one utterance.

Pieces are those of a table, by number, or of an echo, which no table has. Scores of many pairs are computed at once
in compiled loops; a pair that counts is looked at here. Nothing here says which pairs are reported.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from provenance.model import Match
from provenance.quotes.linking.piece_pairs import MOST_PIECES, days_apart, likeness, pairs_of_linked
from provenance.quotes.linking.quoted_passages import QuotationPair, retold_quotations
from provenance.quotes.linking.speakers import same_speaker_of
from provenance.quotes.linking.utterance_bytes import MARKED, SUBJECT
from provenance.quotes.linking.utterance_pieces import (
    Piece,
    QuotedArticle,
    bare_pieces,
    weighed,
    words_of_pieces,
)
from provenance.quotes.linking.utterance_table import UtteranceTable
from provenance.quotes.linking.utterance_words import Words, words_of

# Least nats that an echo, or one of several quotations in a passage, shares with its partner: about one rare word.
# All false pairs among those read by hand on `corpus/` are below it.
LEAST_SHARED = 5.0
ROUNDING = 1e-6  # nats by which sums in another order may differ
# Least nats of a further sentence of two quotations that surely share one: it is looked at for changes, too.
CONTINUED = 10.0
PAIRS_A_CALL = 1_000_000
MOST_READ = 2_000  # quotations whose words are in memory, 10 KB each; read again where they are asked for later


class Best(NamedTuple):
    """The best pair of pieces of two quotations: its score in nats, the pieces, and the part that they cover."""

    score: float
    a: Piece
    b: Piece
    coverage: float


class Judge:
    """Judges pairs of pieces, that of the article with the lower number first, and remembers those that count.

    `ask` is told which articles, by number, are going to be asked for, so that they are read together.
    """

    def __init__(
        self, articles: Sequence[QuotedArticle], table: UtteranceTable, ask: Callable[[list[int]], None] | None = None
    ) -> None:
        self._articles = articles
        self._ask = ask
        self._table = table
        self._settings = table.settings
        self._of_article: dict[int, list[Piece]] = {}
        self._by_number: dict[int, Piece] = {}
        self._words: dict[tuple[int, int], list[Words]] = {}
        self._wholes: dict[tuple[int, int], Words] = {}
        self.pieces_of: dict[QuotationPair, list[tuple[Piece, Piece]]] = defaultdict(list)
        self.best: dict[QuotationPair, Best] = {}

    # Pieces

    def piece(self, number: int) -> Piece:
        """The piece with a number of the table."""
        if number not in self._by_number:
            table = self._table
            article, read = int(table.article[number]), int(table.quotation[number])
            words = slice(int(table.starts[number]), int(table.starts[number + 1]))
            flags, weights = table.flags[words], table.weights[words].tolist()
            rank = number - int(np.searchsorted(table.quotation[table.first[article] : number], read, "left"))
            rank -= int(table.first[article])
            self._by_number[number] = Piece(
                article,
                self._place(article, read),
                rank,
                tuple(table.stems[words].tolist()),
                tuple(weights),
                tuple(((flags & SUBJECT) != 0).tolist()),
                tuple(((flags & MARKED) != 0).tolist()),
                sum(weights),
            )
        return self._by_number[number]

    def _place(self, article: int, read: int) -> int:
        """The number of a quotation among those of its article that has echoes."""
        echoes = self._articles[article].echoes
        if not echoes:
            return read
        count = len(self._articles[article].quotations)
        return [number for number in range(count) if number not in echoes][read]

    def _pieces(self, article: int) -> list[Piece]:
        """The pieces of an article, echoes among them, without boilerplate."""
        if article not in self._of_article:
            first, last = self._table.first[article : article + 2].tolist()
            found = [self.piece(number) for number in range(first, last) if self._table.live[number]]
            self._of_article[article] = sorted(
                [*found, *self._echoes(article)], key=lambda piece: (piece.quotation, piece.rank)
            )
        return self._of_article[article]

    def _echoes(self, number: int) -> list[Piece]:
        article, rarity = self._articles[number], self._table.rarity
        found = []
        for echo in sorted(article.echoes):
            said = [article.quotations[echo]]
            for rank, bare in enumerate(bare_pieces(article.text, said, self._settings, article.language)):
                piece = weighed(number, rank, bare._replace(quotation=echo), rarity)
                if not self._table.is_note(piece.stems):
                    found.append(piece)
        return found

    def words(self, piece: Piece) -> Words:
        """The words of a piece, read again in its article's text."""
        key = (piece.article, piece.quotation)
        if key not in self._words:
            if len(self._words) >= MOST_READ:
                self._words.clear()
            article = self._articles[piece.article]
            said = article.quotations[piece.quotation]
            self._words[key] = words_of_pieces(article.text, said, self._settings, self._whole(key))
        return self._words[key][piece.rank]

    def quoted(self, piece: Piece) -> Words:
        """The words inside quotation marks of the whole quotation that a piece belongs to."""
        return self._whole((piece.article, piece.quotation)).quoted()

    def _whole(self, key: tuple[int, int]) -> Words:
        if key not in self._wholes:
            if len(self._wholes) >= MOST_READ:
                self._wholes.clear()
            article, quotation = self._articles[key[0]], key[1]
            said = article.quotations[quotation]
            self._wholes[key] = words_of(article.text, said.span, said.marks, article.language)
        return self._wholes[key]

    # Pairs

    def compare_rows(self, rows: NDArray[Any], least: float, coverage: float = 0.0) -> None:
        """Judge pairs of pieces of the table by number; one below `least`, or that covers less, is forgotten."""
        reach = min(least, CONTINUED) - self._settings.speaker_weight - ROUNDING
        scores, coverages = self._table.scored(rows, reach)
        kept = np.flatnonzero(scores >= reach).tolist()
        if self._ask is not None and kept:
            self._ask(np.unique(self._table.article[rows[kept]]).tolist())
        for number in kept:
            one, other = rows[number].tolist()
            self._judge(
                self.piece(one), self.piece(other), float(scores[number]), float(coverages[number]), least, coverage
            )

    def compare(self, a: Piece, b: Piece, least: float, coverage: float = 0.0) -> None:
        """`compare_rows` for two pieces of which the table may lack one."""
        found = likeness(a, b)
        self._judge(a, b, found.score(0.0), found.coverage, least, coverage)

    def _judge(self, a: Piece, b: Piece, bare: float, covers: float, least: float, coverage: float) -> None:
        one, other = self._articles[a.article], self._articles[b.article]
        if a.quotation in one.echoes and b.quotation in other.echoes:
            return
        window = self._settings.window_days
        if window is not None and days_apart(one, other) > window:
            return
        weight = self._settings.speaker_weight
        key = (a.article, a.quotation, b.article, b.quotation)
        score = bare + weight
        if score >= least:
            same = same_speaker_of(one.quotations[a.quotation], other.quotations[b.quotation])
            score = bare + (0.0 if same is None else weight if same else -weight)
        if score >= least and covers >= coverage:
            self.pieces_of[key].append((a, b))
            if key not in self.best or score > self.best[key].score:
                self.best[key] = Best(score, a, b, covers)
        elif score >= CONTINUED and covers >= self._settings.supported_coverage and key in self.best:
            self.pieces_of[key].append((a, b))

    def limits(self, passages: Mapping[tuple[int, int], Sequence[Match]]) -> dict[tuple[int, int], float]:
        """Reporting limits, by pair of article numbers, of articles with another sure utterance or with passages."""
        known = {
            (best.a.article, best.b.article): self._settings.supported_score
            for best in self.best.values()
            if best.score >= self._settings.least_score
        }
        return known | dict.fromkeys(passages, self._settings.derived_score)

    def compare_linked(self, limits: Mapping[tuple[int, int], float]) -> None:
        """Compare all pieces of articles that have a limit of their own."""
        coverage = self._settings.supported_coverage
        for limit in sorted(set(limits.values())):
            plain, count = [], 0
            for a, b in sorted(pair for pair, own in limits.items() if own == limit):
                if self._articles[a].echoes or self._articles[b].echoes:
                    for one, other in pairs_of_linked(self._pieces(a), self._pieces(b), limit, self._settings):
                        self.compare(one, other, limit, coverage)
                    continue
                sides = (self._numbers(a), self._numbers(b))
                plain.append(np.stack(np.meshgrid(*sides, indexing="ij"), -1).reshape(-1, 2))
                count += len(plain[-1])
                if count > PAIRS_A_CALL:
                    self.compare_rows(np.concatenate(plain), limit, coverage)
                    plain, count = [], 0
            if plain:
                self.compare_rows(np.concatenate(plain), limit, coverage)

    def _numbers(self, article: int) -> NDArray[np.int64]:
        first, last = self._table.first[article : article + 2].tolist()
        live: NDArray[np.int64] = np.flatnonzero(self._table.live[first:last])[:MOST_PIECES]
        return live + int(first)

    def retellings(self, passages: Mapping[tuple[int, int], Sequence[Match]]) -> set[QuotationPair]:
        """The pairs of quotations that passages put opposite each other.

        Where a passage covers several, each belongs to the one that it shares most with, if that is mutual
        and enough.
        """
        found: set[QuotationPair] = set()
        for (a, b), matches in sorted(passages.items()):
            for keys in retold_quotations(a, self._articles[a], b, self._articles[b], matches):
                for _, mine, _, theirs in keys:
                    for one, other in product(self._said(a, mine), self._said(b, theirs)):
                        self.compare(one, other, -math.inf)
                ranked = sorted((self.best[key].score, key) for key in keys if key in self.best)
                partner = {side: key for _, key in ranked for side in (key[:2], key[2:])}
                for score, key in ranked:
                    sure = len(keys) == 1 and not self._holds_echo(key)
                    if (sure or score >= LEAST_SHARED) and partner[key[:2]] == key == partner[key[2:]]:
                        found.add(key)
        return found

    def forget(self) -> None:
        """Let go of the pieces that are in no pair: nothing is compared any more."""
        self._by_number.clear()
        self._of_article.clear()

    def _said(self, article: int, quotation: int) -> list[Piece]:
        return [piece for piece in self._pieces(article) if piece.quotation == quotation]

    def _holds_echo(self, key: QuotationPair) -> bool:
        return key[1] in self._articles[key[0]].echoes or key[3] in self._articles[key[2]].echoes
