"""Which pairs are worth aligning, against sets of words."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from plain_twins import plain

from provenance.model import Article, Span
from provenance.retrieval.screening import COMMON, Outline, outline, share_values, sharing, values_of_many
from provenance.text.tokens import tokenise

STORY = "the harbour of Velden stays closed until the wreck of the ferry has been raised"
FOOTER = "the Velden Gazette is printed by the Maurer brothers since 1871"


def article(name: str, text: str) -> Article:
    return Article(id=name, text=text, body=Span(0, len(text)))


def worth(one: str, other: str, ignored: tuple[Span, ...] = ()) -> bool:
    told = ((article("one", one), ignored), (article("other", other), ()))
    outlines = [outline(each, tokenise(each.text, each.body), spans) for each, spans in told]
    return bool(sharing(outlines, np.array([0]), np.array([1]))[0])


def test_seven_words_in_a_row_are_worth_it_and_six_are_not():
    assert worth(f"{STORY}. More.", f"They say {STORY}")
    assert not worth("the harbour of Velden stays closed", f"They say {STORY}")


def test_boilerplate_is_not():
    text = f"A storm came. {FOOTER}"
    assert worth(text, f"Elsewhere. {FOOTER}")
    assert not worth(text, f"Elsewhere. {FOOTER}", (Span(text.index(FOOTER), len(text)),))


def held_by(many: int, days: int | None = 60, own_runs: int = 40) -> bool:
    """Whether two articles are worth it that share one run of their `own_runs`, `days` apart, which `many` hold."""
    phrase = 7
    outlines = [
        Outline((), np.array([phrase, *range(start, start + own_runs - 1)], np.uint32), time)
        for start, time in ((100, 0.0), (1000, None if days is None else days * 86_400.0))
    ]
    outlines += [Outline((), np.array([phrase], np.uint32), 0.0)] * (many - 2)
    return bool(sharing(outlines, np.array([0]), np.array([1]))[0])


def test_what_many_hold_is_a_set_phrase_between_articles_that_are_otherwise_different_and_far_apart_in_time():
    assert not held_by(COMMON + 1)
    assert held_by(COMMON)
    assert held_by(COMMON + 1, days=20)
    assert held_by(COMMON + 1, days=None)
    assert held_by(COMMON + 1, own_runs=10)


@given(st.lists(st.integers(0, 5)), st.integers(0, 4))
def test_values_of_many_agrees_with_counting(values, limit):
    found = values_of_many(np.array(values, np.uint32), limit).tolist()
    assert found == sorted(value for value in set(values) if values.count(value) > limit)


MARKS = plain("provenance.fingerprint.kernels.minhash").MARKS
# Many of these leave their marks at one place.
VALUES = st.sets(st.integers(0, 30).map(lambda number: number * (MARKS // 4)), max_size=8)


@given(st.lists(VALUES, min_size=1, max_size=6), VALUES)
def test_shared_values_agree_with_sets(sets, common):
    values = np.array([value for each in sets for value in sorted(each)], np.uint32)
    bounds = np.cumsum([0, *map(len, sets)])
    first, second = (np.ravel(grid) for grid in np.meshgrid(np.arange(len(sets)), np.arange(len(sets))))
    shared, rare = share_values(values, bounds, np.array(sorted(common), np.uint32), first, second)
    for a, b, count, found in zip(first.tolist(), second.tolist(), shared.tolist(), rare.tolist(), strict=True):
        both = sets[a] & sets[b]
        assert found == bool(both - common)
        assert found or count == len(both)
