"""The corpus in an archive, audited once for all tests that only read it."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus"


@pytest.fixture(scope="session")
def corpus_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of corpus/articles with its audit; tests must not write to it."""
    from provenance import Archive

    path = tmp_path_factory.mktemp("corpus") / "corpus.db"
    with Archive(path) as archive:
        archive.add([CORPUS / "articles"], jobs=1)
        archive.audit(jobs=1)
    return path


@pytest.fixture
def archive(corpus_db):
    from provenance import Archive

    with Archive(corpus_db, readonly=True) as opened:
        yield opened


@pytest.fixture
def empty_db(tmp_path: Path) -> Path:
    return tmp_path / "new.db"
