"""What is measured on every pair of texts that share runs: matrices, one row per pair, for the fitted weights.

`describe` does the work that does not depend on dates once; `Described.features` adds what dates and an order of
undated texts contribute: the ownership of every run (which holder wrote its wording?) is shared out again with them.
Exchanging A and B exchanges the two direction matrices and changes nothing else. Nothing here decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.kernels.signatures import made
from provenance.lineage.copies import has_copies, held_beyond_copies, neighbours_kept
from provenance.lineage.kernels import ownership, pairs
from provenance.lineage.runs import Runs
from provenance.lineage.texts import Texts
from provenance.lineage.times import Times
from provenance.model.appearance import HOUR

Table = NDArray[np.float64]

MOST_NEIGHBOURS = 256  # third texts looked at for one text, those that share the most words with it
LATE = 0.02  # factor on the odds of ownership of a text that is surely not the earliest holder
ORDER_LIMIT = 4.0

OWN = ownership.PLACE_FEATURES
DIRECTION = (
    "owned", "owned_by_source", "owned_most_by_source", "owned_most",
    *(f"place_{name}" for name in OWN),
    "covered", "length", "covered_of_derived", "insertions", "running_on", "omissions", "nested", "elsewhere",
    "own_elsewhere", "quoted_elsewhere", "neighbours", "credit",
    "inferred_order", "date_order", "date_gap", "date_missing", "first_known_source", "first_known_derived",
)  # fmt: skip
COMMON = (
    "one", "unseen", "owned_higher", "owned_lower", "exclusive", "holders", "words", "runs", "third_owned",
    "third_held", "third_first", "no_third", "common_neighbours", "first_known_pair", "most_held", "inversions",
    *(f"place_{name}" for name in OWN),
    "covered_lower", "covered_higher",
)  # fmt: skip
NAMING = ownership.NAMING_COLUMNS


@dataclass(frozen=True, slots=True)
class Features:
    """What was measured of P pairs, one row per pair.

    `forward[p]` speaks for "B derives from A", `backward[p]` for the reverse (columns DIRECTION), `common[p]` for a
    common source (columns COMMON). `naming[p]` (columns NAMING) is about `third[p]`, the best third text (-1: none).
    """

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
    """Runs with what does not depend on dates: tables whose columns `features` completes, unions of runs, neighbours.

    `same` says which texts are copies of one. `own` is the own-text probability of every stretch of the runs,
    `covered` the words of either text inside the runs of a pair. `degrees[t]` is how many pairs with exact runs text
    t is in, `neighbours` (as kernels take them) are at most MOST_NEIGHBOURS of them.
    """

    texts: Texts
    runs: Runs
    same: NDArray[np.int64]
    own: Table
    forward: Table
    backward: Table
    common: Table
    covered: NDArray[np.int64]
    neighbours: pairs.Neighbours
    degrees: NDArray[np.int64]

    def features(
        self, times: Times, unseen: float, order: Table | None = None, credit: Table | None = None
    ) -> Features:
        """The matrices. `order` is an order of the texts inferred from wording; `credit` is +1 for pairs where only B
        names A, -1 where only A names B."""
        runs, count = self.runs, len(self.runs)
        dated = bool(times.known.any())
        sides = np.zeros((count, 2, len(ownership.SHARE_COLUMNS)))
        thirds = np.zeros((count, len(ownership.THIRD_COLUMNS)))
        naming = np.zeros((count, len(NAMING)))
        third = np.full(count, -1, np.int64)
        inferred = np.empty(0) if order is None else order
        ownership.share_pairs(
            runs.as_arrays(),
            self.neighbours,
            self.covered,
            made(ownership.Stretches, runs.stretches[:, 0].copy(), self.own),
            made(ownership.Ordering, times.earliest, times.latest, inferred, dated, unseen, LATE),
            made(ownership.Shares, sides, thirds, naming, third),
        )
        gap = times.gap(runs.pairs[:, 0], runs.pairs[:, 1]) if dated else np.full(count, np.nan)
        later = np.zeros(count) if order is None else order[runs.pairs[:, 1]] - order[runs.pairs[:, 0]]
        named = np.zeros(count) if credit is None else credit
        return Features(
            forward=_directed(self.forward, sides[:, 0], sides[:, 1], later, gap, named),
            backward=_directed(self.backward, sides[:, 1], sides[:, 0], -later, -gap, -named),
            common=_common(self.common, sides, thirds, third),
            naming=naming,
            third=third,
        )


def place_features(texts: Texts, runs: Runs, same: NDArray[np.int64] | None = None) -> Table:
    """How each stretch of the runs sits in its text: one row per stretch, columns OWN; `same` as for `describe`."""
    places = np.zeros((len(runs.stretches), len(OWN)))
    ownership.describe_places(texts.as_arrays(), runs.shared, runs.stretches, places)
    if same is not None and has_copies(same):
        # A reprint shares all of a text, which is then no less its own beside others.
        apart = np.zeros_like(places)
        ownership.describe_places(texts.as_arrays(), runs.shared_apart, runs.stretches, apart)
        rows = held_beyond_copies(runs, same)
        places[rows] = apart[rows]
    return places


def describe(texts: Texts, runs: Runs, places: Table, own: Table, same: NDArray[np.int64] | None = None) -> Described:
    """Everything about the pairs that does not depend on dates.

    `places` are the `place_features` of the runs, `own` the own-text probability of each row of them. `same` says
    which texts are copies of one (`copies.same_texts`), None that none are.
    """
    same = np.arange(len(texts), dtype=np.int64) if same is None else same
    begins = np.zeros(2 * len(runs) + 1, np.int64)
    spans = np.zeros((2 * len(runs.bounds), 2), np.int32)
    pairs.merge_sides(runs.first, runs.bounds, begins, spans)
    adjacent, near, degrees = _neighbours(len(texts), runs, same)
    neighbours = made(pairs.Neighbours, begins, spans, adjacent, near)
    sides = np.zeros((len(runs), 2, len(pairs.SIDE_COLUMNS)))
    places_of = np.zeros((len(runs), 2, len(OWN)))
    both = np.zeros((len(runs), len(pairs.PAIR_COLUMNS)))
    covered = np.zeros((len(runs), 2), np.int64)
    into = made(pairs.PairTables, sides, places_of, both, covered)
    pairs.describe_pairs(texts.as_arrays(), runs.as_arrays(), neighbours, degrees, places, own, into)
    return Described(
        texts=texts,
        runs=runs,
        same=same,
        own=own,
        forward=_wording(sides, places_of, 0),
        backward=_wording(sides, places_of, 1),
        common=_alike(sides, places_of, both),
        covered=covered,
        neighbours=neighbours,
        degrees=degrees,
    )


def _neighbours(
    texts: int, runs: Runs, same: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """(begins, sides, degrees): the sides (2 * pair + side) kept for each text, and how many it has in all.

    Only pairs with exact runs count: with other passages as well .3 % fewer derived posts were right.
    """
    sides = np.flatnonzero(np.repeat(runs.exact, 2))
    ends = runs.pairs.reshape(-1)[sides]
    lengths = np.add.reduceat(runs.bounds[:, 1] - runs.bounds[:, 0], runs.first[:-1]) if len(runs) else np.empty(0)
    order = np.lexsort((sides, -np.repeat(lengths, 2)[sides], ends))
    if has_copies(same):
        others = runs.pairs[:, ::-1].reshape(-1)[sides]
        order = order[neighbours_kept(ends, others, same, order)[order]]
        sides, ends = sides[order], ends[order]
        order = np.arange(len(sides))
    degrees = np.bincount(ends, minlength=texts)
    begins = np.concatenate([[0], np.cumsum(degrees)])
    rank = np.arange(len(ends)) - np.repeat(begins[:-1], degrees)
    near = sides[order[rank < MOST_NEIGHBOURS]]
    adjacent = np.concatenate([[0], np.cumsum(np.minimum(degrees, MOST_NEIGHBOURS))])
    return adjacent.astype(np.int64), near.astype(np.int64), degrees.astype(np.int64)


def _log(values: Table) -> Table:
    return np.log(0.01 + values)


def _by_name(names: tuple[str, ...], table: Table) -> Mapping[str, Table]:
    """The columns of a table."""
    return dict(zip(names, table.T, strict=True))


def _filled(names: tuple[str, ...], columns: Mapping[str, Table], table: Table) -> Table:
    """`table`, whose columns are `names`, with some of them filled."""
    for name, values in columns.items():
        table[:, names.index(name)] = values
    return table


def _wording(sides: Table, places: Table, source: int) -> Table:
    """The columns of DIRECTION that need neither dates nor shares, for "the other side derives from `source`"."""
    x, y = (_by_name(pairs.SIDE_COLUMNS, sides[:, side]) for side in (source, 1 - source))
    moved = (places[:, source] - places[:, 1 - source]).T
    columns = {f"place_{name}": values for name, values in zip(OWN, moved, strict=True)} | {
        "covered": x["covered"] - y["covered"],
        "length": np.log(x["words"] / y["words"]),
        "covered_of_derived": y["covered"],
        "insertions": np.log1p(y["insertions"]) - np.log1p(x["insertions"]),
        "running_on": np.log1p(x["running_on"]) - np.log1p(y["running_on"]),
        "omissions": np.log1p(y["omissions"]) - np.log1p(x["omissions"]),
        "nested": np.where((x["nested"] < 0) | (y["nested"] < 0), 0.0, y["nested"] - x["nested"]),
        "elsewhere": np.log1p(x["elsewhere"]) - np.log1p(y["elsewhere"]),
        "own_elsewhere": x["own_elsewhere"] - y["own_elsewhere"],
        "quoted_elsewhere": y["quoted_elsewhere"] - x["quoted_elsewhere"],
        "neighbours": np.log1p(x["neighbours"]) - np.log1p(y["neighbours"]),
    }
    return _filled(DIRECTION, columns, np.zeros((len(sides), len(DIRECTION))))


def _directed(wording: Table, source: Table, derived: Table, order: Table, gap: Table, named: Table) -> Table:
    """All columns of DIRECTION; `source` and `derived` have a row of SHARE_COLUMNS for each pair."""
    x, y = (_by_name(ownership.SHARE_COLUMNS, table) for table in (source, derived))
    dated = ~np.isnan(gap)
    gap = np.where(dated, gap, 0.0)
    columns = {
        "owned": _log(x["owned"]) - _log(y["owned"]),
        "owned_by_source": _log(x["owned"]),
        "owned_most_by_source": _log(x["owned_most"]),
        "owned_most": _log(x["owned_most"]) - _log(y["owned_most"]),
        "credit": named,
        "inferred_order": np.clip(order, -ORDER_LIMIT, ORDER_LIMIT),
        "date_order": np.sign(gap),
        "date_gap": np.sign(gap) * np.log1p(np.abs(gap) / HOUR),
        "date_missing": (~dated).astype(np.float64),
        "first_known_source": x["first_known"],
        "first_known_derived": y["first_known"],
    }
    return _filled(DIRECTION, columns, wording.copy())


def _alike(sides: Table, places: Table, both: Table) -> Table:
    """The columns of COMMON that need neither dates nor shares."""
    covered = sides[:, :, pairs.SIDE_COLUMNS.index("covered")].T
    pair = _by_name(pairs.PAIR_COLUMNS, both)
    columns = {f"place_{name}": values for name, values in zip(OWN, places.mean(axis=1).T, strict=True)} | {
        "one": np.ones(len(both)),
        "exclusive": pair["exclusive"],
        "holders": pair["holders"],
        "words": np.log1p(pair["words"]) / 3,
        "runs": np.log(np.maximum(1, pair["runs"])),
        "common_neighbours": np.log1p(pair["common_neighbours"]),
        "inversions": np.log1p(pair["inversions"]),
        "covered_lower": np.minimum(*covered),
        "covered_higher": np.maximum(*covered),
    }
    return _filled(COMMON, columns, np.zeros((len(both), len(COMMON))))


def _common(alike: Table, shares: Table, thirds: Table, third: NDArray[np.int64]) -> Table:
    """All columns of COMMON."""
    owned, first_known = (shares[:, :, ownership.SHARE_COLUMNS.index(name)] for name in ("owned", "first_known"))
    about = _by_name(ownership.THIRD_COLUMNS, thirds)
    columns = {
        "unseen": _log(about["unseen"]),
        "owned_higher": _log(np.maximum(*owned.T)),
        "owned_lower": _log(np.minimum(*owned.T)),
        "third_owned": _log(about["third_owned"]),
        "third_held": about["third_held"],
        "third_first": about["third_first"],
        "no_third": third < 0,
        "first_known_pair": first_known.sum(axis=1),
        "most_held": about["most_held"],
    }
    return _filled(COMMON, columns, alike.copy())
