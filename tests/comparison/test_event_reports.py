"""Which reports of an event may have only printed what an agency sent."""

from __future__ import annotations

import pytest

from provenance.comparison.event_reports import Reporter
from provenance.model import Article, Span

STORY = """The council of Tarnwick voted on Monday night to sell the old brewery to a builder of boats from Sandholm.
Mayor Ida Quell said the price of 4.2 million crowns would pay for a new school in the Weaver Street quarter.
Opponents counted 212 letters against the sale, most of them from brewers who lost their work in 2019.
The builder, Anton Reese, promised 80 jobs by May and said that the chimney, 43 metres high, would stay.
Nine councillors voted for the sale and eight against it, and one of them left the hall before the count.
"""


def article(name: str, text: str, publisher: str, agency: str | None = None) -> Article:
    return Article(name, text, Span(0, len(text)), publisher=publisher, agency=agency)


PRINTED = article("printed", STORY, "Tarnwick Post", agency="Reuters")
REWRITTEN = article("rewritten", STORY.replace("said", "told people"), "Hill Herald")
DISPATCH = article("dispatch", STORY, "Reuters")


@pytest.mark.parametrize(
    ("derived", "others", "expected"),
    [
        (REWRITTEN, [PRINTED], {"printed"}),
        (REWRITTEN, [DISPATCH, PRINTED], set()),
        (DISPATCH, [PRINTED], set()),
        (PRINTED, [REWRITTEN], set()),
    ],
    ids=["another's text", "the agency's own is there", "the agency's own is asked about", "nobody's mark"],
)
def test_what_an_agency_may_have_sent_to_both(derived: Article, others: list[Article], expected: set[str]) -> None:
    report = Reporter(lambda _: ()).report(derived, others, [True] * len(others))
    assert set(report.sources) == {each.id for each in others}
    assert report.sent == expected
