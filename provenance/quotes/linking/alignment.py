"""The longest common subsequence of two lists of words, as Hunt and Szymanski found it (CACM 20, 1977).

The work grows with the number of equal pairs, which is small for sentences; a cap on very common words keeps hostile
input linear. Among equally long answers the one with the earliest places is taken, so the result never varies.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

MOST_REPEATED = 60  # places at which one word of the other list is tried


def aligned(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of places of equal words, ascending in both lists, as many as there can be."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(b):
        listed = places.setdefault(word, [])
        if len(listed) < MOST_REPEATED:
            listed.append(place)
    for listed in places.values():
        listed.reverse()
    ends: list[int] = []  # ends[k]: the smallest place in b at which k + 1 pairs can end
    chains: list[tuple[int, int, int]] = []  # place in a, place in b, number of the chain before (-1: none)
    last: list[int] = []  # last[k]: the chain that ends at ends[k]
    for at, word in enumerate(a):
        for place in places.get(word, ()):
            if not ends or place > ends[-1]:
                ends.append(place)
                last.append(len(chains))
                chains.append((at, place, last[-2] if len(last) > 1 else -1))
                continue
            rank = bisect_left(ends, place)
            if place < ends[rank]:
                ends[rank] = place
                last[rank] = len(chains)
                chains.append((at, place, last[rank - 1] if rank else -1))
    pairs: list[tuple[int, int]] = []
    chain = last[-1] if last else -1
    while chain >= 0:
        at, place, chain = chains[chain]
        pairs.append((at, place))
    return pairs[::-1]
