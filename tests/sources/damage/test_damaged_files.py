"""Damaged files of every format: each gives articles or a reason in one line, the same each time; no reader raises.

`python tests/sources/damage/many.py` does the same with 2,000 files per format and prints what became of them.
"""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.model import Article, SkippedInput
from tests.sources.damage.kinds import damaged, lost
from tests.sources.damage.seeds import SEEDS

ReadBytes = Callable[..., list[Article | SkippedInput]]
ONCE = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("name", SEEDS)
def test_a_whole_file_is_read(read_bytes: ReadBytes, name: str) -> None:
    found = read_bytes(name, SEEDS[name])
    assert [one for one in found if isinstance(one, Article)]
    assert not [
        one for one in found if isinstance(one, SkippedInput) and one.kind.startswith(("broken", "unforeseen"))
    ]


@pytest.mark.parametrize("name", SEEDS)
@ONCE
@given(number=st.integers(0, 10**6))
def test_damage_is_told_in_a_line(read_bytes: ReadBytes, name: str, number: int) -> None:
    data = damaged(SEEDS[name], number)
    found = read_bytes(name, data)
    assert found, "nothing was said"
    for one in found:
        if isinstance(one, Article):
            assert 0 <= one.body.start < one.body.end <= len(one.text)
            one.text.encode("utf-8")
        else:
            assert one.kind != "unforeseen", one.reason
            assert one.reason
            assert "\n" not in one.reason
    assert found == read_bytes(name, data)


SUMMED = ("story.docx", "story.odt", "book.epub", "all.zip", "a.warc.gz", "a.wacz", "rows.jsonl.gz", "rows.parquet")


@pytest.mark.parametrize("name", SUMMED)
@ONCE
@given(number=st.integers(0, 10**6))
def test_where_the_bytes_show_it_nothing_is_lost_silently(read_bytes: ReadBytes, name: str, number: int) -> None:
    """These formats have checksums, lengths or both: fewer articles than before come with a reason."""
    whole = [one for one in read_bytes(name, SEEDS[name]) if isinstance(one, Article)]
    found = read_bytes(name, lost(SEEDS[name], random.Random(number)))
    articles = [one for one in found if isinstance(one, Article)]
    if len(articles) < len(whole):
        assert [one for one in found if isinstance(one, SkippedInput)]


def test_the_first_of_many_is_read_before_the_last_is_there(read_bytes: ReadBytes) -> None:
    whole = SEEDS["a.warc"]
    found = read_bytes("cut.warc.gz", gzip.compress(whole * 5)[:-60])
    assert sum(isinstance(one, Article) for one in found) >= 3
