"""What a person says about articles on the command line: read whole or refused whole."""

from __future__ import annotations

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from provenance.errors import UsageError
from provenance.model import Article, PublicationTime, Span
from provenance.sources.given_values import FIELDS, given_values, with_given


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["publisher=Harbour Herald"], {"publisher": "Harbour Herald"}),
        (["publisher=Herald,author=Rao, Ana, and others"], {"publisher": "Herald", "author": "Rao, Ana, and others"}),
        (["title=A = B, or not", "author= "], {"title": "A = B, or not", "author": None}),
        (["url=https://a.example/?p=1&q=2"], {"url": "https://a.example/?p=1&q=2"}),
        ([" Publisher =  Two   words "], {"publisher": "Two words"}),
        ([], {}),
    ],
)
def test_values(options: list[str], expected: dict[str, str | None]) -> None:
    assert given_values(options) == expected


def test_a_date_is_a_time() -> None:
    value = given_values(["published=2025-03-04T09:00Z"])["published"]
    assert isinstance(value, PublicationTime)
    assert (value.precision, value.how) == ("minute", "given")


def test_everything_wrong_is_told_at_once() -> None:
    with pytest.raises(UsageError) as caught:
        given_values(["publsher=X,published=yesterday,date=Z", "url=a b,title=A,title=B", "nothing"])
    told = str(caught.value)
    for part in ("'publsher'", "'date'", "'nothing'", "'yesterday' is not a date", "'a b'", "title is given twice"):
        assert part in told
    assert told.count("there are") == 1


@pytest.mark.parametrize("hostile", ["title=" + "a" * 2000, "title=\ud800", "publisher=a\0b", ",a=" * 50_000])
def test_hostile_values_are_refused(hostile: str) -> None:
    with pytest.raises(UsageError):
        given_values([hostile])


fields, words = st.sampled_from(["title", "author", "publisher"]), st.from_regex(r"[A-Za-z ]{1,9}", fullmatch=True)


@examples(st.dictionaries(fields, words))
def test_given_values_win_over_read_ones(values: dict[str, str]) -> None:
    given = given_values([f"{field}={value}" for field, value in values.items()])
    article = Article(
        "a", "Text.", Span(0, 5), title="T", author="A", publisher="P", guesses={"author": "byline", "body": "x"}
    )
    changed = with_given(article, given)
    for field in FIELDS:
        assert getattr(changed, field) == given.get(field, getattr(article, field))
    assert set(changed.guesses) == {"author", "body"} - set(given)
