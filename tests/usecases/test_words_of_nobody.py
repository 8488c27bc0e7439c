"""What everybody prints is nobody's: notices, templates, laws and statements make no article another's source."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from provenance import Archive
from provenance.model import Link
from provenance.usecases.comparing import compare

LEADS = (
    "Two beekeepers above the Lune lost half of their hives in the frost.",
    "A barge with flour ran aground below the old lock on Sunday night.",
    "The choir of Saint Odo cannot sing at Easter, its only tenor has left.",
    "Nine geese of the mill pond were counted among the prize winners.",
    "Rain has washed the new road out again, the county wants a dam.",
    "An organ builder from Teasel found letters inside the great pipe.",
    "Ten pupils of the upper school repaired the clock in the market hall.",
    "A fire in the tannery was put out before the engine arrived.",
    "The ferryman retires after fifty years and one shipwreck.",
    "Fishermen complain about the price of salt and of everything else.",
    "The weigh house will be sold, unless the guild can find a tenant.",
    "Wolves were heard near the upper farms, nobody has seen them.",
)
WALL = (
    "To go on with this story, please become a subscriber or start a free trial. A subscription pays for reporters "
    "who live where you live. Already a subscriber? Log in with your email address and password. You can cancel at "
    "any time by ringing our reader service between nine and four on working days."
)
OTHER_WALL = (
    "Der Text geht nur für Leute weiter, die uns bezahlen, weil Zeitungen Geld kosten und Drucker auch "
    "essen möchten, und wer das nicht einsieht, dem helfen gewiss auch die besten Gründe nicht, "
    "die eine Verlegerin nennen könnte."
)


Row = tuple[str, str, str]  # publisher, day, text


@pytest.fixture
def links_of(tmp_path: Path) -> Callable[[Sequence[Row]], tuple[Link, ...]]:
    """Every link of an archive of these articles at any confidence; two of them are compared as well."""

    def links(rows: Sequence[Row]) -> tuple[Link, ...]:
        path = tmp_path / "articles.jsonl"
        keys = ("publisher", "published", "text")
        lines = [{"id": f"a{place:02}", **dict(zip(keys, row, strict=True))} for place, row in enumerate(rows)]
        path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
        with Archive(tmp_path / "articles.db") as archive:
            archive.add([path], jobs=1)
            archive.audit(jobs=1)
            found = tuple(archive.links())
            if len(rows) == 2:
                articles = archive.store.articles.get_known(["a00", "a01"])
                (link,) = compare(articles["a00"], articles["a01"]).links
                assert bool(link.passages) == bool(found)
                assert link.relation != "derived" or found[0].relation == "derived"
        return found

    return links


@pytest.mark.parametrize("gap", ["\n\n", " "], ids=["a paragraph", "the same paragraph"])
def test_outlets_with_the_same_notice_have_no_link(links_of, gap: str) -> None:
    pair = [
        ("Vale Post", "2025-03-04", f"{LEADS[0]}{gap}{WALL}"),
        ("Lune Mirror", "2025-03-06", f"{LEADS[1]}{gap}{WALL}"),
    ]
    assert links_of(pair) == ()


def test_a_notice_that_no_rule_knows_is_known_by_how_many_have_it(links_of) -> None:
    rows = [
        (f"Paper {place}", f"2025-{1 + place // 2:02}-{1 + 13 * (place % 2):02}", f"{lead}\n\n{OTHER_WALL}")
        for place, lead in enumerate(LEADS)
    ]
    assert links_of(rows) == ()
