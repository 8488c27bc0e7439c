"""Regular expressions mean the same in every Python that is supported, with the first release of each."""

from __future__ import annotations

import ast
import re
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "provenance"
# A group that is repeated possessively: `(...)*+`, `(...)?+`, `(...){2}+`. Python up to 3.11.4 loses its place in one
# (an endless search, or another match); Debian 12 has 3.11.2. After a single character or set it is sound.
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{[\d,]+\})\+")


def test_no_pattern_repeats_a_group_possessively() -> None:
    assert POSSESSIVE_GROUP.search(r"(?:a|b)?+")
    found = [
        (path.name, node.value)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and POSSESSIVE_GROUP.search(node.value)
    ]
    assert found == []
