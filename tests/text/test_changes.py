"""Where two texts differ: counted as an editor would, proven to be all of the difference, fast on any input."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.changes import changed_places

STORY = "The council met on Tuesday and voted to close the bridge for a week while divers look at the third pier."


@pytest.mark.parametrize(
    ("later", "places"),
    [
        (STORY, []),
        (STORY.replace(" ", "\n"), []),
        (STORY.replace("Tuesday", "Monday"), [("Tuesday", "Monday")]),
        (STORY.replace("a week", "eight days"), [("a week", "eight days")]),
        (STORY.replace("Tuesday", "Monday").replace("third", "fourth"), [("Tuesday", "Monday"), ("third", "fourth")]),
        (STORY + " Work begins at once.", [("", "Work begins at once.")]),
        (STORY.replace(" for a week", ""), [("for a week", "")]),
        ("Something else entirely is written here now", [(STORY, "Something else entirely is written here now")]),
        ("", [(STORY, "")]),
    ],
)
def test_places(later: str, places: list[tuple[str, str]]) -> None:
    found = changed_places(STORY, later)
    assert [(STORY[a.start : a.end], later[b.start : b.end]) for a, b in found] == places


@pytest.mark.parametrize(
    ("earlier", "later", "places"),
    [
        ("A. The cat sat. The dog ran.", "A. The dog ran.", [("The cat sat.", "")]),
        ("The dog ran.", "The cat sat. The dog ran.", [("", "The cat sat.")]),
        (
            "He said: “The cat sat.” The dog ran.",
            "He said: “The cat sat.” The bird flew. The dog ran.",
            [("", "The bird flew.")],
        ),
        ("x y x y", "x y", [("x y", "")]),
        ("go go go. stop", "go go. stop", [("go", "")]),
    ],
)
def test_what_was_only_taken_out_or_put_in_begins_with_a_sentence(
    earlier: str, later: str, places: list[tuple[str, str]]
) -> None:
    found = changed_places(earlier, later)
    assert [(earlier[a.start : a.end], later[b.start : b.end]) for a, b in found] == places


words = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "the", "of"]), max_size=30).map(" ".join)


@given(words, words)
def test_what_is_outside_the_places_is_equal(earlier: str, later: str) -> None:
    found = changed_places(earlier, later)
    kept = ["", ""]
    for side, text in enumerate((earlier, later)):
        last = 0
        for spans in found:
            kept[side] += text[last : spans[side].start] + " "
            last = spans[side].end
        kept[side] += text[last:]
    assert kept[0].split() == kept[1].split()
    assert (not found) == (earlier.split() == later.split())


def test_words_that_repeat_take_no_time() -> None:
    started = time.perf_counter()
    changed_places("a b " * 30_000, "b a a " * 30_000)
    changed_places(" ".join(map(str, range(60_000))), " ".join(map(str, range(60_000, 0, -1))))
    assert time.perf_counter() - started < 5
