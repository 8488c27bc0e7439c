"""An outlet's later report that keeps sentences of its own earlier one is told apart from other outlets' reports."""

import pytest

from provenance.comparison.event_reports import Reporter
from provenance.events.network import MEASURED
from provenance.model import Article, Span

FIRST = (
    "The ferry Marlin ran onto the Cobble sandbank off Tarn Point at 4.40 on Friday with 212 people on board. "
    "Harbour master Lena Ortiz said the pilot had reported a fault in the steering eleven minutes before. "
    "Two lifeboats from Tarn Point and one from Hale took everyone off by 6.15, and nobody was hurt. "
    "The Marlin was built in 1987 and has run aground three times since the Carrow Line bought her in 2009. "
    "The Transport Agency has sent four inspectors and expects a first report on Thursday."
)
KEPT = "The Marlin was built in 1987 and has run aground three times since the Carrow Line bought her in 2009. "
LATER = (
    "A loose bolt in the steering of the ferry Marlin put 212 people on the Cobble sandbank, inspectors found. "
    "In their first report the four from the Transport Agency write that the bolt had been missing for weeks. "
    f"{KEPT}Harbour master Lena Ortiz wants pilots to be able to stop a ferry from leaving Tarn Point or Hale. "
    "The Carrow Line says that it has now inspected the bolts of all its six ferries and will pay for the lifeboats."
)


def told(first: Article, later: Article) -> float:
    report = Reporter(lambda _: ()).report(later, [first], [True])
    return float(report.measures[0, MEASURED.index("own_report")])


def article(name: str, text: str, publisher: str | None) -> Article:
    return Article(name, text, Span(0, len(text)), publisher=publisher)


def test_an_old_sentence_of_the_same_outlet_counts() -> None:
    assert told(article("first", FIRST, "Coast Post"), article("later", LATER, "coast  post")) == 1


@pytest.mark.parametrize(("one", "two"), [("Coast Post", "Tarn Star"), (None, None), ("Coast Post", None)])
def test_a_sentence_of_another_outlet_is_nobodys_own(one: str | None, two: str | None) -> None:
    assert told(article("first", FIRST, one), article("later", LATER, two)) == 0


def test_an_outlets_report_without_an_old_sentence_is_no_follow_up() -> None:
    anew = LATER.replace(KEPT, "Built in 1987, she belongs to the Carrow Line since 2009 and ran aground thrice. ")
    assert told(article("first", FIRST, "Coast Post"), article("later", anew, "Coast Post")) == 0
