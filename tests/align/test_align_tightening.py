"""Borders that a reader would draw, in whole alignments; what is new on one side is in ⟦ ⟧."""

import re

import numpy as np
import pytest

from provenance.align import align, prepare
from provenance.align.kernels.matches import drawn_passages
from provenance.align.matches import span_of_words
from provenance.config.align import profile
from provenance.model import Span

OPENING = (
    "The council of Arden voted on Monday to close the swimming hall by the river, which has leaked since the flood "
    "of 1987."
)
WARNING = "Engineers had warned the members twice that the roof might not bear another winter of snow."
BUS = (
    "A school class that swam there every Thursday will take a bus to Brenn, forty minutes each way, for lessons "
    "that used to cost nothing at all."
)
COPY = f"{OPENING} {WARNING} {BUS}"
FRUIT = (
    "Apple growers in the Tessel valley expect the smallest crop for twenty years after frost in the first week of "
    "May killed the blossom on the lower slopes. Cider makers have begun to buy fruit from abroad, and one of them, "
    "the Holm press, says that it will bottle nothing under its own name this autumn."
)
CLOCKS = (
    "Two clocks that vanished from the museum of Ostrava in the last days of the war have come home in a cardboard "
    "box. A retired tram driver found them in his aunt's attic and recognised the smaller one from a photograph."
)

NEW = [
    # Common words of a new sentence are in the copied ones as well: they make it no part of the copy.
    f"{OPENING} ⟦It was the first time in the life of that town that so many had come to hear it.⟧ {WARNING} {BUS}",
    # The rest of a sentence is new, with its attribution.
    f"{OPENING} {WARNING[:-1]}⟦, a point that nobody else in the chamber wished to take up, Ida Krog said.⟧ {BUS}",
    # Two new sentences, one of them short.
    f"{OPENING} {WARNING} ⟦Nobody clapped. One man shouted that his twins were learning to dive.⟧ {BUS}",
]


def found(one, other):
    return align(*(prepare(text, Span(0, len(text))) for text in (one, other)), profile("news"))


@pytest.mark.parametrize("drawn", NEW)
def test_new_text_inside_a_copy_is_left_out(drawn):
    new = re.search("⟦(.*)⟧", drawn).group(1)
    one, other = f"{COPY}\n\n{FRUIT}", f"{CLOCKS}\n\n{drawn.replace('⟦', '').replace('⟧', '')}"
    covered = "".join(other[place] for match in found(one, other) for place in range(*match.b))
    assert new.strip(", ") not in covered
    assert set(re.findall(r"\w+", covered)) >= set(re.findall(r"\w+", COPY))


def test_words_put_into_a_sentence_do_not_split_it():
    edited = COPY.replace("on Monday", "on Monday evening, in a hall that was far too small for the crowd,")
    matches = found(f"{COPY}\n\n{FRUIT}", f"{CLOCKS}\n\n{edited}")
    assert [(match.kind, match.a) for match in matches] == [("edited", Span(0, len(COPY)))]


def test_paragraphs_that_changed_places_are_passages_of_their_own():
    one, other = f"{FRUIT}\n\n{COPY}", f"{COPY}\n\n{CLOCKS}\n\n{FRUIT}"
    a, b = (prepare(text, Span(0, len(text))) for text in (one, other))
    drawn = drawn_passages(a.words, b.words, np.array([[0, len(a.tokens), 0, len(b.tokens)]]), 1, True)
    spans = [span_of_words(a, *places[:2]) for places in drawn.rows[:, 2:].tolist()]
    assert sorted(span.of(one) for span in spans) == [FRUIT, COPY]
    assert drawn.scores.tolist() == [1, 1]


def test_paragraphs_in_reverse_order_are_found_without_end():
    words = [f"{chr(97 + number % 26)}{chr(97 + number // 26 % 26)}{number}" for number in range(2000)]
    paragraphs = [" ".join(words[start : start + 20]).capitalize() + "." for start in range(0, 2000, 20)]
    one, other = "\n".join(paragraphs), "\n".join(reversed(paragraphs))
    covered = {place for match in found(one, other) for place in range(*match.a)}
    assert len(covered) > 0.9 * len(one)
