"""`show --versions` and `show --version N`: every text that an article had, and what each changed."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from provenance.errors import NoSuchArticle
from provenance.model import Article, Span
from provenance.reports.terminal.version_list import VERSIONS, print_versions
from provenance.reports.versions_json import versions_object
from provenance.store import Store
from provenance.usecases.adding import add
from provenance.usecases.listing import show, versions

FIRST = "The mayor took a bribe in October.\n\nThe ferry stops at weekends because crews cannot be paid for long."
SECOND = "The ferry stops at weekends because crews cannot be paid for years.\n\nCorrection: a paragraph is gone."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "a.db", create=True) as store:
        for text in (FIRST, SECOND):
            add(store, [Article("ferry", text, Span(0, len(text)), title="Ferry", publisher="Coast Post")])
        yield store


def printed(store: Store, width: int = 80) -> str:
    file = io.StringIO()
    print_versions(Console(file=file, width=width, color_system=None, legacy_windows=False), versions(store, "ferry"))
    return file.getvalue()


def test_versions_say_what_they_changed(store: Store) -> None:
    view = versions(store, "ferry")
    assert [(each.version, each.current, each.article.text) for each in view.versions] == [
        (1, False, FIRST),
        (2, True, SECOND),
    ]
    assert view.article.text == SECOND
    first, second = view.versions
    assert first.changes == ()
    assert [(out.of(FIRST), into.of(SECOND)) for out, into in second.changes] == [
        ("The mayor took a bribe in October.", ""),
        ("long.", "years.\n\nCorrection: a paragraph is gone."),
    ]
    assert (second.words_taken_out, second.words_put_in) == (8, 6)


def test_versions_as_json(store: Store) -> None:
    written = versions_object(versions(store, "ferry"))
    assert written["article"] == "ferry"
    one, two = written["versions"]
    assert (one["version"], one["current"], one["changes"], one["characters"]) == (1, False, [], len(FIRST))
    assert two["changes"][0] == {
        "taken_out": {"start": 0, "end": 34, "text": "The mayor took a bribe in October."},
        "put_in": {"start": 0, "end": 0, "text": ""},
    }
    assert one["added"] <= two["added"]
    assert "text" not in one
    json.dumps(written)


def test_versions_for_people(store: Store) -> None:
    lines = printed(store).splitlines()
    assert lines[0] == "Coast Post: Ferry"
    assert "2 versions of ferry" in lines[1]
    assert "Version 2, the current one" in lines
    assert "2 places changed: 8 words taken out, 6 words put in" in lines
    assert "     - The mayor took a bribe in October." in lines
    assert "  1  at the beginning" in lines
    assert "  2  … at weekends because crews cannot be paid for" in lines
    assert "     + years. Correction: a paragraph is gone." in lines
    assert max(map(len, printed(store, 40).splitlines())) <= 40


def test_of_very_many_versions_the_last_are_printed(store: Store) -> None:
    for n in range(VERSIONS):
        text = f"{SECOND} Update {n}."
        add(store, [Article("ferry", text, Span(0, len(text)))])
    lines = printed(store).splitlines()
    assert "The first 2 are left out; --format json has all." in lines
    assert "Version 2" not in lines
    assert "Version 3" in lines
    assert "     - 38." in lines


def test_the_same_words_in_other_lines_change_no_word(store: Store) -> None:
    text = SECOND.replace(" ", "\n")
    add(store, [Article("ferry", text, Span(0, len(text)))])
    assert "No word differs from the version before." in printed(store)


def test_one_version_is_shown(store: Store) -> None:
    view = show(store, "ferry", 1)
    assert (view.article.text, view.version, len(view.versions)) == (FIRST, 1, 2)
    assert show(store, "ferry").article.text == SECOND
    for wrong in (0, 3, -1, 2**63):
        with pytest.raises(NoSuchArticle, match=r"'ferry' has 2 versions, no version"):
            show(store, "ferry", wrong)
