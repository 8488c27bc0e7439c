"""The API of the corpus, with its prepared lists there."""

from __future__ import annotations

import pytest
from served import Served


@pytest.fixture(scope="session")
def api(corpus_site: Served) -> Served:
    corpus_site.ready("/api/v1/quotations")
    corpus_site.ready("/api/v1/clusters")
    return corpus_site
