"""What is boilerplate and what is a copied story or a much used quotation."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config.fingerprint import BoilerplateSettings, FingerprintSettings
from provenance.fingerprint.boilerplate import Holder, recognise, segments, unlike
from provenance.fingerprint.minhash import signature_values
from provenance.text.tokens import tokenise

SETTINGS = BoilerplateSettings()
DAY = 86_400.0


def holder(number: int, publisher: str = "gazette", day: float | None = None, story: int | None = None) -> Holder:
    """An article of its own, or a copy of a `story` (all copies of one story have equal signatures)."""
    seed = 1000 + number if story is None else story
    values = np.random.default_rng(seed).integers(0, 2**32, 128, dtype=np.uint32)
    return Holder(publisher, None if day is None else day * DAY, values)


def judge(lengths: list[int], held: dict[int, list[Holder]], own: Holder) -> list[bool]:
    known: dict[int, Holder] = {}
    lists: list[list[int]] = [[] for _ in lengths]
    for place, holders in held.items():
        for one in holders:
            number = next((n for n, other in known.items() if other is one), len(known))
            known[number] = one
            lists[place].append(number)
    return recognise(lengths, lists, known, own, SETTINGS)


def test_a_footer_of_one_house_is_boilerplate() -> None:
    others = [holder(n) for n in range(5)]
    assert judge([20, 25, 6], {2: others}, holder(99)) == [False, False, True]
    assert judge([6, 25, 20], {0: others}, holder(99)) == [True, False, False]


def test_lines_of_a_footer_follow_each_other_over_one_short_line() -> None:
    others = [holder(n) for n in range(5)]
    assert judge([20, 9, 4, 9], {1: others, 3: others}, holder(99)) == [False, True, False, True]
    assert judge([20, 9, 14, 9], {1: others, 3: others}, holder(99)) == [False, False, False, True]


def test_a_background_paragraph_in_the_middle_is_none() -> None:
    assert not any(judge([20, 25, 20], {1: [holder(n) for n in range(9)]}, holder(99)))


def test_a_wire_story_that_many_ran_is_none() -> None:
    copies = [holder(n, f"paper {n}", n, story=5) for n in range(30)]
    assert not any(judge([20] * 4, dict.fromkeys(range(4), copies), holder(99, "gazette", 3, story=5)))
    house = [holder(n, "gazette", n, story=5) for n in range(30)]
    assert not any(judge([20] * 4, dict.fromkeys(range(4), house), holder(99, "gazette", 3, story=5)))


def test_a_quotation_that_everybody_used_within_days_is_none() -> None:
    users = [holder(n, f"paper {n}", n / 10) for n in range(30)]
    assert not any(judge([20, 20, 20], {1: users}, holder(99, "gazette", 1)))


def test_a_formula_that_everybody_uses_for_ever_is_boilerplate_wherever_it_stands() -> None:
    users = [holder(n, f"paper {n}", 10 * n) for n in range(12)]
    assert judge([20, 8, 20], {1: users}, holder(99, "gazette", 1)) == [False, True, False]


def test_a_background_paragraph_that_one_house_repeats_for_ever_is_none() -> None:
    users = [holder(n, "gazette", 10 * n) for n in range(12)]
    assert not any(judge([20, 12, 20], {1: users}, holder(99, "gazette", 1)))


def test_a_piece_of_a_sentence_is_no_formula() -> None:
    users = [holder(n, f"paper {n}", 10 * n) for n in range(12)]
    assert not any(judge([20, 4, 20], {1: users}, holder(99, "gazette", 1)))


@pytest.mark.parametrize(("count", "expected"), [(4, False), (5, True)])
def test_without_publishers_more_holders_are_needed(count: int, expected: bool) -> None:
    others = [holder(n, "") for n in range(count)]
    assert judge([20, 8], {1: others}, holder(99, "")) == [False, expected]


def test_few_holders_or_none_are_never_boilerplate() -> None:
    assert judge([], {}, holder(99)) == []
    assert judge([5], {0: [holder(1), holder(2)]}, holder(99)) == [False]
    assert judge([5], {0: [holder(n, "other") for n in range(9)]}, holder(99)) == [False]


def test_segments_are_lines_and_sentences_of_three_words_or_more() -> None:
    text = "By Ann\nThe ferry sank on Monday. Nobody was hurt!\n\nRead more: ferries in the north"
    words = tokenise(text)
    cut = segments(words)
    assert [text[words.starts[a] : words.ends[b - 1]] for a, b in zip(cut.starts, cut.ends, strict=True)] == [
        "The ferry sank on Monday",
        "Nobody was hurt",
        "Read more: ferries in the north",
    ]
    again = segments(tokenise("Other words here. NOBODY was hurt."))
    assert again.hashes[1] == cut.hashes[1]
    assert len(segments(tokenise(""))) == 0


def test_signatures_of_edited_copies_count_as_alike() -> None:
    words = [f"word{n}" for n in range(300)]
    values = [
        signature_values(tokenise(" ".join(part)), FingerprintSettings())
        for part in (words, words[:200], [*words[:150], *(f"other{n}" for n in range(100))])
    ]
    copies = [replace(holder(n), values=values[n % 3]) for n in range(12)]
    assert not any(judge([20, 20], {1: copies}, replace(holder(99), values=values[0])))


def unlike_slowly(signatures: np.ndarray, alike: float) -> list[bool]:
    kept: list[np.ndarray] = []
    answers = []
    for row in signatures:
        answers.append(all(float((row == other).mean()) < alike for other in kept))
        if answers[-1]:
            kept.append(row)
    return answers


@given(
    st.lists(st.lists(st.integers(0, 2), min_size=8, max_size=8), min_size=1, max_size=12),
    st.sampled_from([0.25, 0.5]),
)
def test_unlike_agrees_with_the_oracle(rows: list[list[int]], alike: float) -> None:
    signatures = np.array(rows, np.uint32)
    assert unlike(signatures, alike).tolist() == unlike_slowly(signatures, alike)


def test_the_order_in_which_holders_were_archived_does_not_matter() -> None:
    """Of copies of one story the one that was published first counts; it used to be the one that was archived first,
    so that the same articles had other links after one of them was removed and added again."""
    mine = [holder(n, "gazette", 30 * n) for n in range(SETTINGS.house - 2)]
    copies = [holder(7, "gazette", 90, story=5), holder(8, "herald", 91, story=5)]
    own = holder(99, "gazette", 50)
    answers = [judge([20, 9], {1: list(order)}, own) for order in permutations([*mine, *copies])]
    assert answers == [[False, True]] * len(answers)


def test_a_notice_that_outlets_go_on_using_is_boilerplate_though_it_makes_stubs_alike() -> None:
    users = [holder(n, f"paper {n}", 9 * n, story=5) for n in range(12)]
    own = holder(99, "gazette", 1, story=5)
    assert judge([9, 20, 30], {1: users, 2: users}, own) == [False, True, True]
    assert not any(judge([9, 60, 70], {1: users, 2: users}, own)), "no notice is as long"
    assert not any(judge([20, 30], {0: users, 1: users}, own)), "nothing else is there that it could follow"
    assert not any(judge([20, 30, 9], {0: users, 1: users}, own)), "a story goes on after it"
    assert not any(judge([9, 20], {1: users[:8]}, own)), "too few have it"


def test_one_late_reprint_makes_no_notice_of_a_story() -> None:
    users = [holder(n, f"paper {n}", n / 10, story=5) for n in range(14)]
    late = [*users, *(holder(50 + n, f"weekly {n}", 90, story=5) for n in range(3))]
    assert not any(judge([9, 20, 30], {1: late, 2: late}, holder(99, "gazette", 1, story=5)))
