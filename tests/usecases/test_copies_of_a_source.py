"""Two archived articles with one text do not explain each other away: what was made from either has a source."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from provenance import Archive
from provenance.model import Findings, Link
from provenance.reports import verdicts

Row = Mapping[str, Any]

SENTENCES = (
    "A brick kiln beside the Arven canal burst on Friday night and threw tiles over three streets, and the owner had "
    "been told in May to mend a crack that ran from the flue to the loading door.",
    "The night watchman, Jorun Salte, had raked out the fire at six and gone home to supper.",
    "Nobody was hurt, said the ferryman, Odd Bakke, who heard the roof go and the tiles fall on the chapel.",
    "Eleven houses lost their windows, and the school in Mill Lane stays closed until Tuesday.",
    "Inspectors of the canal board will measure the walls of the other four kilns next week.",
    "In 1911 a kiln of the same make fell into the canal at Torp, without hurting anybody.",
    "Bricklayers say that the old mortar was mixed with sand from the lower lock.",
    "A fund for the families who cannot sleep at home had 4,200 crowns by Sunday noon.",
)
MADE = (
    "Parents in Mill Lane will have to keep their children at home. A brick kiln beside the Arven canal burst on "
    "Friday night and threw tiles over three streets, and the owner had been told in May to mend a crack that "
    "ran from the flue to the loading door. Classes may move to the sail loft by the lower lock, if the heating "
    "there can be made to work, and the headmistress wants the desks carried over on Sunday by whoever has a cart "
    "and dry boots. The timetable is pinned to the door of the bakery, where the cook will also give out bread "
    "and soup."
)
OUTLETS = ("Fjord Mail", "Valley Times", "Hill Post", "Lake Echo", "Mill Gazette")


def row(name: str, publisher: str, hour: int, text: str, title: str = "Kiln bursts at Arven") -> Row:
    return {
        "id": name,
        "publisher": publisher,
        "published": f"2025-03-07T{hour:02}:00:00Z",
        "title": title,
        "text": text,
    }


FIRST = row("first", "Arven Courier", 9, " ".join(SENTENCES))
LATEST = row("latest", "Inland Mirror", 18, MADE, "No school in Mill Lane")


def copies(number: int, hours: Sequence[int], change: Callable[[int], Mapping[str, str]] = lambda _: {}) -> list[Row]:
    return [
        {**row(f"copy{place}", OUTLETS[place], hours[place % len(hours)], " ".join(SENTENCES)), **change(place)}
        for place in range(number)
    ]


def one_sentence_cut(place: int) -> Mapping[str, str]:
    return {"text": " ".join((*SENTENCES[: place + 1], *SENTENCES[place + 2 :]))}


def another_headline(place: int) -> Mapping[str, str]:
    return {"title": f"Tiles over three streets ({place})"}


Found = Callable[..., tuple[Findings, dict[tuple[str, str], Link]]]


@pytest.fixture
def found(tmp_path: Path) -> Found:
    """What a check says of an article in an archive of these rows, and what an audit does with it among them."""

    def found(rows: Sequence[Row], latest: Row = LATEST) -> tuple[Findings, dict[tuple[str, str], Link]]:
        with Archive(tmp_path / "news.db") as archive:
            for name, several in (("rows", rows), ("latest", [latest])):
                (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, several)), "utf-8")
            archive.add([tmp_path / "rows.jsonl"], jobs=1)
            (findings,) = archive.check([tmp_path / "latest.jsonl"])
            archive.add([tmp_path / "latest.jsonl"], jobs=1)
            archive.audit(jobs=1)
            return findings, {(link.a, link.b): link for link in archive.links()}

    return found


SAID = re.compile(r"This article was (?:very )?probably \(\d\d%\) made from (.+?): ")


def sources(findings: Findings) -> str:
    """The sources in the first sentence of a verdict that has no other."""
    (said,) = verdicts.of_findings(findings)
    match = SAID.match(said)
    assert match, said
    return match.group(1)


def test_one_source(found: Found) -> None:
    findings, links = found([FIRST])
    assert sources(findings) == "Arven Courier's article of 7 March"
    assert links["first", "latest"].source == "first"


@pytest.mark.parametrize("change", [lambda _: {}, another_headline], ids=["equal", "headline"])
@pytest.mark.parametrize(
    ("number", "named"),
    [
        (1, "its copy, Fjord Mail's article of 7 March"),
        (2, "one of its copies, Fjord Mail's article of 7 March and Valley Times' article of 7 March"),
        (5, "one of its 5 copies"),
    ],
)
def test_later_copies_are_named_with_the_source(found: Found, number: int, named: str, change: Any) -> None:
    findings, links = found([FIRST, *copies(number, [11, 12, 13], change)])
    assert sources(findings) == f"Arven Courier's article of 7 March or {named}"
    assert links["first", "latest"].source == "first"
    for place in range(number):
        assert links[f"copy{place}", "latest"].common_source == "first"
        assert links[f"copy{place}", "first"].source == "first"


@pytest.mark.parametrize("number", [1, 2, 5])
def test_copies_of_one_hour_may_each_be_the_source(found: Found, number: int) -> None:
    findings, links = found([FIRST, *copies(number, [9])])
    assert sources(findings).startswith("Fjord Mail's article of 7 March or ")
    for name in ("first", *(f"copy{place}" for place in range(number))):
        link = links[min(name, "latest"), max(name, "latest")]
        assert (link.relation, link.source) == ("derived", name)
        assert sum(each.kind.name == "copy_of_source" for each in link.evidence) == number


def test_the_earliest_known_copy_is_named_first(found: Found) -> None:
    findings, links = found([FIRST, *copies(1, [7])])
    assert sources(findings) == "Fjord Mail's article of 7 March or its copy, Arven Courier's article of 7 March"
    assert links["copy0", "latest"].source == "copy0"


@pytest.mark.parametrize("number", [1, 2, 5])
def test_a_copy_without_one_sentence_leaves_the_source_its_text(found: Found, number: int) -> None:
    findings, links = found([FIRST, *copies(number, [11, 12], one_sentence_cut)])
    assert verdicts.of_findings(findings)[0].startswith("This article was ")
    assert sources_of(links) == {"first"}


def test_copies_that_came_later_are_no_source(found: Found) -> None:
    findings, links = found([FIRST, *copies(2, [19])])
    assert verdicts.of_findings(findings)[0].startswith("This article was ")
    assert sources_of(links) == {"first"}


def sources_of(links: Mapping[tuple[str, str], Link]) -> set[str | None]:
    return {link.source for link in links.values() if link.derived == "latest"}


@pytest.mark.parametrize("number", [0, 1, 3])
@pytest.mark.parametrize("change", [lambda _: {}, one_sentence_cut], ids=["equal", "cut"])
def test_the_last_sentences_of_copies_are_no_signature(found: Found, number: int, change: Any) -> None:
    text = f"{MADE.partition('. ')[0]}. {MADE.partition('door. ')[2]} {' '.join(SENTENCES[6:])}"
    rows = [FIRST, *copies(number, [11, 12, 13], change)]
    findings, _ = found(rows, {**LATEST, "text": text})
    assert verdicts.of_findings(findings)[0].startswith("This article was ")
