"""Passage keys against a slow, obvious way to make them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_twins import plain

from provenance.config.fingerprint import FingerprintSettings
from provenance.fingerprint.keys import query_keys, stored_keys
from provenance.text.common_words import SCALE, UNKNOWN, content_table, table_of, weight_of
from provenance.text.tokens import Tokens, tokenise

VOCABULARY = ["the", "of", "and", "harbour", "dredger", "mayor", "said", "council", "people", "barge", "silt", "tide"]
texts = st.lists(st.sampled_from(VOCABULARY), max_size=60).map(" ".join)
TABLE = content_table()
LONGEST = plain("provenance.fingerprint.kernels.keys").LONGEST


def weight(stem: int) -> int:
    return int(TABLE.weights_of(np.array([stem], np.uint64))[0])


def pairs(words: Tokens, chosen: FingerprintSettings, distance: int) -> list[tuple[int, int, frozenset[int], int]]:
    """(position, weight, the two stems, distance) of every key, in text order."""
    content = [(i, int(s)) for i, s in enumerate(words.stems) if weight(int(s)) >= chosen.content_idf * SCALE]
    heights = [
        weight(int(s)) * LONGEST + int(e - b) for b, e, s in zip(words.starts, words.ends, words.stems, strict=True)
    ]
    return [
        (i, heights[i] + heights[j], frozenset((a, b)), y)
        for x, (i, a) in enumerate(content)
        for y, (j, b) in enumerate(content[x + 1 : x + 1 + distance], 1)
        if a != b and j - i <= chosen.gap
    ]


@settings(max_examples=100)
@given(texts, st.integers(1, 3), st.integers(1, 12), st.integers(1, 12))
def test_keys_are_pairs_of_neighbouring_content_words(text: str, distance: int, gap: int, tile: int) -> None:
    chosen = FingerprintSettings(gap=gap, tile=tile)
    words = tokenise(text)
    expected = pairs(words, chosen, distance)
    keys, positions, distances = query_keys(words, chosen, distance)
    assert positions.tolist() == [position for position, *_ in expected]
    assert distances.tolist() == [apart for *_, apart in expected]
    names: dict[int, frozenset[int]] = {}
    for key, (_, _, stems, _) in zip(keys.tolist(), expected, strict=True):
        assert names.setdefault(key, stems) == stems
    assert len(set(names.values())) == len(names)

    best: dict[int, tuple[int, int, frozenset[int]]] = {}
    for position, height, stems, _ in pairs(words, chosen, 1):
        if position // tile not in best or height > best[position // tile][1]:
            best[position // tile] = (position, height, stems)
    first: dict[frozenset[int], int] = {}
    for position, _, stems in best.values():
        first.setdefault(stems, position)
    kept, places = stored_keys(words, chosen)
    assert {names[key]: place for key, place in zip(kept.tolist(), places.tolist(), strict=True)} == first
    assert sorted(places.tolist()) == places.tolist()


@settings(max_examples=60)
@given(texts)
def test_a_query_asks_everything_that_the_archive_may_have_kept(text: str) -> None:
    words = tokenise(text)
    asked = set(query_keys(words, FingerprintSettings())[0].tolist())
    assert set(stored_keys(words, FingerprintSettings())[0].tolist()) <= asked


def test_function_words_between_content_words_do_not_matter() -> None:
    a = query_keys(tokenise("the dredger in the harbour"), FingerprintSettings())[0]
    b = query_keys(tokenise("Harbour dredgers"), FingerprintSettings())[0]
    assert len(a) == len(b) == 1
    assert a[0] == b[0]


def test_keys_of_one_rare_word_lie_together_in_the_index() -> None:
    """Zwettendorf leads the keys of all its pairs; a pair of other words has another lead."""
    words = tokenise("money Zwettendorf city water")
    keys, places, distances = query_keys(words, FingerprintSettings(), 3)
    leads: dict[bool, set[int]] = {True: set(), False: set()}
    for key, place, distance in zip(keys.tolist(), places.tolist(), distances.tolist(), strict=True):
        leads[1 in (place, place + distance)].add(key >> 40)
    assert [weight(int(stem)) == UNKNOWN for stem in words.stems] == [False, True, False, False]
    assert len(leads[True]) == 1
    assert not leads[True] & leads[False]
    assert len(keys) == len(set(keys.tolist())) >= 3


@pytest.mark.parametrize(
    "text",
    ["", "the of and", "dredger", "dredger dredger dredger", "\ud800\x00", "战 争 ", "это и то", "🙂" * 50],
)
def test_odd_texts_make_few_keys_and_no_trouble(text: str) -> None:
    keys, positions = stored_keys(tokenise(text), FingerprintSettings())
    assert len(keys) == len(positions) <= 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("German", "der und die nicht mit von werden"),
        ("French", "dans cette avec elle nous"),
        ("Spanish", "pero como está desde"),
        ("Russian", "что когда была если"),
        ("English", "the and because she would not have been"),
    ],
)
def test_function_words_of_other_languages_are_no_content(language: str, text: str) -> None:
    assert not len(query_keys(tokenise(text), FingerprintSettings())[0]), language


def test_words_that_nobody_listed_weigh_the_most() -> None:
    assert weight(int(tokenise("Zwettendorf").stems[0])) == UNKNOWN
    assert weight(int(tokenise("the").stems[0])) < SCALE


def test_of_two_words_with_one_stem_the_commoner_decides() -> None:
    table = table_of("test", ["harbours", "harbour"], [0.01, 0.5])
    assert table.weights_of(tokenise("harbour").stems).tolist() == [weight_of(0.5)]
    with pytest.raises(ValueError, match="one word"):
        table_of("test", ["two words"], [0.5])


def test_a_long_text_repeating_itself_keeps_each_key_once() -> None:
    text = "The dredger left the harbour before the tide turned. " * 2000
    keys, positions = stored_keys(tokenise(text), FingerprintSettings())
    assert len(keys) == len(set(keys.tolist())) < 20
    assert positions.max() < 100
