"""Reports and chances survive the way between tasks, whatever fields they have."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from provenance.batch.event_bytes import chances_from, report_from, to_bytes
from provenance.events.network import MEASURED
from provenance.events.reports import Chances, Report
from provenance.model.appearance import Appearance


def test_a_report_comes_back_as_it_was() -> None:
    table = np.linspace(-1, 1e-17, 2 * len(MEASURED)).reshape(2, -1)
    table[0, 0] = -np.inf
    report = Report(
        Appearance(float("-inf"), 1.1, zoned=False),
        ("a", "ü\n"),
        np.array([True, False]),
        table,
        (((1, 2),), ()),
        frozenset("b"),
    )
    found = report_from(to_bytes(report))
    for field in fields(Report):
        one, two = getattr(found, field.name), getattr(report, field.name)
        assert np.array_equal(one, two) if isinstance(two, np.ndarray) else one == two, field.name
        assert type(one) is type(two)
    assert found.siblings.dtype == np.bool_
    assert to_bytes(found) == to_bytes(report)


def test_chances_come_back_as_they_were() -> None:
    chances = Chances(
        0.1 + 0.2, 0.3, 0.2, 0.2, 9, True, "third", None, 1e-9, None, (("credit", 2.5),), ((3, 4),), True
    )
    assert chances_from(to_bytes(chances)) == chances


def test_nothing_else_is_written() -> None:
    with pytest.raises(TypeError, match="plain data"):
        to_bytes(Chances(0, 0, 0, 0, 0, third=object()))  # type: ignore[arg-type]
