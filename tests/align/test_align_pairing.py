"""Which sentence pairs are believed: what passages hold, what stands near, what keeps its order."""

from dataclasses import replace

import numpy as np

from provenance.align import prepare
from provenance.align.correspondence import corresponds, ordered_strength
from provenance.align.pairing import paired_sentences
from provenance.align.sentence_pair import SentencePair
from provenance.align.support import followers, with_neighbours
from provenance.config.align import SentenceSettings
from provenance.model import Span


def pair(a, b, strength=5.0):
    return SentencePair(a, b, 0.5, 2 * strength)


def test_a_pair_next_to_a_strong_one_is_believed_and_one_far_away_is_not():
    strong = [pair(10, 20, 9.0)]
    candidates = [*strong, pair(11, 21), pair(12, 18), pair(13, 20), pair(11, 40), pair(9, 19, 1.0)]
    believed = with_neighbours(candidates, strong, [], SentenceSettings())
    assert [(each.a, each.b) for each in believed] == [(10, 20), (11, 21), (12, 18)]


def test_a_weaker_pair_is_believed_right_before_or_right_after_a_strong_one():
    strong = [pair(10, 20, 9.0)]
    candidates = [*strong, pair(9, 19, 3.0), pair(11, 21, 3.0), pair(11, 19, 3.0), pair(12, 22, 3.0)]
    believed = with_neighbours(candidates, strong, [], SentenceSettings())
    assert [(each.a, each.b) for each in believed] == [(10, 20), (9, 19), (11, 21)]


def test_a_pair_next_to_a_passage_is_believed():
    believed = with_neighbours([pair(4, 4), pair(9, 9)], [], [(5, 3)], SentenceSettings())
    assert [(each.a, each.b) for each in believed] == [(4, 4)]


def test_followers_keep_the_order_or_join_a_neighbours_partner():
    believed = [pair(2, 2), pair(6, 6)]
    everything = [
        pair(4, 4, 1.5),
        pair(5, 9, 1.4),
        pair(3, 2, 1.3),
        pair(8, 6, 1.2),
        pair(7, 3, 1.1),
        pair(1, 2, 1.0),
    ]
    found = {(each.a, each.b) for each in followers(everything, believed)}
    #   4-4 lies between 2-2 and 6-6; 3-2 joins the only partner of sentence 2, 1-2 comes late; the others cross
    #   or skip.
    assert found == {(4, 4), (3, 2)}


def test_ordered_strength_is_the_mean_of_the_shorter_text_less_what_crosses():
    free_a, free_b = np.zeros(4, bool), np.zeros(8, bool)
    assert ordered_strength(free_a, free_b, [pair(0, 1, 3.0), pair(2, 5, 2.0)]) == 5 / 4
    assert ordered_strength(free_a, free_b, [pair(0, 5, 3.0), pair(2, 1, 2.0)]) == 5 / 4 / 2
    # A sentence counts once, and what passages hold is not counted.
    assert ordered_strength(free_a, free_b, [pair(0, 1, 3.0), pair(0, 2, 2.0)]) == 3 / 4
    assert ordered_strength(np.array([False, True, True, True]), free_b, [pair(0, 1, 3.0)]) == 3
    assert ordered_strength(np.ones(4, bool), np.ones(8, bool), [pair(0, 1, 3.0)]) == 3


def test_few_pairs_are_no_correspondence():
    free = np.zeros(3, bool)
    pairs = [pair(0, 0, 9.0), pair(1, 1, 9.0), pair(2, 2, 9.0)]
    assert corresponds(free, free, pairs, SentenceSettings())
    assert not corresponds(free, free, pairs[:2], SentenceSettings())
    assert not corresponds(free, free, [], SentenceSettings())
    assert corresponds(free, free, [], replace(SentenceSettings(), least_pairs=0, ordered_strength=0.0))


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


def believed(one, other):
    a, b = (prepare(text, Span(0, len(text))) for text in (" ".join(one), " ".join(other)))
    return {(pair.a, pair.b) for pair in paired_sentences(a, b, [], SentenceSettings())}


def test_copied_sentences_do_not_make_the_rest_a_rewriting():
    one = [COPIED[0], FACTS[0], COPIED[1], FACTS[1], COPIED[2]]
    other = [COPIED[0], SAME_FACTS[0], COPIED[1], SAME_FACTS[1], COPIED[2]]
    assert believed(one, other) == {(0, 0), (2, 2), (4, 4)}
