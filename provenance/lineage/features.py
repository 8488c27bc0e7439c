"""What is measured on every pair of texts that share runs, as matrices that the weights speak about.

`describe` does the work that does not depend on dates once; `Described.features` adds what dates and an order of
undated texts contribute. Everything is antisymmetric or symmetric by construction: exchanging A and B exchanges the
two direction matrices and leaves the rest alone. Nothing here decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.lineage.runs import Runs
from provenance.lineage.texts import Texts
from provenance.lineage.times import HOUR, Times

Table = NDArray[np.float64]

MOST_NEIGHBOURS = 256  # third texts looked at for one text, those that share the most words with it
LATE = 0.02  # what is left of the odds of ownership of a text that is surely not the earliest holder
LATENT_LIMIT = 4.0

_PLACES = (
    "starts_paragraph", "ends_paragraph", "at_start_of_text", "at_end_of_text", "starts_inside_sentence",
    "ends_inside_sentence", "runs_on_before", "runs_on_after", "starts_sentence", "ends_sentence", "words_before",
    "words_after", "words", "own_words_in_paragraph", "own_words_before", "own_words_after", "omission_mark",
    "shared_part_of_text", "length_of_text", "paragraphs_inside",
)  # fmt: skip
OWN = _PLACES
DIRECTION = (
    "owned", "owned_by_source", "owned_most_by_source", "owned_most",
    *(f"place_{name}" for name in _PLACES),
    "covered", "length", "covered_of_derived", "insertions", "running_on", "omissions", "nested", "elsewhere",
    "own_elsewhere", "quoted_elsewhere", "neighbours", "credit",
    "latent", "date_order", "date_gap", "date_missing", "first_known_source", "first_known_derived",
)  # fmt: skip
COMMON = (
    "one", "unseen", "owned_higher", "owned_lower", "exclusive", "holders", "words", "runs", "third_owned",
    "third_held", "third_first", "no_third", "common_neighbours", "first_known_pair", "most_held", "inversions",
    *(f"place_{name}" for name in _PLACES),
    "covered_lower", "covered_higher",
)  # fmt: skip
NAMING = ("owned", "margin", "held", "first_known", "own_text", "holders", "unseen", "overlap")


@dataclass(frozen=True, slots=True)
class Features:
    """One row a pair: `forward` speaks for "B derives from A", `backward` for the reverse (columns DIRECTION),
    `common` for a common source (columns COMMON), `naming` about `third`, the best third text (-1: none)."""

    forward: Table
    backward: Table
    common: Table
    naming: Table
    third: NDArray[np.int64]

    def of(self, rows: NDArray[Any]) -> Features:
        """Some of the pairs."""
        return Features(
            self.forward[rows], self.backward[rows], self.common[rows], self.naming[rows], self.third[rows]
        )


@dataclass(frozen=True, slots=True)
class Described:
    """Runs with what does not depend on dates: places of every held stretch, unions of runs, neighbours.

    Many runs are held by the same stretches: `places` has one row for each different one, and `place_of` the row of
    each holder.
    """

    texts: Texts
    runs: Runs
    places: Table
    place_of: NDArray[np.int64]
    begins: NDArray[np.int64]
    spans: NDArray[np.int64]
    adjacent: NDArray[np.int64]
    near: NDArray[np.int64]
    degrees: NDArray[np.int64]

    def features(
        self, own: Table, times: Times, unseen: float, latent: Table | None = None, credit: Table | None = None
    ) -> Features:
        """The matrices. `own` is the own-text probability of every row of `places`, `latent` an order of the texts
        found from wording, `credit` a pair: +1 where only B names A, -1 where only A names B."""
        from provenance.lineage import ownership_kernels, pair_kernels

        runs, base = self.runs, self.texts.base
        own = own[self.place_of]
        dated = bool(times.known.any())
        nothing = np.empty(0)
        owned, first_known = np.zeros(len(runs.held)), np.zeros(len(runs.held))
        hidden = np.zeros(len(runs.bounds))
        ownership_kernels.share_out(
            runs.held_first, runs.held, own / (1 - own), times.earliest, times.latest, dated,
            nothing if latent is None else latent, unseen, LATE, owned, hidden, first_known,
        )  # fmt: skip
        count = len(runs)
        sides = np.zeros((count, 2, len(pair_kernels.SIDE_COLUMNS)))
        places_of = np.zeros((count, 2, len(_PLACES)))
        both = np.zeros((count, len(pair_kernels.PAIR_COLUMNS)))
        naming = np.zeros((count, len(NAMING)))
        third = np.full(count, -1, np.int64)
        pair_kernels.describe_pairs(
            base, self.texts.marks, runs.pairs, runs.first, runs.bounds, runs.held_first, runs.held, self.begins,
            self.spans, self.adjacent, self.near, self.degrees, self.places, self.place_of, own, owned, hidden,
            first_known, times.earliest, times.latest, dated, sides, places_of, both, third, naming,
        )  # fmt: skip
        gap = times.gap(runs.pairs[:, 0], runs.pairs[:, 1]) if dated else np.full(count, np.nan)
        order = np.zeros(count) if latent is None else latent[runs.pairs[:, 1]] - latent[runs.pairs[:, 0]]
        named = np.zeros(count) if credit is None else credit
        return Features(
            forward=_direction(sides, places_of, 0, order, gap, named),
            backward=_direction(sides, places_of, 1, -order, -gap, -named),
            common=_common(sides, places_of, both),
            naming=naming,
            third=third,
        )


def describe(texts: Texts, runs: Runs) -> Described:
    """Everything about the pairs that does not depend on dates."""
    from provenance.lineage import ownership_kernels, pair_kernels

    stretches, place_of = _different(texts, runs)
    places = np.zeros((len(stretches), len(_PLACES)))
    ownership_kernels.describe(texts.base, texts.marks, runs.shared, stretches, places)
    begins = np.zeros(2 * len(runs) + 1, np.int64)
    spans = np.zeros((2 * len(runs.bounds), 2), np.int64)
    pair_kernels.merge_sides(runs.first, runs.bounds, begins, spans)
    adjacent, near, degrees = _neighbours(len(texts), runs)
    return Described(texts, runs, places, place_of, begins, spans, adjacent, near, degrees)


def _different(texts: Texts, runs: Runs) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The different rows of `held`, and for each row of `held` which one it is."""
    text, start, end = runs.held.T
    longest = int(np.diff(texts.base).max(initial=0)) + 1
    keys = (texts.base[text] + start) * longest + (end - start)
    _, first, place_of = np.unique(keys, return_index=True, return_inverse=True)
    return runs.held[first], place_of.reshape(-1).astype(np.int64)


