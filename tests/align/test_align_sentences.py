"""What a text's sentences are to the sentence pass."""

import re

import numpy as np
import pytest

from provenance.align.correspondence import held_sentences
from provenance.align.sides import prepare
from provenance.model import Span
from provenance.text.normalisation import stem


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Arden hall burned. Arden wept.", {"arden"}),
        ("Water rose. The Water Office knew of the water.", {"offic"}),
        ("Arden wept.", set()),  # a sentence begins with a capital
    ],
)
def test_names_stand_inside_a_sentence_and_never_in_lower_case(text, names):
    side = prepare(text, Span(0, len(text)))
    stems = {int(hashed): stem(span) for hashed, span in zip(side.word_stems, re.findall(r"\w+", text), strict=True)}
    assert {stems[int(each)] for each in side.units.stems[side.units.names]} == names


def test_held_sentences_lie_mostly_inside():
    words = np.array([0, 4, 6, 9])
    starts, ends = np.array([2, 1]), np.array([6, 9])
    assert held_sentences(words, starts[:1], ends[:1]).tolist() == [False, True, False]
    assert held_sentences(words, starts, ends).tolist() == [True, True, True]
    assert held_sentences(words, starts[:0], ends[:0]).tolist() == [False, False, False]
