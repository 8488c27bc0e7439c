"""Who a byline names: persons of one name or several, with places and jobs beside them; and who it names not."""

import pytest

from provenance.lineage.attribution import is_self_reuse
from provenance.model import Article, Span
from provenance.model.nobody import is_nobody
from provenance.sources.bylines import Byline, read_byline

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


@pytest.mark.parametrize("name", ["admin", "Staff Reporter", "Web Desk", "the editorial board", "admin_1"])
def test_two_articles_by_nobody_have_no_author_in_common(name: str) -> None:
    assert is_nobody(name)
    one = Article("a", "", Span(0, 0), author=name, publisher="Coast")
    assert not is_self_reuse(one, Article("b", "", Span(0, 0), author=name, publisher="Inland"))


def test_a_name_is_somebody() -> None:
    assert not is_nobody("Lena Ortiz")
    assert not is_nobody("Prakash")
