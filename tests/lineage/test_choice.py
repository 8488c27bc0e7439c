"""Sums over columns: the same whatever stands in other rows, and however many there are."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.lineage.choice import weighed


@given(st.integers(1, 300), st.integers(1, 60), st.integers(0, 2**32 - 1))
def test_a_row_weighs_the_same_alone_and_among_others(rows, columns, seed):
    source = np.random.default_rng(seed)
    table, weights = source.normal(size=(rows, columns)), source.normal(size=columns)
    together = weighed(table, weights)
    assert together.tolist() == [weighed(table[row : row + 1], weights)[0] for row in range(rows)]
    np.testing.assert_allclose(together, table @ weights, atol=1e-12)
