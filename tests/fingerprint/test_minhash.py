"""Signatures against datasketch, sets against Python's own."""

from __future__ import annotations

import numpy as np
import pytest
from datasketch import MinHash, MinHashLSH
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.config.fingerprint import FingerprintSettings, require_same_recipe
from provenance.errors import SchemeMismatch, SettingsError
from provenance.fingerprint.minhash import (
    EMPTY,
    band_keys,
    distinct,
    estimated_jaccard,
    jaccard_and_containment,
    permutations,
    shingle_hashes,
    signature_values,
    signatures_and_digests,
)
from provenance.text import common_words, tokens
from provenance.text.tokens import tokenise

texts = st.text(alphabet="ab c.\n", max_size=80)
DEFAULT = FingerprintSettings()


def by_datasketch(text: str, chosen: FingerprintSettings) -> MinHash:
    sketch = MinHash(chosen.permutations, seed=chosen.seed, scheme="affine32", hashfunc=int)
    sketch.update_batch([value >> 32 for value in shingle_hashes(tokenise(text), chosen).tolist()] or [])
    return sketch


@given(st.lists(st.integers(0, 5), max_size=12))
def test_distinct_values_are_those_of_a_set(values: list[int]) -> None:
    assert distinct(np.array(values, np.uint64)).tolist() == sorted(set(values))


@settings(max_examples=60)
@given(texts, st.integers(0, 2**32 - 1), st.integers(1, 130), st.integers(1, 6))
def test_signatures_are_datasketchs(text: str, seed: int, count: int, shingle: int) -> None:
    chosen = FingerprintSettings(permutations=count, seed=seed, shingle=shingle, bands=1, rows=1)
    words = tokenise(text)
    if not len(words):
        assert (signature_values(words, chosen) == EMPTY).all()
        return
    assert np.array_equal(by_datasketch(text, chosen).hashvalues, signature_values(words, chosen))


def test_permutations_are_datasketchs() -> None:
    theirs = MinHash(128, seed=1).permutations
    assert np.array_equal(np.array(permutations(128, 1)), theirs)


def test_datasketchs_lsh_takes_the_signatures() -> None:
    lsh = MinHashLSH(num_perm=128, params=(DEFAULT.bands, DEFAULT.rows))
    story = "The ferry to the outer islands was cancelled on Monday because of high waves in the strait. "
    for name, text in (("one", story), ("two", story + "Nobody was hurt."), ("three", "Snow fell on the hills.")):
        values = signature_values(tokenise(text), DEFAULT)
        lsh.insert(name, MinHash(hashvalues=values, seed=1, scheme="affine32"))
    asked = MinHash(hashvalues=signature_values(tokenise(story), DEFAULT), seed=1, scheme="affine32")
    assert sorted(lsh.query(asked)) == ["one", "two"]


@settings(max_examples=60)
@given(texts, texts)
def test_bands_agree_exactly_where_the_signatures_do(a: str, b: str) -> None:
    one, other = (signature_values(tokenise(text), DEFAULT) for text in (a, b))
    keys, others = band_keys(one, DEFAULT), band_keys(other, DEFAULT)
    if not len(keys) or not len(others):
        assert (one == EMPTY).all() or (other == EMPTY).all()
        return
    rows = (one == other).reshape(DEFAULT.bands, DEFAULT.rows).all(axis=1)
    assert np.array_equal(keys == others, rows)
    assert len(set(keys.tolist())) == DEFAULT.bands


@settings(max_examples=80)
@given(texts, texts)
def test_true_similarity_is_that_of_python_sets(a: str, b: str) -> None:
    one, other = (
        {tuple(words[i : i + 5]) for i in range(max(1, len(words) - 4))} if words else set()
        for words in (text.replace(".", " ").split() for text in (a, b))
    )
    found, (in_a, in_b) = jaccard_and_containment(
        shingle_hashes(tokenise(a), DEFAULT), shingle_hashes(tokenise(b), DEFAULT)
    )
    both = len(one & other)
    assert found == pytest.approx(both / len(one | other) if both else 0)
    assert in_a == pytest.approx(both / len(one) if both else 0)
    assert in_b == pytest.approx(both / len(other) if both else 0)


def test_texts_without_words_resemble_nothing() -> None:
    nothing = signature_values(tokenise("?! ..."), DEFAULT)
    assert estimated_jaccard(nothing, np.array([nothing, nothing])).tolist() == [0, 0]


def test_the_estimate_is_near_the_truth() -> None:
    words = [f"word{i}" for i in range(400)]
    whole, most = tokenise(" ".join(words)), tokenise(" ".join(words[:300]))
    true, _ = jaccard_and_containment(shingle_hashes(whole, DEFAULT), shingle_hashes(most, DEFAULT))
    estimate = estimated_jaccard(signature_values(whole, DEFAULT), np.array([signature_values(most, DEFAULT)]))
    assert abs(float(estimate[0]) - true) < 0.12  # three standard errors of 128 permutations


def test_case_and_punctuation_do_not_change_a_signature() -> None:
    a, b = "The mayor said: “Never again.” Then he left", "the mayor said never again then he LEFT!"
    assert np.array_equal(signature_values(tokenise(a), DEFAULT), signature_values(tokenise(b), DEFAULT))


def test_the_recipe_names_everything_that_changes_a_fingerprint() -> None:
    assert DEFAULT.words == tokens.VERSION, "the tokeniser changed: say so in FingerprintSettings.words"
    assert DEFAULT.content == common_words.VERSION, "the word table changed: say so in FingerprintSettings.content"
    changed = {"permutations": 64, "seed": 2, "shingle": 4, "bands": 16, "rows": 8, "gap": 9}
    changed |= {"tile": 9, "content_idf": 2.5}
    for name, value in changed.items():
        small = {"bands": 16} if name == "permutations" else {}
        assert FingerprintSettings(**{name: value, **small}).recipe != DEFAULT.recipe, name


def test_mixed_recipes_are_refused() -> None:
    require_same_recipe(DEFAULT.recipe, FingerprintSettings().recipe)
    with pytest.raises(SchemeMismatch, match="provenance reindex"):
        require_same_recipe(FingerprintSettings(seed=2).recipe, DEFAULT.recipe)


def test_all_bad_settings_are_named_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        FingerprintSettings(permutations=100, tile=0, content_idf=9, seed=-1).validate()
    for part in ("tile", "content_idf", "seed", "32 bands of 4"):
        assert part in str(caught.value)
    DEFAULT.validate()


def test_signatures_of_many_texts_are_those_of_each_and_digests_say_which_have_the_same_words() -> None:
    texts = ["One two three four five six.", "", "one, TWO three: four five six", "one two three four six five", "…"]
    signatures, digests = signatures_and_digests(texts, FingerprintSettings())
    for text, values in zip(texts, signatures, strict=True):
        assert np.array_equal(values, signature_values(tokenise(text), FingerprintSettings()))
    assert digests[0] == digests[2] != digests[3]
    assert digests[1] == digests[4] == 0
