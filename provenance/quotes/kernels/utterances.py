"""The words of many utterances as numbers: which are rare, and the key words by which an utterance is looked for.

Utterances are *pieces*: ranges of one long array of words, `starts[p]` to `starts[p + 1]`, those of an article side
by side. A word is the hash of its stem; `number_stems` gives the stems numbers in the order in which they come.
"""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from provenance.kernels import numbers

Array = NDArray[Any]

WEAK = 1  # the flag of a word that says too little to be looked for


def number_stems(hashes: Array, table: Array, values: Array, ids: Array, distinct: Array, known: int) -> int:
    """Set `ids` to the number of each hash; returns how many there are now, or -1 where `distinct` is full.

    `table` (zeros at first, a power of two in length) holds hash + 1, `values` the number beside it; `distinct` is
    filled with the hashes by number. `known` is how many earlier calls have numbered.
    """
    mask = numbers.u64(len(table) - 1)
    for place in range(len(hashes)):
        wanted = numbers.u64(hashes[place]) + 1
        slot = numbers.mix(wanted) & mask
        while table[slot] != 0 and table[slot] != wanted:
            slot = (slot + 1) & mask
        if table[slot] == 0:
            if known == len(distinct):
                return -1
            table[slot] = wanted
            values[slot] = known
            distinct[known] = hashes[place]
            known += 1
        ids[place] = values[slot]
    return known


def count_holders(ids: Array, starts: Array, articles: Array, last: Array, counts: Array) -> None:
    """Count in `counts` the articles that use each stem; `last` (-1 at first) is the last one seen, by stem."""
    for piece in range(len(articles)):
        for place in range(starts[piece], starts[piece + 1]):
            if last[ids[place]] != articles[piece]:
                last[ids[place]] = articles[piece]
                counts[ids[place]] += 1


def choose_keys(
    ids: Array, flags: Array, starts: Array, weights: Array, usable: Array, hashes: Array, keys: Array, counts: Array
) -> None:
    """Set `keys[p]` to the numbers of the rarest stems of each piece, the rarest first, and `counts[p]` to how many.

    Of equal weight the smaller hash comes first. Weak words and stems that are not `usable` are left out.
    """
    most = keys.shape[1]
    for piece in range(len(counts)):
        count = 0
        for place in range(starts[piece], starts[piece + 1]):
            stem = ids[place]
            if flags[place] & WEAK or not usable[stem]:
                continue
            at = count
            again = False
            for other in range(count):
                if keys[piece, other] == stem:
                    again = True
            if again:
                continue
            while at > 0 and (
                weights[keys[piece, at - 1]] < weights[stem]
                or (weights[keys[piece, at - 1]] == weights[stem] and hashes[keys[piece, at - 1]] > hashes[stem])
            ):
                at -= 1
            if at == most:
                continue
            if count < most:
                count += 1
            for other in range(count - 1, at, -1):
                keys[piece, other] = keys[piece, other - 1]
            keys[piece, at] = stem
        counts[piece] = count


def fingerprints(hashes: Array, flags: Array, marked: int, starts: Array, found: Array) -> None:
    """Set `found[p]` to a hash of a piece's words in order; 0 for a piece with a word whose flags hold `marked`."""
    for piece in range(len(found)):
        value = numbers.u64(starts[piece + 1] - starts[piece])
        inside = False
        for place in range(starts[piece], starts[piece + 1]):
            value = numbers.mix(numbers.u64(value) ^ numbers.u64(hashes[place]))
            if flags[place] & marked:
                inside = True
        found[piece] = numbers.u64(0) if inside else value
