"""What two articles have in common, beside the same in plain loops over sets."""

import itertools
import math

import numpy as np
import pytest
from articles_apart import taken_apart
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.events.overlaps import beside, share_grams, told_alike

WORDS = ["Norrvik", "harbour", "ferry", "Lund", "pier", "42", "storm", "mayor", "the", "Osterby", "bridge", "waited"]
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
TEXTS = st.lists(SENTENCE, min_size=0, max_size=9).map(
    lambda sentences: ". ".join(f"The {each}" for each in sentences)
)


def sentences_of(telling):
    """The words of each sentence, in reading order."""
    bounds = telling.sentences.tolist()
    return [telling.words[telling.sentence_words[a:b]].tolist() for a, b in itertools.pairwise(bounds)]


def nearest(mine, other):
    """By definition: for each sentence of `mine`, the largest cosine with one of the other or two neighbours."""
    weights = dict(zip(mine.words.tolist(), mine.word_weights.tolist(), strict=True))
    weights |= dict(zip(other.words.tolist(), other.word_weights.tolist(), strict=True))
    theirs = sentences_of(other)
    units = [*theirs, *(one + two for one, two in itertools.pairwise(theirs))]
    found = []
    for sentence in map(set, sentences_of(mine)):
        own = sum(weights[word] ** 2 for word in sentence)
        cosines = [
            sum(weights[word] ** 2 for word in sentence & set(unit))
            / math.sqrt(max(1, own) * max(1, sum(weights[word] ** 2 for word in unit)))
            for unit in units
        ]
        found.append(max(cosines, default=0.0))
    return found


def part(weighed, held):
    """The part of the weights that belongs to what is held."""
    return sum(weight for value, weight in weighed.items() if value in held) / max(1, sum(weighed.values()))


def weighed(telling, family):
    """The weights of an article's facts or plain words."""
    values, weights = getattr(telling, family), getattr(telling, family.removesuffix("s") + "_weights")
    return dict(zip(values.tolist(), weights.tolist(), strict=True))


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_two_articles_side_by_side_are_those_of_plain_loops(first, second):
    one, two = taken_apart(first), taken_apart(second)
    found = beside(one, [two, one])
    assert found.near[:, 0].tolist() == pytest.approx(nearest(one, two))
    assert found.near[:, 1].tolist() == pytest.approx(nearest(one, one))
    back = nearest(two, one)
    assert found.back[0].tolist() == pytest.approx([
        part(weighed(two, "facts"), one.words.tolist()),
        part(weighed(two, "plain"), one.words.tolist()),
        len(np.intersect1d(one.grams, two.grams)) / max(1, len(two.grams)),
        sum(back) / len(back) if back else 0.0,
    ])  # fmt: skip
    for held, name in ((found.words, "words"), (found.grams, "grams"), (found.quoted, "quoted")):
        assert (held[:, 0] > 0).tolist() == np.isin(getattr(one, name), getattr(two, name)).tolist()
    common = len(np.intersect1d(one.grams, two.grams))
    assert [share_grams(one, two, least) for least in range(1, 4)] == [common >= least for least in range(1, 4)]


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS)
def test_told_alike_is_the_mean_of_four_parts_and_has_no_direction(first, second):
    one, two = taken_apart(first), taken_apart(second)
    parts = [
        part(weighed(mine, family), other.words.tolist())
        for mine, other in ((one, two), (two, one))
        for family in ("plain", "facts")
    ]
    assert told_alike(one, [two])[0] == pytest.approx(sum(parts) / 4)
    assert told_alike(two, [one])[0] == pytest.approx(sum(parts) / 4)


def test_articles_on_one_event_are_told_alike_and_others_are_not(told):
    one = told("The ferry Halden struck the pier of Norrvik on Monday and twelve passengers were hurt, police said.")
    two = told(
        "Twelve passengers of the ferry Halden were hurt when it struck a pier in Norrvik, according to police."
    )
    other = told("Share prices in Osterby rose by two per cent after the central bank kept its rate unchanged again.")
    alike = told_alike(one, [two, other])
    assert alike[0] > 0.25 > alike[1]


def test_the_ends_of_quotations_are_marked_where_both_have_the_words(told):
    one = told("He said, “We saw nobody on the pier that night,” twice.")
    two = told("“We saw nobody on the pier,” he said.")
    quoted = beside(one, [two]).quoted[:, 0]
    assert [quoted[end] & 6 for end in one.cuts[0]] == [2, 0]
    assert (quoted & 6 == 4).sum() == 1


def test_a_text_of_very_many_sentences_takes_little_memory(told):
    import tracemalloc

    long = told(". ".join(f"The ferry {number} waited" for number in range(3000)))
    tracemalloc.start()
    beside(long, [long])
    assert tracemalloc.get_traced_memory()[1] < 20e6
    tracemalloc.stop()
