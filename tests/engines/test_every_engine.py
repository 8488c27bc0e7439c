"""What every engine of the catalogue must do alike; a new one is tested by its line in `ENGINES`."""

from __future__ import annotations

import operator
from collections.abc import Iterator
from contextlib import nullcontext
from functools import partial
from io import StringIO
from pathlib import Path

import pytest

from provenance import Archive
from provenance.engines import ENGINES
from provenance.engines.engine import Engine
from tests.spark import MARKS, collected, needs_spark

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"
MANY = 60  # tasks: more than any engine does before it starts workers

# Workers import what they run by name, and test modules have none: so the tests run functions of the library.
square = partial(pow, exp=2)
divide = partial(operator.floordiv, 420)
numbered_lines = partial(StringIO, "".join(f"{number}\n" for number in range(MANY)))


@pytest.fixture(params=[pytest.param(name, marks=MARKS if name == "spark" else ()) for name in ENGINES])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if request.param == "spark":
        needs_spark()
    with collected(), ENGINES[request.param](2) as started:
        yield started


@pytest.fixture(scope="module")
def made_here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that no command has asked since: `check` and `quotes` keep quotations that an audit did not read."""
    path = tmp_path_factory.mktemp("engines") / "here.db"
    with Archive(path) as archive:
        archive.add([CORPUS], jobs=1)
        archive.audit(jobs=1)
    return path


def test_results_come_in_the_order_of_the_tasks(engine: Engine) -> None:
    assert list(engine.map(square, range(MANY))) == [number**2 for number in range(MANY)]
    assert list(engine.map(square, range(3))) == [0, 1, 4]
    assert list(engine.map(square, [])) == []


def test_tasks_of_a_map_use_a_tool_that_is_opened_for_it(engine: Engine) -> None:
    adding = engine.map_with(partial(nullcontext, 1000), operator.add, range(MANY))
    assert list(adding) == [1000 + number for number in range(MANY)]
    other = engine.map_with(partial(nullcontext, 5), operator.mul, range(MANY))
    assert list(other) == [5 * number for number in range(MANY)]
    assert list(engine.map(square, range(MANY))) == [number**2 for number in range(MANY)]


def test_a_tool_is_opened_once_by_each_process(engine: Engine) -> None:
    lines = list(engine.map_with(numbered_lines, StringIO.readline, [-1] * MANY))
    assert "" not in lines
    assert 1 <= lines.count("0\n") <= engine.jobs + 1  # a tool opened for each task would give the first line only


def test_tasks_are_drawn_only_a_little_ahead(engine: Engine) -> None:
    drawn: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(1000):
            drawn.append(number)
            yield number

    results = engine.map(square, tasks())
    for expected in range(30):
        assert next(results) == expected**2
    assert len(drawn) <= 30 + 8 * engine.jobs
    if hasattr(results, "close"):
        results.close()


def test_what_a_task_raises_is_raised_here_and_the_engine_works_on(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError):
        list(engine.map(divide, range(MANY, -1, -1)))
    with pytest.raises(ZeroDivisionError):
        list(engine.map_with(partial(nullcontext, 1), operator.floordiv, range(MANY, -1, -1)))
    assert list(engine.map(square, range(MANY)))[-1] == (MANY - 1) ** 2


def test_an_archive_is_the_same_whatever_made_it(engine: Engine, tmp_path: Path, made_here: Path) -> None:
    with Archive(tmp_path / "made.db") as made, Archive(made_here, readonly=True) as expected:
        made.add([CORPUS], engine=engine)
        made.audit(engine=engine)
        assert made.listed() == expected.listed()
        assert made.links() == expected.links()
        made.reindex(engine=engine)
        assert not made.verify(sample=0).problems
        names = [row.id for row in expected.listed()]
        assert made.store.quotations.packed(names) == expected.store.quotations.packed(names)
