"""Sentence likeness against the formulas written out with dictionaries."""

import math
import re
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_twins import Record, both, plain, same

from provenance.align.kernels import likeness as compiled
from provenance.align.kernels.sentences import unit_columns
from provenance.align.prepared_text import prepare
from provenance.model import Span
from provenance.text.normalisation import stem
from provenance.text.sentences import sentences
from provenance.text.tokens import CAPITALISED

KERNELS = "provenance.align.kernels.sentences"
LIKENESS = "provenance.align.kernels.likeness"
kernels = plain(KERNELS)
likeness = plain(LIKENESS)
NAMES = likeness.NAMES

SENTENCES = st.lists(st.lists(st.integers(0, 7), min_size=1, max_size=6), min_size=1, max_size=5)
NO_PASSAGES = np.empty((0, 4), np.int64)
RARITY = {stem: 0.5 * stem for stem in range(8)}
IN_NAMES = {3, 7}


def units(sentences):
    """Units of sentences given as lists of stems."""
    words = [stem for sentence in sentences for stem in sentence]
    borders = np.concatenate(([0], np.cumsum([len(sentence) for sentence in sentences]))).astype(np.int64)
    stems, numbers = np.unique(np.array(words, np.uint64), return_inverse=True)
    rarities = np.array([RARITY[int(stem)] for stem in stems])
    names = np.isin(stems, np.array(sorted(IN_NAMES), np.uint64)).astype(np.uint8)
    made = kernels.Units(borders, stems, rarities, names, borders, borders, rarities)
    kernels.collect_members(numbers.astype(np.int64), made)
    return made


def pairs_of(a, b, passages, least_like, least_shared, least_strength):
    """Sentences of A and B, likeness, information and strength of each pair, the same compiled and plain."""
    records = (Record(KERNELS, "Units", *kernels.unit_columns(each)) for each in (a, b))
    answers = both(LIKENESS, "sentence_pairs", *records, passages, least_like, least_shared, least_strength)
    columns = [world.pair_columns(pairs) for world, pairs in zip((compiled, likeness), answers, strict=True)]
    assert same(*columns)
    return list(zip(*(column.tolist() for column in columns[0]), strict=True))


@given(st.lists(st.integers(0, 60), max_size=12), st.lists(st.integers(0, 70), max_size=6))
def test_sentences_without_words_are_none(starts, ends):
    starts, ends = sorted(set(starts)), sorted(ends)
    borders = np.empty(len(ends) + 1, np.int64)
    count = kernels.sentence_borders(np.array(starts, np.int32), np.array(ends, np.int64), borders)
    assert borders[: count + 1].tolist() == sorted({0, *(sum(start < end for start in starts) for end in ends)})


WORDS = st.lists(st.tuples(st.integers(0, 7), st.floats(0, 9), st.booleans(), st.booleans()), max_size=12)


@given(WORDS, st.lists(st.integers(0, 30), max_size=4).map(sorted))
def test_distinct_stems_have_the_lowest_rarity_of_their_words(words, ends):
    types = (np.uint64, float, bool, bool)
    columns = [np.array([word[place] for word in words], kind) for place, kind in enumerate(types)]
    starts, order = np.arange(0, 2 * len(words), 2, dtype=np.int32), np.argsort(columns[0])
    answers = both(KERNELS, "sentence_units", starts, np.array(ends, np.int64), *columns, order)
    found = [unit_columns(answers[0]), kernels.unit_columns(answers[1])]
    assert same(*found)
    _, stems, rarities, names, *_ = found[0]
    assert stems.tolist() == sorted({word[0] for word in words})
    for each, rarity, name in zip(stems.tolist(), rarities.tolist(), names.tolist(), strict=True):
        own = [word for word in words if word[0] == each]
        assert rarity == min(word[1] for word in own)
        assert name == (any(word[2] for word in own) and not any(word[3] for word in own))


@given(SENTENCES)
def test_sentences_become_sets(sentences):
    made = units(sentences)
    for place, sentence in enumerate(sentences):
        low, high = made.offsets[place], made.offsets[place + 1]
        stems, weights = made.stems[made.members[low:high]].tolist(), made.weights[low:high].tolist()
        expected = {stem: 1 + math.log(count) for stem, count in Counter(sentence).items()}
        assert dict(zip(stems, weights, strict=True)) == pytest.approx(expected)


