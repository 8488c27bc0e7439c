"""Which links get passages by meaning: those that are asserted as derived and show little by words."""

from dataclasses import replace

import pytest

from provenance.comparison.meaning_passages import crosses, wants_meaning
from provenance.model import Article, Link, Match, Passage, Span

ASSERTED = Link("a", "b", "derived", 0.9, 0.2, 0.3, (), derived="b", source="a")
EARLIER = Passage(Match("edited", Span(0, 9), Span(0, 9), 1.0), versions=(None, 2))


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({}, True),
        ({"confidence": 0.79}, False),
        ({"relation": "same_event", "source": None, "derived": None}, False),
        ({"relation": "common_source", "source": None, "derived": None}, False),
        ({"share_b": 0.5}, False),
        ({"share_a": 0.9}, True),
        ({"share_a": 0.9, "derived": "a", "source": "b"}, False),
        ({"passages": (EARLIER,)}, False),
    ],
)
def test_which_links_want_passages_by_meaning(changes, wanted):
    assert wants_meaning(replace(ASSERTED, **changes)) is wanted


@pytest.mark.parametrize(
    ("one", "two", "wanted"), [("en", "de", True), ("en", "en", False), (None, "de", False), ("en", None, False)]
)
def test_two_languages_are_two_that_are_known(one, two, wanted):
    texts = [Article("a", "Words.", Span(0, 6), language=each) for each in (one, two)]
    assert crosses(*texts) is wanted
