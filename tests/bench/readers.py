"""Readers of a served archive while an audit writes to it: how long answers take, and whether anything is lost.

    python tests/bench/readers.py ARCHIVE --readers 50 --seconds 60

Works on a copy of ARCHIVE, which should take an audit longer than that. First the readers ask a quiet server, then
one whose archive is audited anew (`audit --again`) while reviews are posted. Prints a table; exits with 1 where an
answer was an error, a review was lost, the archive does not hold together, or the median is over twice the quiet one.
"""

from __future__ import annotations

import argparse
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

ADDRESSES = (
    "/links",
    "/articles?sort=newest",
    "/articles?words=the+bill",
    "/api/v1/links?limit=20",
    "/api/v1/links?relation=derived&sort=newest&limit=20",
    "/api/v1/links?review=reviewed",
    "/api/v1/articles?verdict=taken&limit=20",
    "/api/v1/overview",
)


@dataclass
class Answers:
    """What readers got: milliseconds of every answer, and the errors."""

    times: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def read(address: str, until: float, answers: Answers, number: int) -> None:
    """One reader: asks one page after the other, with a pause such as a person or a program makes."""
    chosen = random.Random(number)
    with httpx.Client(base_url=address, timeout=120) as client:
        while time.monotonic() < until:
            path = chosen.choice(ADDRESSES)
            begun = time.perf_counter()
            try:
                answer = client.get(path)
                if answer.status_code != 200:
                    answers.errors.append(f"{answer.status_code} {path}: {answer.text[:200]}")
            except httpx.HTTPError as error:
                answers.errors.append(f"{error!r} {path}")
            answers.times.append((time.perf_counter() - begun) * 1000)
            time.sleep(chosen.uniform(0.5, 1.5))


def readers(address: str, count: int, seconds: float) -> Answers:
    """So many readers at a time, for so long."""
    answers = Answers()
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=read, args=(address, until, answers, number)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """A server of an archive, as its own process."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "provenance", "--db", str(path), "serve", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                httpx.get(f"{address}/static/site.css", timeout=5)
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait()


def reviewed(address: str, until: float, posted: list[str], failed: list[str]) -> None:
    """Post a note about a link each second."""
    with httpx.Client(base_url=address, timeout=120) as client:
        links = client.get("/api/v1/links?limit=200&passages=false").json()["items"]
        for number, link in enumerate(links):
            if time.monotonic() > until:
                return
            given = {"a": link["a"], "b": link["b"], "verdict": "note", "note": f"note {number}", "by": "bench"}
            answer = client.post("/api/v1/reviews", json=given)
            (posted if answer.status_code == 201 else failed).append(f"note {number} {answer.status_code}")
            time.sleep(1)


def measured(archive: Path, count: int, seconds: float) -> int:
    """Measure, print and judge."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "served.db"
        shutil.copy(archive, path)
        with serving(path) as address:
            readers(address, count, 5)
            quiet = readers(address, count, seconds / 3)
            audit = subprocess.Popen(
                [sys.executable, "-m", "provenance", "--db", str(path), "-q", "audit", "--again", "-j", "1"],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
            posted: list[str] = []
            failed: list[str] = []
            until = time.monotonic() + seconds
            writer = threading.Thread(target=reviewed, args=(address, until, posted, failed))
            writer.start()
            busy = readers(address, count, seconds)
            writer.join()
            audited = "still running" if audit.poll() is None else f"ended with {audit.returncode}"
            _, said = audit.communicate()
            kept = httpx.get(f"{address}/api/v1/reviews?limit=500", timeout=60).json()["total"]
        verify: Any = subprocess.run(
            [sys.executable, "-m", "provenance", "--db", str(path), "verify"],
            capture_output=True,
            text=True,
            check=False,
        )
    print(
        f"{count} readers, audit {audited} when the readers stopped, then {audit.returncode} {said.decode()[-200:]}"
    )
    for name, answers in (("quiet", quiet), ("while an audit writes", busy)):
        times = sorted(answers.times)
        print(
            f"{name:22} {len(times):6,} answers, median {statistics.median(times):7.1f} ms, "
            f"95% {times[int(len(times) * 0.95)]:7.1f} ms, worst {times[-1]:8.1f} ms, {len(answers.errors)} errors"
        )
    ratio = statistics.median(busy.times) / statistics.median(quiet.times)
    print(f"ratio of medians {ratio:.2f}; {len(posted)} reviews posted, {len(failed)} refused, {kept} kept")
    print(f"verify: {verify.stdout.strip().splitlines()[-1] if verify.stdout else verify.stderr[-300:]}")
    wrong = [*quiet.errors, *busy.errors, *failed]
    print(*wrong[:5], sep="\n")
    return int(bool(wrong) or kept != len(posted) or verify.returncode or audit.returncode or ratio > 2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    sys.exit(measured(given.archive, given.readers, given.seconds))


if __name__ == "__main__":
    main()
