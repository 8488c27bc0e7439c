"""Sites that tests ask for: one that is only read, and one of a test's own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from served import Served, served


@pytest.fixture(scope="session")
def corpus_site(corpus_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The corpus, audited. Tests must not write to it."""
    path = tmp_path_factory.mktemp("served") / "corpus.db"
    shutil.copy(corpus_db, path)
    with served(path) as site:
        yield site


@pytest.fixture
def own_site(corpus_db: Path, tmp_path: Path) -> Iterator[Served]:
    """The same, for a test that writes."""
    path = tmp_path / "corpus.db"
    shutil.copy(corpus_db, path)
    with served(path) as site:
        yield site
