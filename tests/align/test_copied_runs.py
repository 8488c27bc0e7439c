"""Eight words in a row inside another text are found; set phrases, titles and notices are not."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.align import align, prepare
from provenance.align.kernels.exact import shared_runs
from provenance.align.short_copies import equal_runs
from provenance.config.align import profile
from provenance.model import Span
from provenance.text.tokens import tokenise
from tests.conftest import CORPUS

NEWS = profile("news")
SHINGLE = 8  # words, as in the kernel
LONG = next(CORPUS.rglob("ferry-strike-herald.*")).read_text("utf-8")
OTHER = next(CORPUS.rglob("dam-inspection-ledger.*")).read_text("utf-8")
RUNS = [
    "nobody oiled the hinges of the sluice since autumn",
    "buckets and a lantern were missing from the boathouse",
    "that seven herons nest below the weir and eat eels",
]


def side(text):
    return prepare(text, Span(0, len(text)))


def found(a, b, settings=NEWS):
    return [(match.a.of(a), match.b.of(b)) for match in align(side(a), side(b), settings)]


def inside(run, text, at):
    """The text with a run of words in the middle of one of its sentences."""
    end = int(tokenise(text).ends[at])
    return f"{text[:end]} {run}{text[end:]}"


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("at", [33, 111, 222])
def test_a_run_inside_another_text_is_found(run, at):
    assert found(OTHER, LONG) == []
    a, b = inside(run, LONG, at), inside(run, OTHER, at + 40)
    (passage,) = found(a, b)
    assert run in passage[0]
    assert run in passage[1]
    assert found(b, a) == [passage[::-1]]


@pytest.mark.parametrize(
    "phrase",
    [
        "at the end of the day it is what it is",
        "Senate Minority Leader Chuck Schumer of New York said",
        "a member of the Senate Armed Services Committee",
        "for the State Children's Health Insurance Program",
        "on the other hand it has to be said that",
        "Intelligence Reform and Terrorism Prevention Act of 2004",
        "Senator Chuck Schumer of New York, the Democratic leader",
        "the House and Senate versions of the bill",
        "is a senior member of the Senate Appropriations Committee",
        "the chairman of the Joint Chiefs of Staff",
        "thank you for your service to our country",
        "was passed by the House of Representatives earlier this year",
        "I will continue to fight to make sure that",
        "of the U.S. Department of Health and Human Services",
    ],
)
def test_set_phrases_titles_and_notices_are_not(phrase):
    assert found(inside(phrase, LONG, 111), inside(phrase, OTHER, 150)) == []


@pytest.mark.parametrize(
    "run",
    [
        "residents of Robertsville and the Robertsville Volunteer Fire Department said",
        "America's Young People. Democrats are fighting to",
        "letter with Senate Sewage and Public Gardens Chairman Ottokar Brandt",
        "the Harrow Lane Bowls Club, the Tern Road Allotments and Ms Achterberg",
    ],
)
def test_names_with_words_between_them_are_a_run(run):
    assert any(run in one for one, _ in found(inside(run, LONG, 111), inside(run, OTHER, 150)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "I look forward to working with my colleagues in Congress to keep the ferries running in winter.",
            "We look forward to working with my colleagues and those who put so much time into the dam.",
        ),
        ("The full text of the letter is below:", "The text of the letters is below:"),
        ("The text of the letter follows", "The full text of the letter follows"),
        (
            "Members of the House and Senate will meet in a conference committee to work out the differences.",
            "It goes to a conference committee to iron out the differences between the House and Senate versions.",
        ),
        (
            "Thank you for your attention to this matter.",
            "Thank you for your attention to this matter, which weighs on all who live below the dam.",
        ),
    ],
)
def test_sentences_that_share_little_but_a_set_phrase_are_no_passage(one, other):
    a, b = (f"{text}\n\n{sentence}" for text, sentence in ((LONG, one), (OTHER, other)))
    assert found(a, b) == []
    assert found(b, a) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The emergency number 112 could not be reached for about three hours, callers say.",
            "For some three hours the 112 emergency line could not be reached.",
        ),
        (
            "Clearmount has until the end of 2034 to replace 9,400 lead service lines.",
            "Clearmount must replace 9,400 lead service lines by the end of 2034.",
        ),
    ],
)
def test_numbers_that_both_have_are_facts_beside_a_set_phrase(one, other):
    a, b = (f"{text}\n\n{sentence}" for text, sentence in ((LONG, one), (OTHER, other)))
    assert found(a, b)


def test_a_sentence_with_a_set_phrase_and_more_is_a_passage():
    sentence = "I look forward to working with my colleagues to oil the hinges of every sluice before autumn."
    ((one, other),) = found(f"{LONG}\n\n{sentence}", f"{OTHER}\n\n{sentence}")
    assert one == other == sentence


@pytest.mark.parametrize(
    "notice",
    [
        "The company did not immediately respond to a request for comment.",
        "For more information please contact the press office on 020 7946 0000.",
    ],
)
def test_a_notice_of_one_sentence_is_no_passage(notice):
    one, other = (text.replace(".\n\n", f". {notice}\n\n", 1) for text in (LONG, OTHER))
    assert notice in one
    assert notice in other
    assert found(one, other) == []


def test_a_run_across_the_end_of_a_sentence_is_one_passage():
    run = "lit by one lantern. The sluice keeper had gone home at noon with his ladder"
    pieces = found(inside(run, LONG, 111), inside(run, OTHER, 150))
    assert sum(len(one) for one, _ in pieces) >= len(run) - 2


ACROSS = [  # what the other text has before the run, the run, and after it
    ("The pass had been", "released after two days of talks. The pass was shut in 2018 when nine soldiers", "died."),
    (
        "A buyer is said",
        "to have offered a quarter of a million pounds. The council, which funds the museum",
        "waits.",
    ),
    ("All is about", "typical emergency admission. Singers could also walk 38 metres further", "in six minutes."),
    ("A clerk", "came to light by chance. Colleen Vardy, a retired electrician", "found the box, he said."),
]


@pytest.mark.parametrize(("before", "run", "after"), ACROSS)
@pytest.mark.parametrize("at", [33, 111, 222])
def test_a_run_across_the_end_of_a_sentence_goes_on_where_one_of_both_is_found(before, run, after, at):
    """One of both sentences is alike as a whole, with words of its own beside the run; the other is not."""
    a, b = inside(run, LONG, at), f"{OTHER}\n\n{before} {run} {after}"
    for one, other in ((a, b), (b, a)):
        start = one.index(run)
        held = {
            place
            for match in align(side(one), side(other), NEWS)
            for place in range(max(match.a.start, start), min(match.a.end, start + len(run)))
        }
        assert len(held) >= len(run) - 2, found(one, other)


def test_a_run_beside_a_passage_of_other_places_stays_apart():
    """The run's last words are in a passage with another part of the other text: nothing is joined across that."""
    first, second = RUNS[0].capitalize(), RUNS[1].capitalize()
    a = f"{first}. {second}."
    b = f"{second}. {' '.join(OTHER.split()[:80])}. {first}. {second}."
    for mine, theirs in found(a, b):
        assert len(mine.split()) - len(theirs.split()) in range(-2, 3), (mine, theirs)


