"""Which sentence pairs are accepted: what passages cover, what is near, what keeps its order."""

from dataclasses import fields, replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_twins import Record, both, plain, same

from provenance.align import prepare
from provenance.align.prepared_text import NAME
from provenance.config.align import SentenceSettings
from provenance.model import Span
from provenance.text.sentences import sentences
from provenance.text.tokens import CAPITALISED

KERNELS = "provenance.align.kernels.pairing"
pairing = plain(KERNELS)
sentence_kernels = plain("provenance.align.kernels.sentences")
likeness = plain("provenance.align.kernels.likeness")

NO_PASSAGES = np.empty((0, 4), np.int64)
SETTINGS = SentenceSettings()


def pairing_settings(**settings):
    return pairing.PairingSettings(*(getattr(replace(SETTINGS, **settings), each.name) for each in fields(SETTINGS)))


def pairs_of(*rows):
    """Pairs from rows (sentence of A, of B, strength)."""
    a, b, strength = zip(*rows, strict=True) if rows else ((), (), ())
    alike = np.full(len(rows), 0.5)
    strength = np.array(strength, float)
    return likeness.Pairs(np.array(a, np.int64), np.array(b, np.int64), alike, strength / alike, strength)


def near(candidates, strong, places):
    """Which candidates are accepted, the first so many of them being strong."""
    pairs, accepted = pairs_of(*candidates), np.arange(len(candidates)) < strong
    places = np.array(places, np.int64).reshape(-1, 2)
    return [candidates[place][:2] for place in pairing.with_neighbours(pairs, accepted, places, pairing_settings())]


def test_a_pair_next_to_a_strong_one_is_accepted_and_one_far_away_is_not():
    candidates = [(10, 20, 9.0), (11, 21, 5.0), (12, 18, 5.0), (13, 20, 5.0), (11, 40, 5.0), (9, 19, 1.0)]
    assert near(candidates, 1, []) == [(10, 20), (11, 21), (12, 18)]


def test_a_weaker_pair_is_accepted_right_before_or_right_after_a_strong_one():
    candidates = [(10, 20, 9.0), (9, 19, 3.0), (11, 21, 3.0), (11, 19, 3.0), (12, 22, 3.0)]
    assert near(candidates, 1, []) == [(10, 20), (9, 19), (11, 21)]


def test_a_pair_next_to_a_passage_is_accepted():
    assert near([(4, 4, 5.0), (9, 9, 5.0)], 0, [(5, 3)]) == [(4, 4)]


ROWS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(1, 6)), min_size=1, max_size=12)


@given(ROWS, st.integers(0, 3), st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=3))
def test_support_is_near_in_both_texts(rows, strong, places):
    anchors = {row[:2] for row in rows[:strong]} | {*places}
    expected = []
    for number, (a, b, strength) in enumerate(rows):
        apart = [(x - a, y - b) for x, y in anchors]
        reached = any(0 < max(abs(x), abs(y)) <= SETTINGS.reach for x, y in apart)
        adjoins = (1, 1) in apart or (-1, -1) in apart
        supported = reached and strength >= SETTINGS.neighbour_information
        if number < strong or supported or (adjoins and strength >= SETTINGS.adjoining_strength):
            expected.append((a, b))
    assert near(rows, strong, places) == expected


def test_followers_keep_the_order_or_join_a_neighbours_partner():
    accepted = pairs_of((2, 2, 5.0), (6, 6, 5.0))
    everything = [(4, 4, 1.5), (5, 9, 1.4), (3, 2, 1.3), (8, 6, 1.2), (7, 3, 1.1), (1, 2, 1.0)]
    found = pairing.followers(pairs_of(*everything), accepted, 10, 10)
    #   4-4 lies between 2-2 and 6-6; 3-2 joins the only partner of sentence 2, 1-2 comes late; the others cross
    #   or skip.
    assert [everything[place][:2] for place in found] == [(4, 4), (3, 2)]


def slow_followers(everything, accepted):
    """Which pairs follow the accepted ones, whose sentences are all different and in order."""
    known, ordered, found = {*accepted}, {*accepted}, []
    for a, b in everything:
        partners = [pair for pair in known if (pair[0] == a) or (pair[1] == b)]
        if len(partners) > 1 or (a, b) in known:
            continue
        if partners and abs(partners[0][0] - a) + abs(partners[0][1] - b) != 1:
            continue
        if not partners:
            if any((x < a) != (y < b) for x, y in ordered):
                continue
            ordered.add((a, b))
        known.add((a, b))
        found.append((a, b))
    return found


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), unique=True, max_size=20),
    st.sets(st.integers(0, 9), max_size=4),
    st.sets(st.integers(0, 9), max_size=4),
)
def test_followers_agree_with_sets(everything, ours, theirs):
    accepted = list(zip(sorted(ours), sorted(theirs), strict=False))
    found = pairing.followers(*(pairs_of(*((*row, 1.0) for row in rows)) for rows in (everything, accepted)), 10, 10)
    assert [everything[place] for place in found] == slow_followers(everything, accepted)


