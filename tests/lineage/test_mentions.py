"""What two articles say of where they have it from: links, versions, agencies' marks, credits in prose."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import article, moment

from provenance.lineage import weights
from provenance.lineage.marks import is_dispatch, resold
from provenance.lineage.mentions import address_of, mentions_of, weigh_mentions
from provenance.model import Article, Evidence
from provenance.model.evidence import AgencyMark, CreditedAlike, LinkTo, Revision

ARGUED = weights.news()
BREAD = "Bread is dear, and nobody will bake less of it before the end of next week."


def weighed(a: Article, b: Article, copied: float = 1.0) -> list[Evidence]:
    return weigh_mentions(a, b, (mentions_of(a), mentions_of(b)), ARGUED, copied)


def test_who_links_has_seen_it() -> None:
    a = article("a", BREAD, url="https://www.valley.example/bread/")
    b = article("b", f"{BREAD} See valley.example/bread for more.")
    assert weighed(a, b) == [Evidence(LinkTo(), "a", ARGUED["link"])]
    assert weighed(b, a) == [Evidence(LinkTo(), "b", ARGUED["link"])]


def test_two_that_link_to_each_other_say_nothing() -> None:
    a = article("a", f"{BREAD} hill.example/loaf", url="https://valley.example/bread")
    b = article("b", f"{BREAD} valley.example/bread", url="https://hill.example/loaf")
    assert weighed(a, b) == []


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://www.valley.example/bread/", "valley.example/bread"),
        ("https://valley.example/", ""),
        ("http://a.b/c", ""),
        (None, ""),
    ],
)
def test_the_address_of_a_page(url: str | None, address: str) -> None:
    assert address_of(replace(article("a", ""), url=url)) == address


def test_a_link_in_the_metadata_counts() -> None:
    a = article("a", BREAD, url="https://valley.example/bread")
    b = replace(article("b", BREAD), metadata={"via": "http://valley.example/bread?x=1"})
    found = weighed(a, b)
    assert Evidence(LinkTo(), "a", ARGUED["link"]) in found
    assert [each.favours for each in found if each.kind.name == "reprint"] == ["a"]


def test_the_later_of_two_versions_of_an_address_is_the_revision() -> None:
    url = "https://valley.example/bread"
    a = article("a", BREAD, moment("2024-05-01T08:00"), url=url)
    b = replace(article("b", BREAD, moment("2024-05-01T08:00"), url=url), modified=moment("2024-05-02T09:00"))
    revised = Revision("valley.example/bread", "2024-05-02T09:00")
    assert weighed(a, b) == [Evidence(revised, "a", ARGUED["revision"])]
    assert weighed(b, a) == [Evidence(revised, "b", ARGUED["revision"])]
    assert weighed(a, replace(b, modified=None)) == []


POST, HERALD = "Valley Post", "Hill Herald"


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        # (publisher, agency) of both; the evidence, or None.
        ((POST, "Reuters"), (HERALD, "Reuters"), (AgencyMark("Reuters", "both"), "common", "same_agency")),
        ((POST, "Reuters"), (HERALD, None), (AgencyMark("Reuters", "one", "a"), "common", "one_agency")),
        ((POST, None), (HERALD, "Reuters"), (AgencyMark("Reuters", "one", "b"), "common", "one_agency")),
        (("Reuters", None), (HERALD, "Reuters"), (AgencyMark("Reuters", "publisher"), "a", "same_agency")),
        ((POST, "Reuters"), ("Reuters", "Reuters"), (AgencyMark("Reuters", "publisher"), "b", "same_agency")),
        ((None, "Reuters"), (HERALD, "Reuters"), (AgencyMark("Reuters", "dispatch"), "a", "own_dispatch")),
        ((POST, "Reuters"), (None, "Reuters"), (AgencyMark("Reuters", "dispatch"), "b", "own_dispatch")),
        ((None, "Reuters"), (None, "Reuters"), None),
        ((None, "Reuters"), (HERALD, None), None),
        (("Reuters", "Reuters"), ("Reuters", "Reuters"), None),
        ((POST, "Reuters"), (HERALD, "Associated Press"), None),
    ],
)
def test_what_agencies_marks_say(a: tuple, b: tuple, found: tuple | None) -> None:
    one, two = (
        replace(article(name, BREAD), publisher=publisher, agency=agency)
        for name, (publisher, agency) in (("a", a), ("b", b))
    )
    expected = [] if found is None else [Evidence(found[0], found[1], ARGUED[found[2]])]
    assert weighed(one, two) == expected


def test_a_mark_weighs_as_much_as_prose_was_copied() -> None:
    a, b = (article(name, BREAD, publisher=name, agency="Reuters") for name in (POST, HERALD))
    assert weighed(a, b, 0.5)[0].weight == pytest.approx(ARGUED["same_agency"] / 2)
    assert weighed(a, b, 0.01) == []


def test_both_credit_one_agency_in_their_prose() -> None:
    a = article("a", f"{BREAD} The baker told Reuters so, according to the Valley Herald.")
    b = article("b", f"The baker told Reuters: {BREAD}")
    assert weighed(a, b) == [Evidence(CreditedAlike(("Reuters",)), "common", ARGUED["credited_alike"])]


def test_whose_text_an_outlet_ran() -> None:
    ran = article("a", BREAD, publisher=POST, agency="Reuters")
    own = article("b", BREAD, agency="Reuters")
    assert (resold(ran), resold(own), resold(article("c", BREAD))) == ("Reuters", None, None)
    assert is_dispatch(own, "Reuters")
    assert not is_dispatch(ran, "Reuters")
