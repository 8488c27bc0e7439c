"""`trace`: every holder, the earliest first; short phrases; limits; versions; what a person rejected."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from provenance.usecases.archive import Archive

SENTENCE = "The spillway gates had not been tested since the spring."


def rows(path: Path, *given: dict[str, str]) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in given), "utf-8")
    return path


def story(name: str, text: str, day: int | None = None) -> dict[str, str]:
    filler = f"{name.upper()} printed something else of its own about the {name} harvest, as every autumn. "
    row = {"id": name, "text": filler + text, "publisher": f"The {name.title()} Post"}
    return row | ({"published": f"2024-03-{day:02}"} if day else {})


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    opened = Archive(tmp_path / "a.db")
    opened.add(
        [
            rows(
                tmp_path / "all.jsonl",
                story("late", "THE SPILLWAY GATES had not been “tested” since the spring!", 9),
                story("early", SENTENCE, 2),
                story("undated", SENTENCE + " " + SENTENCE),
                story("other", "The gates of the spillway had not been tested since early spring.", 5),
                story("none", "Nobody said a word about water.", 1),
            )
        ]
    )
    return opened


def test_every_holder_is_found_and_undated_ones_are_never_the_earliest(archive: Archive) -> None:
    view = archive.trace(SENTENCE)
    exact = [each for each in view.appearances if each.kind == "verbatim"]
    assert [each.article.id for each in exact] == ["early", "late", "undated"]
    assert [each.times for each in exact] == [1, 1, 2]
    assert view.word_for_word == 3
    assert view.found == len(view.appearances)
    for each in view.appearances:
        assert each.text == each.span.of(each.article.text)


def test_other_wordings_are_found_beside_the_same_words(archive: Archive) -> None:
    assert {each.article.id: each.kind for each in archive.trace(SENTENCE).appearances}["other"] != "verbatim"


@pytest.mark.parametrize(("phrase", "count"), [("spillway", 4), ("the SPILLWAY", 4), ("spring", 4), ("water", 1)])
def test_short_phrases_are_counted(archive: Archive, phrase: str, count: int) -> None:
    view = archive.trace(phrase, limit=2)
    assert (view.word_for_word, view.found, len(view.appearances)) == (count, count, min(count, 2))


def test_a_limit_leaves_the_earliest(archive: Archive) -> None:
    whole = archive.trace("spillway")
    assert archive.trace("spillway", limit=2).appearances == whole.appearances[:2]


def test_words_of_an_earlier_version_only_are_found_and_marked(archive: Archive, tmp_path: Path) -> None:
    archive.add([rows(tmp_path / "new.jsonl", story("early", "It says something different now.", 2))])
    found = {each.article.id: each for each in archive.trace(SENTENCE).appearances}
    assert (found["early"].version, found["late"].version) == (1, None)
    assert found["early"].text.startswith("The spillway gates")
    assert found["early"].text == found["early"].span.of(found["early"].article.text)


def test_the_place_that_was_asked_about_is_the_one_shown(archive: Archive) -> None:
    article = archive.article("undated")
    start = article.text.rindex("The spillway")
    view = archive.trace_in("undated", start, start + len(SENTENCE) - 1)
    assert {each.article.id: each.span.start for each in view.appearances}["undated"] == start


def test_origins_are_told_once_an_audit_has_compared_the_articles(archive: Archive) -> None:
    assert archive.trace("since the spring").origins is None
    archive.audit()
    view = archive.trace("since the spring")
    assert view.origins == len(view.lines)
    assert view.origins_at_least is not None
    assert sorted(holder.id for each in view.lines for holder in each.holders) == ["early", "late", "undated"]


def test_a_link_that_a_person_rejected_joins_no_origins(tmp_path: Path) -> None:
    text = " ".join(f"Sentence {n} of the long report names the {n} farms along the river." for n in range(30))
    with Archive(tmp_path / "b.db") as archive:
        archive.add([rows(tmp_path / "b.jsonl", story("one", text, 2), story("two", text, 3))])
        archive.audit()
        phrase = "names the 7 farms along the river"
        assert archive.trace(phrase).origins == 1
        archive.review("one", "two", "reject")
        view = archive.trace(phrase)
        assert (view.origins, view.origins_at_least) == (2, 2)


def test_an_earlier_version_is_not_said_to_be_the_only_one(tmp_path: Path) -> None:
    from io import StringIO

    from rich.console import Console

    from provenance.reports.terminal.appearances import print_trace

    with Archive(tmp_path / "b.db") as archive:
        archive.add([rows(tmp_path / "1.jsonl", story("early", f"{SENTENCE} The gates were painted.", 1))])
        archive.add([rows(tmp_path / "2.jsonl", story("early", f"{SENTENCE} The gates were painted green.", 1))])
        archive.add([rows(tmp_path / "3.jsonl", story("early", "It says something different now.", 2))])
        view = archive.trace(SENTENCE)
    out = StringIO()
    print_trace(Console(file=out, width=200), view)
    (found,) = view.appearances
    assert found.version == 2
    assert "last in version 2, which a later one replaced" in out.getvalue()
    assert "only" not in out.getvalue()
