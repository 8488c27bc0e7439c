"""Lineage the way people get it: `add` and `audit` of the dated posts, then their links against gold relations.

`eval_lineage` measures the judgement alone, on exact shared runs of all texts; here candidates, alignment and
boilerplate stand before it, and what they miss counts as wrong.
"""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path

from gate import Figure

from provenance import Archive
from provenance.evaluation.gold import halves, read_gold
from provenance.evaluation.link_scores import score_links


def figures(data: Path) -> list[Figure]:
    rows = (data / "newsgroups" / "gold.jsonl").read_text("utf-8").splitlines()
    gold = read_gold(json.loads(line) for line in rows)
    half = halves(gold)
    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "posts.db") as archive:
        began = time.perf_counter()
        archive.add([data / "newsgroups" / "articles.jsonl"], jobs=2)
        archive.audit(jobs=2)
        seconds = time.perf_counter() - began
        links = {(link.a, link.b): link for link in archive.store.links.iterate()}
    scores = score_links([link for link in gold if half[link.a] == 1], links)
    return [
        Figure("posts: gold pairs reported as linked", scores.linked, at_least=0.98),
        Figure("posts: relation and direction right, forced", scores.right, at_least=0.92),
        Figure("posts: derived, right", scores.derived_right, at_least=0.955),
        Figure("posts: derived, wrong way", scores.derived_wrong_way, at_most=0.005),
        Figure("posts: common source, right one named", scores.named_right, at_least=0.94),
        Figure("posts: at confidence .8, answered", scores.answered, at_least=0.87),
        Figure("posts: at confidence .8, right", scores.right_of_answered, at_least=0.955),
        Figure("posts: unseen source called derived at .8", scores.hidden_as_derived, at_most=0.25),
        Figure("posts: calibration error", scores.calibration_error, at_most=0.02),
        Figure("posts: add and audit, seconds, two processes", seconds, at_most=60, timed=True),
    ]
