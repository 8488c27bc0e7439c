"""The benchmark's corpus is the same every time and holds the duplicates that it says; the exact join is exact."""

from __future__ import annotations

import importlib.util
from itertools import combinations
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.config.fingerprint import FingerprintSettings
from provenance.fingerprint.minhash import jaccard_and_containment, shingle_hashes
from provenance.text.tokens import tokenise

TESTS = Path(__file__).parents[1]


def module(path: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(Path(path).stem, TESTS / path)
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


corpus, exact_join = module("bench/corpus.py"), module("evaluation/exact_join.py")


def test_generated_articles_are_the_same_every_time_with_a_copy_in_ten() -> None:
    texts = list(corpus.generated(30))
    assert texts == list(corpus.generated(30))
    sets = [shingle_hashes(tokenise(text), FingerprintSettings()) for text in texts]
    for copy in (9, 19, 29):
        jaccard, _ = jaccard_and_containment(sets[copy - 1], sets[copy])
        assert 0.3 < jaccard < 1
    assert jaccard_and_containment(sets[0], sets[1])[0] < 0.01


@settings(max_examples=100)
@given(
    st.lists(st.sets(st.integers(0, 30), max_size=12), min_size=1, max_size=12), st.sampled_from([0.3, 0.5, 0.7, 1.0])
)
def test_the_exact_join_finds_every_pair(sets: list[set[int]], threshold: float) -> None:
    arrays = [np.array(sorted(one), np.uint64) for one in sets]
    expected = {
        (i, j): len(a & b) / len(a | b)
        for (i, a), (j, b) in combinations(enumerate(sets), 2)
        if a and b and len(a & b) / len(a | b) >= threshold
    }
    assert exact_join.exact_pairs(arrays, threshold) == pytest.approx(expected)
