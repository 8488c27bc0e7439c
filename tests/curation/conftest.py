"""Files of rows with known duplicates."""

from __future__ import annotations

from pathlib import Path

import pytest
from curation_rows import NEAR, OTHER, STORY


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Six lines: 1 and 2 have the same words, 5 nearly, 3 is broken, 6 has no text; line 4 is another text."""
    path = tmp_path / "in.jsonl"
    path.write_text(
        f'{{"id": "a", "score": 0.991, "text": "{STORY}", "n": 1e5}}\n'
        f'{{"text":   "{STORY}",   "score": 0.10, "id": "b"}}\n'
        "not json\n"
        f'{{"id": "c", "text": "{OTHER}"}}\n'
        f'{{"id": "d", "score": 7, "text": "{NEAR}", "published": "2020-01-02"}}\n'
        '{"id": "e"}\n',
        "utf-8",
    )
    return path
