"""Copies of one text are one witness: what is said of a link does not depend on how often a text was reprinted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

import pytest

from provenance import compare
from provenance.lineage import judge
from provenance.lineage.copies import has_copies
from provenance.lineage.texts import lay_out, same_texts
from provenance.model import Article, Link, Passage, Span
from provenance.sources.times.timestamps import parse_time

STORY = (
    "A crane fell into the eastern dock of Port Ashby on Monday night and sank a pilot boat that was moored below it."
    " Nobody was aboard, said the harbour office, which had closed the dock at dusk because of the storm. Divers will"
    " look for the hook in the morning, and the ferry to Marrow Island leaves from the coal pier until Friday."
)
TAKEN = (
    f"Freight through Port Ashby has stopped. {STORY[:213]} Farmers in the valley fear for the grain sale, and the"
    " mill at Osterby is looking for lorries to bring its flour to the coast."
)
OTHER = (
    "The price of flour rose again this week. A baker in Marrow said that nobody knows when the mill will have grain."
    f" {STORY[216:330]}, he added, so that bread comes late."
)


def article(name: str, text: str, hour: int | None, publisher: str) -> Article:
    published = parse_time(f"2025-03-04T{hour:02}:00:00Z") if hour is not None else None
    return Article(name, text, Span(0, len(text)), title="Crane falls", publisher=publisher, published=published)


def judged(articles: Mapping[str, Article]) -> dict[tuple[str, str], Link]:
    passages: dict[tuple[str, str], tuple[Passage, ...]] = {}
    for a, b in combinations(sorted(articles), 2):
        passages[a, b] = compare(articles[a], articles[b]).links[0].passages
    return judge(articles, passages)


def world(hours: tuple[int | None, ...], copies: int, text: str = STORY) -> dict[str, Article]:
    story, taken, other = hours
    found = [
        article("m-story", STORY, story, "Coast Courier"),
        article("m-taken", TAKEN, taken, "Inland Mirror"),
        article("m-other", OTHER, other, "Valley Post"),
    ]
    same_hour = {STORY: story, TAKEN: taken}[text]
    # Reprints come before and after the first in the order of ids, with white space of their own.
    found += [article(f"{'az'[n % 2]}{n}", text.replace(". ", ".\n"), same_hour, f"Paper {n}") for n in range(copies)]
    return {each.id: each for each in found}


@pytest.mark.parametrize("hours", [(9, 15, 17), (15, 9, 17), (None, None, None), (None, 15, 17), (9, 9, 9)])
@pytest.mark.parametrize("text", [STORY, TAKEN])
@pytest.mark.parametrize("copies", [1, 4, 20])
def test_copies_change_nothing_about_other_links(hours: tuple[int | None, ...], copies: int, text: str) -> None:
    alone, among = judged(world(hours, 0)), judged(world(hours, copies, text))
    for pair, link in alone.items():
        reprinted = among[pair]
        said, was = ((each.relation, each.source, each.likeliest) for each in (reprinted, link))
        assert said == was
        assert reprinted.confidence == pytest.approx(link.confidence, abs=1e-6)
        assert [each.kind.name for each in reprinted.evidence] == [each.kind.name for each in link.evidence]
        assert [each.weight for each in reprinted.evidence] == pytest.approx([each.weight for each in link.evidence])


def test_every_copy_keeps_its_link() -> None:
    among = judged(world((9, 15, 17), 4))
    links = {name: among[tuple(sorted(("m-taken", name)))] for name in ("m-story", "a0", "z1", "a2", "z3")}  # type: ignore[index]
    assert {link.source for link in links.values()} == set(links)
    assert {link.derived for link in links.values()} == {"m-taken"}
    assert len({round(link.confidence, 6) for link in links.values()}) == 1


def test_a_reprint_that_came_later_is_no_source_beside_the_first() -> None:
    articles = world((9, 15, 17), 1)
    articles["a0"] = replace(articles["a0"], published=parse_time("2025-03-04T12:00:00Z"))
    among = judged(articles)
    assert among["m-story", "m-taken"].source == "m-story"
    alone = judged(world((9, 15, 17), 0))["m-story", "m-taken"]
    assert among["m-story", "m-taken"].confidence == pytest.approx(alone.confidence, abs=1e-3)
    assert among["a0", "m-taken"].source != "a0"  # both may come from the first


def test_what_is_a_copy() -> None:
    found = world((9, 15, 17), 2)
    found["empty"] = article("empty", "...", 9, "X")
    found["empty too"] = article("empty too", "...", 9, "X")
    texts = lay_out(found, {})
    groups: dict[int, set[str]] = {}
    for name, number in zip(texts.ids, same_texts(texts).tolist(), strict=True):
        groups.setdefault(number, set()).add(name)
    expected = [["a0", "m-story", "z1"], ["empty"], ["empty too"], ["m-other"], ["m-taken"]]
    assert sorted(map(sorted, groups.values())) == expected
    assert has_copies(same_texts(texts))
    assert not has_copies(same_texts(lay_out(world((9, 15, 17), 0), {})))
