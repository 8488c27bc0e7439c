"""The pieces of many articles as arrays: how rare their words are, and which pieces meet.

Rarity is counted in what articles quote. Two articles alone cannot show which words are rare, so the language's list
of common words counts like a number of further articles. Nothing here knows where entries are kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.config.quotes import QuotationSettings
from provenance.model.progress import Progress
from provenance.quotes.kernels import meetings, utterances
from provenance.quotes.linking.utterance_bytes import HEADER, LENGTHS, MARKED, NAME, OTHER, sizes_of
from provenance.quotes.linking.utterance_pieces import NAME_WEIGHT, UNLISTED, Rarity, at_large, hash_of
from provenance.quotes.linking.utterance_words import LONGEST, MOST_REPEATED

# Words of speech, contractions written out, that count like one article: with 620, 840 articles of PolNeAR give the
# pairs that their whole texts gave (see `provenance.quotes.linking.linker`).
WORDS_AN_ARTICLE = 620
STEP = 32.0  # weights are multiples of a 32nd nat, so that sums of them are exact
MOST_NOTES = 4  # articles with one unquoted clause
LONGEST_NEWS = 14 * 86_400.0  # seconds over which a clause may spread as news; wire copy spreads within days
PIECES_A_CALL = 2_000
SLOTS = 1 << 18  # of the hash table of stems, at first
ROOM = 200_000  # pairs of one call, at least

Numbers = NDArray[np.int64]
Array = NDArray[Any]


class UtteranceTable:
    """The pieces of the articles whose entries it is given, in their order.

    `earliest` is by article, seconds since 1970 or NaN. `first[a]` to `first[a + 1]` are the pieces of article a,
    `quotation` is by piece, `live` is False for pieces that are boilerplate, `notes` are the fingerprints of those.
    """

    def __init__(
        self, entries: Sequence[bytes], earliest: Sequence[float | None], settings: QuotationSettings | None = None
    ) -> None:
        self.settings = settings or QuotationSettings()
        self._read(entries)
        self._number()
        times = np.array([np.nan if time is None else time for time in earliest], np.float64)
        self._drop_boilerplate(times)
        self._weigh()

    def _read(self, entries: Sequence[bytes]) -> None:
        pieces: list[bytes] = []
        stems: list[bytes] = []
        others: list[bytes] = []
        flags: list[bytes] = []
        counts: list[int] = []
        for entry in entries:
            count, words, extra = sizes_of(entry)
            counts.append(count)
            at = HEADER
            for part, size in ((pieces, 4 * count), (stems, 4 * words), (others, 4 * extra), (flags, words)):
                part.append(entry[at : at + size])
                at += size
        heads = np.frombuffer(b"".join(pieces), "<u4").astype(np.int64)
        self.stems = np.frombuffer(b"".join(stems), "<u4").astype(np.uint32)
        self.flags = np.frombuffer(b"".join(flags), np.uint8)
        self.weighed = self.stems.copy()
        self.weighed[(self.flags & OTHER) != 0] = np.frombuffer(b"".join(others), "<u4")
        self.quotation = heads // LENGTHS
        self.starts = np.concatenate(([0], np.cumsum(heads % LENGTHS))).astype(np.int64)
        self.first = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
        self.article = np.repeat(np.arange(len(entries), dtype=np.int32), counts)

    def _number(self) -> None:
        self.ids = np.zeros(len(self.stems), np.int32)
        other = (self.flags & OTHER) != 0
        rare, rare_ids = self.weighed[other], np.zeros(int(other.sum()), np.int32)
        size, known = SLOTS, -1
        while known < 0:  # a table that stays in the processor's cache is worth trying first
            table, values = np.zeros(size, np.uint64), np.zeros(size, np.int32)
            distinct = np.zeros(size // 2, np.uint32)
            known = utterances.number_stems(self.stems, table, values, self.ids, distinct, 0)
            if known >= 0:
                known = utterances.number_stems(rare, table, values, rare_ids, distinct, known)
            size *= 4
        self.weighed_ids = self.ids.copy()
        self.weighed_ids[other] = rare_ids
        self.distinct = distinct[:known].copy()

    def _drop_boilerplate(self, earliest: NDArray[np.float64]) -> None:
        """Mark unquoted clauses that recur word for word, in many articles, over a long time.

        An editor's note under every article on a subject is such a clause; a quotation in marks is never dropped.
        """
        prints = np.zeros(len(self.article), np.uint64)
        utterances.fingerprints(self.stems, self.flags, MARKED, self.starts, prints)
        self.live = np.ones(len(prints), bool)
        self.notes: frozenset[int] = frozenset()
        when = earliest[self.article]
        dated = np.flatnonzero((prints != 0) & ~np.isnan(when))
        if not len(dated):
            return
        order = dated[np.lexsort((when[dated], prints[dated]))]
        starts = np.flatnonzero(np.concatenate(([True], prints[order][1:] != prints[order][:-1])))
        counts = np.diff(np.append(starts, len(order)))
        spread = when[order[starts + counts - 1]] - when[order[starts]]
        notes = prints[order[starts[(counts >= MOST_NOTES) & (spread > LONGEST_NEWS)]]]
        self.notes = frozenset(notes.tolist())
        self.live = ~np.isin(prints, notes)

    def _weigh(self) -> None:
        counts = np.zeros(len(self.distinct), np.int32)
        last = np.full(len(self.distinct), -1, np.int32)
        utterances.count_holders(self.weighed_ids, self.starts, self.article, last, counts)
        listed = np.full(len(self.distinct), UNLISTED)
        known = {hash_of(stem): share for stem, share in at_large().items()}
        places = np.argsort(self.distinct, kind="stable")
        hashes = np.array(sorted(known), np.uint32)
        found = np.searchsorted(self.distinct, hashes, sorter=places)
        for number, place in zip(hashes.tolist(), found.tolist(), strict=True):
            if place < len(places) and self.distinct[places[place]] == number:
                listed[places[place]] = known[number]
        prior = self.settings.prior_articles
        self._total = len(self.stems) / WORDS_AN_ARTICLE + prior
        shares = np.minimum(1.0, (counts + prior * listed) / self._total)
        weights = np.round(-np.log(shares) * STEP) / STEP
        self.usable = (shares <= self.settings.highest_share).astype(np.uint8)
        self._weights = weights
        self.weights = weights[self.weighed_ids] * np.where(self.flags & NAME, NAME_WEIGHT, 1.0)

    def is_note(self, stems: Sequence[int]) -> bool:
        """Whether an unquoted clause of these stems, by hash, is boilerplate."""
        found = np.zeros(1, np.uint64)
        flags, starts = np.zeros(len(stems), np.uint8), np.array([0, len(stems)], np.int64)
        utterances.fingerprints(np.array(stems, np.uint32), flags, MARKED, starts, found)
        return int(found[0]) in self.notes

    @cached_property
    def rarity(self) -> Rarity:
        """The weights by stem, for pieces that are made anew."""
        known = dict(zip(self.distinct.tolist(), self._weights.tolist(), strict=True))
        prior, total = self.settings.prior_articles, self._total

        def unknown(stem: str) -> float:
            share = min(1.0, prior * at_large().get(stem, UNLISTED) / total)
            return float(np.round(-np.log(share) * STEP) / STEP)

        return Rarity(known, unknown)

    def scored(self, pairs: Array, least: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The score of each pair of pieces without their speakers (0 where it is surely below `least`), and the part
        of the lighter piece that the shared words cover."""
        scores, coverages = np.zeros(len(pairs)), np.zeros(len(pairs))
        rows = np.ascontiguousarray(pairs, np.int32).reshape(-1, 2)
        meetings.score_pairs(self._pieces[0], rows, least, self._scratch, scores, coverages)
        return scores, coverages

    def pairs(self, wanted: Collection[int] | None, least: float, report: Progress | None = None) -> Iterator[Array]:
        """Rows of pairs of pieces of different articles that share a key and have `least` nats without speakers.

        The lower number comes first. `wanted` are the articles of which a pair must touch one; None means all.
        """
        asked = np.ones(len(self.article), np.uint8)
        if wanted is not None:
            asked[:] = np.isin(self.article, np.array(sorted(wanted), np.int64))
        asked[~self.live] = 0
        pieces, counts = self._pieces
        postings, lengths = self._postings(pieces, counts, asked)
        seen = np.full(len(asked), -1, np.int32)
        room = int(lengths.max(initial=0)) * self.settings.key_words**2
        found = np.zeros((max(ROOM, room), 2), np.int32)
        place, done, total = 0, 0, int(asked.sum())
        reached = np.zeros(1, np.int64)
        while place < len(asked):
            count = meetings.meet(
                pieces, postings, lengths, asked, place, least, seen, found, PIECES_A_CALL, self._scratch, reached
            )
            done += int(asked[place : reached[0]].sum())
            place = int(reached[0])
            if report is not None and total > PIECES_A_CALL:
                report("comparing quotations", done, total)
            if count:
                yield found[:count].copy()

    @cached_property
    def _scratch(self) -> meetings.Scratch:
        size = len(self.distinct) + 1
        chain = np.zeros(LONGEST * MOST_REPEATED + 1, np.int32)
        return meetings.Scratch(
            np.full(size, -1, np.int32),
            np.zeros(size, np.int32),
            np.zeros(LONGEST + 1, np.int32),
            np.zeros(LONGEST + 1, np.int32),
            np.zeros(LONGEST + 1, np.int32),
            chain,
            chain.copy(),
            chain.copy(),
            np.zeros(1),
            np.zeros(size),
        )

    @cached_property
    def _pieces(self) -> tuple[meetings.Pieces, Array]:
        keys = np.zeros((len(self.article), self.settings.key_words), np.int32)
        counts = np.zeros(len(self.article), np.int32)
        weights = self._weights
        usable = self.usable
        utterances.choose_keys(self.ids, self.flags, self.starts, weights, usable, self.distinct, keys, counts)
        counts[~self.live] = 0
        totals = np.add.reduceat(self.weights, self.starts[:-1]) if len(self.article) else np.zeros(0)
        made = meetings.Pieces(self.ids, self.flags, self.weights, self.starts, self.article, totals, keys, counts)
        return made, counts

    def _postings(self, pieces: meetings.Pieces, counts: Array, asked: Array) -> tuple[meetings.Postings, Array]:
        pairs = counts[asked != 0].astype(np.int64)
        size = 1 << max(4, int(2 * int((pairs * (pairs - 1) // 2).sum())).bit_length())
        table = np.zeros(size, np.uint64)
        meetings.post_keys(pieces, asked, table)
        relevant = np.zeros(len(self.distinct) + 1, np.uint8)
        entered = table[table != 0]
        relevant[(entered >> np.uint64(32)).astype(np.int64)] = 1
        relevant[(entered & np.uint64(0xFFFFFFFF)).astype(np.int64) - 1] = 1
        held = np.zeros(size, np.int64)
        meetings.count_keys(pieces, relevant, table, held)
        used = (held > 1) & (held <= self.settings.most_posted)
        lengths = np.where(used, held, 0)
        ends = np.cumsum(lengths) - lengths
        ends[~used] = -1
        postings = meetings.Postings(table, ends, np.zeros(int(lengths.sum()) + 1, np.int32))
        meetings.fill_keys(pieces, relevant, postings)
        return postings, lengths
