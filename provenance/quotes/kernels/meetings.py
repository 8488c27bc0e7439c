"""Which pieces of utterances share key words, and the score of two of them (see `quotes/linking/piece_pairs.py`).

Postings are made for the keys of the pieces asked about only: `post_keys` enters them in a hash table, `count_keys`
counts the pieces that have each, `fill_keys` lists them. `meet` scores each pair once. A key is a pair of key words.
"""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from provenance.kernels import numbers

Array = NDArray[Any]

MARKED, SUBJECT = 4, 8  # flags of a word: inside quotation marks, of what its article is about
MOST_REPEATED = 60  # places at which one word of the other piece is tried
ROUNDING = 1e-6  # nats by which sums in another order may differ


class Pieces:
    """Pieces as ranges of words, with their articles, ascending, and their `counts[p]` key words `keys[p]`.

    `weights` are by word, `totals` by piece.
    """

    def __init__(
        self,
        ids: Array,
        flags: Array,
        weights: Array,
        starts: Array,
        articles: Array,
        totals: Array,
        keys: Array,
        counts: Array,
    ) -> None:
        self.ids, self.flags, self.weights, self.starts = ids, flags, weights, starts
        self.articles, self.totals, self.keys, self.counts = articles, totals, keys, counts


class Scratch:
    """Memory for scoring, as it is left after each pair: `heads` -1, `tried` and `sums` 0 per stem, others anything.

    `following`, `ends` and `last` have room for a piece, the chains and `before` for all places at which two pieces
    agree, `coverage` has one place, for the part of the lighter piece that the words shared last cover.
    """

    def __init__(
        self,
        heads: Array,
        tried: Array,
        following: Array,
        ends: Array,
        last: Array,
        chain_a: Array,
        chain_b: Array,
        before: Array,
        coverage: Array,
        sums: Array,
    ) -> None:
        self.heads, self.tried, self.following, self.ends, self.last = heads, tried, following, ends, last
        self.chain_a, self.chain_b, self.before = chain_a, chain_b, before
        self.coverage, self.sums = coverage, sums


class Postings:
    """A hash table of keys (0: free), and which pieces have each: `places[ends[slot - 1]:ends[slot]]`, ascending."""

    def __init__(self, table: Array, ends: Array, places: Array) -> None:
        self.table, self.ends, self.places = table, ends, places


def key_of(one: Any, other: Any) -> Any:
    """One number for two stems; never 0."""
    low, high = min(one, other), max(one, other)
    return (numbers.u64(high) << numbers.u64(32)) | (numbers.u64(low) + numbers.u64(1))


def slot_of(table: Array, key: Any) -> Any:
    """Where a key is in a table, or the free place where it would be."""
    mask = numbers.u64(len(table) - 1)
    slot = numbers.mix(numbers.u64(key)) & mask
    while table[slot] != 0 and table[slot] != key:
        slot = (slot + numbers.u64(1)) & mask
    return slot


def post_keys(pieces: Pieces, wanted: Array, table: Array) -> None:
    """Enter the keys of the pieces whose number in `wanted` is 1; the table has room for twice as many."""
    for piece in range(len(wanted)):
        if wanted[piece]:
            for one in range(pieces.counts[piece]):
                for other in range(one + 1, pieces.counts[piece]):
                    key = key_of(pieces.keys[piece, one], pieces.keys[piece, other])
                    table[slot_of(table, key)] = key


def count_keys(pieces: Pieces, relevant: Array, table: Array, ends: Array) -> None:
    """Count in `ends` the pieces that have each key of the table; `relevant` marks the stems of its keys."""
    for piece in range(len(pieces.counts)):
        for one in range(pieces.counts[piece]):
            if relevant[pieces.keys[piece, one]]:
                for other in range(one + 1, pieces.counts[piece]):
                    if relevant[pieces.keys[piece, other]]:
                        key = key_of(pieces.keys[piece, one], pieces.keys[piece, other])
                        slot = slot_of(table, key)
                        if table[slot] == key:
                            ends[slot] += 1


