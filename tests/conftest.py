"""What all tests share: the corpus in an archive, audited once for those that only read it; Hypothesis's profile."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# One profile for the whole suite. Compiled kernels, fixtures and a busy machine make the time of an example mean
# nothing, so none has a deadline. Where CI is set every run tries the same examples: what fails there fails again.
settings.register_profile("suite", deadline=None, print_blob=True, derandomize=bool(os.environ.get("CI")))
settings.load_profile("suite")

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
