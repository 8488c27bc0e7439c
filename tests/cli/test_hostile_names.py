"""What comes from an article is never a command: every command, in every format, on articles of which each name is an
attack on a terminal, a spreadsheet, a page or a picture."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from provenance.reports.formats import FORMATS

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]")
ATTACKS = [
    "\x1b]0;PWNED\x07\x1b[2J\x1b[31m red",
    "\x9b31m\x90q\x9c \x85 next",
    "\u202egnp.exe \u2066x\u2069",
    "<script>alert(1)</script><img src=x onerror=alert(1)>\"'",
    '=cmd|"/C calc"!A0',
    "@SUM(1+1)",
    "-2+3",
    '"]; evil -> "x" [label="',
    "]]>&amp;<!--",
    "$(touch owned) `touch owned` ; touch owned",
    "javascript:alert(1)",
    "../../../../etc/passwd",
    "[bold red]markup[/] :smile:",
    "--db=other.db",
    "a\u2028b\u2029c",
    "]] | `code` | [x](javascript:alert(1))",
]
SHARED = (
    "The steady leak below the old dam was an inconvenient friend to seven herons, the keeper told the council on "
    "Monday, and nobody in the valley had counted the buckets since the flood of that long and rainy spring. "
)


@pytest.fixture(scope="module")
def attacked(run, tmp_path_factory):
    """An archive in which every name of every article is an attack; the names of its articles."""
    folder = tmp_path_factory.mktemp("attacked")
    rows: list[dict[str, str]] = []
    for number, attack in enumerate(ATTACKS):
        rows.append({
            "id": f"{attack}{number}", "title": attack, "author": attack, "publisher": f"{attack} {number}",
            "url": f"https://news.example/{number}?{attack}" if number % 2 else attack,
            "published": f"2025-03-{number + 1:02}", attack: attack, "agency": attack,
            "text": f"“{SHARED}” said {attack}. {attack} " + f"Own words of {number} follow here. " * 12 + attack,
        })  # fmt: skip
    (folder / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    db = folder / "a.db"
    ids = [" ".join(row["id"].split()) for row in rows]
    linked: list[str] = []
    for command in (["add", "rows.jsonl"], ["audit", "-f", "jsonl"], ["review", "--note", "\x1b[31m", "--"]):
        done = run(*command, *linked, db=db, cwd=folder)
        assert done.returncode == 0, done.stderr
        assert not UNSAFE.search(done.stdout + done.stderr), command
        if command[0] == "audit":
            link = json.loads(done.stdout.splitlines()[0])
            linked = [link["a"], link["b"], "note"]
    return folder, db, ids


def _formats(answer: str) -> list[str]:
    return [name for name, (_, answers) in FORMATS.items() if answer in answers]


COMMANDS = [
    *((["list"], each) for each in _formats("articles")),
    *((["stats"], each) for each in _formats("statistics")),
    *((["audit", "--same-event", "--min-confidence", "0"], each) for each in _formats("links")),
    *((["quotes"], each) for each in _formats("quotations")),
    *((["clusters"], each) for each in _formats("clusters")),
    *((["verify"], each) for each in _formats("verification")),
    *((["review", "--list"], each) for each in _formats("reviews")),
    *((["trace", "the steady leak below the old dam"], each) for each in _formats("trace")),
    *((["check", "rows.jsonl"], each) for each in _formats("findings")),
    *((["show", "ID"], each) for each in _formats("article")),
    *((["show", "ID", "--versions"], each) for each in _formats("versions")),
    *((["lineage", "ID"], each) for each in _formats("lineage")),
    *((["compare", "ID", "OTHER"], each) for each in _formats("comparison")),
]


@pytest.mark.parametrize(("command", "form"), COMMANDS, ids=[f"{' '.join(c[:2])[:20]} {f}" for c, f in COMMANDS])
def test_no_output_carries_an_attack(run, attacked, command, form):
    folder, db, ids = attacked
    for this, other in [(ids[0], ids[2]), (ids[3], ids[7]), (ids[8], ids[15])] if "ID" in command else [("", "")]:
        named = [{"ID": this, "OTHER": other}.get(each, each) for each in command]
        done = run(named[0], "--format", form, *_ordered(named[1:], ids), db=db, cwd=folder)
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip() or command[0] == "clusters"
        assert not UNSAFE.search(done.stdout), UNSAFE.search(done.stdout)
        assert not UNSAFE.search(done.stderr)
        if form in ("svg", "graphml"):
            _no_markup(done.stdout)
        if form == "csv":
            cells = [cell for row in csv.reader(io.StringIO(done.stdout)) for cell in row]
            assert not [cell for cell in cells if cell[:1] in "=+-@" and cell]
        if form in ("dot", "mermaid"):
            assert not re.search(r"^\s*evil", done.stdout, re.MULTILINE)
        if form == "mermaid":  # which makes HTML of its labels; in the quoted strings of DOT there is none
            assert "<script" not in done.stdout


def _ordered(arguments: list[str], ids: list[str]) -> list[str]:
    """Options first, then names, which may look like options."""
    names = [each for each in arguments if each in ids]
    return [each for each in arguments if each not in ids] + (["--", *names] if names else [])


def _no_markup(written: str) -> None:
    kinds = {each.tag.rpartition("}")[2] for each in ElementTree.fromstring(written).iter()}
    assert not kinds & {"script", "img", "foreignObject", "iframe"}


class Page(HTMLParser):
    """Collects what a browser would follow or run."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.followed: list[str] = []
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.followed += [value or "" for name, value in attrs if name in ("href", "src", "action", "formaction")]


