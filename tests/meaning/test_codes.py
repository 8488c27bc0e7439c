import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_twins import both

from provenance.meaning.codes import all_cosines, coded, cosines, levels, signs_of

COMPARING = "provenance.meaning.kernels.comparing"


def vectors(rows: int, dimensions: int = 128, seed: int = 1) -> np.ndarray:
    made = np.random.default_rng(seed).standard_normal((rows, dimensions)).astype(np.float32)
    return made / np.linalg.norm(made, axis=1, keepdims=True)


def test_a_code_has_two_bits_per_dimension() -> None:
    vector = np.zeros((1, 64), np.float32)
    vector[0, :4] = (0.5, -0.5, 0.01, -0.01)
    (code,) = coded(vector)
    assert code.tolist() == [0b0101, 0b0011]
    assert levels(coded(vector))[0, :5].tolist() == [3, -3, 1, -1, -1]


def test_dimensions_that_fill_no_word_are_filled_up() -> None:
    assert coded(vectors(3, 100)).shape == (3, 4)
    assert coded(vectors(0, 100)).shape == (0, 4)


def test_the_kernel_gives_the_cosines_of_the_levels() -> None:
    a, b = coded(vectors(7, seed=2)), coded(vectors(5, seed=3))
    one, two = levels(a).astype(float), levels(b).astype(float)
    expected = one @ two.T / np.sqrt(np.outer((one**2).sum(1), (two**2).sum(1)))
    assert np.allclose(cosines(a, b), expected, atol=1e-12)
    assert np.allclose(np.diag(cosines(a, a)), 1)
    assert np.allclose(cosines(a, b), cosines(b, a).T)


def test_cosines_of_codes_are_near_those_of_the_vectors() -> None:
    plain = vectors(40, 512)
    mixed = plain[:20] + plain[20:]
    mixed /= np.linalg.norm(mixed, axis=1, keepdims=True)
    found = np.diag(cosines(coded(mixed), coded(plain[:20])))
    assert np.abs(found - (mixed * plain[:20]).sum(1)).max() < 0.12


def test_neighbours_taken_as_one_are_near_what_both_say() -> None:
    plain = vectors(2, 512)
    whole = coded((plain[:1] + plain[1:]) / np.linalg.norm(plain.sum(0)))
    found = all_cosines(coded(plain), whole)
    assert found.two_to_one[0, 0] > found.alone.max() + 0.1
    assert (found.one_to_two.shape, found.two_to_two.shape) == ((2, 0), (1, 0))


def test_cosines_of_neighbours_are_those_of_the_sums_of_their_levels() -> None:
    a, b = coded(vectors(5, seed=8)), coded(vectors(4, seed=9))
    one, two = levels(a).astype(float), levels(b).astype(float)
    pairs, others = one[:-1] + one[1:], two[:-1] + two[1:]
    found = all_cosines(a, b)
    for table, x, y in (
        (found.alone, one, two),
        (found.two_to_one, pairs, two),
        (found.one_to_two, one, others),
        (found.two_to_two, pairs, others),
    ):
        expected = x @ y.T / np.sqrt(np.outer((x**2).sum(1), (y**2).sum(1)))
        assert np.allclose(table, expected, atol=1e-12)
    nothing = all_cosines(a[:0], b)
    assert (nothing.alone.shape, nothing.two_to_one.shape) == ((0, 4), (0, 4))


def test_both_worlds_compare_alike() -> None:
    a, b = coded(vectors(3)), coded(vectors(4, seed=5))
    both(COMPARING, "products", a, b, np.zeros((3, 4), np.int64))


@given(st.integers(0, 2**32), st.integers(1, 6))
def test_nearest_keeps_those_with_the_fewest_unlike_signs_in_any_portions(seed: int, kept: int) -> None:
    from provenance.meaning.kernels import comparing

    random = np.random.default_rng(seed)
    signs = random.integers(0, 4, (30, 2), dtype=np.uint64)  # few values, so that there are ties
    asked = random.integers(0, 4, (2, 2), dtype=np.uint64)
    distances, places = np.full((2, kept), 1 << 20, np.int32), np.full((2, kept), -1, np.int64)
    for start in range(0, 30, 7):
        comparing.nearest(asked, signs[start : start + 7], start, distances, places)
    for row, found, at in zip(asked, distances, places, strict=True):
        unlike = [sum(int(one ^ other).bit_count() for one, other in zip(row, each, strict=True)) for each in signs]
        expected = sorted(zip(unlike, range(30), strict=True))[:kept]
        assert sorted(zip(found.tolist(), at.tolist(), strict=True)) == expected


def test_both_worlds_find_the_same_nearest() -> None:
    signs = signs_of(coded(vectors(20)))
    asked = signs_of(coded(vectors(3, seed=7)))
    both(COMPARING, "nearest", asked, signs, 100, np.full((3, 4), 999, np.int32), np.full((3, 4), -1, np.int64))


def test_a_table_of_the_wrong_type_is_named() -> None:
    from provenance.meaning.kernels import comparing

    with pytest.raises(TypeError, match="table"):
        comparing.products(coded(vectors(1)), coded(vectors(1)), np.zeros((1, 1), np.float32))
