"""Borders that a reader would draw, in whole alignments; what is new on one side stands in ⟦ ⟧."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.align import align, prepare
from provenance.align.borders import span_of_words
from provenance.align.comparison import TELLING
from provenance.align.matches import drawn_passages
from provenance.align.new_text import CHANCE, LEAST_INFORMATION, NEW_TEXT, of_shared_sentences, wide_gaps
from provenance.align.tightening import ENTRANCE, STRAY, WIDEST, shared_clauses, whole_sentences
from provenance.config.align import profile
from provenance.model import Span
from provenance.text.tokens import COMMA, LINE, NONE, SENTENCE

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
    # Common words of a new sentence stand in the copied ones as well: they make it no part of the copy.
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
    spans = [span_of_words(a, *places[:2]) for places in drawn.ranges.tolist()]
    assert sorted(span.of(one) for span in spans) == [FRUIT, COPY]
    assert drawn.scores.tolist() == [1, 1]


def test_paragraphs_in_reverse_order_are_found_without_end():
    words = [f"{chr(97 + number % 26)}{chr(97 + number // 26 % 26)}{number}" for number in range(2000)]
    paragraphs = [" ".join(words[start : start + 20]).capitalize() + "." for start in range(0, 2000, 20)]
    one, other = "\n".join(paragraphs), "\n".join(reversed(paragraphs))
    covered = {place for match in found(one, other) for place in range(*match.a)}
    assert len(covered) > 0.9 * len(one)


WORDS = st.lists(
    st.tuples(
        st.sampled_from([NONE, COMMA, LINE, SENTENCE]), st.sampled_from([0.5, 4.0]), st.sampled_from([0, 0, 1, 2])
    ),
    min_size=1,
    max_size=30,
)  # each: what follows, its rarity, and whether it is shared: in order, or moved


def arrays(words, start, end):
    """Borders, rarities, and the places inside the range that are shared in order and moved."""
    borders, rarities = np.array([word[0] for word in words], np.uint8), np.array([word[1] for word in words])
    places = [[place for place in range(start, end) if words[place][2] == how] for how in (1, 2)]
    return borders, rarities, *(np.array(each, np.int64) for each in places)


def drawn_range(words, data):
    start = data.draw(st.integers(0, len(words) - 1))
    return start, data.draw(st.integers(start + 1, len(words)))


@given(WORDS, st.data())
def test_sentences_of_shared_words_are_kept(words, data):
    start, end = drawn_range(words, data)
    borders, rarities, places, moved = arrays(words, start, end)
    shared = {*places.tolist(), *moved.tolist()}
    sentences, first = [], start
    for place in range(start, end):
        if borders[place] >= LINE or place == end - 1:
            sentences.append(range(first, place + 1))
            first = place + 1

    def is_kept(sentence):
        told, whole = (
            sum(rarities[word] + LEAST_INFORMATION for word in sentence if word in chosen)
            for chosen in (shared, {*sentence})
        )
        return len(sentences) == 1 or told / whole > CHANCE

    expected = [is_kept(sentence) for place in places.tolist() for sentence in sentences if place in sentence]
    assert of_shared_sentences(borders, rarities, start, end, places, moved).tolist() == expected


@given(WORDS, st.data())
def test_shared_clauses_reach_from_the_first_shared_word_to_the_last(words, data):
    start, end = drawn_range(words, data)
    borders, rarities, in_order, moved = arrays(words, start, end)
    openings = np.array([data.draw(st.booleans()) for _ in words])
    places = sorted({*in_order.tolist(), *moved.tolist()})
    stray = {place for place in places if place in moved or rarities[place] <= TELLING}
    while len(places) > 1 and places[0] in stray and places[1] - places[0] > STRAY:
        places.pop(0)
    while len(places) > 1 and places[-1] in stray and places[-1] - places[-2] > STRAY:
        places.pop()
    found = shared_clauses(borders, rarities, openings, start, end, in_order, moved)
    if not places:
        assert found == (start, start)
        return
    clause = max((word for word in range(start, places[0] + 1) if openings[word]), default=start)
    sentence = max((word for word in range(start, clause + 1) if word and borders[word - 1] >= LINE), default=start)
    first = sentence if clause - sentence <= ENTRANCE else clause
    last = min((word for word in range(places[-1] + 1, end) if openings[word]), default=end)
    assert found == (first, last)


@given(WORDS, st.data())
def test_a_range_is_widened_to_sentences_that_are_near(words, data):
    start, end = drawn_range(words, data)
    borders = arrays(words, start, end)[0]
    begin = max(word for word in range(start + 1) if word == 0 or borders[word - 1] >= LINE)
    finish = min(word for word in range(end, len(words) + 1) if word == len(words) or borders[word - 1] >= LINE)
    assert whole_sentences(borders, start, end) == (begin, finish)


@given(st.lists(st.tuples(st.integers(1, 2 * NEW_TEXT), st.integers(1, 2 * NEW_TEXT)), max_size=8))
def test_wide_gaps_are_wider_than_new_text_on_either_side(steps):
    a, b = (np.cumsum([0, *(step[side] for step in steps)]) for side in range(2))
    assert wide_gaps(a, b).tolist() == [place for place, step in enumerate(steps) if max(step) > NEW_TEXT]


def test_a_sentence_too_long_is_no_reason_to_widen():
    borders = np.zeros(3 * WIDEST, np.uint8)
    assert whole_sentences(borders, WIDEST + 1, 2 * WIDEST - 1) == (WIDEST + 1, 2 * WIDEST - 1)
    assert whole_sentences(borders, WIDEST, 2 * WIDEST) == (0, 3 * WIDEST)
