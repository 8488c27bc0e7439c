"""What archives that nobody would make on purpose cost: seconds and megabytes of each command, at a size and at half
of it, so that growth faster than the input is seen.

    python tests/bench/extremes.py                    every row at its full size
    python tests/bench/extremes.py --part 0.1         a tenth of each size
    python tests/bench/extremes.py --only chain

Each command runs in a fresh process; `x` is how many times as long it took as at half the size. Exits with 1 where a
command takes more than LIMIT seconds or MEMORY megabytes, or ends with a failure.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

Row = dict[str, str]

LIMIT, MEMORY = 600.0, 2000.0
PLACES = [
    "Aldport",
    "Brenholm",
    "Castra",
    "Dunmere",
    "Eskwater",
    "Fallow",
    "Garrick",
    "Hollin",
    "Istra",
    "Jarrow",
    "Kestrel",
    "Lorne",
]
THINGS = [
    "harbour",
    "orchard",
    "railway",
    "library",
    "glacier",
    "theatre",
    "market",
    "observatory",
    "quarry",
    "school",
    "bridge",
    "ferry",
]
DOINGS = [
    "repaired",
    "closed",
    "inspected",
    "renamed",
    "flooded",
    "painted",
    "sold",
    "measured",
    "guarded",
    "opened",
    "praised",
    "counted",
]


def sentence(chance: random.Random) -> str:
    """Twenty words that hardly repeat."""
    pick = chance.choice
    return (
        f"{pick(PLACES)} {pick(DOINGS)} the {pick(THINGS)} near {pick(PLACES)} after {chance.randrange(9999)} "
        f"residents {pick(DOINGS)} a {pick(THINGS)} worth {chance.randrange(99999)} crowns, said {pick(PLACES)} "
        f"{pick(PLACES)}."
    )


def text(seed: int, sentences: int) -> str:
    """So many sentences."""
    chance = random.Random(seed)
    return " ".join(sentence(chance) for _ in range(sentences))


def row(number: int, words: str) -> Row:
    """A row of input, a minute after the one before, of one of forty publishers."""
    stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(1_740_000_000 + 60 * number))
    return {"id": f"a{number:06}", "text": words, "publisher": f"Paper {number % 40}", "published": stamp}


def identical(count: int) -> Iterator[Row]:
    """One text, by everybody."""
    words = text(1, 12)
    for number in range(count):
        yield row(number, words)


def template(count: int) -> Iterator[Row]:
    """One form with other names and numbers in each: 100 words of which 12 differ."""
    for number in range(count):
        chance = random.Random(number)
        place, figure = chance.choice(PLACES), chance.randrange(10_000)
        yield row(
            number,
            "The weather office expects a day of sunshine and light winds in "
            f"{place} with {figure % 30} degrees. "
            "Readings are taken at the mast beside the old lighthouse every ten minutes by an instrument that was "
            "installed last spring and are sent to all partners without delay. "
            f"Rain fell on {figure % 17} days of the month and the level of the reservoir stands at {figure} units. "
            "Visitors of the shore are asked to mind the tide and to keep dogs away from the nests of terns until "
            f"the end of the season. The next forecast for {place} appears at {figure % 24} o'clock.",
        )


def one_line(count: int) -> Iterator[Row]:
    """Articles of one sentence, each another one."""
    for number in range(count):
        yield row(number, sentence(random.Random(number)))


def long_text(megabytes: int) -> Iterator[Row]:
    """One article of so many MB, and one that took a part of it."""
    words = text(5, megabytes * 2**20 // 120)
    yield row(0, words)
    yield row(1, text(6, 20) + " " + words[1000:4000])


def linked(count: int) -> Iterator[Row]:
    """One release, and so many articles that took a paragraph of it."""
    release = text(7, 12)
    yield row(0, release)
    for number in range(1, count + 1):
        start = release.index(". ") + 2
        yield row(number, f"{text(10_000 + number, 8)} {release[start : start + 500]} {text(50_000 + number, 3)}")


def chain(count: int) -> Iterator[Row]:
    """Each made from the one before: its last ten sentences of eleven and a new one."""
    chance = random.Random(8)
    sentences = [sentence(chance) for _ in range(11)]
    for number in range(count):
        yield row(number, " ".join(sentences))
        sentences = [*sentences[1:], sentence(chance)]


def one_word(count: int) -> Iterator[Row]:
    """One word repeated, in one text of `count` words and one of a tenth of them."""
    yield row(0, "buffalo " * count)
    yield row(1, "buffalo " * (count // 10))


@dataclass(frozen=True)
class Extreme:
    """Rows of a size; `asked` is the article that is looked at afterwards."""

    make: Callable[[int], Iterator[Row]]
    size: int
    asked: str = "a000000"


EXTREMES = {
    "identical": Extreme(identical, 2_000),
    "template": Extreme(template, 10_000),
    "one line": Extreme(one_line, 20_000),
    "long text": Extreme(long_text, 16),
    "linked": Extreme(linked, 5_000),
    "chain": Extreme(chain, 2_000),
    "one word": Extreme(one_word, 1_000_000),
}
COMMANDS = {
    "add": ["add", "{rows}", "--jobs", "1"],
    "audit": ["audit", "--jobs", "1"],
    "check": ["check", "{one}"],
    "lineage": ["lineage", "{asked}"],
    "trace": ["trace", "{words}"],
    "report": ["report", "{asked}", "-o", "{page}"],
    "verify": ["verify", "--sample", "20"],
}


@dataclass(frozen=True)
class Cost:
    """One command: seconds of CPU, peak MB, kilobytes printed or written, its exit code and what it complained of."""

    seconds: float
    megabytes: float
    kilobytes: float
    code: int
    complaint: str


def cost(arguments: list[str], page: Path) -> Cost:
    """Run a command in a fresh process."""
    program = [sys.executable, "-c", RUN, *arguments]
    with tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as complained:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        process = subprocess.Popen(program, stdout=printed, stderr=complained)
        try:
            code = process.wait(LIMIT * 2)
        except subprocess.TimeoutExpired:
            process.kill()
            code = process.wait()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        complained.seek(0)
        said = complained.read().decode("utf-8", "replace").strip().splitlines()
        peak = next((float(line.split()[1]) for line in said if line.startswith("PEAK ")), 0.0)
        size = (page.stat().st_size if page.exists() else 0) + printed.seek(0, 2)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    last = [line for line in said if not line.startswith("PEAK ")][-1:]
    return Cost(seconds, peak, size / 1000, code, " ".join(last))


RUN = """
import atexit, resource, sys
atexit.register(lambda: print("PEAK", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000, file=sys.stderr))
from provenance.cli import main
main()
"""


def costs(extreme: Extreme, size: int, wanted: list[str]) -> dict[str, Cost]:
    """Every command on an archive of this size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = folder / "rows.jsonl"
        first: Row | None = None
        with rows.open("w") as file:
            for each in extreme.make(size):
                first = first or each
                file.write(json.dumps(each) + "\n")
        assert first is not None
        one = {**first, "id": "asked", "publisher": "Another", "published": "2026-01-05"}
        (folder / "one.jsonl").write_text(json.dumps(one) + "\n")
        names = {
            "rows": rows,
            "one": folder / "one.jsonl",
            "asked": extreme.asked,
            "page": folder / "page.html",
            "words": " ".join(first["text"][:4000].split()[-12:]),
        }
        made = {}
        for command in wanted:
            (folder / "page.html").unlink(missing_ok=True)
            words = [each.format(**names) for each in COMMANDS[command]]
            made[command] = cost(["--db", str(folder / "a.db"), *words], folder / "page.html")
        return made


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", type=float, default=1.0)
    parser.add_argument("--only", action="append")
    parser.add_argument("--commands", default=",".join(COMMANDS))
    asked = parser.parse_args()
    wrong = 0
    print("| what | size | command | CPU s | x | MB | KB out | last line on stderr |")
    print("|------|-----:|---------|------:|--:|---:|-------:|---------------------|")
    for name, extreme in EXTREMES.items():
        if asked.only and name not in asked.only:
            continue
        size = max(2, round(extreme.size * asked.part))
        wanted = asked.commands.split(",")
        half, full = costs(extreme, size // 2, wanted), costs(extreme, size, wanted)
        for command, one in full.items():
            grown = one.seconds / max(0.05, half[command].seconds)
            bad = one.code not in (0, 3) or one.seconds > LIMIT or one.megabytes > MEMORY
            wrong += bad
            figures = f"{one.seconds:.1f} | {grown:.1f} | {one.megabytes:.0f} | {one.kilobytes:,.0f}"
            failed = f"EXIT {one.code}: " if bad else ""
            print(f"| {name} | {size:,} | {command} | {figures} | {failed}{one.complaint[:90]} |", flush=True)
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
