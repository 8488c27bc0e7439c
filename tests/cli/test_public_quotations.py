"""Words that several outlets have from one press conference, in every command that shows them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.wall_story import archive_in, file_of, invoke, set_judges

LEAD = "Berit Lund's words from the press conference: printed first by Coast Post (2 May 2025, 12:00)"


@pytest.fixture(scope="module", autouse=True)
def judged() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        set_judges(patch)
        yield


@pytest.fixture(scope="module")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive_in(tmp_path_factory.mktemp("public"))


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("more", [(), ("--same-event",)])
def test_a_check_says_who_said_it_who_printed_it_first_and_how_many_have_it(
    archived: Path, more: tuple[str, ...]
) -> None:
    """It does so whether or not the pairs are listed: that several heard it is no finding about a pair."""
    text = flat(invoke(archived, "check", file_of(archived, 1), *more))
    assert text.count(f"{LEAD}; 2 archived articles have them besides this one.") == 1
    assert "Said in public, and in several articles" in text


def test_in_json_it_has_places_and_ids(archived: Path) -> None:
    findings = json.loads(invoke(archived, "check", file_of(archived, 1), "-f", "json"))
    (public,) = findings["public_quotations"]
    text = json.loads(Path(file_of(archived, 1)).read_text("utf-8"))["text"]
    assert text[public["start"] : public["end"]] == public["text"]
    assert public["text"].startswith("“We will not sell the harbour wall")
    assert (public["speaker"], public["occasion"]) == ("Berit Lund", "press conference")
    assert public["printed_first"] == ["post-wall"]
    assert public["articles"] == ["post-wall", "mirror-wall"]
    assert public["neither_copied"] == ["mirror-wall", "post-wall"]
    assert set(findings["articles"]).isdisjoint(public["articles"])


@pytest.mark.parametrize(
    ("options", "many"),
    [(("--no-quotations",), 0), (("--publisher", "Coast Post"), 1), (("--publisher", "Nobody"), 0)],
)
def test_filters_hold_for_it_too(archived: Path, options: tuple[str, ...], many: int) -> None:
    findings = json.loads(invoke(archived, "check", file_of(archived, 1), "-f", "json", *options))
    assert len(findings["public_quotations"]) == many


def test_a_comparison_of_archived_articles_knows_who_else_has_it(archived: Path) -> None:
    text = flat(invoke(archived, "compare", "herald-wall", "post-wall"))
    assert f"{LEAD}; 1 archived article has them besides these two." in text
    link = json.loads(invoke(archived, "compare", "herald-wall", "post-wall", "-f", "json"))
    assert link["public_quotations"][0]["articles"] == ["post-wall", "mirror-wall"]
    text = flat(invoke(archived, "compare", "post-wall", "herald-wall"))
    assert f"{LEAD}; 1 archived article has them" in text


def test_a_comparison_of_files_knows_two(archived: Path) -> None:
    text = flat(invoke(archived, "compare", file_of(archived, 1), file_of(archived, 0)))
    assert f"{LEAD}; both have them." in text


def test_of_a_copy_and_its_source_nothing_is_public(archived: Path) -> None:
    link = json.loads(invoke(archived, "compare", "mirror-wall", "post-wall", "-f", "json"))
    assert (link["relation"], link["public_quotations"]) == ("derived", [])
    assert "Said in public" not in invoke(archived, "compare", "mirror-wall", "post-wall")


def test_a_report_says_it_of_the_quotation(archived: Path) -> None:
    path = archived.with_name("page.html")
    for name in ("herald-wall", file_of(archived, 1)):
        invoke(archived, "report", name, "-o", str(path))
        page = flat(path.read_text("utf-8")).replace("&#39;", "'")
        assert page.count(LEAD) == 1


def test_quotes_says_it_of_each_row(archived: Path) -> None:
    rows = [json.loads(row) for row in invoke(archived, "quotes", "-f", "jsonl").splitlines()]
    public = {row["article"]: row["public"] for row in rows if row["public"]}
    assert set(public) == {"herald-wall", "mirror-wall", "post-wall"}
    assert {each["printed_first"][0] for each in public.values()} == {"post-wall"}
    assert public["herald-wall"]["neither_copied"] == ["mirror-wall", "post-wall"]
    assert public["mirror-wall"]["neither_copied"] == ["herald-wall"]
    assert public["mirror-wall"]["articles"] == ["post-wall", "herald-wall"]
    text = flat(invoke(archived, "quotes"))
    assert text.count("said in public: 3 articles have it from the press conference") == 1


def test_what_one_took_from_the_other_is_not_public(archived: Path) -> None:
    """The last sentence of the Post, which the Mirror reports, was heard by nobody else."""
    rows = [json.loads(row) for row in invoke(archived, "quotes", "--reused", "-f", "jsonl").splitlines()]
    assert any(row["public"] is None for row in rows)


def test_quotes_that_nobody_compared_say_nothing_of_it(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"id": "one", "text": "“Nobody heard the wall,” said Berit Lund."}), "utf-8")
    invoke(tmp_path / "b.db", "add", str(rows))
    (row,) = map(json.loads, invoke(tmp_path / "b.db", "quotes", "-f", "jsonl").splitlines())
    assert row["public"] is None


def test_a_person_s_word_decides_here_too(archived: Path) -> None:
    import shutil

    db = archived.with_name("rejected.db")
    shutil.copy(archived, db)
    for other in ("post-wall", "mirror-wall"):
        invoke(db, "review", "herald-wall", other, "reject", "--by", "lee")
    assert json.loads(invoke(db, "check", file_of(db, 1), "-f", "json"))["public_quotations"] == []
    rows = map(json.loads, invoke(db, "quotes", "-f", "jsonl").splitlines())
    assert all(row["public"] is None for row in rows)
