"""The loops over hashes, compiled and as plain Python, on the corpus and on generated input."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from plain_twins import Record, agree, corpus_texts

from provenance.config.fingerprint import FingerprintSettings
from provenance.fingerprint.minhash import permutations, shingle_hashes
from provenance.text import normalisation
from provenance.text.common_words import content_table
from provenance.text.tokens import codes_of, most_words, tokenise

MODULE, KEYS, WORDS = (
    "provenance.fingerprint.kernels.minhash", "provenance.fingerprint.kernels.keys", "provenance.text.kernels.words"
)  # fmt: skip
TEXTS = [text[:900] for text in corpus_texts(12)]
DRAWN = Record(MODULE, "Permutations", *permutations(16, 1))
hashes = st.lists(st.integers(0, 3) | st.integers(0, 2**64 - 1), max_size=12).map(
    lambda found: np.array(found, np.uint64)
)
ascending = st.sets(st.integers(0, 9) | st.integers(0, 2**64 - 1), max_size=12).map(
    lambda found: np.array(sorted(found), np.uint64)
)


@given(hashes, st.integers(1, 6))
def test_shingles_and_signatures(words: np.ndarray, count: int) -> None:
    found = agree(MODULE, "shingles", words, count, np.zeros(len(words), np.uint64))
    assert found == (max(1, len(words) - count + 1) if len(words) else 0)
    agree(MODULE, "sign", words, count, DRAWN, np.zeros(len(words), np.uint32), np.zeros(16, np.uint32))


def test_shingles_and_signatures_of_the_corpus() -> None:
    drawn = Record(MODULE, "Permutations", *permutations(128, 1))
    for text in TEXTS:
        words = tokenise(text).words
        agree(MODULE, "shingles", words, 5, np.zeros(len(words), np.uint64))
        agree(MODULE, "sign", words, 5, drawn, np.zeros(len(words), np.uint32), np.zeros(128, np.uint32))


@given(st.lists(st.lists(st.integers(0, 1) | st.integers(0, 2**32 - 1), min_size=8, max_size=8), max_size=6))
def test_bands_and_unlike_rows(rows: list[list[int]]) -> None:
    signatures = np.array(rows, np.uint32).reshape(len(rows), 8)
    agree(MODULE, "fold_bands", signatures, 2, np.zeros((len(rows), 4), np.uint64))
    for alike in (0.25, 0.5, 1.0):
        agree(MODULE, "unlike", signatures, alike, np.zeros(len(rows), np.bool_))


@given(ascending, ascending)
def test_shared_values(a: np.ndarray, b: np.ndarray) -> None:
    assert agree(MODULE, "count_shared", a, b) == len(set(a.tolist()) & set(b.tolist()))


@given(st.lists(st.tuples(st.integers(0, 2**64 - 1), st.integers(0, 5), st.integers(0, 7)), max_size=30))
def test_segments(drawn: list[tuple[int, int, int]]) -> None:
    columns = zip(*drawn, strict=True) if drawn else ((), (), ())
    words, borders, traits = (
        np.array(column, element) for column, element in zip(columns, (np.uint64, np.uint8, np.uint8), strict=True)
    )
    room = len(words) // 3 + 1
    found = np.zeros(room, np.int32), np.zeros(room, np.int32), np.zeros(room, np.uint64)
    agree(MODULE, "cut", words, borders, traits, *found)


RUNS = st.lists(st.sets(st.integers(0, 30).map(lambda number: number << 14), max_size=8), min_size=1, max_size=5)


@given(RUNS, st.sets(st.integers(0, 30).map(lambda number: number << 14), max_size=8))
def test_values_shared_by_pairs(runs: list[set[int]], common: set[int]) -> None:
    share([np.array(sorted(run), np.uint32) for run in runs], np.array(sorted(common), np.uint32))


def test_runs_shared_by_the_corpus() -> None:
    chosen = FingerprintSettings(shingle=2)
    runs = [np.unique((shingle_hashes(tokenise(text), chosen) >> np.uint64(32)).astype(np.uint32)) for text in TEXTS]
    share(runs, runs[0][::2].copy())


def share(runs: list[np.ndarray], common: np.ndarray) -> None:
    bounds = np.cumsum([0, *map(len, runs)])
    first, second = (np.ravel(grid) for grid in np.meshgrid(np.arange(len(runs)), np.arange(len(runs))))
    answers = np.zeros(len(first), np.int64), np.zeros(len(first), np.bool_)
    agree(MODULE, "share_values", np.concatenate(runs), bounds, common, first, second, *answers)


def test_signatures_and_digests_of_the_corpus() -> None:
    texts = [*TEXTS, "", "naïve 東京 \ud800", "a b c " * 40]
    room = max(map(most_words, texts))
    elements = (np.int32, np.int32, np.uint64, np.uint64, np.uint8, np.uint8)
    agree(
        MODULE,
        "sign_each",
        codes_of("".join(texts)),
        np.cumsum([0, *map(len, texts)]),
        Record(WORDS, "Characters", *normalisation.table()),
        Record(WORDS, "Words", *(np.zeros(room, element) for element in elements)),
        5,
        DRAWN,
        np.zeros((len(texts), 16), np.uint32),
        np.zeros(len(texts), np.uint64),
    )


def test_whole_fingerprints_of_the_corpus() -> None:
    texts = [*TEXTS, "", "naïve 東京 \ud800", "a b c " * 40]
    codes = codes_of("".join(texts))
    room, size, count = max(map(most_words, texts)), len(codes), len(texts)
    elements = (np.int32, np.int32, np.uint64, np.uint64, np.uint8, np.uint8)
    table = content_table()
    agree(
        MODULE,
        "make_each",
        codes,
        np.cumsum([0, *map(len, texts)]),
        Record(WORDS, "Characters", *normalisation.table()),
        Record(WORDS, "Words", *(np.zeros(room, element) for element in elements)),
        5,
        DRAWN,
        Record(KEYS, "Content", table.stems, table.weights, 64),
        Record(KEYS, "Pairing", 1, 10, 5),
        Record(
            MODULE,
            "Fingerprints",
            np.zeros((count, 16), np.uint32),
            np.zeros(size, np.uint64),
            np.zeros(size, np.int32),
            np.zeros(count + 1, np.int64),
            np.zeros(size, np.uint64),
            np.zeros(count + 1, np.int64),
        ),
    )
