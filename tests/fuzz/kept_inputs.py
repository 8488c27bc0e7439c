"""The inputs that are kept of earlier runs: a file per target, an input per line as a JSON string of its bytes.

Lines, not files, so that a change can be read and a thousand inputs of some bytes are one file. `seeds` are what a
target begins with; what a run found beyond them is kept here where it reached a new place of the program.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
LONGEST = 800  # bytes of an input that is kept: longer ones are the seeds, changed a little
MOST = 60  # inputs of a target that are kept


def kept(target: str) -> list[bytes]:
    """What is kept of a target, the shortest first."""
    path = CORPUS / f"{target}.jsonl"
    lines = path.read_text("ascii").splitlines() if path.exists() else []
    return [json.loads(line).encode("latin-1") for line in lines]


def keep(target: str, inputs: Iterable[bytes]) -> int:
    """Keep the shortest of these; how many."""
    chosen = sorted({one for one in inputs if 0 < len(one) <= LONGEST}, key=lambda one: (len(one), one))[:MOST]
    CORPUS.mkdir(exist_ok=True)
    lines = "".join(json.dumps(one.decode("latin-1")) + "\n" for one in chosen)
    (CORPUS / f"{target}.jsonl").write_text(lines, "ascii")
    return len(chosen)
