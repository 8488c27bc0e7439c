"""What an audit leaves out because of limits is counted, kept with the record and told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from provenance import Archive
from provenance.audit import proposing
from provenance.audit.cut_off import CutOff
from provenance.model import Article, Span
from provenance.usecases.adding import add

TEXT = (
    "The harbour board of Skerrow sold the north quay for nine hundred crowns to a company that its own chairman "
    "owns, according to minutes that the Coast Courier has read."
)


def test_what_limits_leave_out_is_counted_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Archive(tmp_path / "archive.db") as archive:
        copies = [
            Article(f"copy-{n}", f"{TEXT} It is the {n}th.", Span(0, len(TEXT)), publisher=f"P{n}") for n in range(9)
        ]
        add(archive.store, copies)
        assert archive.audit().cut_off == CutOff()
        assert not [name for name in archive.statistics() if "left out by limits" in name]
        monkeypatch.setattr(proposing, "AUDIT", replace(proposing.AUDIT, candidates=2))
        found = archive.audit(again=True).cut_off
        assert (found.texts, found.candidates >= 9) == (9, True)
        assert archive.audit().cut_off == found  # nothing new is no reason to be silent about it
        assert archive.statistics()["record 1: candidates left out by limits"] == found.candidates


def test_counts_add_up() -> None:
    assert CutOff.of([0, 3, 0, 4]) == CutOff(2, 7)
    assert CutOff(2, 7) + CutOff.of([5]) == CutOff(3, 12)
