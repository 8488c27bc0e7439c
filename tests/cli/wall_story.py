"""A story of three outlets, two of which were at a press conference, and an archive in which that is known."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import provenance.audit.judge_task
import provenance.lineage
import provenance.usecases.comparing
from provenance.cli.app import app
from provenance.model import Link

SURE = 0.91
SAID = (
    "“We will not sell the harbour wall to anybody who has not walked along it in a north wind and come back with a "
    "plan for the boats that lie behind it,” Berit Lund, the harbour master, told a press conference on Friday."
)
PLAN = (
    "The plan, which runs to two hundred pages, would move forty berths to the river mouth and put a hotel with a "
    "glass front where the ice house has been since the days of the herring fleet."
)
POST = (
    f"Harbour master refuses the sale of the wall.\n\n{SAID}\n\n{PLAN}\n\nThree bidders left the room without a word "
    "for the reporters who had waited in the rain since seven."
)
HERALD = (
    f"Wall is not for sale, says Lund.\n\nAn hour of shouting ended on Friday with one sentence. {SAID}\n\nFishermen "
    "at the back of the hall stamped their boots. A county lawyer wrote it down, asked how it was spelled, and left "
    "early to catch the ferry home."
)
COPY = (
    f"Lund keeps the wall.\n\n{SAID}\n\n{PLAN}\n\nThree bidders left the room without a word for the reporters, the "
    "Coast Post writes."
)
ARTICLES = (
    {
        "id": "post-wall",
        "publisher": "Coast Post",
        "published": "2025-05-02T12:00:00Z",
        "title": "The wall stays",
        "text": POST,
    },
    {
        "id": "herald-wall",
        "publisher": "Fjord Herald",
        "published": "2025-05-02T15:00:00Z",
        "title": "Not for sale",
        "text": HERALD,
    },
    {
        "id": "mirror-wall",
        "publisher": "Inland Mirror",
        "published": "2025-05-03T09:00:00Z",
        "title": "Lund keeps it",
        "text": COPY,
    },
)


def told_apart(judge: Callable[..., dict[Any, Link]]) -> Callable[..., dict[Any, Link]]:
    """A judge that holds the Herald to have been at the event, and the Mirror to have the Post's text."""

    def judged(articles: Any, passages: Any, settings: Any, *more: Any, **further: Any) -> dict[Any, Link]:
        return {
            pair: _decided(link, settings.reporting_confidence)
            for pair, link in judge(articles, passages, settings, *more, **further).items()
        }

    return judged


def _decided(link: Link, least: float) -> Link:
    link = replace(link, relation="undetermined", source=None, derived=None, common_source=None, credited_source=None)
    source, derived = ("b", "a") if "mirror" in link.a else ("a", "b")
    ends = {"a": link.a, "b": link.b}
    if "herald-wall" in (link.a.removesuffix(" (new)"), link.b.removesuffix(" (new)")):
        relation = "same_event" if least <= SURE else "undetermined"
        return replace(link, relation=relation, confidence=SURE, likeliest="same_event")
    link = replace(link, confidence=0.97, likeliest=f"{source}->{derived}")
    return replace(link, relation="derived", source=ends[source], derived=ends[derived]) if least <= 0.97 else link


def set_judges(patch: pytest.MonkeyPatch) -> None:
    """Let every command judge as `told_apart` says."""
    for module in (provenance.lineage, provenance.audit.judge_task, provenance.usecases.comparing):
        patch.setattr(module, "judge", told_apart(module.judge))


def archive_in(folder: Path) -> Path:
    """The three articles, added and audited."""
    rows = folder / "articles.jsonl"
    rows.write_text("\n".join(map(json.dumps, ARTICLES)), "utf-8")
    invoke(folder / "a.db", "add", str(rows))
    invoke(folder / "a.db", "audit", "-j", "1")
    return folder / "a.db"


def invoke(db: Path, *arguments: str, code: int = 0, stderr: bool = False) -> str:
    done = CliRunner().invoke(app, ["--db", str(db), *([] if stderr else ["-q"]), *arguments])
    assert done.exit_code == code, (arguments, done.output, done.exception)
    return done.stderr if stderr else done.stdout


def file_of(db: Path, article: int) -> str:
    """An article as a file of its own, as `check` and `report` may be given it."""
    path = db.with_name(f"{ARTICLES[article]['publisher'].split()[1].lower()}.jsonl")
    path.write_text(json.dumps(ARTICLES[article]), "utf-8")
    return str(path)
