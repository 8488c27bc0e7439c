"""Names of files: nothing of an article gets into them but letters and digits, and different ids never meet."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reports.site.addresses import Addresses, article_file, pair_file, slug

HOSTILE = [
    "../../etc/passwd",
    "..",
    ".",
    "",
    "/",
    "C:\\x",
    "con",
    "a\x00b",
    "\ud800",
    "é" * 300,
    "a/b",
    "%2e%2e",
    "日本",
    " ",
]


@pytest.mark.parametrize("identifier", HOSTILE)
def test_no_id_becomes_a_path(identifier: str) -> None:
    assert re.fullmatch(r"articles/[a-z0-9][a-z0-9-]{0,51}\.html", article_file(identifier))
    assert re.fullmatch(r"compare/[a-z0-9][a-z0-9-]{0,51}\.html", pair_file(identifier, "x"))


@given(st.lists(st.text(max_size=60), min_size=2, max_size=30, unique=True))
def test_different_ids_have_different_files(ids: list[str]) -> None:
    assert len({slug(each) for each in ids}) == len(ids)


def test_ids_that_differ_in_capitals_alone_have_different_files() -> None:
    assert article_file("A").lower() != article_file("a").lower()


def test_a_pair_has_one_file_whichever_is_named_first() -> None:
    assert pair_file("a", "b") == pair_file("b", "a")
    assert slug("a", "b c") != slug("a b", "c")


def test_what_has_no_page_is_no_link() -> None:
    to = Addresses({"a", "b"}, {("a", "b")}, "../")
    assert to.article("c") is None
    assert to.compare("a", "c") is None
    assert to.compare("b", "a") == f"../{pair_file('a', 'b')}"
    assert to.article("a") == f"../{article_file('a')}"
    assert to.page("index") == "../index.html"
