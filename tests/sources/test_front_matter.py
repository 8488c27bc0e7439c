"""Front matter: the lines that are read, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources.plain_text_reader import known_from, read_front_matter

# front matter -> fields, further keys
CASES: list[tuple[str, dict[str, str], dict[str, str]]] = [
    ("title: Bridge closed", {"title": "Bridge closed"}, {}),
    ("Title : 'It''s closed: here'", {"title": "It's closed: here"}, {}),
    ('title: "A \\"b\\" c"', {"title": 'A "b" c'}, {}),
    ("authors:\n  - Jane Doe\n  - Bo Ray", {"author": "Jane Doe, Bo Ray"}, {}),
    ("authors: [Jane Doe, 'Bo Ray']", {"author": "Jane Doe, Bo Ray"}, {}),
    ("date: 2025-07-16 # a Wednesday", {"published": "2025-07-16"}, {}),
    ("date: 2025-07-16\npublished: 2025-07-17", {"published": "2025-07-17"}, {"date": "2025-07-16"}),
    ("last-modified: 2025-07-16", {"modified": "2025-07-16"}, {}),
    (
        "site: Harbour Post\nlink: https://harbour.example/1",
        {"publisher": "Harbour Post", "url": "https://harbour.example/1"},
        {},
    ),
    ("tags:\n- sea\n- storm\ndraft: true", {}, {"tags": "sea, storm", "draft": "true"}),
    ("summary: >\n  The bridge\n  is closed.", {}, {"summary": "The bridge, is closed."}),
    ("title: null\nauthor:\nnote: ~", {}, {}),
    ("# a comment\n\ntitle: x", {"title": "x"}, {}),
    ("run: !!python/object/apply:os.system ['true']", {}, {"run": "!!python/object/apply:os.system ['true']"}),
]


@pytest.mark.parametrize(("inside", "fields", "further"), CASES)
def test_what_is_read(inside: str, fields: dict[str, str], further: dict[str, str]) -> None:
    text = f"---\n{inside}\n---\nThe bridge."
    matter = read_front_matter(text, {})
    assert (dict(matter.fields), dict(matter.metadata)) == (fields, further)
    if fields or further:
        assert text[matter.end :] == "The bridge."


def test_toml_between_plus_signs() -> None:
    text = '+++\ntitle = "Bridge"\ndate = 2025-07-16T10:30:00Z\ntags = ["sea"]\n+++\nThe bridge.'
    matter = read_front_matter(text, {})
    assert dict(matter.fields) == {"title": "Bridge", "published": "2025-07-16T10:30:00+00:00"}
    assert dict(matter.metadata) == {"tags": "sea"}


def test_lines_of_known_keys_without_a_fence() -> None:
    text = "Title: Bridge closed\nSource: Harbour Post\r\nDate: July 16, 2025\n\nThe bridge: closed."
    matter = read_front_matter(text, {})
    assert dict(matter.fields) == {
        "title": "Bridge closed",
        "publisher": "Harbour Post",
        "published": "July 16, 2025",
    }
    assert text[matter.end :] == "The bridge: closed."


@pytest.mark.parametrize(
    "text",
    [
        "Title: alone\n\nText.",
        "Title: x\nDate: y\nno empty line",
        "Title: x\nMood: y\n\nText.",
        "Title: x\nText goes on.\n\n",
        "The bridge.\n---\ntitle: x\n---\n",
        "---\nThis is prose between two rules.\n---\nmore",
        "---\ntitle: never closed\n",
        "----\ntitle: x\n---\n",
        "+++\nnot toml\n+++\n",
        "",
    ],
)
def test_what_is_no_front_matter(text: str) -> None:
    assert read_front_matter(text, {}).end == 0


def test_any_line_ends_and_a_closing_line_of_dots() -> None:
    assert read_front_matter("---\r\ntitle: x\r\n...\r\nThe bridge.", {}).fields == {"title": "x"}


def test_a_mapping_names_the_key_of_a_field() -> None:
    matter = read_front_matter("---\nkicker: Storm\ntitle: Bridge\n---\n", {"title": "kicker"})
    assert (matter.fields["title"], matter.metadata["title"]) == ("Storm", "Bridge")


def test_a_date_that_is_none_is_kept_as_a_note() -> None:
    found = known_from(read_front_matter("---\ndate: soon\n---\nx", {}), {})
    assert found.published is None
    assert found.metadata["unreadable_published"] == "soon"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_no_text_raises(inside: str) -> None:
    for fence in ("---", "+++"):
        text = f"{fence}\n{inside}\n{fence}\n"
        assert 0 <= read_front_matter(text, {}).end <= len(text)