def test_a_page_runs_nothing_and_links_only_to_the_web(run, attacked):
    folder, db, ids = attacked
    for names in ([], ["--", *ids[:4]], ["rows.jsonl"]):
        done = run("report", "-o", "page.html", *names, db=db, cwd=folder)
        assert done.returncode == 0, done.stderr
        assert not UNSAFE.search(done.stdout + done.stderr)
        written = (folder / "page.html").read_text()
        assert not UNSAFE.search(written)
        page = Page()
        page.feed(written)
        assert not page.handlers
        assert not page.tags & {"img", "iframe", "object", "embed", "base", "form"}
        assert [each for each in page.followed if not each.startswith(("https://", "http://", "#"))] == []
        assert "alert(1)</script>" not in written


def test_what_is_exported_holds_no_formula_and_is_read_as_it_was(run, attacked):
    folder, db, _ids = attacked
    assert run("export", "-o", "rows.csv", db=db, cwd=folder).returncode == 0
    with (folder / "rows.csv").open(newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
    assert run("add", "rows.csv", db=folder / "again.db", cwd=folder).returncode == 0
    for answer in ("list", "quotes"):
        both = [run(answer, "-f", "jsonl", db=each, cwd=folder).stdout for each in (db, folder / "again.db")]
        found = [{key: each[key] for key in ("id", "title", "text", "article") if key in each}
                 for one in both for each in map(json.loads, one.splitlines())]  # fmt: skip
        assert found[: len(found) // 2] == found[len(found) // 2 :]


def test_changes_and_mistakes_print_no_control_characters(run, attacked, tmp_path):
    _folder, db, ids = attacked
    own = tmp_path / "own.db"
    own.write_bytes(db.read_bytes())
    for command in (
        ["edit", "--set", f"title={ATTACKS[0]}", "--", ids[2]],
        ["edit", "--set", "published=\x1b[31mnever", "--", ids[2]],
        ["show", "--", "\x1b[31mnobody\u202e"],
        ["show", "--", ids[0][:3]],
        ["review", "--", ids[0], ids[5], "maybe\x1b[31m"],
        ["check", "no\x1b[31m\u202efile"],
        ["compare", "no\x1b[31m\u202efile", "x"],
        ["add", "no\x1b[31m\u202efile"],
        ["lineage", "--format", "\x1b[31m", "x"],
        ["remove", "--", *ids],
        ["list"],
    ):
        done = run(*command, db=own, cwd=tmp_path)
        assert "Traceback" not in done.stderr
        assert not UNSAFE.search(done.stdout + done.stderr), (command, done.stdout + done.stderr)
    assert list(tmp_path.iterdir()) == [own]  # no file was named after an id
