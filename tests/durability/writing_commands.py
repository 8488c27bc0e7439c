"""The commands that write, each with an archive to begin from; and what an archive and a folder answer afterwards.

`SCENARIOS` are what `stop_run.py` stops at every write. `READING` are the commands that write nothing of their own; a
test holds both against the commands that the program has, so that no new one is forgotten.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "meaning"))

from older_archive import with_tables_of_020
from tiny_encoder import TinyEncoder

from provenance.audit import aligning, proposing
from provenance.cli.app import app
from provenance.ingest import storing
from provenance.meaning import encoder as encoders
from provenance.store import Store
from provenance.store.index import postings_writing
from provenance.usecases import embedding, reindexing

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
STORIES = (
    "ferry",
    "hospital",
    "lindqvist",
    "port",
    "rare",
)  # whose articles are archived: copies, quotations, new texts
DB = "archive.db"
TINY = TinyEncoder()
NEVER_THE_SAME = {"added", "made", "reviewed_at", "published_how", "origin"}  # moments, and where a file was
# Commands that only read; they may fill caches in the archive (quotations that were read), which is a write, too.
READING = (
    "compare",
    "lineage",
    "trace",
    "clusters",
    "list",
    "show",
    "stats",
    "verify",
    "matrix",
    "schema",
    "serve",
    "sql",
)


@dataclass(frozen=True)
class Scenario:
    """One command. `{w}` in its words is its folder, `{a}` and `{b}` are archived articles; `base` is
    what the folder has before. `once`: done again it does something else (another step back), so it is all or nothing
    instead."""

    name: str
    words: tuple[str, ...]
    base: str = "audited"
    outputs: tuple[str, ...] = ()
    once: bool = False
    again_fails: bool = False  # done again after it was done, it fails with a line that says so

    def arguments(self, folder: Path) -> list[str]:
        """The words of the command."""
        one, other = pair()
        return ["-q", "--db", str(folder / DB), *(each.format(w=folder, a=one, b=other) for each in self.words)]


SCENARIOS = (
    Scenario("add", ("add", "{w}/new", "--jobs", "1"), "empty"),
    Scenario("add versions", ("add", "{w}/changed", "--jobs", "1"), "audited"),
    Scenario("add --set", ("add", "{w}/new", "--jobs", "1", "--set", "publisher=The Desk"), "audited"),
    Scenario("check", ("check", "{w}/incoming"), "audited"),
    Scenario("check --add", ("check", "{w}/incoming", "--add", "--format", "jsonl"), "audited"),
    Scenario("watch", ("watch", "{w}/feeds.txt", "--once", "--over", "0", "--allow-local", "--keep-source")),
    Scenario("audit", ("audit", "--jobs", "1"), "added"),
    Scenario("audit --again", ("audit", "--jobs", "1", "--again"), "audited"),
    Scenario("audit essay", ("audit", "--jobs", "1", "--profile", "essay"), "audited"),
    Scenario("quotes", ("quotes",), "added"),
    Scenario("embed", ("embed", "--jobs", "1"), "audited"),
    Scenario("embed --again", ("embed", "--jobs", "1", "--again"), "embedded"),
    Scenario("review", ("review", "{a}", "{b}", "confirm", "--note", "by phone")),
    Scenario("review --phrase", ("review", "--phrase", "declined to comment", "reject")),
    Scenario("review --publishers", ("review", "--publishers", "NewsNook", "Northline", "reject")),
    Scenario("review undo", ("review", "{a}", "{b}", "undo"), "reviewed", once=True),
    Scenario("edit", ("edit", "{a}", "--set", "publisher=Another,author=")),
    Scenario("edit --undo", ("edit", "{a}", "--undo"), "reviewed", once=True),
    Scenario("edit --clear", ("edit", "{a}", "--clear"), "reviewed", again_fails=True),
    Scenario("remove", ("remove", "{a}", "{b}"), "reviewed", again_fails=True),
    Scenario("remove --purge", ("remove", "--purge", "{a}"), "reviewed", again_fails=True),
    Scenario("backup", ("backup", "{w}/kept.db", "--force"), "kept"),
    Scenario("restore", ("restore", "{w}/kept.db", "--discard"), "kept"),
    Scenario("repair", ("repair", "-o", "{w}/saved.db", "--force", "--jobs", "1"), "reviewed"),
    Scenario("batch", ("batch", "{w}/new", "-o", "{w}/batch", "--engine", "local"), "empty"),
    Scenario("import", ("import", "{w}/batch"), "batched"),
    Scenario("reindex", ("reindex", "--jobs", "1")),
    Scenario("calibrate", ("calibrate", "--sample", "1")),
    Scenario("evaluate --fit shipped", ("evaluate", "links", "--fit", "shipped"), "fitted"),
    Scenario("evaluate pan", ("evaluate", "pan", "{w}/pan", "--out", "{w}/found"), "pan", ("found/*.xml",)),
    Scenario("upgrade", ("list",), "of020"),
    Scenario("dedup", ("dedup", "-o", "{w}/kept.jsonl"), outputs=("kept.jsonl",)),
    Scenario("dedup csv.gz", ("dedup", "{w}/rows.jsonl", "-o", "{w}/kept.csv.gz", "--paragraphs", "--groups",
             "{w}/groups.jsonl", "--pairs", "{w}/pairs.jsonl", "--spans", "{w}/spans.jsonl"),
             outputs=("kept.csv.gz", "groups.jsonl", "pairs.jsonl", "spans.jsonl")),
    Scenario("dedup parquet", ("dedup", "{w}/rows.jsonl", "-o", "{w}/kept.parquet"), outputs=("kept.parquet",)),
    Scenario("export", ("export", "-o", "{w}/out.jsonl"), outputs=("out.jsonl",)),
    Scenario("export csv", ("export", "links", "-o", "{w}/links.csv"), outputs=("links.csv",)),
    Scenario("export over a former", ("export", "-o", "{w}/former.csv.gz"), outputs=("former.csv.gz",)),
    Scenario("export parquet", ("export", "passages", "-o", "{w}/out.parquet"), outputs=("out.parquet",)),
    Scenario("report", ("report", "{w}/incoming", "-o", "{w}/former.html"), outputs=("former.html",)),
    Scenario("site", ("site", "-o", "{w}/site"), outputs=("site/**/*.*",)),
    Scenario("site over a former", ("site", "-o", "{w}/older"), outputs=("older/**/*.*",)),
    Scenario("datasette", ("datasette", "-o", "{w}/tables"), outputs=("tables/**/*.*",)),
)  # fmt: skip


def run(words: list[str]) -> int:
    """One command in this process, as the command line runs it; the exit code."""
    with patch.object(encoders, "encoder_named", lambda *_: TINY):
        try:
            app(words, prog_name="provenance")
        except SystemExit as ended:
            return ended.code if isinstance(ended.code, int) else 1
    return 0


def make_small() -> None:
    """Small portions, pages and tiers, so that there are many transactions and merges to be stopped in."""
    storing.PORTION_ARTICLES = 3
    reindexing.PORTION = 4
    proposing.ARTICLES_A_TASK = 4
    aligning.PAIRS_A_TASK = 4
    aligning.TASKS_A_TRANSACTION = 1
    postings_writing.FAN = 3
    postings_writing.FIRST_TIER = 64
    embedding.PORTION = 4


def stories() -> list[Path]:
    """The files of the articles that are archived."""
    files = [each for each in (CORPUS / "articles").rglob("*.*") if each.name.startswith(STORIES)]
    return sorted(files, key=lambda each: each.name)[:12]


def make_bases(folder: Path, feed: str) -> None:
    """Every folder that a command can begin from, by name, below `folder`."""
    empty = folder / "empty"
    (empty / "new").mkdir(parents=True)
    (empty / "incoming").mkdir()
    (empty / "changed").mkdir()
    for file in stories():
        shutil.copy(file, empty / "new")
        later = b"\n\nThe desk added a line later that evening.\n"
        (empty / "changed" / file.name).write_bytes(file.read_bytes() + later)
    for file in sorted((CORPUS / "incoming").iterdir())[:3]:
        shutil.copy(file, empty / "incoming")
    (empty / "feeds.txt").write_text(feed, "utf-8")
    (empty / "former.html").write_text("<p>a former report</p>", "utf-8")
    (empty / "former.csv.gz").write_bytes(b"a former file")
    rows = [{"id": each.stem, "text": each.read_text("utf-8", "replace")} for each in stories()]
    doubled = [*rows, *({**row, "id": f"{row['id']}-again"} for row in rows[:4])]
    (empty / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in doubled), "utf-8")
    _make_pan(shutil.copytree(empty, folder / "pan") / "pan")
    added = _continued(empty, folder / "added", [["add", "{w}/new", "--jobs", "1"]])
    audited = _continued(added, folder / "audited", [["audit", "--jobs", "1"], ["site", "-o", "{w}/older"]])
    shutil.copy(audited / "older" / "index.html", audited / "older" / "compare" / "gone.html")
    _list_gone(audited / "older")
    _continued(audited, folder / "embedded", [["embed", "--jobs", "1"]])
    _continued(audited, folder / "kept", [["backup", "{w}/kept.db"], ["remove", pair()[0]]])
    _continued(empty, folder / "batched", [["batch", "{w}/new", "-o", "{w}/batch", "--engine", "local"]])
    one, other = pair()
    review = ["review", one, other]
    edit = ["edit", one, "--set"]
    _continued(
        audited,
        folder / "reviewed",
        [[*review, "confirm"], [*review, "note", "--note", "x"], [*edit, "author=A"], [*edit, "publisher=P"]],
    )
    with Store.open(shutil.copytree(audited, folder / "fitted") / DB) as store:
        store.weights.write({"about": {"fitted": "2026-01-01"}})
    with_tables_of_020(shutil.copytree(added, folder / "of020") / DB)


def _list_gone(site: Path) -> None:
    """A file of the former site that the new one has no more."""
    known = json.loads((site / "site.json").read_text("utf-8"))
    known["files"] = sorted([*known["files"], "compare/gone.html"])
    (site / "site.json").write_text(json.dumps(known), "utf-8")


def _make_pan(folder: Path) -> None:
    for name in ("susp", "src"):
        (folder / name).mkdir(parents=True)
    text = stories()[0].read_text("utf-8", "replace")
    (folder / "susp" / "suspicious-document00001.txt").write_text("Something else first. " + text, "utf-8")
    (folder / "src" / "source-document00001.txt").write_text(text, "utf-8")
    (folder / "pairs").write_text("suspicious-document00001.txt source-document00001.txt\n", "utf-8")


def _continued(before: Path, after: Path, commands: Iterable[list[str]]) -> Path:
    shutil.copytree(before, after)
    for words in commands:
        with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere):
            code = run(["-q", "--db", str(after / DB), *(each.format(w=after) for each in words)])
        if code not in (0, 3):
            raise SystemExit(f"{' '.join(words)} ended with {code}")
    return after


def pair() -> tuple[str, str]:
    """Two archived articles with a link."""
    return tuple(each.stem for each in stories()[:2])  # type: ignore[return-value]


def answers(folder: Path) -> dict[str, object]:
    """All that a user can see in a folder: what the archive answers, and each other file with its bytes."""
    seen: dict[str, object] = {
        str(each.relative_to(folder)): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file() and ".db" not in each.name
    }
    seen["names"] = sorted(str(each.relative_to(folder)) for each in folder.rglob("*"))
    for path in sorted(folder.glob("*.db")):
        if path.stat().st_size:
            with Store.open(path, readonly=True) as store:
                about = "" if path.name == DB else f" of {path.name}"
                seen |= {f"{key}{about}": value for key, value in _of_archive(store).items()}
    return seen


def _of_archive(store: Store) -> dict[str, object]:
    seen: dict[str, object] = {}
    views = [row[0] for row in store.connection.rows("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY 1")]
    for view in views:
        columns = [row[1] for row in store.connection.rows(f"PRAGMA table_info({view})")]
        chosen = "WHERE in_force" if view == "v_reviews" else ""  # what was said twice holds once
        kept = [each for each in columns if each not in NEVER_THE_SAME | {"step", "judgement", "undoes"}]
        rows = {repr(row) for row in store.connection.rows(f"SELECT {', '.join(kept)} FROM {view} {chosen}")}
        seen[f"view {view}"] = sorted(rows)
    for profile in ("news", "essay"):
        seen[f"links {profile}"] = "\n".join(map(repr, store.links_of(profile).iterate()))
    held = store.meanings.held().tolist()
    codes = store.meanings.of(held)
    seen["meanings"] = sorted((store.articles.ids([number])[0], repr(codes[number])) for number in held)
    seen["weights"] = store.weights.as_json()
    seen["detection"] = repr(store.detection.read("news"))
    corrected = store.connection.rows("SELECT article, field, value FROM corrections WHERE undone IS NULL")
    seen["corrections in force"] = sorted({repr(row) for row in corrected})
    return seen
