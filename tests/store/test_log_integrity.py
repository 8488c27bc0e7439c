"""A log beside the archive that is not what was written is said; one that a crash has cut off is none of it."""

from __future__ import annotations

import random
import sqlite3
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.store import log_integrity
from provenance.store.log_integrity import log_problems

FRAMES, SIZE = 12, 24 + 4096


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A log of some changes, as a process leaves it that is killed."""
    path = tmp_path_factory.mktemp("log") / "a.db"
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("CREATE TABLE t (x)")
    for number in range(FRAMES - 4):
        raw.execute("INSERT INTO t VALUES (?)", (random.Random(number).randbytes(3000),))
    content = Path(f"{path}-wal").read_bytes()
    raw.close()
    return content


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_integrity, "PAUSE", 0.0)


def said(tmp_path: Path, content: bytes) -> list[str]:
    Path(f"{tmp_path / 'a.db'}-wal").write_bytes(content)
    return [problem.detail for problem in log_problems(tmp_path / "a.db")]


def test_a_log_that_is_whole_and_none_at_all_are_no_problem(tmp_path: Path, log: bytes) -> None:
    assert [*log_problems(tmp_path / "none.db")] == []
    assert said(tmp_path, log) == []
    assert said(tmp_path, b"") == []


def test_every_flipped_bit_is_said(tmp_path: Path, log: bytes) -> None:
    chance = random.Random(3)
    heads = [place for start in range(32, len(log), SIZE) for place in chance.sample(range(start, start + 24), 3)]
    for place in [*range(0, 32, 3), *heads, *chance.sample(range(len(log)), 60)]:
        flipped = bytearray(log)
        flipped[place] ^= 1 << chance.randrange(8)
        assert said(tmp_path, bytes(flipped)), place


def test_bytes_overwritten_in_the_midst_are_said_with_their_place(tmp_path: Path, log: bytes) -> None:
    start = 32 + 3 * SIZE + 2000
    other = bytes(byte ^ 255 for byte in log[start : start + 64])
    (line,) = said(tmp_path, log[:start] + other + log[start + 64 :])
    assert line.startswith("page 4 of it is damaged")
    assert "lost" in line


@pytest.mark.parametrize("cut", [1, 30, 4095, SIZE, SIZE + 7])
def test_what_a_crash_cuts_off_is_no_damage(tmp_path: Path, log: bytes, cut: int) -> None:
    assert said(tmp_path, log[:-cut]) == []


def test_a_page_that_a_crash_tore_is_no_damage(tmp_path: Path, log: bytes) -> None:
    """A log that was begun anew: the new frame's header is there, what follows is still of the old log."""
    torn = log[: -4096 + 100] + random.Random(5).randbytes(4096 - 100)
    assert said(tmp_path, torn) == []


def test_a_page_that_was_not_written_yet_is_no_damage_where_it_differs_in_one_bit(tmp_path: Path) -> None:
    """The first frame of a change of two pages: its head is written, its page is still that of the log before."""
    path = tmp_path / "b.db"
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.executescript("BEGIN; CREATE TABLE t (x); INSERT INTO t VALUES (1); COMMIT;")
    content = bytearray(Path(f"{path}-wal").read_bytes()[: 32 + SIZE])
    raw.close()
    assert content[36:40] == bytes(4), "the first frame should not end the change"
    content[32 + 24 + 27] ^= 1  # the counter of changes
    assert said(tmp_path, bytes(content)) == []
    content[32 + 24 + 27] ^= 1
    content[37] ^= 1  # a flip in the head is told all the same
    assert said(tmp_path, bytes(content))


def test_frames_of_an_older_log_behind_the_end_are_no_damage(tmp_path: Path, log: bytes) -> None:
    start = 32 + (len(log) // SIZE - 2) * SIZE
    older = bytearray(log)
    for frame in range(start, len(log), SIZE):
        older[frame + 8 : frame + 16] = b"another!"
        older[frame + 30] ^= 255
    assert said(tmp_path, bytes(older)) == []


@given(st.binary(min_size=0, max_size=3000))
def test_any_bytes_are_read_without_an_error(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    log_integrity.PAUSE = 0.0
    said(tmp_path_factory.getbasetemp(), content)


@given(st.lists(st.integers(0, 2**32 - 1), min_size=2, max_size=60).filter(lambda words: len(words) % 2 == 0))
def test_sums_are_those_of_the_loop_that_sqlite_describes(words: list[int]) -> None:
    one, two = 7, 9
    for x, y in zip(words[0::2], words[1::2], strict=True):
        one = (one + x + two) % 2**32
        two = (two + y + one) % 2**32
    read = log_integrity._words(struct.pack(f"<{len(words)}I", *words), "<u4")
    assert log_integrity._sums(read, (7, 9)) == (one, two)
