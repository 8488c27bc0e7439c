"""Texts of a few sentences: what one has word for word from another is found, set phrases are not."""

import json
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.align import align, prepare
from provenance.align.short_copies import equal_runs
from provenance.config.align import profile
from provenance.model import Span
from provenance.text.tokens import tokenise
from tests.conftest import CORPUS

NEWS = profile("news")
LONG = next(CORPUS.rglob("ferry-strike-herald.*")).read_text("utf-8")
SENTENCES = [
    "The heron left its nest above the weir.",
    "Nobody had oiled the hinges of the sluice since autumn.",
    "A ladder, two buckets and a lantern were missing from the boathouse.",
]


def passages(a, b, settings=NEWS):
    sides = [prepare(text, Span(0, len(text))) for text in (a, b)]
    return [(match.a.of(a), match.b.of(b), match.kind) for match in align(*sides, settings)]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_lone_sentence_is_found_in_a_short_text(sentence):
    other = f"Good morning to all. {sentence} We shall see tomorrow."
    assert passages(sentence, other) == [(sentence, sentence, "verbatim")]
    assert passages(other, sentence) == [(sentence, sentence, "verbatim")]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_lone_sentence_is_found_in_a_long_text(sentence):
    paragraphs = LONG.split("\n\n")
    for place in (1, len(paragraphs) // 2, len(paragraphs)):
        other = "\n\n".join([*paragraphs[:place], sentence, *paragraphs[place:]])
        assert [found[:2] for found in passages(sentence, other)] == [(sentence, sentence)]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_two_short_texts_with_one_sentence_in_common(sentence):
    one = f"It rained. The market was moved indoors on account of it. {sentence} So it goes."
    other = f"My diary for May is short. {sentence} I found out at noon, from my aunt."
    assert passages(one, other) == [(sentence, sentence, "verbatim")]


def test_a_sentence_inside_a_longer_one_is_found():
    sentence = "nobody had oiled the hinges of the sluice since autumn"
    (found,) = passages(sentence, f"According to the keeper, {sentence}, which he regrets.")
    assert found[0] == sentence


@pytest.mark.parametrize(
    "phrase",
    [
        "For more information please contact the press office.",
        "For more information, please contact the press office on 020 7946 0000.",
        "Please contact Jane Miller at the press office for further information.",
        "Follow us on Twitter and Facebook for the latest updates and news.",
        "Sign up for our newsletter to get the latest updates in your inbox.",
        "The company did not immediately respond to a request for comment.",
        "At the end of the day it is what it is.",
    ],
)
def test_a_set_phrase_is_no_copy(phrase):
    assert passages(f"The weir is shut. {phrase} It snowed.", f"Our choir sings. {phrase} Bring cake along.") == []


def test_texts_of_a_form_that_differ_in_their_facts_are_different():
    roads = [
        "Lane Road 2201 (LR 2201) lies in Tarn Parish.",
        "Lane Road 2202 (LR 2202) lies in Tarn Parish.",
        "Lane Road 2217 (LR 2217) lies in North Tarn Parish.",
    ]
    scores = ["Westmark 3, Calder 1", "Westmark 1, Calder 3"]
    for texts in (roads, scores):
        assert all(passages(a, b) == [] for a in texts for b in texts if a != b)


@pytest.mark.parametrize("text", ["cat", "Cat!", "two words", "Nine ducks on the pond.", SENTENCES[0]])
def test_texts_with_equal_words_are_copies_however_short(text):
    assert [found[:2] for found in passages(text, text)] == [(text, text)]


@pytest.mark.parametrize("pair", [("cat", "dog"), ("cat", "cat dog"), (".", "."), ("👍", "👍"), ("", "")])
def test_texts_without_enough_in_common_share_nothing(pair):
    assert passages(*pair) == []


def test_the_profile_of_pan_is_as_it_was():
    assert profile("pan").short is profile("pan").runs is None
    assert passages(SENTENCES[0], f"Oh. {SENTENCES[0]} Oh.", replace(NEWS, short=None, runs=None)) == []


@given(st.lists(st.integers(0, 3), max_size=30), st.lists(st.integers(0, 3), max_size=30))
def test_runs_are_the_widest_equal_stretches(a, b):
    import numpy as np

    found = equal_runs(np.array(a, np.uint64), np.array(b, np.uint64), 3)
    expected = set()
    for i in range(len(a)):
        for j in range(len(b)):
            if i and j and a[i - 1] == b[j - 1]:
                continue
            size = 0
            while i + size < len(a) and j + size < len(b) and a[i + size] == b[j + size]:
                size += 1
            if size >= 3:
                expected.add((i, i + size, j, j + size))
    assert found == expected


def test_unrelated_short_texts_stay_silent():
    """Lone sentences of the corpus beside articles on other subjects."""
    draw = random.Random(4)
    articles = {path.stem: path.read_text("utf-8", "replace") for path in (CORPUS / "articles").rglob("*.txt")}
    names = sorted(articles)
    rows = map(json.loads, (CORPUS / "gold.jsonl").read_text("utf-8").splitlines())
    linked = {frozenset((row["a"], row["b"])) for row in rows}
    silent = 0
    while silent < 100:
        one, other = draw.sample(names, 2)
        lines = [part for part in articles[one].split(". ") if len(tokenise(part)) >= 8 and "\n" not in part]
        if one.split("-")[:2] != other.split("-")[:2] and lines and {one, other} not in linked:
            sentence = draw.choice(lines)
            assert sentence in articles[other] or passages(sentence, articles[other]) == []
            silent += 1
