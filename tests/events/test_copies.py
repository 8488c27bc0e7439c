"""Copies of one text count as one report: what they share is no more public for being printed again."""

from __future__ import annotations

import numpy as np
import pytest
from articles_apart import taken_apart

from provenance.events.copies import ITSELF, are_copies, counted_once, numbered
from provenance.events.explaining import World, explained

SENTENCES = (
    "A brick kiln beside the Arven canal burst on Friday night and threw tiles over three streets.",
    "The night watchman, Jorun Salte, had raked out the fire at six and gone home to supper.",
    "“I heard the roof go and then it rained tiles on the chapel,” said the ferryman, Odd Bakke.",
    "Eleven houses lost their windows, and the school in Mill Lane stays closed until Tuesday.",
    "The owner had been told in May to mend a crack that ran from the flue to the loading door.",
    "Inspectors of the canal board will measure the walls of the other four kilns next week.",
    "In 1911 a kiln of the same make fell into the canal at Torp, without hurting anybody.",
    "Bricklayers say that the old mortar was mixed with sand from the lower lock.",
    "A fund for the families who cannot sleep at home had 4,200 crowns by Sunday noon.",
    "The mayor, Liv Ronning, wants the kilns moved out of the town before the winter.",
)
OTHER = (
    "Windows broke in Mill Lane on Friday when the Arven kiln burst, and the school is shut until Tuesday. "
    "Odd Bakke, who rows the ferry, said that he “heard the roof go” before tiles fell on the chapel. "
    "The canal board had warned of a crack in May. Liv Ronning, the mayor, would rather have the kilns elsewhere."
)
WHOLE = " ".join(SENTENCES)
CUT = " ".join((*SENTENCES[:6], *SENTENCES[7:]))
HALF = " ".join(SENTENCES[:5])


@pytest.mark.parametrize(
    ("text", "same"),
    [
        (WHOLE, True),
        (CUT, True),
        ("Kiln bursts over Arven\n\n" + WHOLE, True),
        (WHOLE.replace("“", '"').replace("”", '"'), True),
        (WHOLE.replace("Eleven houses", "Twelve houses"), True),
        (" ".join(SENTENCES[1:9]), True),
        (" ".join((*SENTENCES[:7], "Thirty tilers out of Norrvik offered to mend the roofs for nothing.")), False),
        (HALF, False),
        (OTHER, False),
        ("", False),
    ],
)
def test_what_a_copy_is(text: str, same: bool) -> None:
    whole, other = taken_apart(WHOLE), taken_apart(text)
    assert are_copies(whole, other) is same
    assert are_copies(other, whole) is same


def test_two_texts_without_words_are_no_copies() -> None:
    assert not are_copies(taken_apart(""), taken_apart(""))


def test_copies_have_one_number_and_those_of_the_article_none() -> None:
    article, others = taken_apart(OTHER), [taken_apart(text) for text in (HALF, WHOLE, OTHER, CUT, WHOLE)]
    assert numbered(article, others).tolist() == [0, 1, ITSELF, 1, 1]


def test_what_joins_two_copies_joins_their_numbers() -> None:
    """The first lacks too much that the second has; a third is a copy of either."""
    first, second, third = (" ".join(SENTENCES[low:high]) for low, high in ((0, 9), (1, 10), (0, 10)))
    found = numbered(taken_apart(OTHER), [taken_apart(text) for text in (first, second, third)])
    assert found.tolist() == [0, 0, 0]


def test_the_longest_sibling_counts_for_its_text() -> None:
    flags, own = counted_once(np.array([True, True, True, False]), np.array([0, 0, ITSELF, 0]), [10, 12, 30, 40])
    assert flags.tolist() == [False, True, False, False]
    assert own.tolist() == [1, 1, -1, 1]


def test_a_text_of_which_no_sibling_is_there_counts_nowhere() -> None:
    flags, own = counted_once(np.array([True, False, False]), np.array([0, 1, 1]), [5, 5, 5])
    assert flags.tolist() == [True, False, False]
    assert own.tolist() == [0, -1, -1]


@pytest.mark.parametrize("copies", [1, 2, 5])
def test_copies_of_a_source_leave_it_what_it_explains(copies: int) -> None:
    mine, source, third = taken_apart(OTHER), taken_apart(WHOLE), taken_apart(HALF)
    all_three = np.ones(2, bool)
    alone = explained(World(mine, [source, third], all_three, all_three))
    many = np.ones(2 + copies, bool)
    beside = explained(World(mine, [source, third, *[source] * copies], many, many))
    assert (beside[:2] == alone).all()
    assert (beside[2:] == alone[0]).all(), "and each copy explains as much"


def test_a_copy_of_the_article_explains_nothing_away() -> None:
    mine, source, third = taken_apart(OTHER), taken_apart(WHOLE), taken_apart(HALF)
    alone = explained(World(mine, [source, third], np.ones(2, bool), np.ones(2, bool)))
    beside = explained(World(mine, [source, third, mine], np.ones(3, bool), np.ones(3, bool)))
    assert (beside[:2] == alone).all()
