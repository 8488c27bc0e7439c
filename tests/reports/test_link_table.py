"""The table of links tells articles of the same publisher and title apart, on lines and beside each other."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import combinations

import pytest
from rich.console import Console

from provenance.model import Article, Link, PublicationTime, Span
from provenance.reports.terminal.link_table import print_links

DAY = 86_400.0
WIDTHS = (80, 120, 160)


def article(name: str, day: int | None, title: str = "No more Saturday boats") -> Article:
    time = None if day is None else PublicationTime(f"1970-01-{day + 1:02}", "day", day * DAY, (day + 1) * DAY - 1)
    return Article(name, "text", Span(0, 4), title, publisher="Inland Mirror", published=time)


def printed(articles: list[Article], width: int) -> str:
    terminal = width > 80
    console = Console(file=io.StringIO(), width=width, force_terminal=terminal, color_system=None)
    links = [Link(a.id, b.id, "near_duplicate", 0.9, 0.9, 0.9, ()) for a, b in combinations(articles, 2)]
    print_links(console, links, {each.id: each for each in articles})
    return console.file.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize("width", WIDTHS)
def test_times_tell_articles_of_one_title_apart(width: int) -> None:
    shown = " ".join(printed([article("one", 3), article("two", 4), article("other", 4, "Ferry")], width).split())
    assert shown.count("4 Jan 1970") == 2
    assert shown.count("5 Jan 1970") == 2  # not the article whose title is its own
    assert "Ferry ·" not in shown
    assert "· one" not in shown


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("days", [(3, 3, 4), (3, 4, None), (None, None, None)])
def test_ids_do_where_times_do_not(width: int, days: tuple[int | None, ...]) -> None:
    names = ("mirror-a", "mirror-b", "mirror-c")
    shown = printed([article(name, day) for name, day in zip(names, days, strict=True)], width)
    assert [shown.count(name) for name in names] == [2, 2, 2]


@pytest.mark.parametrize("width", WIDTHS)
def test_titles_that_differ_only_where_they_are_cut_are_told_apart(width: int) -> None:
    long = "The council of the islands put off the vote on Saturday boats until the county has paid for both crews "
    shown = printed([article("mirror-a", 3, f"{long}A"), article("mirror-b", 3, f"{long}B")], width)
    assert "mirror-a" in shown.replace("\n", "") or f"{long}A".split()[-1] in shown.split()
    assert all(len(each) <= width for each in shown.splitlines())


@pytest.mark.parametrize("width", WIDTHS)
def test_long_ids_are_whole(width: int) -> None:
    names = [f"https://inland.example/2025/03/no-more-saturday-boats-for-the-islands/{letter}" for letter in "ab"]
    shown = printed([article(name, None) for name in names], width)
    flat = "".join(shown.split())
    assert all(flat.count(name) == 1 for name in names)


def test_names_of_their_own_carry_nothing_more() -> None:
    shown = printed([article("one", 3, "Ferry"), article("two", 4, "Boats")], 80)
    assert "·" not in shown
    assert "1970" not in shown


def test_one_article_in_several_links_needs_no_mark() -> None:
    one, two, three = article("one", 3, "Ferry"), article("two", 4, "Boats"), article("three", 5, "Crews")
    assert "·" not in printed([one, two, three], 120)
    assert "·" not in printed([replace(one, publisher=None), two], 120)