def test_seven_words_are_too_few_and_no_other_pass_finds_all():
    run = RUNS[0]
    seven = " ".join(run.split()[2:])
    assert found(inside(seven, LONG, 111), inside(seven, OTHER, 150)) == []
    without = replace(NEWS, runs=None)
    places = [(run, at) for run in RUNS for at in range(20, 240, 20)]
    assert not all(found(inside(run, LONG, at), inside(run, OTHER, 150), without) for run, at in places)
    assert all(found(inside(run, LONG, at), inside(run, OTHER, 150)) for run, at in places)


def test_whole_copies_are_as_without_the_pass():
    half = LONG[: len(LONG) // 2]
    assert found(half, LONG) == found(half, LONG, replace(NEWS, runs=None))


@given(st.integers(0, 10_000))
def test_shared_runs_are_the_widest_equal_stretches(seed):
    chosen = random.Random(seed)
    a = [chosen.randrange(1, 400) for _ in range(chosen.randrange(60))]
    b = [chosen.randrange(400, 900) for _ in range(chosen.randrange(60))]
    for _ in range(chosen.randrange(3)):
        start = chosen.randrange(len(a) + 1)
        place = chosen.randrange(len(b) + 1)
        b[place:place] = a[start : start + chosen.randrange(14)]
    words = [np.array(each, np.uint64) * np.uint64(0xD6E8FEB86659FD93) for each in (a, b)]
    once = {tuple(b[i : i + SHINGLE]) for i in range(len(b)) if [*_places(b, b[i : i + SHINGLE])] == [i]}
    expected = {
        run for run in equal_runs(*words, SHINGLE)
        if any(tuple(b[i : i + SHINGLE]) in once for i in range(run[2], run[3] - SHINGLE + 1))
    }  # fmt: skip
    assert {tuple(run) for run in np.asarray(shared_runs(*words)).tolist()} == expected


def _places(words, part):
    return (i for i in range(len(words)) if words[i : i + len(part)] == part)
