"""What two articles say of where they have it from: links, versions, agencies' marks, credits in prose."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import article, moment

from provenance.lineage import weights
from provenance.lineage.agencies import SHIPPED, learn
from provenance.lineage.mentions import address_of, credited_sources, mentions_of, weigh_mentions
from provenance.model import Article, Evidence
from provenance.model.evidence import AgencyMark, AgencySends, CreditedAlike, LinkTo, Reprint, Revision

ARGUED = weights.news()
BREAD = "Bread is dear, and nobody will bake less of it before the end of next week."


def weighed(a: Article, b: Article, copied: float = 1.0) -> list[Evidence]:
    agencies = learn([a, b])
    return weigh_mentions(a, b, (mentions_of(a, agencies), mentions_of(b, agencies)), ARGUED, copied, agencies)


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
    assert weighed(a, b) == [Evidence(LinkTo(), "a", ARGUED["link"])]


def test_the_later_of_two_versions_of_an_address_is_the_revision() -> None:
    url = "https://valley.example/bread"
    a = article("a", BREAD, moment("2024-05-01T08:00"), url=url)
    b = replace(article("b", BREAD, moment("2024-05-01T08:00"), url=url), modified=moment("2024-05-02T09:00"))
    revised = Revision("valley.example/bread", "2024-05-02T09:00")
    assert weighed(a, b) == [Evidence(revised, "a", ARGUED["revision"])]
    assert weighed(b, a) == [Evidence(revised, "b", ARGUED["revision"])]
    assert weighed(a, replace(b, modified=None)) == []


POST, HERALD, FENMARK = "Valley Post", "Hill Herald", "Fenmark News Agency"


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
        (
            (POST, "Reuters"),
            (HERALD, "Associated Press"),
            (AgencyMark("Reuters and Associated Press", "two"), "common", "one_agency"),
        ),
        # Under whichever of its names it publishes.
        (("The Fenmark News Agency", None), (HERALD, "FNA"), (AgencyMark(FENMARK, "publisher"), "a", "same_agency")),
        ((POST, "Fenmark"), (FENMARK, "FNA"), (AgencyMark(FENMARK, "publisher"), "b", "same_agency")),
        ((POST, "FNA"), (HERALD, FENMARK), (AgencyMark(FENMARK, "both"), "common", "same_agency")),
        ((FENMARK, "FNA"), (HERALD, None), (AgencySends(FENMARK), "a", "agency_sends")),
        ((FENMARK, None), (HERALD, None), (AgencySends(FENMARK), "a", "agency_sends")),
        ((FENMARK, None), ("Meridian Wire", None), None),
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


def test_both_may_call_one_agency_by_different_names() -> None:
    a = article("a", f"{BREAD} The baker told the Fenmark News Agency (FNA) so.")
    b = article("b", f"{BREAD} According to FNA, the baker said so.")
    assert weighed(a, b) == [Evidence(CreditedAlike((FENMARK,)), "common", ARGUED["credited_alike"])]


def test_an_agency_that_one_prints_and_the_other_credits_sent_it_to_both() -> None:
    marked = article("a", f"TEASEL (FNA) - {BREAD}", publisher=POST)
    credit = "Bread is dear, and nobody will bake it before the end of the week, according to the news agency FNA."
    crediting = article("b", f"{credit} The mayor was not to be reached.", publisher=HERALD)
    wire = article("w", "Rain.", publisher=FENMARK)
    agencies = learn([marked, crediting, wire])

    def reasons(a: Article, b: Article) -> list[Evidence]:
        return weigh_mentions(a, b, (mentions_of(a, agencies), mentions_of(b, agencies)), ARGUED, 0.0, agencies)

    (found,) = reasons(marked, crediting)
    assert found.arguments == AgencyMark(FENMARK, "credited", "a")
    assert found.favours == "common"
    assert ARGUED["agency_credited"] / 2 <= found.weight <= ARGUED["agency_credited"]
    (back,) = reasons(crediting, marked)
    assert back == Evidence(AgencyMark(FENMARK, "credited", "b"), "common", found.weight)
    other = article("b", "Two trains collided in heavy fog near Marrow, according to FNA.", publisher=HERALD)
    assert reasons(marked, other) == []


def test_who_ascribes_what_both_say_has_read_the_other() -> None:
    a = article("a", BREAD, publisher=POST)
    credit = "Bread is dear, and nobody will bake it, according to the Valley Post."
    b = article("b", f"{credit} {BREAD}", publisher=HERALD)
    (found,) = weighed(a, b)
    assert (found.kind.name, found.favours) == ("ascribed", "a")
    assert ARGUED["ascribed"] / 2 <= found.weight <= ARGUED["ascribed"]
    assert [each.favours for each in weighed(b, a)] == ["b"]
    trains = "Two trains collided near Marrow in heavy fog, the Valley Post reported, and forty passengers were hurt."
    assert weighed(a, article("b", f"{BREAD} {trains} {trains}", publisher=HERALD)) == []


def test_a_note_of_a_reprint_is_evidence_of_its_source() -> None:
    a = article("a", BREAD, publisher=POST)
    b = article("b", f"{BREAD}\n\nThis story first appeared in the Valley Post.", publisher=HERALD)
    note = Reprint("This story first appeared in the Valley Post.")
    assert weighed(a, b) == [Evidence(note, "a", ARGUED["reprint"])]
    assert weighed(b, a) == [Evidence(note, "b", ARGUED["reprint"])]
    assert weighed(a, b, 0.0) == []
    back = article("a", f"{BREAD}\n\nSource: Hill Herald", publisher=POST)
    assert weighed(back, b) == [], "each says that the other has it first"


@pytest.mark.parametrize(
    ("text", "agency", "credited"),
    [
        ("HARBOUR CITY (AP) — Bread is dear.", "Associated Press", {}),
        ("(Reuters) - Bread is dear.", "Reuters", {}),
        ("Bread is dear, the baker told Reuters.", None, {"Reuters": "interview"}),
        ("Bread is dear, according to the Valley Herald, and scarce.", None, {"Valley Herald": "report"}),
        ("The Valley Herald reported that bread is dear.", None, {"Valley Herald": "report"}),
        (
            "The Post Herald reports dear bread, the baker told CNN.",
            None,
            {"Post Herald": "report", "CNN": "interview"},
        ),
        ("Bread is dear, the state news agency TASS reported.", None, {"TASS": "report"}),
        ("Bread is dear, according to news agency dpa.", None, {"Deutsche Presse-Agentur": "report"}),
        ("The APple pie is dear (APs say).", None, {}),
        ("Bread is dear. (Northern Wire)", "Northern Wire", {}),
        ("Bread is dear, according to the Valley Herald Monday.", None, {"Valley Herald": "report"}),
        ("Bread is dear, according to the Valley Herald. Rain is not.", None, {"Valley Herald": "report"}),
        ("Bread is dear, the baker told Harbour radio.", None, {"Harbour radio": "interview"}),
        ("Bread is dear, the baker told Swedish television on Monday.", None, {"Swedish television": "interview"}),
        # Names that begin as an outlet's might, people and common words.
        ("Bread is dear, the baker told Ada radios are as well.", None, {}),
        ("It is hot, according to the New York Independent System Operator.", None, {}),
        ("It is hot, the baker told the Harbour Times Square Alliance.", None, {}),
        ("It is hot, according to the National Journal Foundation for Bread.", None, {}),
        ("Bread is dear, according to Emily Post.", None, {}),
        ("The baker told Jim Press and Ada Sun so.", None, {}),
        ("The baker told Daily.", None, {}),
    ],
)
def test_agencies_and_outlets_in_a_text(text: str, agency: str | None, credited: dict[str, str]) -> None:
    made = article("a", text)
    assert mentions_of(made).agency == agency
    assert credited_sources(made, SHIPPED) == credited


def test_what_was_told_to_a_broadcaster_is_not_where_the_text_is_from() -> None:
    found = mentions_of(article("a", f"{BREAD} The baker told CNN. The Associated Press contributed to this report."))
    assert found.everything == ("CNN", "Associated Press")
    assert found.sources == ("Associated Press",)


def test_the_agency_that_a_reader_recognised_counts() -> None:
    assert mentions_of(article("a", "Bread.", agency="Southern Wire")).agency == "Southern Wire"
    assert mentions_of(article("a", "Bread.", agency="AP")).agency == "Associated Press"


def test_long_texts_without_credits_are_read_quickly() -> None:
    hostile = "told the " * 30_000 + "A " * 30_000 + "(" * 30_000 + "a reported " * 10_000
    assert mentions_of(article("a", hostile)).credited == ()  # a pattern that backtracks would never end
