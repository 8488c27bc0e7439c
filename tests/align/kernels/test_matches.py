"""Which words may be differences, against sets; whole passages, compiled and as plain Python."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_twins import Record, agree, both, plain, same

from provenance.align.kernels.matches import sorts_of_words
from provenance.align.prepared_text import NAME, NEGATION, NUMBER
from provenance.text.tokens import COMMA, LINE, NONE, SENTENCE, tokenise

KERNELS = "provenance.align.kernels.matches"
matches = plain(KERNELS)
comparison = plain("provenance.align.kernels.comparison")

SORTED = st.lists(st.tuples(st.integers(1, 9), st.sampled_from([0, NUMBER, NAME, NEGATION])), min_size=1, max_size=12)


def text_of(words):
    """Words as kernels take them, of which only the words and their sorts are looked at."""
    hashes, sorts = np.array([word for word, _ in words], np.uint64), np.array([sort for _, sort in words], np.uint8)
    nothing, rarities = np.zeros(len(words), bool), np.zeros(len(words))
    return comparison.Words(hashes, hashes, rarities, sorts, nothing, sorts, nothing, nothing)


@given(SORTED, SORTED, st.data())
def test_changed_words_are_notable_and_occur_nowhere_in_the_other_range(one, other, data):
    start, end = sorted(data.draw(st.lists(st.integers(0, len(one)), min_size=2, max_size=2)))
    other_start, other_end = sorted(data.draw(st.lists(st.integers(0, len(other)), min_size=2, max_size=2)))
    matched = [place for place in range(start, end) if data.draw(st.booleans())]
    known = {word for word, _ in other[other_start:other_end]}
    expected = [
        [sum(before < place for before in matched), sort, place]
        for place in range(start, end)
        for word, sort in [one[place]]
        if place not in matched and (sort == NEGATION or (sort != 0 and word not in known))
    ]
    found = np.empty((1 + len(one), 3), np.int64)
    last = matches.changed_words(
        text_of(one), start, end, np.array(matched, np.int64), text_of(other), other_start, other_end, found, 1
    )
    assert found[1:last].tolist() == expected


@given(SORTED, SORTED, st.data())
def test_a_number_replaces_a_number_and_a_negation_none(one, other, data):
    matched = data.draw(st.integers(0, min(len(one), len(other))))
    in_order = [sorted(data.draw(st.permutations(range(len(text))))[:matched]) for text in (one, other)]
    arrays = [np.array(each, np.int64) for each in in_order]
    compared = comparison.Comparison(0, len(one), 0, len(other), *arrays, *np.empty((2, 0), np.int64))
    found = np.empty((len(one) + len(other), 4), np.int64)
    rows = found[: matches.changes(text_of(one), text_of(other), compared, found, 0)].tolist()
    expected = []
    for which, (own, others) in enumerate(((one, other), (other, one))):
        for place, (word, sort) in enumerate(own):
            elsewhere = sort != NEGATION and word in {word for word, _ in others}
            if sort and place not in in_order[which] and not elsewhere:
                expected.append([sum(before < place for before in in_order[which]), sort, which, place])
    sides = {(gap, sort): {row[2] for row in expected if row[:2] == [gap, sort]} for gap, sort, *_ in expected}
    assert rows == sorted(row for row in expected if (len(sides[row[0], row[1]]) == 2) != (row[1] == NEGATION))


def drawn(a, b, ranges, least_words, tighten):
    """The passages, after a check that compiled kernels and plain Python draw the same."""
    answers = both(KERNELS, "drawn_passages", a, b, np.array(ranges, np.int64).reshape(-1, 4), least_words, tighten)
    columns = [[getattr(answer, name) for name in ("rows", "scores", "runs", "changes")] for answer in answers]
    assert same(*columns)
    return columns[0]


def record(*columns):
    return Record(comparison.__name__, "Words", *columns)


# A word: which, its rarity, what follows it, whether it opens a clause, its sort, in quotation marks, uttered.
ANY_WORDS = st.lists(
    st.tuples(
        st.integers(1, 12),
        st.sampled_from([0.0, 1.0, 2.0, 4.0]),
        st.sampled_from([NONE, NONE, NONE, COMMA, LINE, SENTENCE]),
        st.booleans(),
        st.sampled_from([0, 0, 0, NUMBER, NAME, NEGATION]),
        st.booleans(),
        st.booleans(),
    ),
    min_size=1,
    max_size=40,
)
COPY = st.tuples(st.integers(0, 39), st.integers(0, 39))


def any_words(words):
    hashes, rarities, borders, openings, sorts, quoted, uttered = zip(*words, strict=True)
    stems = np.array(hashes, np.uint64) // 2
    columns = np.array(hashes, np.uint64), stems, np.array(rarities), np.array(borders, np.uint8)
    return record(*columns, np.array(openings), np.array(sorts, np.uint8), np.array(quoted), np.array(uttered))


@settings(max_examples=60)
@given(ANY_WORDS, ANY_WORDS, COPY, st.integers(0, 4), st.booleans(), st.data())
def test_any_words_give_the_same_passages_compiled_and_plain(a, b, copied, least_words, tighten, data):
    b = a[min(copied) : max(copied)] + b
    ranges = []
    for _ in range(data.draw(st.integers(0, 2))):
        for text in (a, b):
            start = data.draw(st.integers(0, len(text) - 1))
            ranges += [start, data.draw(st.integers(start + 1, len(text)))]
    rows, scores, runs, changes = drawn(any_words(a), any_words(b), ranges, least_words, tighten)
    assert len(rows) == len(scores)
    assert [len(runs), len(changes)] == (rows[-1, 6:].tolist() if len(rows) else [0, 0])
    if not tighten:
        assert np.array_equal(rows[:, 2:6], np.reshape(ranges, (-1, 4))[rows[:, 0]])


def columns_of(side):
    tokens = side.tokens
    kinds = tokens.borders, side.openings, side.notable, side.quoted, side.uttered
    return record(tokens.words, side.word_stems, side.rarities, *kinds)


def test_articles_give_the_same_passages_compiled_and_plain(linked_articles):
    kinds, changed = set(), 0
    for a, b in linked_articles:
        for tighten in (False, True):
            whole = [[0, len(a.tokens), 0, len(b.tokens)], [0, len(a.tokens) // 2, 0, len(b.tokens)]]
            rows, _, _, changes = drawn(columns_of(a), columns_of(b), whole, 4, tighten)
            kinds |= {*rows[:, 1].tolist()}
            changed += len(changes)
    assert len(kinds) > 1
    assert changed


def test_passages_in_more_words_than_one_table_holds():
    """Cut at words that occur once: the texts share every other stretch of a hundred words."""
    size = 1300
    shared = np.arange(size, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    other = np.where(np.arange(size) // 100 % 2, shared, shared + np.uint64(1))
    nothing = np.zeros(size, np.uint8)
    a, b = (record(words, words, np.full(size, 3.0), *[nothing] * 5) for words in (shared, other))
    rows, _, runs, _ = drawn(a, b, [[0, size, 0, size]], 4, False)
    assert size * size > plain("provenance.align.kernels.wording").MOST_CELLS
    assert runs.tolist() == [[start, start, 100] for start in range(100, size, 200)]
    assert rows.tolist() == [[0, 2, 0, size, 0, size, 6, 0]]


WORDS_OF_TEXT = st.lists(
    st.sampled_from(["Ida", "Krog", "30", "don't", "won’t", "not", "No.", "t", "T", "“never”", "and", "it:", "\n\n"])
)


@given(WORDS_OF_TEXT.map(" ".join))
def test_sorts_of_words_are_the_same_compiled_and_plain(text):
    tokens = tokenise(text)
    sizes = tokens.ends - tokens.starts
    negations = tokenise("not no never t").words
    sorts, single = np.zeros(len(tokens), np.uint8), np.zeros(len(tokens), np.int64)
    agree(KERNELS, "sorts_of_words", tokens.words, sizes, tokens.borders, tokens.traits, negations, sorts, single)


def test_what_is_no_array_of_words_is_refused_by_name():
    sorts = np.zeros(1, np.uint8)
    words = np.zeros(1, np.uint64)
    fitting = [words, np.zeros(1, np.int32), sorts, sorts, words, sorts, np.zeros(1, np.int64)]
    with pytest.raises(TypeError, match="'lengths' is an array of int64"):
        sorts_of_words(*fitting[:1], np.zeros(1, np.int64), *fitting[2:])