def fill_keys(pieces: Pieces, relevant: Array, postings: Postings) -> None:
    """List the pieces by key. `ends` has where each list begins (-1: the key is ignored), then where it ends."""
    for piece in range(len(pieces.counts)):
        for one in range(pieces.counts[piece]):
            if relevant[pieces.keys[piece, one]]:
                for other in range(one + 1, pieces.counts[piece]):
                    if relevant[pieces.keys[piece, other]]:
                        key = key_of(pieces.keys[piece, one], pieces.keys[piece, other])
                        slot = slot_of(postings.table, key)
                        if postings.table[slot] == key and postings.ends[slot] >= 0:
                            postings.places[postings.ends[slot]] = piece
                            postings.ends[slot] += 1


def meet(
    pieces: Pieces,
    postings: Postings,
    lengths: Array,
    wanted: Array,
    first: int,
    least: float,
    seen: Array,
    found: Array,
    most: int,
    scratch: Scratch,
    reached: Array,
) -> int:
    """Score the wanted pieces from number `first` on with all that share a key; pairs of `least` nats go to `found`.

    `lengths` are the pieces by slot of the postings, `seen` (-1 at first) has a place per piece, `found` two columns.
    It stops before a piece for which there might be no room, or after `most` pieces, and says in `reached[0]` where
    to go on. Returns how many pairs there are.
    """
    sums = scratch.sums
    counted, done, piece = 0, 0, first
    while piece < len(wanted) and done < most:
        if wanted[piece]:
            room = 0
            for one in range(pieces.counts[piece]):
                for other in range(one + 1, pieces.counts[piece]):
                    slot = slot_of(postings.table, key_of(pieces.keys[piece, one], pieces.keys[piece, other]))
                    if postings.ends[slot] >= 0:
                        room += lengths[slot]
            if counted + room > len(found):
                break
            seen[piece] = piece
            for place in range(pieces.starts[piece], pieces.starts[piece + 1]):
                sums[pieces.ids[place]] += pieces.weights[place]
            for one in range(pieces.counts[piece]):
                for other in range(one + 1, pieces.counts[piece]):
                    slot = slot_of(postings.table, key_of(pieces.keys[piece, one], pieces.keys[piece, other]))
                    if postings.ends[slot] < 0:
                        continue
                    for place in range(postings.ends[slot] - lengths[slot], postings.ends[slot]):
                        met = postings.places[place]
                        if seen[met] == piece:
                            continue
                        seen[met] = piece
                        if pieces.articles[met] == pieces.articles[piece] or (wanted[met] and met < piece):
                            continue
                        if not may_reach(pieces, met, met < piece, least, sums):
                            continue
                        low, high = min(piece, met), max(piece, met)
                        if score(pieces, low, high, least, scratch) >= least:
                            found[counted, 0], found[counted, 1] = low, high
                            counted += 1
            for place in range(pieces.starts[piece], pieces.starts[piece + 1]):
                sums[pieces.ids[place]] = 0.0
            done += 1
        piece += 1
    reached[0] = piece
    return counted


def may_reach(pieces: Pieces, met: int, comes_first: bool, least: float, sums: Array) -> bool:
    """Whether a piece shares words enough, in nats, with the one whose weights per stem are `sums`, to reach `least`.

    The first of two pieces is the one whose weights count in `score`. Most pieces that share two key words do not.
    """
    possible = 0.0
    for place in range(pieces.starts[met], pieces.starts[met + 1]):
        weight = sums[pieces.ids[place]]
        if weight > 0.0:
            possible += pieces.weights[place] if comes_first else weight
    return 3.0 * possible + ROUNDING >= least


def score_pairs(
    pieces: Pieces, pairs: Array, least: float, scratch: Scratch, scores: Array, coverages: Array
) -> None:
    """Score each pair of pieces, as `score` does, and say which part of the lighter one the shared words cover."""
    for number in range(len(pairs)):
        scratch.coverage[0] = 0.0
        scores[number] = score(pieces, pairs[number, 0], pairs[number, 1], least, scratch)
        coverages[number] = scratch.coverage[0]


