"""What articles are called: short, alike throughout one answer, never two by one name."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from provenance.model import Article, PublicationTime, Span
from provenance.reports.naming import Naming

DAY = 86400.0


def dated(written: str, precision: str = "day", day: int = 0) -> PublicationTime:
    start = 1_714_608_000.0 + day * DAY  # 2 May 2024
    return PublicationTime(written, precision, start, start + DAY - 1)  # type: ignore[arg-type]


SECOND, THIRD = dated("2024-05-02"), dated("2024-05-03", day=1)


def article(name: str, publisher: str | None, published: PublicationTime | None, **more: object) -> Article:
    return Article(name, "text", Span(0, 4), f"Title of {name}", None, publisher, published=published, **more)  # type: ignore[arg-type]


MINE = article("mine", "Harbour Post", THIRD)
WIRE = article("wire", "Coast Wire", SECOND)


def test_an_outlet_that_has_one_article_in_the_answer_is_enough() -> None:
    names = Naming.of([MINE, WIRE], "mine")
    assert names.short("mine") == names.story("mine") == "this article"
    assert names.short("wire") == "Coast Wire"
    assert names.story("wire") == "Coast Wire's article of 2 May"
    assert names.head("wire") == "Coast Wire: Title of wire"
    assert Naming.of([MINE, WIRE]).story("mine") == "Harbour Post's article of 3 May"


def test_the_article_asked_about_does_not_count() -> None:
    names = Naming.of([replace(MINE, publisher="Coast Wire"), WIRE], "mine")
    assert names.short("wire") == "Coast Wire"


def test_several_of_one_outlet_are_told_apart_by_their_days() -> None:
    names = Naming.of([MINE, WIRE, article("later", "COAST WIRE", THIRD)], "mine")
    assert (names.short("wire"), names.short("later")) == ("Coast Wire (2 May)", "COAST WIRE (3 May)")
    assert names.story("wire") == "Coast Wire's article of 2 May"
    assert names.head("wire") == "Coast Wire: Title of wire"


def test_several_of_one_outlet_and_day_get_letters_that_their_headings_have() -> None:
    alike = [article(name, "Coast Wire", SECOND) for name in ("c", "a")]
    names = Naming.of([MINE, *alike, article("b", "Coast Wire", THIRD)], "mine")
    assert [names.short(each) for each in "acb"] == ["Coast Wire A", "Coast Wire B", "Coast Wire C"]
    assert names.story("c") == "Coast Wire's article B of 2 May"
    assert names.head("c") == "Coast Wire B · Coast Wire: Title of c"


def test_many_get_letters_as_well() -> None:
    names = Naming.of([article(f"{number:02}", "Wire", None) for number in range(28)])
    assert [names.short(each) for each in ("00", "25", "26", "27")] == ["Wire A", "Wire Z", "Wire AA", "Wire AB"]


def test_without_an_outlet_the_title_serves_and_without_a_title_the_id() -> None:
    titled = Article("x", "text", Span(0, 4), "Storm closes harbour for a third day and the fourth", published=SECOND)
    bare = Article("blog-9", "text", Span(0, 4), published=SECOND)
    undated = Article("blog-8", "text", Span(0, 4))
    names = Naming.of([titled, bare, undated])
    assert names.short("x") == "“Storm closes harbour for a…”"
    assert names.story("x") == "“Storm closes harbour for a…” (2 May)"
    assert (names.short("blog-9"), names.story("blog-9")) == ("blog-9", "blog-9 (2 May)")
    assert names.story("blog-8") == "blog-8"
    assert names.story("unknown") == names.short("unknown") == names.head("unknown") == "unknown"


def test_an_agency_is_an_outlet_and_its_name_is_in_the_heading() -> None:
    sent = article("sent", None, SECOND, agency="Northline")
    names = Naming.of([sent])
    assert (names.short("sent"), names.head("sent")) == ("Northline", "Northline: Title of sent")


def test_the_year_is_told_where_the_answer_has_several_or_the_article_asked_about_has_no_date() -> None:
    older = article("older", "Gazette", PublicationTime("2019-05-02", "day", 1_556_755_200.0, 1_556_841_599.0))
    assert Naming.of([MINE, older], "mine").story("older") == "Gazette's article of 2 May 2019"
    assert (
        Naming.of([replace(MINE, published=None), WIRE], "mine").story("wire") == "Coast Wire's article of 2 May 2024"
    )


def test_dates_are_as_exact_as_they_are_known() -> None:
    stories = [
        Naming.of([article("x", "Reuters", time)]).story("x")
        for time in (
            None,
            dated("2024-05", "month"),
            dated("2024", "year"),
            PublicationTime("+99999", "year", 3e12, 3e12),
        )
    ]
    assert stories == [
        "Reuters' undated article",
        "Reuters' article of May 2024",
        "Reuters' article of 2024",
        "Reuters' article of +99999",
    ]


def test_the_order_of_the_articles_makes_no_difference() -> None:
    several = [MINE, WIRE, article("a", "Coast Wire", SECOND), article("b", None, None)]
    names = {tuple(Naming.of(each).short(one.id) for one in several) for each in permutations(several)}
    assert len(names) == 1
