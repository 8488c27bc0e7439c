"""Connected numbers: in rounds as at once, against the slow way."""

from __future__ import annotations

from pathlib import Path

import networkx
import numpy as np
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.batch import components
from provenance.engines.in_process import InProcess
from provenance.engines.kept_tables import KeptTables
from provenance.engines.local_tables import LocalFolder, LocalTables

PATH = [(number, number + 1) for number in range(40)]  # the longest way between two


def labels(pairs: list[tuple[int, int]], folder: Path) -> dict[int, int]:
    tables = LocalTables(folder, KeptTables(LocalFolder(folder), "test"), InProcess(), parts=3)
    tables.forget(["pairs", "groups"])
    low, high = np.array(pairs, np.int64).reshape(-1, 2).T
    tables.put("pairs", pa.table([pa.array(low), pa.array(high)], schema=components.PAIRS))
    components.labelled(tables, "pairs", "groups")
    found = tables.collect("groups", ("number", "group")).to_pylist()
    assert len(found) == len({row["number"] for row in found})
    return {row["number"]: row["group"] for row in found}


def expected(pairs: list[tuple[int, int]]) -> dict[int, int]:
    graph = networkx.Graph(pairs)
    return {number: min(group) for group in networkx.connected_components(graph) for number in group}


@pytest.mark.parametrize("at_once", [components.AT_ONCE, -1])
def test_a_long_path_is_one_group(at_once: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(components, "AT_ONCE", at_once)
    assert labels(PATH, tmp_path) == dict.fromkeys(range(41), 0)
    assert labels([(high, low + 100) for low, high in PATH], tmp_path) == expected(
        [(high, low + 100) for low, high in PATH]
    )


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 30))
        .filter(lambda pair: pair[0] != pair[1])
        .map(sorted)
        .map(tuple),
        min_size=1,
        max_size=40,
    )
)
def test_rounds_find_what_is_connected(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, pairs: list[tuple[int, int]]
) -> None:
    monkeypatch.setattr(components, "AT_ONCE", -1)
    assert labels(pairs, tmp_path_factory.mktemp("components")) == expected(pairs)


def test_no_pairs_have_no_groups(tmp_path: Path) -> None:
    assert labels([], tmp_path) == {}
