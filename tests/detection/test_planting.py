"""Planted copies are what they say: so many words, so many of them kept in order, at the place that is named."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.detection.planting import alone, edited, inside, passage_of, scrambled, words_in
from provenance.model import Article, Span
from provenance.text.tokens import tokenise

TEXT = (
    "The ferry struck the pier at noon on Tuesday. Twelve passengers were taken ashore by fishermen, who had seen it "
    "from the breakwater! Nobody was hurt, the harbour office said. A dive team will look at the hull on Friday.\n\n"
    "The company cancelled all crossings. Its other boat is in dock until June."
)
FOREIGN = ("xylem", "quartz", "zither", "vortex")


def article(text, start=0):
    return Article("a", text, Span(start, len(text)))


def common_in_order(one, two):
    """Length of the longest common subsequence, by the textbook's table."""
    rows = [[0] * (len(two) + 1) for _ in range(len(one) + 1)]
    for i, left in enumerate(one):
        for j, right in enumerate(two):
            rows[i + 1][j + 1] = rows[i][j] + 1 if left == right else max(rows[i][j + 1], rows[i + 1][j])
    return rows[-1][-1]


def words(text):
    return [
        text[start:end]
        for start, end in zip(tokenise(text).starts.tolist(), tokenise(text).ends.tolist(), strict=True)
    ]


@given(st.integers(2, 25), st.integers(0, 999))
def test_a_passage_has_so_many_words_and_begins_with_a_sentence(count, seed):
    found = passage_of(article(TEXT), count, Random(seed))
    assert len(words(found.of(TEXT))) == count
    assert found.start == 0 or TEXT[: found.start].rstrip()[-1] in ".!"
    assert found.end == len(TEXT) or TEXT[found.end].isspace()


def test_a_passage_may_begin_and_end_with_a_quotation_mark():
    text = 'Too short. "The boat was late," said Mo Tan, "and nobody told us." She left.'
    found = {passage_of(article(text), 11, Random(seed)).of(text) for seed in range(20)}
    assert '"The boat was late," said Mo Tan, "and nobody told us."' in found


def test_a_body_that_is_too_short_has_no_passage_and_what_is_outside_the_body_is_never_taken():
    assert passage_of(article(TEXT), 500, Random(1)) is None
    assert passage_of(article(TEXT, TEXT.index("The company")), 14, Random(1)) is None
    found = {passage_of(article(TEXT, TEXT.index("The company")), 5, Random(seed)).start for seed in range(20)}
    assert min(found) >= TEXT.index("The company")


def test_a_text_without_full_stops_has_passages_too():
    text = " ".join(f"word{number}" for number in range(40))
    assert {passage_of(article(text), 30, Random(seed)).start for seed in range(20)} != set()


@given(st.sampled_from([0.5, 0.6, 0.75, 0.9, 1.0]), st.integers(0, 999))
def test_a_copy_keeps_so_many_words_in_their_order(kept, seed):
    passage = Span(0, TEXT.index(" A dive"))
    before, copy = words(passage.of(TEXT)), edited(TEXT, passage, kept, FOREIGN, Random(seed))
    same = common_in_order(before, words(copy))
    lost = len(before) - round(kept * len(before))
    assert same == len(before) - lost
    assert (copy == passage.of(TEXT)) == (lost == 0)


@pytest.mark.parametrize("kept", [0.5, 1.0])
def test_the_same_generator_makes_the_same_copy(kept):
    passage = Span(0, TEXT.index(" A dive"))
    one, two, other = (edited(TEXT, passage, kept, FOREIGN, Random(seed)) for seed in (7, 7, 8))
    assert one == two
    assert (one == other) == (kept == 1)


def test_a_planted_passage_is_where_it_says():
    host = article(TEXT, 10)
    for seed in range(20):
        planted = inside(host, "stolen words here", Random(seed))
        assert planted.span.of(planted.text) == "stolen words here"
        assert "".join(planted.text.replace("stolen words here", "").split()) == "".join(TEXT.split())
        assert planted.span.start > 10
    assert alone("stolen words").span.of("stolen words") == "stolen words"


def test_a_host_of_one_sentence_takes_the_passage_at_its_end():
    planted = inside(article("One sentence without an end"), "stolen", Random(1))
    assert planted.text.split() == ["One", "sentence", "without", "an", "end", "stolen"]


def test_a_scrambled_passage_has_words_of_others_alone():
    assert set(scrambled(50, FOREIGN, Random(1)).split()) == set(FOREIGN)
    assert words_in(article("One, two -- three.")) == ["One", "two", "three"]
