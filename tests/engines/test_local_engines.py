"""Engines of this machine: when processes are started, what is said of dead ones, which engine serves whom."""

from __future__ import annotations

import operator
import os
from functools import partial

import pytest

from provenance.engines import engine_for, given_or_local, local_processes, processors
from provenance.engines.in_process import InProcess
from provenance.engines.local_processes import LocalProcesses
from provenance.errors import ProvenanceError

# Workers import what they run by name, and test modules have none: so the tests run functions of the library.
square = partial(pow, exp=2)
divide = partial(operator.floordiv, 420)


def test_a_little_work_starts_no_process() -> None:
    with LocalProcesses(2, alone=4) as engine:
        assert list(engine.map(square, range(4))) == [0, 1, 4, 9]
        assert engine._pool is None


def test_long_tasks_do_not_wait_for_their_turn_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_processes, "PATIENCE", -1.0)
    with LocalProcesses(2, alone=4) as engine:
        assert list(engine.map(square, range(4))) == [0, 1, 4, 9]
        assert engine._pool is not None


def test_a_dead_worker_is_one_clear_line() -> None:
    with LocalProcesses(2, alone=0) as engine, pytest.raises(ProvenanceError, match="--jobs 1"):
        list(engine.map(os._exit, range(20)))


def test_zero_jobs_means_all_processors() -> None:
    assert engine_for(0).jobs == processors() >= 1
    assert engine_for(1).jobs == 1
    assert engine_for(3).jobs == 3


def test_an_engine_given_stays_its_owners_and_a_local_one_ends() -> None:
    with LocalProcesses(2, alone=0) as mine:
        with given_or_local(mine, 1) as chosen:
            assert chosen is mine
            assert list(chosen.map(square, range(3))) == [0, 1, 4]
        assert mine._pool is not None
    assert mine._pool is None
    with given_or_local(None, 1) as local:
        assert isinstance(local, InProcess)
