"""What an archive survives: SIGKILL at any moment, Ctrl-C, two writers, a disk that is really full."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.errors import ArchiveError
from provenance.store import Store
from provenance.usecases.verifying import verify

# A few rounds in every run of the suite; PROVENANCE_KILLS=200 for the long one.
ROUNDS = os.environ.get("PROVENANCE_KILLS", "2")

LIMIT = 300  # seconds after which a process that hangs is given up
ADDING = """
import sys
from pathlib import Path
from provenance.model import Article, Span
from provenance.errors import ArchiveError
from provenance.store import Store
from provenance.ingest import storing
from provenance.usecases.adding import add
storing.PORTION_ARTICLES = 5
name, count, path = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
def articles():
    for number in range(count):
        text = f"{name} council met on item {number} and voted for the repair of bridge {number * 7} in {name}. " * 3
        yield Article(f"{name}-{number:03}", text, Span(0, len(text)))
print("ready", flush=True)
sys.stdin.readline()
with Store.open(path, create=True) as store:
    report = lambda _what, done, _total: print(done, flush=True)
    print("added", len(add(store, articles(), on_progress=report).added))
"""


def start(name: str, count: int, path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", ADDING, name, str(count), str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_kill_at_random_moments() -> None:
    program = Path(__file__).with_name("kill_run.py")
    done = subprocess.run(
        [sys.executable, str(program), "--rounds", ROUNDS, "--articles", "36"],
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_two_processes_that_add_at_once_both_succeed(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    processes = [start(name, 60, path) for name in ("Aldport", "Brenholm")]
    outputs = [process.communicate("go\n", timeout=LIMIT) for process in processes]
    assert ["added 60" in output for output, _ in outputs] == [True, True], outputs
    with Store.open(path, readonly=True) as store:
        assert store.articles.count() == 120
        assert verify(store, sample=0).problems == ()


def test_ctrl_c_keeps_what_was_reported(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    process = start("Aldport", 100_000, path)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("go\n")
    process.stdin.flush()
    reported = int(process.stdout.readline())
    process.send_signal(signal.SIGINT)
    rest, _ = process.communicate()
    reported = max([reported, *(int(line) for line in rest.split() if line.isdigit())])
    with Store.open(path, readonly=True) as store:
        assert store.articles.count() >= reported >= 5
        assert store.articles.count() % 5 == 0
        assert verify(store, sample=0).problems == ()


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Path:
    """A file system of 1.2 MB: an archive without articles and its log take half of it."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.name != "posix" or os.geteuid() != 0:
        pytest.skip("needs the right to mount a small file system")
    done = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=1200k", "tmpfs", str(folder)],
        capture_output=True,
        check=False,
        timeout=LIMIT,
    )
    if done.returncode:
        pytest.skip("needs the right to mount a small file system")
    return folder


def test_a_disk_that_is_really_full(tiny_disk: Path) -> None:
    path = tiny_disk / "archive.db"
    try:
        process = start("Aldport", 500, path)
        output, errors = process.communicate("go\n", timeout=LIMIT)
        reported = max((int(line) for line in output.split() if line.isdigit()), default=0)
        assert "the disk is full; everything reported as stored is kept" in errors
        with Store.open(path) as store:
            assert store.articles.count() == reported > 0
            assert verify(store, sample=0).problems == ()
        subprocess.run(["mount", "-o", "remount,size=64m", str(tiny_disk)], check=True, timeout=LIMIT)
        output, errors = start("Aldport", 500, path).communicate("go\n", timeout=LIMIT)
        assert errors == ""
        with Store.open(path, readonly=True) as store:
            assert store.articles.count() == 500
            assert verify(store, sample=0).problems == ()
    finally:
        subprocess.run(["umount", "-l", str(tiny_disk)], check=True, timeout=LIMIT)


def test_a_file_system_that_is_really_read_only(tiny_disk: Path) -> None:
    path = tiny_disk / "archive.db"
    try:
        start("Aldport", 10, path).communicate("go\n", timeout=LIMIT)
        subprocess.run(["mount", "-o", "remount,ro", str(tiny_disk)], check=True, timeout=LIMIT)
        with Store.open(path, readonly=True) as store:
            assert store.articles.count() == 10
            assert verify(store, sample=0).problems == ()
        with pytest.raises(ArchiveError, match="cannot be written; check the permissions"):
            Store.open(path)
        _, errors = start("Brenholm", 10, path).communicate("go\n", timeout=LIMIT)
        assert "cannot be written; check the permissions" in errors
    finally:
        subprocess.run(["umount", "-l", str(tiny_disk)], check=True, timeout=LIMIT)
