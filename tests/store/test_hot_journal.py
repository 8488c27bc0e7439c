"""An archive whose last change was cut off while it was written into the file itself, as on network drives."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from provenance.store import Store


def test_a_file_shorter_than_it_says_is_repaired_from_its_journal(corpus_db: Path, tmp_path: Path) -> None:
    path, left = tmp_path / "archive.db", tmp_path / "left.db"
    shutil.copy(corpus_db, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
        raw.execute("PRAGMA cache_size = 5")  # so that the change reaches the file before it is finished
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("CREATE TABLE more (x)")
        raw.executemany("INSERT INTO more VALUES (?)", [("x" * 3000,)] * 200)
        content = bytearray(path.read_bytes())
        shutil.copy(f"{path}-journal", f"{left}-journal")
        raw.execute("ROLLBACK")
    pages = len(content) // 4096 + 50  # what the first page says when it was written before the last ones
    content[24:28] = content[92:96]
    content[28:32] = pages.to_bytes(4, "big")
    left.write_bytes(content)
    with Store.open(left) as store:
        assert store.articles.count() > 0
        assert store.upkeep.check_integrity(None) == []
