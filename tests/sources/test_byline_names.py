"""Who a byline names: persons of one name or several, with places and jobs beside them; and who it names not."""

import pytest

from provenance.lineage.attribution import is_self_reuse
from provenance.model import Article, Span
from provenance.model.nobody import is_nobody
from provenance.sources.heads.bylines import Byline, byline_above, read_byline
from provenance.sources.heads.text_clues import observe

BYLINES = [
    ("By Mirela", Byline("Mirela", None)),
    ("By Admin", Byline(None, None)),
    ("By Newsroom", Byline(None, None)),
    ("By Web Desk", Byline(None, None)),
    ("By Staff Reporter", Byline(None, None)),
    ("By Reuters", Byline(None, "Reuters")),
    ("By Ukrinform and Karl Dunmore", Byline("Karl Dunmore", "Ukrinform")),
    ("By Lena Ortiz in Velden and Karl Dunmore in Port Ansley", Byline("Lena Ortiz and Karl Dunmore", None)),
    ("By Lena Ortiz in Velden", Byline("Lena Ortiz", None)),
    ("Lena Ortiz / Meridian Wire", Byline("Lena Ortiz", "Meridian Wire")),
    ("Special to The Velden Courier", Byline()),
    ("By Lena Ortiz, Associated Press", Byline("Lena Ortiz", "Associated Press")),
]


@pytest.mark.parametrize(("line", "byline"), BYLINES)
def test_who_a_byline_names(line: str, byline: Byline) -> None:
    assert read_byline(line) == byline


@pytest.mark.parametrize("line", ["By Sunday night, the harbour was empty", "Special to us is the harbour at night"])
def test_sentences_are_no_bylines(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize(
    "name",
    [
        *("admin", "Staff Reporter", "Web Desk", "the editorial board", "admin_1", "user2041", "wpadmin"),
        *("editor@coast.example", "News Desk 2", "From our correspondent", "Online-Redaktion", "La rédaction"),
        *("Redacción", "la Redazione", "Редакция", "編集部", "Contributing Writer", "City Desk"),
    ],
)
def test_two_articles_by_nobody_have_no_author_in_common(name: str) -> None:
    assert is_nobody(name)
    one = Article("a", "", Span(0, 0), author=name, publisher="Coast")
    assert not is_self_reuse(one, Article("b", "", Span(0, 0), author=name, publisher="Inland"))


@pytest.mark.parametrize(
    "name", ["Coast Staff", "The Coast Newsroom", "AFP", "The Associated Press", "Meridian Wire", "Suhasini"]
)
def test_neither_an_outlet_nor_an_agency_nor_a_single_name_is_an_author_of_two_outlets(name: str) -> None:
    one = Article("a", "", Span(0, 0), author=name, publisher="Coast")
    assert not is_self_reuse(one, Article("b", "", Span(0, 0), author=name, publisher="Inland"))
    assert is_self_reuse(one, Article("b", "", Span(0, 0), author=name, publisher="coast"))


def test_two_articles_of_one_outlet_are_its_own_whatever_it_is_called() -> None:
    for name, own in (("World News", True), ("The Wire", True), ("unknown", False), ("N/A", False)):
        one = Article("a", "", Span(0, 0), publisher=name)
        assert is_self_reuse(one, Article("b", "", Span(0, 0), publisher=name.upper())) is own


def test_the_author_of_two_outlets_is_one() -> None:
    for name in ("Lena Ortiz", "lortiz42", "lena.ortiz@coast.example"):
        one = Article("a", "", Span(0, 0), author=name, publisher="Coast")
        assert is_self_reuse(one, Article("b", "", Span(0, 0), author=name, publisher="Inland"))


def test_a_name_is_somebody() -> None:
    assert not is_nobody("x" * 100_000)
    assert not is_nobody("Lena Ortiz")
    assert not is_nobody("Prakash")


@pytest.mark.parametrize(
    "job",
    ["Senior Reporter", "Health editor", "Staff Writer, The Courier", "Political correspondent", "Reporter"],
)
def test_a_job_on_the_line_below_makes_a_name_a_byline(job: str) -> None:
    assert byline_above(job, "Lena van der Ortiz") == Byline("Lena van der Ortiz", None)
    assert byline_above(job, "Lena Ortiz and Karl Dunmore") == Byline("Lena Ortiz and Karl Dunmore", None)


@pytest.mark.parametrize(
    ("job", "name"),
    [
        ("Senior Reporter", "The harbour is closed"),
        ("Reporters met the mayor", "Lena Ortiz"),
        ("Senior Reporter", "Staff Writer"),
        ("A word from the editor", "Lena Ortiz"),
        ("Senior Reporter", "Velden"),
    ],
)
def test_other_lines_above_or_below_are_no_byline(job: str, name: str) -> None:
    assert byline_above(job, name) is None


STORY = "The ferry between Velden and Tarn will stop running at weekends from the first of May, the county said."


def test_a_name_and_a_job_between_headline_and_story_are_the_author() -> None:
    text = f"Ferry loses its weekends\n\nLena Ortiz\nSenior Reporter\n\n{STORY}"
    clues = observe(text)
    assert (clues.title, clues.author) == ("Ferry loses its weekends", "Lena Ortiz")
    assert clues.body.of(text) == STORY


def test_a_headline_above_a_job_is_no_author() -> None:
    assert observe(f"Ferry Loses Its Weekends\nSenior Reporter\n\n{STORY}").author is None
