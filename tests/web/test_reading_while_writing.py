"""Readers, an audit and a reviewer at the same time: no answer is an error, nothing that was written is lost.

`tests/bench/readers.py` measures the same with fifty readers for a minute.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from pathlib import Path

from served import served

from provenance import Archive
from provenance.usecases.filters import Filters

PATHS = (
    "/links",
    "/articles?sort=newest",
    "/api/v1/links?limit=10",
    "/api/v1/overview",
    "/api/v1/articles?verdict=taken",
)


def test_readers_never_fail_and_no_write_is_lost(corpus_db: Path, tmp_path: Path) -> None:
    path = tmp_path / "busy.db"
    shutil.copy(corpus_db, path)
    with Archive(corpus_db, readonly=True) as archive:
        expected = archive.links(Filters(same_event=True))
    errors: list[str] = []
    done = threading.Event()

    def read(site, number: int) -> None:  # type: ignore[no-untyped-def]
        turn = number
        while not done.is_set():
            turn += 1
            answer = site.get(PATHS[turn % len(PATHS)])
            if answer.status_code != 200:
                errors.append(f"{answer.status_code} {answer.url}: {answer.text[:200]}")

    with served(path) as site:
        readers = [threading.Thread(target=read, args=(site, number)) for number in range(6)]
        for reader in readers:
            reader.start()
        command = [sys.executable, "-m", "provenance", "--db", str(path), "-q", "audit", "--again"]
        audit = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        said = []
        for link in expected[:12]:
            given = {"a": link.a, "b": link.b, "verdict": "note", "note": "seen", "by": "dana"}
            answer = site.client.post("/api/v1/reviews", json=given)
            said.append((answer.status_code, answer.text[:200]))
        assert audit.wait() == 0
        done.set()
        for reader in readers:
            reader.join()
    assert errors == []
    assert [status for status, _ in said] == [201] * 12, said
    with Archive(path) as archive:
        assert len(archive.reviews()) == 12
        assert archive.store.upkeep.check_integrity() == []
        found = archive.links(Filters(same_event=True))
        assert {(x.a, x.b, x.relation, x.confidence) for x in found} == {
            (x.a, x.b, x.relation, x.confidence) for x in expected
        }