def _neighbours(texts: int, runs: Runs) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Sides (2 * pair + side) that stand at each text, those with the most shared words kept; and all counted.

    Only pairs with exact runs count: with other passages as well .3 % fewer derived posts were told right.
    """
    sides = np.flatnonzero(np.repeat(runs.exact, 2))
    ends = runs.pairs.reshape(-1)[sides]
    lengths = np.add.reduceat(runs.bounds[:, 1] - runs.bounds[:, 0], runs.first[:-1]) if len(runs) else np.empty(0)
    order = np.lexsort((sides, -np.repeat(lengths, 2)[sides], ends))
    degrees = np.bincount(ends, minlength=texts)
    begins = np.concatenate([[0], np.cumsum(degrees)])
    rank = np.arange(len(ends)) - np.repeat(begins[:-1], degrees)
    near = sides[order[rank < MOST_NEIGHBOURS]]
    adjacent = np.concatenate([[0], np.cumsum(np.minimum(degrees, MOST_NEIGHBOURS))])
    return adjacent.astype(np.int64), near.astype(np.int64), degrees.astype(np.int64)


def _log(values: Table) -> Table:
    return np.log(0.01 + values)


def _direction(sides: Table, places: Table, source: int, order: Table, gap: Table, named: Table) -> Table:
    """The columns of DIRECTION for "the other side derives from `source`"."""
    x, y = sides[:, source], sides[:, 1 - source]
    dated = ~np.isnan(gap)
    gap = np.where(dated, gap, 0.0)
    nested = np.where((x[:, 8] < 0) | (y[:, 8] < 0), 0.0, y[:, 8] - x[:, 8])
    columns = [
        _log(x[:, 0]) - _log(y[:, 0]), _log(x[:, 0]), _log(x[:, 1]), _log(x[:, 1]) - _log(y[:, 1]),
        *(places[:, source] - places[:, 1 - source]).T,
        x[:, 3] - y[:, 3], np.log(x[:, 4] / y[:, 4]), y[:, 3],
        np.log1p(y[:, 5]) - np.log1p(x[:, 5]), np.log1p(x[:, 6]) - np.log1p(y[:, 6]),
        np.log1p(y[:, 7]) - np.log1p(x[:, 7]), nested, np.log1p(x[:, 9]) - np.log1p(y[:, 9]),
        x[:, 10] - y[:, 10], y[:, 11] - x[:, 11], np.log1p(x[:, 12]) - np.log1p(y[:, 12]), named,
        np.clip(order, -LATENT_LIMIT, LATENT_LIMIT), np.sign(gap), np.sign(gap) * np.log1p(np.abs(gap) / HOUR),
        (~dated).astype(np.float64), x[:, 2], y[:, 2],
    ]  # fmt: skip
    return np.stack(columns, axis=1) if len(sides) else np.zeros((0, len(DIRECTION)))


def _common(sides: Table, places: Table, both: Table) -> Table:
    """The columns of COMMON."""
    a, b = sides[:, 0], sides[:, 1]
    columns = [
        np.ones(len(both)), _log(both[:, 0]), _log(np.maximum(a[:, 0], b[:, 0])), _log(np.minimum(a[:, 0], b[:, 0])),
        both[:, 1], both[:, 2], np.log1p(both[:, 3]) / 3, np.log(np.maximum(1, both[:, 4])), _log(both[:, 5]),
        both[:, 6], both[:, 7], both[:, 8], np.log1p(both[:, 9]), both[:, 10], both[:, 11], np.log1p(both[:, 12]),
        *places.mean(axis=1).T,
        np.minimum(a[:, 3], b[:, 3]), np.maximum(a[:, 3], b[:, 3]),
    ]  # fmt: skip
    return np.stack(columns, axis=1) if len(both) else np.zeros((0, len(COMMON)))
