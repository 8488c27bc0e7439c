"""Which marks go with a run of words; the run is written in brackets of its own: ⟦ ⟧."""

import pytest

from provenance.align import prepare
from provenance.align.matches import span_of_words
from provenance.model import Span

CASES = [
    "He said: ⟦“We stay.”⟧ Then he left.",
    "A gift—⟦underscored by images⟧—of loyalty.",
    "⟦(so they⟧ said)",
    "the hall, ⟦which leaks,⟧ closes",
    "⟦$30 was paid⟧ (in cash)",
    "It closed.⟦Nobody knew why.⟧",
    "⟦all of it…⟧",
    "« ⟦Nous restons,⟧ » dit-elle",
]


@pytest.mark.parametrize("drawn", CASES)
def test_marks_go_with_their_words(drawn):
    text = drawn.replace("⟦", "").replace("⟧", "")
    start, end = drawn.index("⟦"), drawn.index("⟧") - 1
    side = prepare(text, Span(0, len(text)))
    inside = [place for place, at in enumerate(side.tokens.starts.tolist()) if start <= at < end]
    assert span_of_words(side, inside[0], inside[-1] + 1).of(text) == text[start:end]


def test_marks_beyond_the_body_stay_outside():
    text = "Notes: “Well done” (see below)"
    body = Span(text.index("Well"), text.index("done") + 4)
    side = prepare(text, body)
    assert span_of_words(side, 0, 2) == body
