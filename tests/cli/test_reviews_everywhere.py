"""A person's word in every command and format: what is confirmed stands, what is rejected counts nowhere.

The table below has each command with each of its formats. A confirmed link is asked for at a reporting confidence
that no judgement of the program reaches.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from provenance.cli.app import app
from provenance.reports.formats import names

SURE = ("--min-confidence", "1")
LEAK = (
    "The harbour board of Skerrow sold the north quay for nine hundred crowns to a company that its own chairman "
    "owns, according to minutes that the Coast Courier has read. The board met on a Sunday and kept no list of who "
    "was there."
)
SOURCE = (
    f"{LEAK}\n\nThe quay had been valued at forty thousand crowns in the spring, and two other offers lay unopened "
    "in a drawer of the clerk. The chairman did not answer letters.\n\nThe county will look at the sale in May."
)
COPY = (
    f"Skerrow is in uproar over its quay. {LEAK}\n\nFishermen who moor there learned of it from a notice on a lamp "
    "post. They want their own lawyer. The mayor, who was abroad, said she would read the minutes on her return."
)
ARTICLES = (
    {
        "id": "courier-quay",
        "publisher": "Coast Courier",
        "published": "2025-03-04T08:00:00Z",
        "title": "A quay for nine hundred crowns",
        "text": SOURCE,
    },
    {
        "id": "mirror-quay",
        "publisher": "Inland Mirror",
        "published": "2025-03-05T10:00:00Z",
        "title": "Skerrow in uproar",
        "text": COPY,
    },
    {
        "id": "mirror-quay-2",
        "publisher": "Evening Mirror",
        "published": "2025-03-06T10:00:00Z",
        "title": "Uproar",
        "text": COPY.replace("their own lawyer", "an advocate"),
    },
)


def invoke(db: Path, *arguments: str) -> str:
    done = CliRunner().invoke(app, ["--db", str(db), "-q", *arguments])
    assert done.exit_code == 0, (arguments, done.output, done.exception)
    return done.stdout


@pytest.fixture(scope="module")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reviews")
    rows = folder / "articles.jsonl"
    rows.write_text("\n".join(map(json.dumps, ARTICLES)), "utf-8")
    invoke(folder / "a.db", "add", str(rows))
    invoke(folder / "a.db", "audit")
    return folder / "a.db"


@pytest.fixture(scope="module")
def confirmed(archived: Path) -> Path:
    db = archived.with_name("confirmed.db")
    shutil.copy(archived, db)
    said = ("--note", "saw the minutes", "--by", "dana")
    for other in ("courier-quay", "mirror-quay-2"):
        invoke(db, "review", "mirror-quay", other, "confirm", *said)
    invoke(db, "review", "courier-quay", "mirror-quay-2", "confirm", *said)
    return db


@pytest.fixture(scope="module")
def rejected(archived: Path) -> Path:
    db = archived.with_name("rejected.db")
    shutil.copy(archived, db)
    for a, b in (("mirror-quay", "courier-quay"), ("mirror-quay", "mirror-quay-2")):
        invoke(db, "review", a, b, "reject", "--note", "two leaks", "--by", "lee")
    invoke(db, "review", "courier-quay", "mirror-quay-2", "reject", "--note", "two leaks", "--by", "lee")
    return db


def file_of(db: Path) -> str:
    """The article asked about as a file of its own, as `check` and `report` may be given it."""
    path = db.with_name("mirror.jsonl")
    path.write_text(json.dumps(ARTICLES[1]), "utf-8")
    return str(path)


def page_of(db: Path, *arguments: str) -> str:
    path = db.with_name("page.html")
    invoke(db, "report", *arguments, "-o", str(path))
    return path.read_text("utf-8")


@dataclass(frozen=True)
class Row:
    """A command; whether it lists links (and so shows rejected ones) or draws a graph (and so leaves them out)."""

    command: str
    run: Callable[[Path, str, tuple[str, ...]], str]
    formats: tuple[str, ...]
    lists: bool = True


TABLE = (
    Row("check", lambda db, f, more: invoke(db, "check", file_of(db), "-f", f, *more), names("findings")),
    Row(
        "compare",
        lambda db, f, more: invoke(db, "compare", "mirror-quay", "courier-quay", "-f", f, *more),
        names("comparison"),
    ),
    Row("audit", lambda db, f, more: invoke(db, "audit", "-f", f, *more), names("links")),
    Row("lineage", lambda db, f, more: invoke(db, "lineage", "mirror-quay", "-f", f, *more), names("lineage"), False),
    Row("report", lambda db, f, more: page_of(db, "mirror-quay", *more), ("html",)),
    Row("report of a file", lambda db, f, more: page_of(db, file_of(db), *more), ("html",)),
)
CELLS = [pytest.param(row, form, id=f"{row.command}-{form}") for row in TABLE for form in row.formats]
LISTED_APART = ("text", "json")  # a lineage names rejected links beside its graph in these


def test_the_table_has_every_format_that_says_anything_of_links() -> None:
    shown = {form for row in TABLE for form in row.formats}
    assert shown >= {"text", "json", "jsonl", "csv", "html", "dot", "mermaid", "graphml", "prov-json", "prov-n"}
    assert "svg" in shown


@pytest.mark.parametrize(("row", "form"), CELLS)
def test_what_is_confirmed_stands_and_is_shown(row: Row, form: str, confirmed: Path, archived: Path) -> None:
    if form.startswith("prov-"):
        pytest.importorskip("prov")
    said = row.run(confirmed, form, SURE)
    joined = " ".join(said.split())
    assert "confirmed" in joined.casefold()
    assert "dana" in joined
    assert "saw the minutes" in joined
    without = " ".join(row.run(archived, form, SURE).split())
    assert "dana" not in without
    assert "confirmed" not in without


@pytest.mark.parametrize(("row", "form"), CELLS)
def test_what_is_rejected_is_shown_as_rejected_or_not_at_all(row: Row, form: str, rejected: Path) -> None:
    if form.startswith("prov-"):
        pytest.importorskip("prov")
    said = " ".join(row.run(rejected, form, ()).split())
    if row.lists or form in LISTED_APART:
        assert "rejected" in said.casefold()
        assert "lee" in said
        assert "two leaks" in said
    else:
        assert "courier-quay" not in said
        assert "A quay for nine" not in said


def test_a_rejected_link_asserts_nothing(rejected: Path) -> None:
    for link in map(json.loads, invoke(rejected, "audit", "-f", "jsonl").splitlines()):
        assert (link["relation"], link["derived"], link["source"]) == ("undetermined", None, None)
        assert link["likeliest"] != "none"
        assert link["confidence"] > 0
        assert link["review"]["verdict"] == "rejected"
    findings = json.loads(invoke(rejected, "check", file_of(rejected), "-f", "json"))
    assert (findings["share"], findings["attribution"]) == (0, None)
    lineage = json.loads(invoke(rejected, "lineage", "mirror-quay", "-f", "json"))
    assert lineage["links"] == []
    assert {link["review"]["by"] for link in lineage["rejected"]} == {"lee"}
    text = invoke(rejected, "check", file_of(rejected))
    assert "people rejected all 2 links" in " ".join(text.split())
    invoke(rejected, "check", file_of(rejected), "--fail-over", ".1")


def test_a_confirmed_link_says_the_relation_and_the_program_s_own_confidence(confirmed: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(invoke(confirmed, "audit", "-f", "csv", *SURE))))
    assert {(row["review"], row["review_by"]) for row in rows} == {("confirmed", "dana")}
    (link,) = [row for row in rows if {row["a"], row["b"]} == {"courier-quay", "mirror-quay"}]
    assert (link["relation"], link["source"], link["derived"]) == ("derived", "courier-quay", "mirror-quay")
    assert float(link["confidence"]) < 1
    text = " ".join(invoke(confirmed, "check", file_of(confirmed), *SURE).split())
    assert "Confirmed by dana on " in text
    assert "This article was made from Coast Courier" in text
    assert "(the program: " in text


def test_groups_have_no_rejected_pair(archived: Path, rejected: Path, tmp_path: Path) -> None:
    assert json.loads(invoke(archived, "clusters", "-f", "json"))[0]["members"] == ["mirror-quay", "mirror-quay-2"]
    assert json.loads(invoke(rejected, "clusters", "-f", "json")) == []
    invoke(rejected, "dedup", "-o", str(tmp_path / "unique.jsonl"))
    assert len((tmp_path / "unique.jsonl").read_text("utf-8").splitlines()) == 3


def test_a_trace_follows_no_rejected_link(archived: Path, confirmed: Path, rejected: Path) -> None:
    words = "sold the north quay for nine hundred crowns to a company that its own chairman owns"
    asked = ("trace", words, "-f", "json")
    origins = [json.loads(invoke(db, *asked))["origins"] for db in (archived, confirmed, rejected)]
    assert origins == [1, 1, 3]


def test_show_and_export_tell_what_they_are_about(archived: Path, rejected: Path, tmp_path: Path) -> None:
    counts = [json.loads(invoke(db, "show", "mirror-quay", "-f", "json"))["counts"] for db in (archived, rejected)]
    assert [count["links"] for count in counts] == [2, 0]
    assert counts[1]["rejected links"] == 2
    assert "rejected links" in invoke(rejected, "show", "mirror-quay")
    for db in (archived, rejected):  # articles are what they are, whatever people say of links
        invoke(db, "export", "-o", str(tmp_path / f"{db.stem}.jsonl"))
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "rejected.jsonl").read_bytes()


def test_a_report_of_all_opens_with_what_stands(rejected: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["--db", str(rejected), "report", "-o", str(tmp_path / "r.html")])
    assert done.exit_code == 1
    assert "nothing to report" in done.stderr
