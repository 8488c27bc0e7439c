"""Regular expressions mean the same in every Python that is supported, with the first release of each."""

from __future__ import annotations

import ast
import re
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "provenance"
# A group that is repeated possessively: `(...)*+`, `(...)?+`, `(...){2}+`. Python 3.11.2, which Debian 12 has, loses
# its place in one (an endless search, or another match); 3.11.7 does not. After a single character or a set it is
# sound.
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
