"""Two outlets that draw on one agency whose text the archive lacks: neither is said to have copied the other."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from provenance import Archive
from provenance.lineage.limits import at_confidence
from provenance.model import Link

Judged = Callable[..., Link]

STORY = """BRACKWELL, May 4{mark} — The last paper mill on the river Ather will close in September with the loss of \
340 jobs, its Finnish owner said on Thursday.

The mill has made newsprint since 1891 and lost 14 million pounds last year. Energy costs had tripled in two years, \
the company {said}, and orders from newspapers fell by a fifth.

"We looked at every machine in the building and could not make one of them pay," managing director Tuomas Heikkala \
told workers in the canteen.

The union said it had been given eleven minutes' notice of the announcement. It asked the government to step in, as \
it did at the steelworks in Corby two years ago.

The council fears for another 500 jobs among hauliers and suppliers, said its leader, Moira Stannard."""
CUT = """BRACKWELL{mark} — The last paper mill on the river Ather will close in September with the loss of 340 jobs, \
its Finnish owner said on Thursday.

The mill has made newsprint since 1891 and lost 14 million pounds last year. Orders from newspapers fell by a fifth, \
the company said.

"We looked at every machine in the building and could not make one of them pay," managing director Tuomas Heikkala \
told workers in the canteen.

The union said it had been given eleven minutes' notice of the announcement.

The council fears for another 500 jobs among hauliers and suppliers, said its leader, Moira Stannard."""
REWRITTEN = """Brackwell is to lose its paper mill. Machines that have turned out newsprint since 1891 stop in \
September, and 340 people will be looking for work.

The Finnish company that owns the plant blames energy bills that have tripled and newspapers that print less: orders \
are down by a fifth{credit}. Losses came to 14 million pounds last year.

Managing director Tuomas Heikkala broke the news in the canteen. "We looked at every machine in the building and \
could not make one of them pay," he {said}.

Workers had eleven minutes' notice, according to the union, which wants ministers to act as they did for the Corby \
steelworks. Moira Stannard, who leads the council, thinks 500 more jobs hang on the mill."""
NAME = "Northern News Agency"


def story(mark: str = "", above: str = "", below: str = "", said: str = "said in a statement") -> str:
    return above + STORY.format(mark=mark, said=said) + below


def cut(mark: str = "", above: str = "", below: str = "") -> str:
    return above + CUT.format(mark=mark) + below


def rewritten(credit: str = "", said: str = "said") -> str:
    return REWRITTEN.format(credit=credit, said=said)


@pytest.fixture
def judged(tmp_path: Path) -> Judged:
    """The link of two outlets' texts as recorded; `further` are rows of other articles in the archive."""

    def link(one: str, two: str, *further: dict[str, str], **authors: str) -> Link:
        rows = [
            {"id": "a", "publisher": "Valley Post", "text": one, "published": "2024-05-04T09:00:00Z"},
            {"id": "b", "publisher": "Hill Herald", "text": two, "published": "2024-05-04T12:00:00Z"},
            *further,
        ]
        for name, author in authors.items():
            rows["ab".index(name)]["author"] = author
        path = tmp_path / "rows.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        with Archive(tmp_path / "news.db") as archive:
            archive.add([path], jobs=1)
            archive.audit(jobs=1)
            (found,) = (each for each in archive.store.links.iterate() if {each.a, each.b} == {"a", "b"})
        return found

    return link


BOTH = {
    "marks in both datelines": (story(" (NNA)"), cut(" (NNA)"), {}, "NNA"),
    "lines with its name": (story(above=f"By {NAME}\n\n"), cut(above=f"{NAME}\n\n"), {}, NAME),
    "its mark and its name": (story(" (NNA)"), cut(above=f"By {NAME}\n\n"), {}, NAME),
    "its name as both authors": (story(), cut(), {"a": "Reuters", "b": "Reuters"}, "Reuters"),
    "a mark and an author": (story(" (AP)"), cut(), {"b": "Ines Fabri, Associated Press"}, "Associated Press"),
    "a mark and a share in the report": (
        story(" (AP)"),
        cut(below="\n\nThe Associated Press contributed to this report."),
        {},
        "Associated Press",
    ),
    "a mark and a credit": (story(" (NNA)"), rewritten(", according to NNA"), {}, "NNA"),
    "a mark and what was told to it": (story(" (NNA)"), rewritten(said=f"told the {NAME}"), {}, NAME),
    "a known mark and a credit": (story(" (Reuters)"), rewritten(", Reuters reported"), {}, "Reuters"),
    "credits in both": (story(said=f"told the {NAME}"), rewritten(f", according to the {NAME}"), {}, NAME),
    "credits in both, by its mark": (story(said="told AFP"), rewritten(", AFP reported"), {}, "Agence France-Presse"),
}


