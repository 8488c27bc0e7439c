"""Which pairs are worth aligning, against sets of words."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article, Span
from provenance.usecases.screening import outline, share_a_value, sharing

STORY = "the harbour of Velden stays closed until the wreck of the ferry has been raised"
FOOTER = "the Velden Gazette is printed by the Maurer brothers since 1871"


def article(name: str, text: str) -> Article:
    return Article(id=name, text=text, body=Span(0, len(text)))


def worth(one: str, other: str, ignored: tuple[Span, ...] = ()) -> bool:
    outlines = [outline(article("one", one), ignored), outline(article("other", other), ())]
    return bool(sharing(outlines, np.array([0]), np.array([1]))[0])


def test_seven_words_in_a_row_are_worth_it_and_six_are_not():
    assert worth(f"{STORY}. More.", f"They say {STORY}")
    assert not worth("the harbour of Velden stays closed", f"They say {STORY}")


def test_boilerplate_is_not():
    text = f"A storm came. {FOOTER}"
    assert worth(text, f"Elsewhere. {FOOTER}")
    assert not worth(text, f"Elsewhere. {FOOTER}", (Span(text.index(FOOTER), len(text)),))


@given(st.lists(st.sets(st.integers(0, 30), max_size=8), min_size=1, max_size=6))
def test_sharing_agrees_with_sets(sets):
    values = np.array([value for each in sets for value in sorted(each)], np.uint32)
    bounds = np.cumsum([0, *map(len, sets)])
    first, second = (np.ravel(grid) for grid in np.meshgrid(np.arange(len(sets)), np.arange(len(sets))))
    found = share_a_value(values, bounds, first, second).tolist()
    assert found == [bool(sets[a] & sets[b]) for a, b in zip(first.tolist(), second.tolist(), strict=True)]
