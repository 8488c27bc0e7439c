"""The links after any sequence of commands are those of one undisturbed audit. For many: `sequence_run.py 500`."""

from __future__ import annotations

from pathlib import Path

import pytest
import random_commands
import sequence_run

from provenance.audit import portion_judging


def test_any_sequence_of_commands_ends_in_the_links_of_one_audit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portion_judging, "LINKS_A_PORTION", portion_judging.LINKS_A_PORTION)  # put back afterwards
    monkeypatch.setattr(random_commands, "JOBS", 0.0)  # processes start too slowly for a test
    told: list[str] = []
    assert all([*sequence_run.outcomes(range(12), tmp_path, told.append)]), told


def test_a_stale_portion_would_be_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison can fail: a world that is not judged again when its texts change leaves other links."""
    monkeypatch.setattr(portion_judging, "LINKS_A_PORTION", portion_judging.LINKS_A_PORTION)
    monkeypatch.setattr(random_commands, "JOBS", 0.0)
    monkeypatch.setattr(portion_judging, "_digest", lambda world, *_: repr(world.own).encode())
    assert not all([*sequence_run.outcomes(range(20), tmp_path, lambda _: None)])