def score(pieces: Pieces, a: int, b: int, least: float, scratch: Scratch) -> float:
    """The score, in nats, of two pieces without what their speakers add; 0 where it cannot reach `least`.

    The words are aligned as `utterance_words.aligned` does.
    """
    heads, tried, following = scratch.heads, scratch.tried, scratch.following
    start_a, end_a, start_b, end_b = pieces.starts[a], pieces.starts[a + 1], pieces.starts[b], pieces.starts[b + 1]
    size_b = end_b - start_b
    for place in range(size_b):
        stem = pieces.ids[start_b + place]
        if tried[stem] < MOST_REPEATED:
            tried[stem] += 1
            following[place] = heads[stem]
            heads[stem] = numbers.i32(place)
    possible = 0.0
    for place in range(start_a, end_a):
        if heads[pieces.ids[place]] >= 0:
            possible += pieces.weights[place]
    result = 0.0
    if 3.0 * possible >= least:
        result = aligned_score(pieces, a, b, scratch)
    for place in range(size_b):
        heads[pieces.ids[start_b + place]] = -1
        tried[pieces.ids[start_b + place]] = 0
    return result


def aligned_score(pieces: Pieces, a: int, b: int, scratch: Scratch) -> float:
    """The score of two pieces, given the places of each stem in B: the last (`heads`), and the one before each."""
    heads, following, ends, last = scratch.heads, scratch.following, scratch.ends, scratch.last
    chain_a, chain_b, before = scratch.chain_a, scratch.chain_b, scratch.before
    start_a, start_b = pieces.starts[a], pieces.starts[b]
    size_a = pieces.starts[a + 1] - start_a
    chains = length = 0
    for at in range(size_a):
        place = heads[pieces.ids[start_a + at]]
        while place >= 0:
            rank = length
            if length and place <= ends[length - 1]:
                low, high = 0, length - 1
                while low < high:
                    middle = (low + high) // 2
                    if ends[middle] < place:
                        low = middle + 1
                    else:
                        high = middle
                rank = low
            if rank == length or place < ends[rank]:
                ends[rank] = place
                last[rank] = numbers.i32(chains)
                chain_a[chains], chain_b[chains] = numbers.i32(at), place
                before[chains] = last[rank - 1] if rank else -1
                chains += 1
                if rank == length:
                    length += 1
            place = following[place]
    # the chain from its end to its beginning, turned round in place of `ends` and `last`
    chain = last[length - 1] if length else -1
    for rank in range(length - 1, -1, -1):
        ends[rank], last[rank] = chain_a[chain], chain_b[chain]
        chain = before[chain]
    lighter = min(pieces.totals[a], pieces.totals[b])
    held = 0.0
    for rank in range(length):
        held += pieces.weights[start_a + ends[rank]]
    coverage = min(1.0, held / lighter) if lighter > 0 else 0.0
    scratch.coverage[0] = coverage
    shared = run = best_run = marked = best_marked = 0.0
    quoted = 0
    before_a = before_b = -2
    for rank in range(length):
        one, other = start_a + ends[rank], start_b + last[rank]
        weight = pieces.weights[one]
        if pieces.flags[one] & SUBJECT and pieces.flags[other] & SUBJECT:
            weight = weight * coverage
        shared += weight
        follows = one - 1 == before_a and other - 1 == before_b
        before_a, before_b = one, other
        run = run + weight if follows else weight
        best_run = max(best_run, run)
        if pieces.flags[one] & MARKED and pieces.flags[other] & MARKED:
            marked = marked + weight if follows and quoted else weight
            quoted = quoted + 1 if follows and quoted else 1
            best_marked = max(best_marked, marked)
        else:
            marked, quoted = 0.0, 0
    return coverage * shared + best_marked + best_run