def oracle(a, b):
    """For each pair: cosine, Dice, shared stems, information."""
    everything = a + b
    counts = Counter(stem for sentence in everything for stem in set(sentence))
    counts_a = Counter(stem for sentence in a for stem in set(sentence))
    counts_b = Counter(stem for sentence in b for stem in set(sentence))
    counts_for = {stem: NAMES if stem in IN_NAMES else 1.0 for stem in counts}
    weight = {stem: counts_for[stem] * math.log(len(everything) / counts[stem]) for stem in counts}

    def information(stem):
        densest = max((counts_a[stem] + 0.5) / (len(a) + 1), (counts_b[stem] + 0.5) / (len(b) + 1))
        return counts_for[stem] * min(max(-math.log(densest), 0.0), RARITY[stem])

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
    pairs = pairs_of(units(a), units(b), NO_PASSAGES, 0.1, 1, 0.2)
    found = {(i, j): values for i, j, *values in pairs}
    assert len(found) == len(pairs)
    for place, (cosine, dice, shared, information) in oracle(a, b).items():
        alike = (cosine + dice) / 2
        if min(abs(alike - 0.1), abs(alike * information - 0.2)) < 1e-9:
            continue
        assert (place in found) == (shared >= 1 and alike >= 0.1 and alike * information >= 0.2)
        if place in found:
            assert found[place] == pytest.approx([alike, information, alike * information])


PASSAGES = st.tuples(st.integers(0, 12), st.integers(1, 8), st.integers(0, 12), st.integers(1, 8)).map(
    lambda values: (values[0], values[0] + values[1], values[2], values[2] + values[3])
)


@given(SENTENCES, SENTENCES, st.lists(PASSAGES, max_size=3))
def test_what_a_passage_covers_is_left_out(a, b, passages):
    """Covered: most of one sentence and some of the other."""
    one, other = units(a), units(b)
    everything, found = (
        {(i, j) for i, j, *_ in pairs_of(one, other, rows, 0.1, 1, 0.2)}
        for rows in (NO_PASSAGES, np.array(passages, np.int64).reshape(-1, 4))
    )
    for i, j in everything:
        in_a, in_b = set(range(*one.words[i : i + 2])), set(range(*other.words[j : j + 2]))
        shares = [(len(in_a & set(range(*p[:2]))), len(in_b & set(range(*p[2:])))) for p in passages]
        covered = any(a and b and (2 * a > len(in_a) or 2 * b > len(in_b)) for a, b in shares)
        assert ((i, j) in found) == (not covered)
    assert found <= everything


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(1, 9)), max_size=9))
def test_a_pair_much_weaker_than_the_best_of_both_its_sentences_goes(rows):
    a, b, strength = (np.array([row[place] for row in rows], np.int64) for place in range(3))
    values = strength.astype(float)
    kept = likeness.near_best(likeness.Pairs(a, b, values, values, values), 4, 4, 0.7)
    for place, (i, j, own) in enumerate(rows):
        best = min(max(row[2] for row in rows if row[0] == i), max(row[2] for row in rows if row[1] == j))
        assert (place in kept) == (own >= 0.7 * best)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Arden hall burned. Arden wept.", {"arden"}),
        ("Water rose. The Water Office knew of the water.", {"offic"}),
        ("Arden wept.", set()),  # a sentence begins with a capital
    ],
)
def test_names_are_inside_a_sentence_and_never_in_lower_case(text, names):
    side = prepare(text, Span(0, len(text)))
    stems = {int(hashed): stem(span) for hashed, span in zip(side.word_stems, re.findall(r"\w+", text), strict=True)}
    _, distinct, _, in_names, *_ = unit_columns(side.units)
    assert {stems[int(each)] for each in distinct[in_names > 0]} == names


def test_covered_sentences_are_mostly_inside():
    three = units([[1, 2, 3, 4], [5, 6], [7, 1, 2]])
    passages = np.array([[2, 6, 0, 0], [1, 9, 0, 0]])
    assert kernels.covered_sentences(three, passages[:1], 0).tolist() == [0, 1, 0]
    assert kernels.covered_sentences(three, passages, 0).tolist() == [1, 1, 1]
    assert kernels.covered_sentences(three, passages[:0], 0).tolist() == [0, 0, 0]
    assert kernels.covered_sentences(three, passages[:, [2, 3, 0, 1]], 2).tolist() == [1, 1, 1]


def test_passages_begin_and_end_in_sentences():
    one, other = units([[1, 2, 3, 4], [5, 6], [7, 1, 2]]), units([[1, 2], [3, 4, 5]])
    places = kernels.passage_places(one, other, np.array([[0, 4, 1, 3], [5, 9, 2, 5]]))
    assert places.tolist() == [[0, 0], [0, 1], [1, 1], [2, 1]]


def test_articles_give_the_same_units_and_pairs_compiled_and_plain(linked_articles):
    found = 0
    for linked in linked_articles:
        made = []
        for side in linked:
            tokens, stems = side.tokens, side.word_stems
            ends = np.array([span.end for span in sentences(side.text, side.within)], np.int64)
            capital = tokens.traits & CAPITALISED != 0
            order = np.argsort(stems)
            answers = both(
                KERNELS, "sentence_units", tokens.starts, ends, stems, side.rarities, capital, ~capital, order
            )
            assert same(unit_columns(answers[0]), kernels.unit_columns(answers[1]))
            made.append(answers[1])
        found += len(pairs_of(*made, NO_PASSAGES, 0.15, 3, 0.6))
    assert found
