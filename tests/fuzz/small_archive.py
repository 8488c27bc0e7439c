"""A small archive of this process, audited and reviewed: what questions are put to."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from provenance import Archive
from tests.fuzz.reading import folder, put

SHARED = (
    "The steady leak below the old dam was an inconvenient friend to seven herons, the keeper told the council on "
    "Monday, and nobody in the valley had counted the buckets since the flood of that long and rainy spring. "
)
ROWS = [
    {"id": f"dam-{n}", "title": f"Leak {n}", "publisher": ("Argus", "Valley Post")[n % 2], "language": "en",
     "url": f"https://argus.example/{n}", "published": f"2025-03-{n + 1:02}", "text": f"“{SHARED}” said Ana Rao. "
     + f"Own words of story {n} follow here. " * 6}
    for n in range(5)
]  # fmt: skip


@cache
def small_archive() -> Archive:
    """The archive, open for reading and writing."""
    return make(folder() / "small.db")


def make(path: Path) -> Archive:
    """Such an archive in a file of its own."""
    rows = put("rows-of-archive.jsonl", "\n".join(map(json.dumps, ROWS)).encode())
    archive = Archive(path)
    archive.add([rows])
    archive.audit()
    archive.review("dam-1", "dam-0", "note", "seen", by="dana")
    return archive
