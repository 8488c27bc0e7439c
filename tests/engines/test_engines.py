"""Engines: the same results in the same order, bounded look-ahead, clear errors."""

from __future__ import annotations

import operator
import os
from collections.abc import Iterator
from functools import partial

import pytest

from provenance.engines import engine_for, local_processes, processors
from provenance.engines.in_process import InProcess
from provenance.engines.local_processes import AHEAD, LocalProcesses
from provenance.errors import ProvenanceError

# Workers import what they run by name, and test modules have none: so the tests run functions of the library.
square = partial(pow, exp=2)
divide = partial(operator.floordiv, 420)


def test_results_come_in_order_from_every_engine() -> None:
    with InProcess() as here, LocalProcesses(2, alone=1) as there:
        assert list(there.map(square, range(40))) == list(here.map(square, range(40)))
        assert list(there.map(square, range(3))) == [0, 1, 4]


def test_a_little_work_starts_no_process() -> None:
    with LocalProcesses(2, alone=4) as engine:
        assert list(engine.map(square, range(4))) == [0, 1, 4, 9]
        assert engine._pool is None


def test_long_tasks_do_not_wait_for_their_turn_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_processes, "PATIENCE", -1.0)
    with LocalProcesses(2, alone=4) as engine:
        assert list(engine.map(square, range(4))) == [0, 1, 4, 9]
        assert engine._pool is not None


def test_tasks_are_drawn_only_a_little_ahead() -> None:
    drawn: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(1000):
            drawn.append(number)
            yield number

    with LocalProcesses(2, alone=0) as engine:
        results = engine.map(square, tasks())
        assert next(results) == 0
        assert len(drawn) <= 2 * AHEAD
        results.close()  # type: ignore[attr-defined]


def test_what_a_task_raises_is_raised_here() -> None:
    with LocalProcesses(2, alone=0) as engine, pytest.raises(ZeroDivisionError):
        list(engine.map(divide, range(7, -1, -1)))


def test_a_dead_worker_is_one_clear_line() -> None:
    with LocalProcesses(2, alone=0) as engine, pytest.raises(ProvenanceError, match="--jobs 1"):
        list(engine.map(os._exit, range(20)))


def test_zero_jobs_means_all_processors() -> None:
    assert engine_for(0).jobs == processors() >= 1
    assert engine_for(1).jobs == 1
    assert engine_for(3).jobs == 3
