"""What was measured before release, in archives of several sizes: used until `calibrate` has measured a user's own.

`shipped.json` says in which texts, with which rules and when; `tests/evaluation/measure_detection.py` writes it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from provenance.model.detection import Detection, Planted, Scrambled

FILE = Path(__file__).with_name("shipped.json")


def promised(profile: str, articles: int) -> tuple[Detection, tuple[Planted, ...]] | None:
    """The figures for an archive of so many articles, and the measurement whose size fits it best.

    Of archives at least as large, else of the largest, the least probability of each form: more articles make copies
    harder to find, and texts differ in kind. None for a profile that was not measured.
    """
    measured = _measured(profile)
    if not measured:
        return None
    fitting = [each for each in measured if each.articles >= articles] or measured[-1:]
    least: dict[tuple[str, int, float], Planted] = {}
    for row in (row for each in fitting for row in each.copies):
        form = (row.place, row.words, row.kept)
        least[form] = min(least.get(form, row), row, key=lambda each: each.probability)
    return fitting[0], tuple(least[form] for form in sorted(least))


@cache
def _measured(profile: str) -> tuple[Detection, ...]:
    """The measurements of a profile, by size."""
    found = [from_row(row) for row in json.loads(FILE.read_text("utf-8"))["measured"] if row["profile"] == profile]
    return tuple(sorted(found, key=lambda each: each.articles))


def as_row(measured: Detection, texts: str) -> dict[str, Any]:
    """A measurement as the file has it: `texts` says in words what was in the archive."""
    row = {**asdict(measured), "texts": texts}
    return row | {key: [list(each.values()) for each in row[key]] for key in ("copies", "controls")}


def from_row(row: Mapping[str, Any]) -> Detection:
    """A measurement from its row of the file."""
    values = {name: row[name] for name in ("measured", "profile", "rules", "articles", "sample", "seed")}
    copies = tuple(Planted(*each) for each in row["copies"])
    return Detection(**values, copies=copies, controls=tuple(Scrambled(*each) for each in row["controls"]))
