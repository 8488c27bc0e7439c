"""How long the pages of a served archive take: 200 different requests of each kind, one after the other.

    python tests/bench/served_pages.py ARCHIVE [--requests 200] [--only article,network]

Serves ARCHIVE read-only as a process of its own. Of every kind of page it prints the milliseconds from request to
answer (wall: whoever else uses the processors is in them), the milliseconds that the server computed for one request
(CPU, all its threads; Linux only), and the most memory that it had. Of articles, the ones with the most links are
among those asked for. `again` is a page that is kept: what is measured is how fast it is sent again.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from provenance import Archive
from provenance.web.rendering import address, article_path

MOST_LINKED = 40  # of the articles asked for, so many are those with the most links
WORDS = ("budget", '"health care"', "iraq war", "the senate", "tax", "the bill", "minister", '"in the house"')
CONFIDENCES = ("0", "0.5", "0.6", "0.7", "0.8", "0.9", "0.95")
RELATIONS = ("derived", "near_duplicate", "common_source", "undetermined")
Made = Callable[[random.Random], str]


@dataclass(frozen=True, slots=True)
class Known:
    """What the addresses ask for: ids, the busiest of them, pairs that are linked, publishers."""

    ids: list[str]
    busiest: list[str]
    pairs: list[tuple[str, str]]
    publishers: list[str]


def known(path: Path) -> Known:
    """Read the names that addresses need."""
    with Archive(path, readonly=True) as archive:
        ids = [row.id for row in archive.listed()]
        pairs = [(link.a, link.b) for link in archive.store.links.iterate_bare()]
        publishers = [name for name in archive.store.article_pages.publishers() if name]
    counts = Counter(name for pair in pairs for name in pair)
    return Known(ids, [name for name, _ in counts.most_common(MOST_LINKED)], pairs, sorted(publishers))


def kinds(found: Known) -> dict[str, Made]:
    """One maker of addresses for each kind of page."""

    def of_list(path: str, sorts: tuple[str, ...], **some: tuple[str, ...]) -> Made:
        def made(chosen: random.Random) -> str:
            asked = {name: chosen.choice(values) for name, values in some.items() if chosen.random() < 0.4}
            return address(path, sort=chosen.choice(sorts), **asked)

        return made

    publishers = tuple(found.publishers)
    links = {
        "sorts": ("strongest", "surest", "newest", "oldest", "found"),
        "relation": RELATIONS,
        "publisher": publishers,
        "kind": ("edited", "quotation"),
        "min_confidence": CONFIDENCES,
    }
    articles = {
        "sorts": ("id", "newest", "publisher", "title", "longest", "added"),
        "words": WORDS,
        "verdict": ("taken", "source", "none", "undetermined", "duplicate"),
        "publisher": publishers,
    }
    pictures: dict[str, Any] = {"min_confidence": CONFIDENCES, "publisher": publishers, "relation": RELATIONS}
    busiest = itertools.cycle(found.busiest)

    def article(kind: str = "article") -> Made:
        turn = itertools.count()

        def made(chosen: random.Random) -> str:
            busy = found.busiest and next(turn) % 200 < MOST_LINKED
            return article_path(next(busiest) if busy else chosen.choice(found.ids), kind)

        return made

    return {
        "overview, again": lambda _: "/",
        "article": article(),
        "lineage": article("lineage"),
        "versions": article("versions"),
        "compare": lambda chosen: address("/compare", **dict(zip("ab", chosen.choice(found.pairs), strict=True))),
        "links": of_list("/links", **links),
        "articles": of_list("/articles", **articles),
        "review": lambda chosen: address("/review", of=chosen.choice(("", "all"))),
        "network": lambda chosen: address(
            "/network", by=chosen.choice(("articles", "publishers")), **some(chosen, pictures)
        ),
        "network's data": lambda chosen: address("/network.json", by="articles", **some(chosen, pictures)),
        "timeline": lambda chosen: address("/timeline", **some(chosen, pictures)),
        "quotations": lambda chosen: address(
            "/quotations",
            **some(chosen, {"publisher": publishers, "altered": ("1",), "reused": ("1",), "first": ("1",)}),
        ),
        "clusters": lambda _: "/clusters",
        "audit": lambda _: "/audit",
        "check form": lambda _: "/check",
        "API links": of_list("/api/v1/links", **links),
        "API links, bare": lambda chosen: of_list("/api/v1/links", **links)(chosen) + "&passages=false",
        "API articles": of_list("/api/v1/articles", **articles),
        "API link": lambda chosen: address(
            "/api/v1/link", **dict(zip("ab", chosen.choice(found.pairs), strict=True))
        ),
        "API quotations": lambda chosen: address("/api/v1/quotations", **some(chosen, {"publisher": publishers})),
        "API overview": lambda _: "/api/v1/overview",
    }


def some(chosen: random.Random, values: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Some of the filters of a page."""
    return {name: chosen.choice(each) for name, each in values.items() if chosen.random() < 0.5}


@contextmanager
def serving(path: Path) -> Iterator[tuple[str, int]]:
    """A server as its own process: its address and the number of the process."""
    command = [sys.executable, "-m", "provenance", "--db", str(path), "serve", "--port", "0", "--read-only"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        found = re.search(r"http://\S+:\d+", process.stdout.readline())
        assert found is not None
        try:
            yield found[0], process.pid
        finally:
            process.terminate()


def computed(process: int) -> float:
    """Milliseconds that a process has computed in its threads."""
    tasks = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(each.read_text().split()[0]) for each in tasks) / 1e6


def most_memory(process: int) -> int:
    """The most MB that it had."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) // 1024


def measured(client: httpx.Client, process: int, name: str, paths: list[str]) -> bool:
    """Ask for all of them, print a row; whether all were answered."""
    while (first := client.get(paths[0])).status_code == 503 or "Refresh" in first.headers:
        time.sleep(1)  # a list that is being worked out
    wall, cpu, bad, slowest = [], [], 0, ""
    for path in paths:
        before, begun = computed(process), time.perf_counter()
        answer = client.get(path)
        wall.append((time.perf_counter() - begun) * 1000)
        cpu.append(computed(process) - before)
        bad += answer.status_code >= 400
        slowest = path if cpu[-1] == max(cpu) else slowest
    print(
        f"{name:17} wall {statistics.median(wall):6.1f} /{max(wall):7.1f} ms  CPU {statistics.median(cpu):6.1f} /"
        f"{max(cpu):7.1f} ms  {most_memory(process):4} MB  {bad} refused  {slowest[:70]}",
        flush=True,
    )
    return not bad


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--requests", type=int, default=200)
    parser.add_argument("--only", default="", help="kinds, parted by commas; beginnings of their names do")
    given = parser.parse_args()
    wanted = tuple(filter(None, given.only.split(",")))
    found = known(given.archive)
    with serving(given.archive) as (base, process), httpx.Client(base_url=base, timeout=600) as client:
        begun = time.perf_counter()
        client.get("/")
        print(f"{'first page':17} wall {(time.perf_counter() - begun) * 1000:6.1f} ms, nothing read before")
        fine = True
        for name, made in kinds(found).items():
            if not wanted or name.startswith(wanted):
                chosen = random.Random(name)
                fine &= measured(client, process, name, [made(chosen) for _ in range(given.requests)])
    sys.exit(not fine)


if __name__ == "__main__":
    main()
