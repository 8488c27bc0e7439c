"""Commands that only read open the archive for reading, so that one which cannot be written can be asked."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from provenance.cli.app import app
from provenance.store import Store

CORPUS = Path(__file__).parents[2] / "corpus"
READING = (
    ("check", str(CORPUS / "incoming" / "honey-brief-post.json")),
    ("compare", "dam-inspection-ledger", "dam-brief-highmoor"),
    ("lineage", "dam-inspection-ledger"),
    ("trace", "a steady leak is an old friend"),
    ("report", "dam-inspection-ledger", "-o", "report.html"),
    ("review", "--list"),
    ("show", "dam-inspection-ledger"),
    ("list",),
    ("stats",),
    ("clusters",),
    ("verify",),
    ("export", "-o", "all.jsonl"),
)


@pytest.mark.parametrize("arguments", READING, ids=lambda arguments: arguments[0])
def test_a_command_that_reads_opens_the_archive_for_reading(
    arguments: tuple[str, ...], corpus_db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = tmp_path / "archive.db"
    shutil.copy(corpus_db, db)
    opened = Store.open.__func__  # type: ignore[attr-defined]

    def refusing(cls: type[Store], path: Path, *, readonly: bool = False, **more: Any) -> Store:
        assert readonly, "opened for writing"
        return opened(cls, path, readonly=readonly, **more)

    monkeypatch.setattr(Store, "open", classmethod(refusing))
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["--db", str(db), *arguments])
    assert done.exit_code == 0, (done.output, done.exception)
