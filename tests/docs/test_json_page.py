"""Every key that is printed as JSON is on the page about JSON, or on the one about reviews."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "provenance" / "reports"
PAGES = "\n".join((ROOT / "docs" / "pages" / f"{name}.md").read_text("utf-8") for name in ("json", "reviews"))
FILES = ("contract_json", "detection_json", "identity_json", "passage_json", "review_json", "versions_json")


def keys(name: str) -> list[str]:
    tree = ast.parse((REPORTS / f"{name}.py").read_text("utf-8"))
    written = [node for node in ast.walk(tree) if isinstance(node, ast.Dict)]
    literal = {key.value for node in written for key in node.keys if isinstance(key, ast.Constant)}
    return sorted(key for key in literal if isinstance(key, str))


@pytest.mark.parametrize(("name", "key"), [(name, key) for name in FILES for key in keys(name)])
def test_a_key_is_explained(name: str, key: str) -> None:
    assert re.search(rf'[`"]{key}["`]', PAGES), f"{name} prints {key!r}, and no page says what it is"
