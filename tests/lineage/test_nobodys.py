"""What the rule about words of nobody takes from a link, and what stands against it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.lineage.nobodys import UNCLAIMED, unclaimed, words_of_nobody
from provenance.model import Article, Evidence, Link, Match, Passage, Span
from provenance.model.evidence import Credit, ExactNumber, FilledForm, PublicText, Revision, ThirdHolder

LAW = "No miller shall stop the water of the Lune between sunset and sunrise, on pain of a week of grain."
FORM = (Evidence(FilledForm(7, 8, 1, 3), "common", 4.0),)
PUBLIC = (Evidence(PublicText("section 1", "section 1", 90, 100), "common", 4.0),)


def article(name: str, text: str) -> Article:
    return Article(name, text, Span(0, len(text)))


ONE = article("one", f"Geese were counted. Section 12 of the Water Act reads:\n\n{LAW}\n\nRain fell.")
TWO = article("two", f"The choir cannot sing. I looked up section 12 of the act:\n\n{LAW}\n\nWolves were heard.")
THE_LAW = article("law", f"Section 11. Locks close at sunset. Section 12. {LAW} Section 13. Keepers eat first.")
THIRD = article("three", f"Salt is dear. It is in section 12 of the Water Act:\n\n{LAW}\n\nFishermen complain.")


def derived(*evidence: Evidence) -> Link:
    return Link("one", "two", "derived", 0.9, 0.5, 0.5, (), derived="two", source="one", evidence=evidence)


@pytest.mark.parametrize("found", [FORM, PUBLIC], ids=["form", "public text"])
def test_neither_is_the_source(found: tuple[Evidence, ...]) -> None:
    link = unclaimed(derived(), found, ONE, TWO, None)
    assert (link.relation, link.source, link.derived, link.likeliest) == ("undetermined", None, None, "common_source")
    assert link.confidence <= UNCLAIMED
    assert link.evidence == found


def test_without_such_words_a_link_stays_what_it_is() -> None:
    assert unclaimed(derived(), (), ONE, TWO, None) == derived()


@pytest.mark.parametrize(
    "said",
    [Evidence(Credit("the Post"), "a", 2.0), Evidence(Revision("post.example/1", "2025-03-04"), "a", 4.0)],
    ids=["a credit", "a newer version of one address"],
)
def test_what_an_article_says_of_its_source_stands(said: Evidence) -> None:
    link = unclaimed(derived(said), FORM, ONE, TWO, None)
    assert (link.relation, link.source) == ("derived", "one")
    assert set(link.evidence) == {said, *FORM}


def test_figures_of_two_reports_are_no_rounded_figure() -> None:
    rounded = Evidence(ExactNumber((("85", "80"),)), "a", 0.7)
    assert unclaimed(derived(rounded), FORM, ONE, TWO, None).evidence == FORM
    assert rounded in unclaimed(derived(rounded), PUBLIC, ONE, TWO, None).evidence


def test_the_law_itself_is_the_common_source_and_a_third_user_is_not() -> None:
    link = replace(
        derived(Evidence(ThirdHolder("law"), "common", 3.0)),
        relation="common_source",
        source=None,
        derived=None,
        common_source="law",
    )
    assert unclaimed(link, PUBLIC, ONE, TWO, THE_LAW).common_source == "law"
    other = unclaimed(replace(link, common_source="three"), PUBLIC, ONE, TWO, THIRD)
    assert (other.relation, other.common_source) == ("undetermined", None)


def test_what_is_found_between_two_who_introduce_a_law() -> None:
    a, b = ONE.text.index(LAW), TWO.text.index(LAW)
    spans = (Span(a, a + len(LAW)), Span(b, b + len(LAW)))
    match = Match("verbatim", *spans, 1.0, (spans,))
    (found,) = words_of_nobody(ONE, TWO, [Passage(match)])
    assert found.favours == "common"
    assert found.kind.is_nobodys
    assert words_of_nobody(ONE, TWO, []) == ()
