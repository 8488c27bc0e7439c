"""Kills `add`, `audit` and `reindex` with SIGKILL at random moments and looks at what is left.

After each kill the archive must open, verify, hold every article that was reported as added and no part of a
portion; doing everything again must end in the same bytes as a run that nobody disturbed. Run it as a program for
many rounds: `python tests/durability/kill_run.py --rounds 200`; it exits with 1 and says which round went wrong.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from provenance.audit import aligning, proposing
from provenance.config.settings import Settings
from provenance.ingest import storing
from provenance.model import Article, PublicationTime, Span
from provenance.reports.row_files import rows_to
from provenance.store import Store
from provenance.store.index import postings_writing
from provenance.usecases import adding, auditing, reindexing
from provenance.usecases.exporting import export
from provenance.usecases.verifying import verify

SUBJECTS = ["harbour", "orchard", "railway", "library", "glacier", "theatre", "market", "observatory", "quarry"]
VERBS = ["repaired", "closed", "inspected", "renamed", "flooded", "painted", "sold", "measured", "guarded"]
PLACES = ["Brenholm", "Castra", "Dunmere", "Eskwater", "Fallow", "Garrick", "Hollin", "Istra", "Jarrow"]
PORTION = 12


def corpus(count: int) -> list[Article]:
    """Articles in families: a first report and others that take paragraphs from it."""
    chance = random.Random(17)
    articles: list[Article] = []
    paragraphs: list[str] = []
    for number in range(count):
        if number % 4 == 0:
            paragraphs = [_paragraph(chance) for _ in range(3)]
        own = [_paragraph(chance), *chance.sample(paragraphs, 2 if number % 4 else 3)]
        text = "\n\n".join(own)
        start = 1_740_000_000.0 + 3600 * number
        published = PublicationTime(f"hour {number}", "second", start, start)
        articles.append(
            Article(f"a{number:04}", text, Span(0, len(text)), publisher=f"P{number % 5}", published=published)
        )
    return articles


def _paragraph(chance: random.Random) -> str:
    sentences = []
    for _ in range(4):
        words = [chance.choice(PLACES), "council", chance.choice(VERBS), "the", chance.choice(SUBJECTS), "near"]
        words += [chance.choice(PLACES), "after", str(chance.randrange(2, 900)), "residents", chance.choice(VERBS)]
        words += ["a", chance.choice(SUBJECTS), "worth", str(chance.randrange(1000, 9000)), "crowns"]
        sentences.append(" ".join(words) + ".")
    return " ".join(sentences)


def make_small() -> None:
    """Small portions, pages and tiers, so that there are many transactions and merges to die in."""
    storing.PORTION_ARTICLES = PORTION
    reindexing.PORTION = PORTION
    proposing.ARTICLES_A_TASK = PORTION
    aligning.PAIRS_A_TASK = PORTION
    aligning.TASKS_A_TRANSACTION = 1
    postings_writing.FAN = 3
    postings_writing.FIRST_TIER = 64


def work(path: Path, articles: list[Article], report: Callable[[int], None]) -> None:
    """What is killed, and what is done again afterwards: `report` is told how many articles are stored."""
    settings = Settings.of()
    with Store.open(path, create=True) as store:
        adding.add(store, articles, settings.fingerprint, on_progress=lambda _what, done, _total: report(done))
        auditing.audit(store, settings)
        reindexing.reindex(store, settings.fingerprint)


def results(path: Path) -> tuple[bytes, str]:
    """All that a user sees of an archive: its articles as rows, and its links."""
    with Store.open(path, readonly=True) as store:
        export(store, rows_to(path.with_suffix(".jsonl")))
        return path.with_suffix(".jsonl").read_bytes(), "\n".join(map(repr, store.links.iterate()))


def killed(path: Path, articles: list[Article], delay: float | None) -> int:
    """Work in another process, killed after `delay` seconds; returns how many articles it reported as stored."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            work(path, articles, lambda done: os.write(writing, f"{done}\n".encode()) and None)
            os._exit(0)
        finally:
            os._exit(1)
    os.close(writing)
    if delay is not None:
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(reading) as pipe:
        reported = [int(line) for line in pipe if line.endswith("\n")]
    _, status = os.waitpid(child, 0)
    if delay is None and status:
        raise SystemExit("the undisturbed run failed")
    return reported[-1] if reported else 0


def survey(path: Path, articles: list[Article], reported: int) -> list[str]:
    """What is wrong with the archive that a killed process left."""
    if not path.exists() or not path.stat().st_size:
        return [f"{reported} articles reported, and no archive"] if reported else []
    try:
        with Store.open(path, create=True) as store:
            faults = list(verify(store, sample=0).problems)
            count = store.articles.count()
            if count < reported or (count % PORTION and count != len(articles)):
                faults.append(f"{count} articles are there, {reported} were reported")
            stored = store.articles.get_known(article.id for article in articles[:count])
            faults += [f"{a.id} is not what was added" for a in articles[:count] if stored.get(a.id) != a]
    except Exception as error:
        return [f"{type(error).__name__}: {error}"]
    return faults


def main(rounds: int, seed: int, count: int) -> int:
    """Run the rounds; returns how many went wrong."""
    make_small()
    articles = corpus(count)
    chance = random.Random(seed)
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        undisturbed = Path(folder) / "undisturbed.db"
        work(Path(folder) / "warm.db", articles, lambda _: None)  # kernels are compiled before time is taken
        begin = time.monotonic()
        killed(undisturbed, articles, None)
        duration = time.monotonic() - begin
        expected = results(undisturbed)
        for number in range(rounds):
            path = Path(folder) / f"round{number}.db"
            reported = killed(path, articles, chance.uniform(0, duration))
            faults = survey(path, articles, reported)
            if not faults:
                work(path, articles, lambda _: None)
                if results(path) != expected:
                    faults.append("doing it again ended in other results")
            wrong += bool(faults)
            for fault in faults:
                print(f"round {number} (seed {seed}), {reported} reported: {fault}")
            for left in Path(folder).glob(f"round{number}.*"):
                left.unlink()
    print(f"{rounds} kills within {duration:.2f} s of work: {rounds - wrong} survived, {wrong} did not")
    return wrong


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=96)
    chosen = parser.parse_args()
    sys.exit(1 if main(chosen.rounds, chosen.seed, chosen.articles) else 0)
