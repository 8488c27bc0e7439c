"""Sentence likeness against the formulas written out with dictionaries."""

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.align.correspondence import held_sentences
from provenance.align.likeness import sentence_pairs
from provenance.align.sentence_pair import SentencePair, limited
from provenance.align.units import Units, sets_of_words
from provenance.model import Span

SENTENCES = st.lists(st.lists(st.integers(0, 7), min_size=1, max_size=6), min_size=1, max_size=5)
RARITY = {stem: 0.5 * stem for stem in range(8)}


def units(sentences):
    """Units of sentences given as lists of stems."""
    words = [stem for sentence in sentences for stem in sentence]
    borders = np.concatenate(([0], np.cumsum([len(sentence) for sentence in sentences]))).astype(np.int64)
    stems, numbers = np.unique(np.array(words, np.uint64), return_inverse=True)
    offsets, members, counts = sets_of_words(numbers.astype(np.int64), borders, len(stems))
    rarities = np.array([RARITY[int(stem)] for stem in stems])
    spans = tuple(Span(place, place + 1) for place in range(len(sentences)))
    return Units(spans, borders, stems, rarities, offsets, members, counts)


@given(SENTENCES)
def test_sentences_become_sets(sentences):
    made = units(sentences)
    for place, sentence in enumerate(sentences):
        low, high = made.offsets[place], made.offsets[place + 1]
        found = dict(zip(made.stems[made.members[low:high]].tolist(), made.counts[low:high].tolist(), strict=True))
        assert found == Counter(sentence)


def oracle(a, b):
    """For each pair: cosine, Dice, shared stems, information."""
    everything = a + b
    held = Counter(stem for sentence in everything for stem in set(sentence))
    held_a = Counter(stem for sentence in a for stem in set(sentence))
    held_b = Counter(stem for sentence in b for stem in set(sentence))
    weight = {stem: math.log(len(everything) / held[stem]) for stem in held}

    def information(stem):
        densest = max((held_a[stem] + 0.5) / (len(a) + 1), (held_b[stem] + 0.5) / (len(b) + 1))
        return min(max(-math.log(densest), 0.0), RARITY[stem])

    def vector(sentence):
        return {stem: (1 + math.log(count)) * weight[stem] for stem, count in Counter(sentence).items()}

    found = {}
    for i, one in enumerate(a):
        for j, other in enumerate(b):
            shared = set(one) & set(other)
            first, second = vector(one), vector(other)
            lengths = [math.sqrt(sum(value**2 for value in each.values())) or 1.0 for each in (first, second)]
            cosine = sum(first[stem] * second[stem] for stem in shared) / (lengths[0] * lengths[1])
            dice = 2 * len(shared) / (len(set(one)) + len(set(other)))
            found[i, j] = (cosine, dice, len(shared), sum(information(stem) for stem in shared))
    return found


@given(SENTENCES, SENTENCES)
def test_likeness_follows_its_formulas(a, b):
    pairs = sentence_pairs(units(a), units(b), 0.1, 1)
    found = {(i, j): values for i, j, *values in zip(*(column.tolist() for column in pairs), strict=True)}
    assert list(found) == sorted(found)
    for place, (cosine, dice, shared, information) in oracle(a, b).items():
        if abs((cosine + dice) / 2 - 0.1) < 1e-9:
            continue
        assert (place in found) == (shared >= 1 and (cosine + dice) / 2 >= 0.1)
        if place in found:
            assert found[place] == pytest.approx([cosine, dice, shared, information])


def test_a_sentence_has_so_many_partners_and_no_more():
    ranked = [
        SentencePair(0, 0, 0.9, 9),
        SentencePair(0, 1, 0.8, 9),
        SentencePair(0, 2, 0.7, 9),
        SentencePair(1, 2, 0.6, 9),
    ]
    assert [(pair.a, pair.b) for pair in limited(ranked, 2)] == [(0, 0), (0, 1), (1, 2)]


def test_held_sentences_lie_mostly_inside():
    made = units([[1, 2, 3, 4], [5, 6], [7, 1, 2]])
    assert held_sentences(made, [(2, 6)]).tolist() == [False, True, False]
    assert held_sentences(made, [(1, 9)]).tolist() == [True, True, True]
    assert held_sentences(made, []).tolist() == [False, False, False]
