"""A clock that runs backwards, and one far in the future, change no answer and no order of what people said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from provenance import Archive
from provenance.store import stored_values
from provenance.usecases.verifying import verify

CORPUS = Path(__file__).parents[2] / "corpus"
PAIR = ("ferry-strike-courier", "ferry-strike-herald")


class Clock:
    """In the place of `datetime`: each look at it is a day before (or after) the last one."""

    def __init__(self, begin: datetime, days: float) -> None:
        self.moment, self.step = begin, timedelta(days=days)

    def now(self, zone: object = None) -> datetime:
        self.moment += self.step
        return self.moment


def worked(path: Path) -> tuple[str, str, str]:
    """Articles in two portions with an audit after each, reviews and corrections; the links and what people said."""
    files = sorted(each for each in (CORPUS / "articles").rglob("*.*") if each.name.startswith("ferry"))
    with Archive(path) as archive:
        archive.add(files[:3], jobs=1)
        archive.audit(jobs=1)
        archive.add(files[3:], jobs=1)
        archive.edit(PAIR[0], {"publisher": "First"}, "dana")
        archive.edit(PAIR[0], {"publisher": "Second"}, "dana")
        archive.audit(jobs=1)
        archive.review(*PAIR, "reject", "mistaken", by="dana")
        archive.review(*PAIR, "confirm", "by phone", by="dana")
        assert verify(archive.store, sample=0).problems == ()
        links = "\n".join(map(repr, archive.store.links.iterate()))
        in_force = [(row.step.said, row.step.note) for row in archive.reviews()]
        return links, repr(in_force), str(archive.article(PAIR[0]).publisher)


CLOCKS = {
    "backwards": Clock(datetime(2026, 5, 1, tzinfo=UTC), -1),
    "in leaps": Clock(datetime(2090, 1, 1, tzinfo=UTC), 400),
    "at a stand": Clock(datetime(1971, 1, 1, tzinfo=UTC), 0),
}


@pytest.mark.parametrize("clock", CLOCKS.values(), ids=CLOCKS)
def test_answers_do_not_depend_on_the_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    expected = worked(tmp_path / "ordinary.db")
    monkeypatch.setattr(stored_values, "datetime", clock)
    assert worked(tmp_path / "strange.db") == expected


def test_articles_dated_after_now_are_told_and_judged_like_others(tmp_path: Path) -> None:
    text = (
        "The harbour office of Aldport closed the eastern quay on Monday after divers found a crack in its wall. " * 4
    )
    with Archive(tmp_path / "a.db") as archive:
        rows = [
            {"id": "past", "text": text, "published": "2025-01-01", "publisher": "One"},
            {"id": "future", "text": text + "It opens again soon.", "published": "2199-01-01", "publisher": "Other"},
        ]
        archive.add(rows)
        archive.audit(jobs=1)
        (link,) = archive.store.links.iterate()
        assert link.source in ("past", None)
        assert verify(archive.store, sample=0).problems == ()
