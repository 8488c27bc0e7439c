"""How adding and asking slow down as the archive grows, on generated articles.

Each size continues the archive of the size before; at each, articles are checked for candidates in this process
(median CPU time of many) and one in a fresh process, whose wall time and memory are measured.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

import corpus

ASKED = 40
PORTION = 10_000  # articles of one call of `add`; the rate in the table is that of the last one
FRESH = """
import json, sys, time
began = time.perf_counter()
from pathlib import Path
from provenance.config.fingerprint import FingerprintSettings
from provenance.model import Article, Span
from provenance.store import Store
from provenance.retrieval.candidates import candidates
text = sys.stdin.read()
with Store.open(Path(sys.argv[1]), readonly=True) as store:
    candidates(store, Article("asked", text, Span(0, len(text))), FingerprintSettings())
spent = time.perf_counter() - began
sys.path.insert(0, sys.argv[2])
from stopwatch import peak_megabytes
print(json.dumps([spent, peak_megabytes()]))
"""


def report(sizes: Sequence[int]) -> None:
    """Print a table with one row a size."""
    from provenance.config.fingerprint import FingerprintSettings
    from provenance.model import Article, Span
    from provenance.retrieval.candidates import candidates
    from provenance.store import Store
    from provenance.usecases.adding import add

    settings = FingerprintSettings()
    texts = corpus.generated(max(sizes) + ASKED)
    asked = [Article(f"asked {n}", text, Span(0, len(text))) for n, text in enumerate(islice(texts, ASKED))]
    print("\n| articles | added a CPU second | file / text | candidates, CPU ms | fresh process, s | MB |")
    print("|---------:|-------------------:|------------:|-------------------:|-----------------:|---:|")
    held = characters = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.db"
        for size in sorted(sizes):
            rate = 0.0
            while held < size:
                count = min(PORTION, size - held)
                new = [
                    Article(f"a{held + n:07}", text, Span(0, len(text)))
                    for n, text in enumerate(islice(texts, count))
                ]
                began = time.process_time()
                with Store.open(path, create=True) as store:
                    add(store, new, settings)
                rate = count / (time.process_time() - began)
                characters += sum(len(article.text) for article in new)
                held += count
            with Store.open(path, readonly=True) as store:
                times = [of(lambda article=article: candidates(store, article, settings)) for article in asked]
            seconds, memory = fresh(path, asked[0].text)
            print(
                f"| {size:8,} | {rate:18,.0f} | {path.stat().st_size / characters:11.2f} |"
                f" {statistics.median(times) * 1000:18.1f} | {seconds:16.2f} | {memory:2.0f} |",
                flush=True,
            )


def of(question: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    began = time.process_time()
    question()
    return time.process_time() - began


def fresh(path: Path, text: str) -> tuple[float, float]:
    """Seconds and megabytes of a new process that asks for the candidates of one article."""
    command = [sys.executable, "-c", FRESH, str(path), str(Path(__file__).parent)]
    made = [
        subprocess.run(command, input=text, capture_output=True, text=True, check=True, timeout=600) for _ in range(3)
    ]
    seconds, memory = zip(*(json.loads(one.stdout) for one in made), strict=True)
    return statistics.median(seconds), max(memory)
