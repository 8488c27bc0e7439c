"""Pages and exports that end in the middle: what is there is read, and that it ends is told."""

from __future__ import annotations

import pytest

from provenance.model import Article, SkippedInput
from provenance.sources.pages.cut_pages import REASON, ends_early
from tests.sources.conftest import ReadBytes
from tests.sources.exports.samples import TEXT, europresse, factiva
from tests.sources.exports.test_factiva import HEADS

STORY = "".join(f"<p>{line}</p>" for line in TEXT)


@pytest.mark.parametrize(
    ("page", "early"),
    [
        (f"<html><body><article>{STORY}</article></body></html>", False),
        (f"<!doctype html><title>x</title><article>{STORY}</article>", False),  # ends may be left out
        (f"<html><body><div>{STORY}</div>", False),
        (f"<html><body><div><article>{STORY}", True),
        (f"<html><body><div>{STORY}</div", True),
        ("words alone", False),
        (f"<html><body><div>{STORY}</body>" + "<script>a()</script>" * 40, False),
    ],
)
def test_where_a_page_ends(page: str, early: bool) -> None:
    assert ends_early(page) is early


def test_a_page_that_was_not_fetched_whole_is_read_and_noted(read_bytes: ReadBytes) -> None:
    whole = f"<html><body><main><article><h1>Shut</h1>{STORY * 3}</article></main></body></html>"
    (good,) = read_bytes("page.html", whole.encode())
    (cut,) = read_bytes("page.html", whole[:-200].encode())
    assert [note.kind for note in good.notes] == []
    assert [note.reason for note in cut.notes if note.kind == "ends-early"] == [REASON]


@pytest.mark.parametrize("export", [factiva([HEADS["en"], HEADS["en"]]), europresse()])
def test_an_export_that_was_not_saved_whole_is_told(read_bytes: ReadBytes, export: str) -> None:
    assert all(isinstance(one, Article) for one in read_bytes("export.html", export.encode()))
    found = read_bytes("export.html", export[: len(export) - 300].encode())
    assert isinstance(found[0], Article)
    assert isinstance(found[-1], SkippedInput)
    assert (found[-1].kind, found[-1].reason) == ("ends-early", REASON)
