"""Forms that are filled in twice, and copies that change a figure or a name."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.align import align, prepare, templates
from provenance.align.templates import Template, counted_spans, template
from provenance.config.align import AlignmentSettings
from provenance.model import Difference, Match, Span

FORECAST = (
    "Today will be cloudy in {town} with a high of {a} degrees and a low of {b} degrees. Winds from the east at {c} "
    "kilometres an hour in the morning. The chance of rain is {d} per cent. "
)
ONE = FORECAST.format(town="Teasel", a=14, b=6, c="22.5", d="40.1")
TWO = FORECAST.format(town="Marrow", a=11, b=3, c="22.8", d="40.9")


def matches(a: str, b: str) -> tuple[Match, ...]:
    return align(prepare(a, Span(0, len(a))), prepare(b, Span(0, len(b))), AlignmentSettings())


def test_other_numbers_and_names_in_the_same_words_are_a_form() -> None:
    """A number with a point is one number, which differs where a part of it does."""
    found = template(matches(ONE, TWO), ONE, TWO)
    assert found == Template(numbers_differ=4, numbers=4, names_differ=1, names=1)


def test_it_is_the_same_from_either_side() -> None:
    assert template(matches(ONE, TWO), ONE, TWO) == template(matches(TWO, ONE), TWO, ONE)


@pytest.mark.parametrize(
    "changed", [ONE, ONE.replace("14", "15"), ONE.replace("Teasel", "Odwell").replace("14", "15")]
)
def test_a_copy_with_a_few_changes_is_none(changed: str) -> None:
    assert template(matches(ONE, changed), ONE, changed) is None


def test_a_long_story_with_a_few_other_figures_is_none() -> None:
    story = (
        "The lock keepers walked out on Friday over night shifts that last {a} hours, and their union said that it "
        "had warned the company again and again. Barges with grain wait below the old bridge, where the millers have "
        "flour for {b} days and nobody bakes less bread. The company runs {c} locks and says that few of them can be "
        "worked without a keeper. Talks broke down in the evening after both had shouted at each other for an hour."
    )
    one, two = story.format(a=14, b=9, c=31), story.format(a=12, b=8, c=30)
    assert template(matches(one, two), one, two) is None


def test_words_that_differ_count_as_shared_in_no_form() -> None:
    found = matches(ONE, TWO)
    spans = counted_spans(found, ONE, TWO)
    assert [one.of(ONE) for one, _ in spans] == [two.of(TWO) for _, two in spans]
    assert "Teasel" not in " ".join(one.of(ONE) for one, _ in spans)
    same = matches(ONE, ONE)
    assert counted_spans(same, ONE, ONE) == [(match.a, match.b) for match in same]


def test_nothing_shared_is_no_form() -> None:
    assert template((), ONE, TWO) is None


WORDS = st.sampled_from(
    ("the", "Of", "12", "7", "1,500", "3.5", "Bree", "LORN", "a2B", "x", "élan", "Éire", ",", ".", "-", "rain")
)


@given(st.lists(WORDS, min_size=4, max_size=40), st.data())
def test_texts_that_cannot_be_forms_are_passed_over_and_no_others(words: list[str], data: st.DataObject) -> None:
    often = data.draw(st.integers(1, 4))
    other = [data.draw(WORDS) if data.draw(st.integers(0, 4)) < often else word for word in words]
    a, b = " ".join(words), "".join(f"{word}{data.draw(st.sampled_from(['', ' ']))}" for word in other)
    shared = tuple(
        (Span(i, i + n), Span(j, j + n)) for i, j, n in SequenceMatcher(None, a, b, False).get_matching_blocks() if n
    )
    changes = (Difference("number", "1", "2"),) * 2
    match = Match("edited", Span(0, len(a)), Span(0, len(b)), 0.5, shared, changes)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(templates, "_most_differing", lambda *_: 10**6)
        right = template([match], a, b)
    assert template([match], a, b) == right
