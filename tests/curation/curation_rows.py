"""Files of rows with known duplicates."""

from __future__ import annotations

import json
from pathlib import Path

STORY = (
    "The council of Port Ansel approved the new plan for the harbour on Monday after a long debate among its members,"
    " the owners of the fishing boats and some forty citizens who had waited outside since the early morning."
)
NEAR = STORY.replace("forty", "fifty")
OTHER = "Nobody has read this text about fish in the northern sea before, and it has nothing to do with any harbour."


def rows_of(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
