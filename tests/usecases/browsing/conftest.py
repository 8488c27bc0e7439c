"""Archives that lists are held against the commands on: the corpus audited, as it is and after many reviews."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance import Archive
from provenance.model import Span


@pytest.fixture(scope="session")
def reviewed_db(corpus_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus with links confirmed, rejected, noted and lost, passages, publishers and a phrase rejected."""
    path = tmp_path_factory.mktemp("reviewed") / "reviewed.db"
    shutil.copy(corpus_db, path)
    with Archive(path) as archive:
        links = archive.links()
        pairs = [(link.a, link.b) for link in links]
        for number, word in ((0, "reject"), (1, "confirm"), (2, "note"), (-1, "confirm"), (-2, "note")):
            archive.review(*pairs[number], word, note="seen", by="dana")
        undetermined = next(link for link in links[3:] if link.relation == "undetermined")
        archive.review(undetermined.a, undetermined.b, "confirm", by="dana")
        several = next(link for link in links[3:] if len(link.passages) > 1)
        archive.review(several.a, several.b, "reject", passage=several.passages[0].match.a, by="dana")
        publishers = {row.id: row.publisher for row in archive.listed()}
        named = next(link for link in links[4:] if publishers[link.a] and publishers[link.b])
        archive.review_publishers(publishers[named.a] or "", publishers[named.b] or "", "reject", by="dana")
        other = next(link for link in links[6:] if len(link.passages) == 1)
        span: Span = other.passages[0].match.a
        archive.review_phrase(span.of(archive.text(other.a)), "reject", by="dana")
        event = next((link for link in archive.store.links.iterate() if link.is_same_event), None)
        if event is not None:
            archive.review(event.a, event.b, "note", note="one event", by="dana")
        lost = links[5]
        archive.review(lost.a, lost.b, "confirm", by="dana")
        audited = archive.store.connection.row("SELECT settings_digest, settings FROM runs")
        run = archive.store.runs.start("audit", *audited)
        archive.store.links.retract(run, [(lost.a, lost.b)])
    return path


@pytest.fixture(params=["corpus", "reviewed"])
def lists(request: pytest.FixtureRequest, corpus_db: Path, reviewed_db: Path) -> Iterator[Archive]:
    with Archive(corpus_db if request.param == "corpus" else reviewed_db, readonly=True) as archive:
        yield archive
