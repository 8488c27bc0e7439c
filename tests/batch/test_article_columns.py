"""Articles as rows of columns: nothing is lost, and nothing is made up."""

from __future__ import annotations

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from provenance.batch.article_columns import ARTICLE, article_of, article_row
from provenance.model import Article, PublicationTime, Span

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
perhaps = st.none() | words
times = st.none() | st.builds(
    PublicationTime,
    words,
    st.sampled_from(["second", "minute", "day", "month", "year"]),
    st.floats(allow_nan=False),
    st.floats(allow_nan=False),
    words,
)
pairs = st.dictionaries(words, words, max_size=3)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(words)
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    known = {name: draw(perhaps) for name in ("title", "author", "publisher", "url", "agency", "origin", "language")}
    return Article(
        draw(words),
        text,
        Span(start, end),
        **known,
        published=draw(times),
        modified=draw(times),
        guesses=draw(pairs),
        metadata=draw(pairs),
    )


@given(st.lists(articles(), min_size=1, max_size=4))
def test_articles_come_back_from_columns(given_ones: list[Article]) -> None:
    table = pa.Table.from_pylist([article_row(each) for each in given_ones], schema=ARTICLE)
    assert [article_of(row) for row in table.to_pylist()] == given_ones