def test_ordered_strength_is_the_mean_of_the_shorter_text_less_what_crosses():
    free_a, free_b = np.zeros(4, bool), np.zeros(8, bool)
    assert pairing.ordered_strength(free_a, free_b, pairs_of((0, 1, 3.0), (2, 5, 2.0))) == 5 / 4
    assert pairing.ordered_strength(free_a, free_b, pairs_of((0, 5, 3.0), (2, 1, 2.0))) == 5 / 4 / 2
    # What passages hold is not counted.
    assert pairing.ordered_strength(np.array([False, True, True, True]), free_b, pairs_of((0, 1, 3.0))) == 3
    assert pairing.ordered_strength(np.ones(4, bool), np.ones(8, bool), pairs_of((0, 1, 3.0))) == 3
    assert pairing.ordered_strength(free_a, free_b, pairs_of()) == 0


def corresponds(rows, least_pairs=3, ordered_strength=1.0):
    free = np.zeros(3, bool)
    return pairing.corresponds(
        free, free, pairs_of(*rows), pairing_settings(least_pairs=least_pairs, ordered_strength=ordered_strength)
    )


def test_few_pairs_are_no_correspondence():
    rows = [(0, 0, 9.0), (1, 1, 9.0), (2, 2, 9.0)]
    assert corresponds(rows)
    assert not corresponds(rows[:2])
    assert not corresponds([])
    assert corresponds([], 0, 0.0)
    # A sentence counts once.
    assert not corresponds([(0, 0, 9.0), (0, 1, 9.0), (0, 2, 9.0)])


def test_a_sentence_has_so_many_partners_and_no_more():
    rows = [(0, 0, 9.0), (0, 1, 8.0), (0, 2, 7.0), (1, 2, 6.0)]
    assert pairing.limited(pairs_of(*rows), 2, 3, 2).tolist() == [0, 1, 3]


COPIED = (
    "The council of Arden voted to close the swimming hall by the river, which has leaked since the flood of 1987.",
    "Engineers had warned the members twice that the roof might not bear another winter of snow.",
    "A class that swam there every Thursday will take a bus to Brenn, forty minutes each way, for its lessons.",
)
FACTS = (
    "The mayor opened a bridge on Monday while a band played.",
    "Two schools sent pupils to paint a fence green.",
)
SAME_FACTS = ("On Monday, she said, the mayor cut a ribbon.", "Pupils of two schools sang for her.")


def units_of(side):
    """The sentences of a text as plain Python makes them, in a record for both worlds."""
    tokens, stems = side.tokens, side.word_stems
    ends = np.array([span.end for span in sentences(side.text, side.within)], np.int64)
    small, names = tokens.traits & CAPITALISED == 0, side.notable == NAME
    order = np.argsort(stems)
    return sentence_kernels.sentence_units(tokens.starts, ends, stems, side.rarities, names, small, order)


def paired(a, b, passages=NO_PASSAGES):
    """Rows of the sentences accepted, with their strengths, the same compiled and plain."""
    sides = [units_of(side) for side in (a, b)]
    records = [Record(sentence_kernels.__name__, "Units", *sentence_kernels.unit_columns(side)) for side in sides]
    settings = Record(KERNELS, "PairingSettings", *(getattr(SETTINGS, each.name) for each in fields(SETTINGS)))
    compiled, as_python = both(
        KERNELS, "paired_words", *records, a.word_stems, b.word_stems, np.array(passages, np.int64), settings
    )
    assert same(compiled, as_python)
    ranges, strengths = compiled
    places = [np.searchsorted(side.words, ranges[:, column]) for side, column in zip(sides, (0, 2), strict=True)]
    return list(zip(*(each.tolist() for each in (*places, strengths)), strict=True))


def accepted(one, other):
    a, b = (prepare(text, Span(0, len(text))) for text in (" ".join(one), " ".join(other)))
    return {(i, j) for i, j, _ in paired(a, b)}


def test_copied_sentences_do_not_make_the_rest_a_rewriting():
    one = [COPIED[0], FACTS[0], COPIED[1], FACTS[1], COPIED[2]]
    other = [COPIED[0], SAME_FACTS[0], COPIED[1], SAME_FACTS[1], COPIED[2]]
    assert accepted(one, other) == {(0, 0), (2, 2), (4, 4)}


def test_articles_give_the_same_pairs_compiled_and_plain(linked_articles):
    counts = []
    for a, b in linked_articles:
        half = [[0, len(a.tokens) // 3, 0, len(b.tokens) // 3]]
        counts += [len(paired(a, b)), len(paired(a, b, half))]
    assert max(counts) > 4


SENTENCES = st.lists(
    st.lists(st.sampled_from([f"w{number}" for number in range(30)] + ["the"] * 9), min_size=3, max_size=9).map(
        lambda words: " ".join(words).capitalize() + "."
    ),
    min_size=1,
    max_size=9,
)


@settings(max_examples=50)
@given(SENTENCES, SENTENCES, st.lists(st.integers(0, 8), max_size=6), st.booleans())
def test_any_sentences_give_the_same_pairs_compiled_and_plain(one, other, copied, covered):
    other = other + [one[place % len(one)] for place in copied]
    a, b = (prepare(text, Span(0, len(text))) for text in (" ".join(one), " ".join(other)))
    rows = paired(a, b, [[0, min(4, len(a.tokens)), 0, min(4, len(b.tokens))]] if covered else NO_PASSAGES)
    assert rows == sorted(rows)