@pytest.mark.parametrize(("one", "two", "authors", "agency"), BOTH.values(), ids=BOTH)
def test_both_name_the_agency(judged: Judged, one: str, two: str, authors: dict[str, str], agency: str) -> None:
    link = at_confidence(judged(one, two, **authors), 0.8)
    assert (link.relation, link.source, link.common_source) == ("common_source", None, None)
    assert link.credited_source == agency
    assert link.credited


ONE = {
    "a mark on what was copied": (story(" (NNA)"), cut(), {}, "NNA"),
    "a mark on the copy": (story(), cut(" (NNA)"), {}, "NNA"),
    "an agency as author": (story(), cut(), {"a": NAME}, NAME),
    "a mark on what was rewritten": (story(" (NNA)"), rewritten(), {}, "NNA"),
    "a credit in what was rewritten": (story(), rewritten(f", according to the {NAME}"), {}, NAME),
    "a notice": (story(below="\n\n© 2024 AFP"), cut(), {}, "Agence France-Presse"),
}


@pytest.mark.parametrize(("one", "two", "authors", "agency"), ONE.values(), ids=ONE)
def test_one_names_the_agency(judged: Judged, one: str, two: str, authors: dict[str, str], agency: str) -> None:
    """Both probably have its text, and that stays open: the other may have copied."""
    recorded = judged(one, two, **authors)
    link = at_confidence(recorded, 0.8)
    assert (link.relation, link.source) == ("undetermined", None)
    assert recorded.likeliest == "common_source"
    assert recorded.credited_source == agency


def test_one_credit_in_two_stories_that_share_a_quotation_asserts_nothing(judged: Judged) -> None:
    said = '"We looked at every machine in the building and could not make one of them pay," Tuomas Heikkala'
    shipping = (
        f"Barges will stay empty this autumn. {said} told the {NAME} last week, and shipowners on the Ather lose "
        "their best customer. Two of them want to carry gravel instead, one sells his boats to Holland."
    )
    choir = (
        f"The works choir of Brackwell sang on Sunday, perhaps for the last time. {said} had said before. The tenor "
        "will move to the coast, where his brother fishes, and the basses hope for another hall."
    )
    link = at_confidence(judged(shipping, choir), 0.8)
    assert link.relation != "common_source"
    assert link.source is None


UNNAMED = {
    "both": (story(above="Staff and agencies\n\n"), cut(above="From staff and agency reports\n\n"), {}),
    "the authors": (story(), cut(), {"a": "Agencies", "b": "Staff and agencies"}),
    "one, copied": (story(above="Staff and agencies\n\n"), cut(), {}),
    "one, rewritten": (story(below="\n\n— with agencies"), rewritten(), {}),
    "wire services": (story(), cut(), {"a": "From wire reports", "b": "Wire services"}),
}


@pytest.mark.parametrize(("one", "two", "authors"), UNNAMED.values(), ids=UNNAMED)
def test_agencies_without_a_name_are_no_name(judged: Judged, one: str, two: str, authors: dict[str, str]) -> None:
    recorded = judged(one, two, **authors)
    link = at_confidence(recorded, 0.8)
    assert (link.relation, link.source, link.common_source, link.credited_source) == (
        "undetermined",
        None,
        None,
        None,
    )
    assert recorded.likeliest == "common_source"


OTHERS = {
    "no agency": (story(), rewritten()),
    "an outlet that was told": (story(), rewritten(said="told the BBC")),
    "a mention": (story(), rewritten(" in the street where the Northern News Agency has its offices")),
    "agencies of another sort": (story(below="\n\nEstate agencies and staff were not to be reached."), rewritten()),
}


@pytest.mark.parametrize(("one", "two"), OTHERS.values(), ids=OTHERS)
def test_what_names_no_agency_stays_made_from_the_other(judged: Judged, one: str, two: str) -> None:
    link = at_confidence(judged(one, two), 0.8)
    assert (link.relation, link.source) == ("derived", "a")


def test_two_agencies_are_no_common_source(judged: Judged) -> None:
    link = at_confidence(judged(story(" (AP)"), cut(" (Reuters)")), 0.8)
    assert link.relation != "common_source"
    assert link.relation != "derived" or link.credited_source is None


def test_an_archived_dispatch_is_the_common_source(judged: Judged) -> None:
    dispatch = {"id": "w", "publisher": NAME, "text": story(" (NNA)"), "published": "2024-05-04T07:00:00Z"}
    link = at_confidence(judged(story(" (NNA)"), cut(" (NNA)"), dispatch), 0.8)
    assert (link.relation, link.common_source) == ("common_source", "w")
    assert link.credited_source == NAME


def test_an_archived_dispatch_is_the_source_of_what_credits_it(judged: Judged) -> None:
    dispatch = {"id": "w", "publisher": NAME, "text": story(" (NNA)"), "published": "2024-05-04T07:00:00Z"}
    recorded = judged(story(" (NNA)"), rewritten(", according to NNA"), dispatch)
    link = at_confidence(recorded, 0.8)
    assert link.source is None
    assert link.common_source in ("w", None)
    assert recorded.credited_source == NAME
