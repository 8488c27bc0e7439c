"""Articles that only report the same event, in every command and format: apart, on request, and in no figure.

The table below has each command with each of its formats. What is judged to be the same event is set here for one
pair of outlets, so that these tests are about what becomes of a relation and not about how it is found.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from provenance import Archive, Filters
from provenance.reports.formats import names
from tests.cli.wall_story import ARTICLES, archive_in, file_of, invoke, set_judges


@pytest.fixture(scope="module", autouse=True)
def judged() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        set_judges(patch)
        yield


@pytest.fixture(scope="module")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive_in(tmp_path_factory.mktemp("event"))


@pytest.fixture(scope="module")
def reviewed(archived: Path) -> Path:
    db = archived.with_name("reviewed.db")
    shutil.copy(archived, db)
    for other in ("post-wall", "mirror-wall"):
        invoke(db, "review", "herald-wall", other, "confirm", "--note", "was in the hall", "--by", "dana")
    return db


def page_of(db: Path, *arguments: str) -> str:
    path = db.with_name("page.html")
    invoke(db, "report", *arguments, "-o", str(path))
    return path.read_text("utf-8")


def herald(db: Path) -> str:
    return file_of(db, 1)


@dataclass(frozen=True)
class Row:
    """A command about the Herald, which only reports what the two others report."""

    command: str
    run: Callable[[Path, str, tuple[str, ...]], str]
    formats: tuple[str, ...]
    always: bool = False


TABLE = (
    Row("check", lambda db, f, more: invoke(db, "check", herald(db), "-f", f, *more), names("findings")),
    Row(
        "compare",
        lambda db, f, more: invoke(
            db, "compare", "herald-wall", "post-wall", "-f", f, *[one for one in more if one != "--same-event"]
        ),
        names("comparison"),
        always=True,
    ),
    Row("audit", lambda db, f, more: invoke(db, "audit", "--only", "herald-wall", "-f", f, *more), names("links")),
    Row("lineage", lambda db, f, more: invoke(db, "lineage", "herald-wall", "-f", f, *more), names("lineage")),
    Row("report", lambda db, f, more: page_of(db, "herald-wall", *more), ("html",)),
    Row("report of a file", lambda db, f, more: page_of(db, herald(db), *more), ("html",)),
)
CELLS = [pytest.param(row, form, id=f"{row.command}-{form}") for row in TABLE for form in row.formats]


def said(row: Row, form: str, db: Path, *more: str) -> str:
    if form.startswith("prov-"):
        pytest.importorskip("prov")
    return " ".join(row.run(db, form, more).split())


def without_public(row: Row, form: str, text: str) -> str:
    """An answer without its public quotations, which name who else has them and are no links."""
    if row.command != "check" or form == "text":
        return text
    findings = json.loads(text)
    assert findings.pop("public_quotations")
    return json.dumps(findings)


def names_the_relation(form: str, text: str) -> bool:
    return "same_event" in text.replace("same_event_left_out", "") or "same event" in text


def test_the_table_has_every_format_that_says_anything_of_links() -> None:
    shown = {form for row in TABLE for form in row.formats}
    assert shown >= {
        "text",
        "json",
        "jsonl",
        "csv",
        "html",
        "dot",
        "mermaid",
        "graphml",
        "prov-json",
        "prov-n",
        "svg",
    }


@pytest.mark.parametrize(("row", "form"), CELLS)
def test_reports_of_the_same_event_are_listed_on_request_alone(row: Row, form: str, archived: Path) -> None:
    without = said(row, form, archived)
    asked = said(row, form, archived, "--same-event")
    if form.startswith("prov-"):  # PROV has no word for two texts of which neither comes from the other
        assert without == asked
        assert "post-wall" not in asked
        return
    assert ("The wall stays" in asked) or ("post-wall" in asked)
    assert names_the_relation(form, asked)
    if row.always:
        assert without == asked
    else:
        without = without_public(row, form, without)
        assert "post-wall" not in without
        assert "The wall stays" not in without


@pytest.mark.parametrize(("row", "form"), CELLS)
def test_who_sets_no_limit_sees_every_link(row: Row, form: str, archived: Path) -> None:
    assert said(row, form, archived, "--min-confidence", "0") == said(
        row, form, archived, "--min-confidence", "0", "--same-event"
    )
    if not form.startswith("prov-"):
        assert names_the_relation(form, said(row, form, archived, "--min-confidence", "0"))


@pytest.mark.parametrize(("row", "form"), CELLS)
def test_below_the_limit_it_is_undetermined_and_listed(row: Row, form: str, archived: Path) -> None:
    if form.startswith("prov-"):
        return
    text = said(row, form, archived, "--min-confidence", ".99")
    assert ("The wall stays" in text) or ("post-wall" in text)
    assert "undetermined" in text or "Open: probably" in text
    assert "neither was made from the other" not in text


@pytest.mark.parametrize(("row", "form"), CELLS)
def test_what_a_person_reviewed_is_always_listed(row: Row, form: str, reviewed: Path) -> None:
    if form.startswith("prov-"):
        return
    text = said(row, form, reviewed)
    assert ("The wall stays" in text) or ("post-wall" in text)
    assert "dana" in text
    assert "confirmed" in text.casefold()


def test_how_many_are_not_listed_is_said(archived: Path) -> None:
    notice = "2 pairs that report the same event are not listed: --same-event shows them."
    for arguments in (["check", herald(archived)], ["lineage", "herald-wall"], ["audit"]):
        assert notice in " ".join(invoke(archived, *arguments).split())
        assert notice not in " ".join(invoke(archived, *arguments, "--same-event").split())
    assert notice in " ".join(page_of(archived, "herald-wall").split())
    for form in ("jsonl", "csv", "graphml"):
        assert notice in invoke(archived, "audit", "-f", form, stderr=True)
        assert notice not in invoke(archived, "audit", "-f", form, "--same-event", stderr=True)
    assert json.loads(invoke(archived, "check", herald(archived), "-f", "json"))["same_event_left_out"] == 2
    assert json.loads(invoke(archived, "lineage", "herald-wall", "-f", "json"))["same_event_left_out"] == 2


def test_one_pair_is_counted_as_one(archived: Path) -> None:
    text = " ".join(invoke(archived, "lineage", "post-wall").split())
    assert "1 pair that reports the same event is not listed: --same-event shows it." in text


def test_it_counts_in_no_share_of_taken_text(archived: Path) -> None:
    for more in ((), ("--same-event",), ("--same-event", "--min-words", "5"), ("--min-confidence", "0")):
        findings = json.loads(invoke(archived, "check", herald(archived), "-f", "json", *more))
        assert findings["share"] == 0
        assert findings["attribution"] is None
        invoke(archived, "check", herald(archived), "--fail-over", "0", *more)
    undetermined = json.loads(invoke(archived, "check", herald(archived), "-f", "json", "--min-confidence", ".99"))
    assert undetermined["share"] > 0
    mirror = [json.loads(invoke(archived, "check", file_of(archived, 2), "-f", "json", *more)) for more in
              ((), ("--same-event",))]  # fmt: skip
    assert mirror[0]["share"] == mirror[1]["share"] > 0.5
    assert mirror[0]["attribution"] == mirror[1]["attribution"]
    assert [link["relation"] for link in mirror[1]["links"]] == ["derived", "same_event"]
    assert mirror[1]["links"][1]["share"]["a"] > 0  # what they share is said all the same


def test_the_verdict_accuses_nobody(archived: Path) -> None:
    for more in ((), ("--same-event",)):
        summary = json.loads(invoke(archived, "check", herald(archived), "-f", "json", *more))["summary"]
        assert "same event" in summary
        assert "derive" not in summary
        assert "% of this article" not in summary
        assert "No passage" not in summary


def test_a_lineage_has_no_edge_and_no_sibling_through_it(archived: Path) -> None:
    view = json.loads(invoke(archived, "lineage", "herald-wall", "-f", "json"))
    assert (view["links"], view["siblings"], view["same_event"]) == ([], [], [])
    assert [article["id"] for article in view["articles"]] == ["herald-wall"]
    view = json.loads(invoke(archived, "lineage", "herald-wall", "-f", "json", "--same-event"))
    assert (view["links"], view["siblings"]) == ([], [])
    assert {link["relation"] for link in view["same_event"]} == {"same_event"}
    assert {name for link in view["same_event"] for name in (link["a"], link["b"])} == {
        "post-wall", "herald-wall", "mirror-wall"
    }  # fmt: skip
    mirror = json.loads(invoke(archived, "lineage", "mirror-wall", "-f", "json", "--same-event"))
    assert [(link["source"], link["derived"]) for link in mirror["links"]] == [("post-wall", "mirror-wall")]
    assert [(link["a"], link["b"]) for link in mirror["same_event"]] == [("herald-wall", "mirror-wall")]
    text = invoke(archived, "lineage", "mirror-wall", "--same-event")
    assert text.index("Sources") < text.index("Reports of the same event")


def test_pictures_draw_it_without_an_arrow(archived: Path) -> None:
    assert "dir=none" in invoke(archived, "lineage", "herald-wall", "-f", "dot", "--same-event")
    assert "-->" not in invoke(archived, "lineage", "herald-wall", "-f", "mermaid", "--same-event")
    assert '"edge.directed">true' not in invoke(archived, "lineage", "herald-wall", "-f", "graphml", "--same-event")
    picture = invoke(archived, "lineage", "herald-wall", "-f", "svg", "--same-event")
    assert 'class="edge event"' in picture
    assert 'class="tip' not in picture
    assert 'class="edge event"' not in invoke(archived, "lineage", "mirror-wall", "-f", "svg")


def test_a_trace_counts_as_many_origins_as_there_were_reporters(archived: Path, reviewed: Path) -> None:
    words = "We will not sell the harbour wall to anybody who has not walked along it in a north wind"
    for db in (archived, reviewed):
        found = json.loads(invoke(db, "trace", words, "-f", "json"))
        assert (found["origins"], found["origins_at_least"]) == (2, 2)


def test_stats_and_show_count_it_apart(archived: Path) -> None:
    figures = json.loads(invoke(archived, "stats", "-f", "json"))
    assert (figures["links: derived"], figures["links: same_event"]) == (1, 2)
    counts = json.loads(invoke(archived, "show", "mirror-wall", "-f", "json"))["counts"]
    assert (counts["links"], counts["reports of the same event"]) == (1, 1)


def test_a_rejected_one_asserts_nothing_and_says_what_it_was(archived: Path) -> None:
    db = archived.with_name("rejected.db")
    shutil.copy(archived, db)
    invoke(db, "review", "herald-wall", "post-wall", "reject", "--by", "lee")
    (link,) = [
        row
        for row in csv.DictReader(io.StringIO(invoke(db, "audit", "-f", "csv")))
        if {row["a"], row["b"]} == {"herald-wall", "post-wall"}
    ]
    assert (link["relation"], link["likeliest"], link["review"]) == ("undetermined", "same_event", "rejected")
    assert "report the same event" in " ".join(invoke(db, "check", herald(db)).split())


def test_a_confirmed_guess_is_the_relation_that_was_confirmed(archived: Path) -> None:
    """What a person confirms below the limit is what the program held to be likeliest."""
    db = archived.with_name("guess.db")
    shutil.copy(archived, db)
    invoke(db, "review", "post-wall", "herald-wall", "confirm", "--by", "dana")
    rows = list(csv.DictReader(io.StringIO(invoke(db, "audit", "-f", "csv", "--min-confidence", "1"))))
    assert {row["relation"] for row in rows if row["review"]} == {"same_event"}


def test_a_note_lists_it_too(archived: Path) -> None:
    db = archived.with_name("noted.db")
    shutil.copy(archived, db)
    invoke(db, "review", "post-wall", "herald-wall", "note", "--note", "ask the clerk", "--by", "dana")
    rows = list(csv.DictReader(io.StringIO(invoke(db, "audit", "-f", "csv"))))
    assert [(row["relation"], row["review_note"]) for row in rows if row["review"]] == [
        ("same_event", "ask the clerk")
    ]


def test_a_report_of_all_is_about_what_was_taken(archived: Path) -> None:
    with Archive(archived, readonly=True) as archive:
        assert archive.sharing() == ["mirror-wall", "post-wall"]
        assert archive.sharing(Filters(same_event=True)) == ["mirror-wall", "post-wall", "herald-wall"]


def test_retold_quotations_are_looked_for_only_where_a_text_was_taken(archived: Path) -> None:
    rows = [json.loads(row) for row in invoke(archived, "quotes", "herald-wall", "-f", "jsonl").splitlines()]
    assert any(row["first"] and row["first"]["article"] == "post-wall" for row in rows)


def test_the_answer_is_the_same_bytes_every_time(archived: Path) -> None:
    for form in ("jsonl", "csv", "graphml"):
        assert len({invoke(archived, "audit", "-f", form, "--same-event") for _ in range(2)}) == 1


def test_a_report_of_nothing_but_one_event_says_what_to_add(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text("\n".join(json.dumps(ARTICLES[number]) for number in (0, 1)), "utf-8")
    db = tmp_path / "b.db"
    invoke(db, "add", str(rows))
    invoke(db, "audit", "-j", "1")
    page = str(tmp_path / "page.html")
    said = invoke(db, "report", "-o", page, code=1, stderr=True)
    assert "found only articles that report the same event (--same-event shows them)" in said
    invoke(db, "report", "-o", page, "--same-event")
    assert "The wall stays" in Path(page).read_text("utf-8")
