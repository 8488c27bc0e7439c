"""Words that an archived version had did not come with a later change."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance import Archive
from provenance.model import Link
from provenance.model.dated_parts import EARLIER_TIMES, earlier_parts_of

LONG = " ".join(f"Boat number {n} waits at mooring {n * 7} with a load of {n + 3} sacks." for n in range(40))
GATE = (
    "The upper lock at Teasel Bridge will stay shut until the end of May because one of its gates has come off the "
    "hinge, the canal company said, and nobody can lift it before the water is low."
)
CRANE = "A crane is on its way."


def row(path: Path, name: str, text: str, published: str, modified: str | None = None) -> Path:
    about = {"id": name, "publisher": name.title(), "published": published, "text": text}
    path.write_text(json.dumps({**about, **({"modified": modified} if modified else {})}), "utf-8")
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "lock.db") as opened:
        yield opened


def link_after(archive: Archive, tmp_path: Path, *versions: tuple[str, str | None]) -> Link:
    for number, (text, modified) in enumerate(versions):
        archive.add([row(tmp_path / f"{number}.jsonl", "valley", text, "2025-05-06T06:00:00Z", modified)])
    archive.add([row(tmp_path / "copy.jsonl", "inland", f"No boats. {GATE}", "2025-05-06T12:00:00Z")])
    archive.audit()
    (link,) = archive.store.links.iterate()
    return link


def test_words_of_an_earlier_version_keep_their_order(archive: Archive, tmp_path: Path) -> None:
    changed = f"{LONG}\n\n{GATE}\n\n{CRANE}", "2025-05-06T18:00:00Z"
    link = link_after(archive, tmp_path, (f"{LONG}\n\n{GATE}", None), changed)
    assert "words_may_be_later" not in [each.kind.name for each in link.evidence]
    kept = archive.article("valley")
    assert CRANE not in [span.of(kept.text) for span, _ in earlier_parts_of(kept)]
    assert any(span.of(kept.text).startswith("The upper lock") for span, _ in earlier_parts_of(kept))


def test_words_that_the_earlier_version_lacked_may_have_come_later(archive: Archive, tmp_path: Path) -> None:
    changed = f"{LONG}\n\n{GATE}", "2025-05-06T18:00:00Z"
    link = link_after(archive, tmp_path, (LONG, None), changed)
    assert "words_may_be_later" in [each.kind.name for each in link.evidence]


def test_the_first_version_that_had_the_words_counts(archive: Archive, tmp_path: Path) -> None:
    first, second = f"{LONG}\n\n{GATE}", f"{LONG}\n\n{GATE}\n\n{CRANE}"
    third = f"{second} It is expected in the evening."
    link = link_after(
        archive, tmp_path, (first, None), (second, "2025-05-06T15:00:00Z"), (third, "2025-05-06T18:00:00Z")
    )
    assert "words_may_be_later" not in [each.kind.name for each in link.evidence]


def test_an_older_text_that_comes_in_later_dates_nothing(archive: Archive, tmp_path: Path) -> None:
    newer = f"{LONG}\n\n{GATE}\n\n{CRANE}", "2025-05-06T18:00:00Z"
    link_after(archive, tmp_path, newer, (f"{LONG}\n\n{GATE}", "2025-05-06T09:00:00Z"))
    assert EARLIER_TIMES not in archive.article("valley").metadata
