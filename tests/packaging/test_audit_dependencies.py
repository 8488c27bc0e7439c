"""What is said of pip-audit's answer: a package that was not looked up is not taken for one without weaknesses."""

from __future__ import annotations

from audit_dependencies import told

CLEAN = {"name": "numpy", "version": "2.0", "vulns": []}
WEAK = {"name": "lxml", "version": "4", "vulns": [{"id": "PYSEC-1", "fix_versions": ["4.6"]}]}
SKIPPED = {"name": "own", "skip_reason": "Dependency not found on PyPI"}


def test_weaknesses_are_listed_and_fail() -> None:
    lines, weak = told({"dependencies": [CLEAN, WEAK]})
    assert lines == ["lxml 4: PYSEC-1, mended in 4.6", "2 packages looked up, 1 known weaknesses"]
    assert weak


def test_what_was_not_looked_up_is_said() -> None:
    lines, weak = told({"dependencies": [CLEAN, SKIPPED]})
    assert lines == ["1 packages looked up, 0 known weaknesses", "NOT AUDITED: own"]
    assert not weak


def test_nothing_looked_up_is_no_clean_answer() -> None:
    lines, weak = told({"dependencies": [SKIPPED]})
    assert lines[0].startswith("NOT AUDITED")
    assert not weak
