"""A date orders what two articles share, as far as it can be believed; it never makes a link or a first article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance import Archive
from provenance.model import Link

SHARED = (
    "The upper lock at Teasel Bridge will stay shut until the end of May because one of its gates has come off the "
    "hinge, the canal company said, and nobody can lift it before the water is low. Skippers who hold a yearly "
    "ticket may ask for a quarter of the price back at any toll house before the end of June. The company had asked "
    "for a larger grant in October and was refused it by nine votes to six."
)
MILL = "Otho Pell, the chairman of the guild, has flour for nine days and bakes no less bread before then. "
BOATS = " Forty boats are moored below the bridge, and the inn beside it has sold twice as much soup as usual."


def row(name: str, text: str, **more: str) -> dict[str, str]:
    return {
        "id": name,
        "publisher": f"{name.title()} Post",
        "url": f"https://{name}.example/lock",
        "text": text,
        **more,
    }


def rows(path: Path, *found: dict[str, str]) -> Path:
    path.write_text("".join(json.dumps(each) + "\n" for each in found), "utf-8")
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "lock.db") as opened:
        yield opened


def only_link(archive: Archive) -> Link:
    archive.audit()
    (link,) = archive.store.links.iterate()
    return link


def asserted_source(archive: Archive) -> str | None:
    link = only_link(archive)
    return link.source if link.confidence >= archive.settings.lineage.reporting_confidence else None


NO_DATES = [
    "1970-01-01T00:00:00Z",
    "1969-12-31T19:00:00-05:00",
    "1970-01-01T01:00:00+01:00",
    "1899-12-30",
    "1900-01-00",
    "1904-01-01T00:00:00",
    "1980-01-01",
    "0000-00-00 00:00:00",
    "0001-01-01T00:00:00Z",
    "0",
    "1",
    "43831",
    "9999-12-31",
    "2099-12-31",
    "2150-06-01",
]


@pytest.mark.parametrize("published", NO_DATES)
def test_a_copy_with_no_real_date_is_no_source(archive: Archive, tmp_path: Path, published: str) -> None:
    archive.add(
        [
            rows(
                tmp_path / "lock.jsonl",
                row("valley", SHARED + BOATS, published="2025-05-06T08:00:00Z"),
                row("inland", MILL + SHARED, published=published),
            )
        ]
    )
    assert asserted_source(archive) != "inland"
    traced = archive.trace(SHARED[:90])
    assert [each.article.id for each in traced.appearances] == ["valley", "inland"]
    assert traced.appearances[1].article.published is None


EQUAL = [
    ("2025-05-06T08:00:00Z", "2025-05-06T08:00:00Z"),
    ("2025-05-06", "2025-05-06"),
    ("2025-05-06", "2025-05-06T23:10:00Z"),
    ("2025-05-06T00:00:00Z", "2025-05-06T08:00:00Z"),
    ("2025-05-06T08:00:00Z", "2025-05-06T10:00:00+02:00"),
]


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_what_has_no_order_in_time_has_no_evidence_of_one(
    archive: Archive, tmp_path: Path, one: str, other: str
) -> None:
    archive.add(
        [
            rows(
                tmp_path / "lock.jsonl",
                row("valley", SHARED + BOATS, published=one),
                row("inland", MILL + SHARED, published=other),
            )
        ]
    )
    dates = [each for each in only_link(archive).evidence if each.kind.name == "publication_time"]
    assert all(each.weight < 1 for each in dates if each.favours != "none")


LIVE = """<html><head><title>Lock shut at Teasel Bridge: live</title>
<meta property="og:site_name" content="Coast Wire"><script type="application/ld+json">
{"@type": "LiveBlogPosting", "headline": "Lock shut at Teasel Bridge: live", "datePublished": "2025-05-06T06:00:00Z",
 "dateModified": "2025-05-06T19:45:00Z"}</script></head><body><article><h1>Lock shut at Teasel Bridge: live</h1>
<section><h2>No boats</h2><time datetime="2025-05-06T19:45:00Z">19.45</time><p>%s</p></section>
<section><h2>Soup</h2><time datetime="2025-05-06T12:10:00Z">12.10</time><p>%s</p></section>
<section><h2>Good morning</h2><time datetime="2025-05-06T06:05:00Z">06.05</time><p>%s</p></section>
</article></body></html>"""


@pytest.fixture
def live_page(tmp_path: Path) -> Path:
    path = tmp_path / "live.html"
    path.write_text(LIVE % (SHARED, BOATS, MILL), "utf-8")
    return path


@pytest.mark.parametrize("published", ["2025-05-06T19:10:00Z", "2025-05-06T09:00:00Z", "2025-05-06"])
def test_an_article_from_before_its_update_does_not_derive_from_a_live_page(
    archive: Archive, tmp_path: Path, live_page: Path, published: str
) -> None:
    early = rows(tmp_path / "early.jsonl", row("early", "A gate is off. " + SHARED, published=published))
    archive.add([live_page, early])
    assert asserted_source(archive) != "live"


def test_the_first_known_words_of_a_live_page_are_those_of_an_update(
    archive: Archive, tmp_path: Path, live_page: Path
) -> None:
    early = rows(
        tmp_path / "early.jsonl", row("early", f"A gate is off. {SHARED}{BOATS}", published="2025-05-06T19:10:00Z")
    )
    archive.add([live_page, early])
    assert [each.article.id for each in archive.trace(SHARED[:90]).appearances] == ["early", "live"]
    assert [each.article.id for each in archive.trace(BOATS.strip()[:60]).appearances] == ["live", "early"]


@pytest.mark.parametrize(
    ("modified", "said"), [("2025-05-06T18:00:00Z", True), ("2025-05-06T06:20:00Z", False), (None, False)]
)
def test_a_passage_may_have_come_with_a_change_hours_later(
    archive: Archive, tmp_path: Path, modified: str | None, said: bool
) -> None:
    long = " ".join(f"Boat number {n} waits at mooring {n * 7} with a load of {n + 3} sacks." for n in range(40))
    changed = {"modified": modified} if modified else {}
    archive.add(
        [
            rows(
                tmp_path / "lock.jsonl",
                row("valley", f"{long}\n\n{SHARED}", published="2025-05-06T06:00:00Z", **changed),
                row("inland", MILL + SHARED, published="2025-05-06T07:00:00Z"),
            )
        ]
    )
    link = only_link(archive)
    kinds = [each.kind.name for each in link.evidence]
    assert ("words_may_be_later" in kinds) is said
    assert any(each.kind.name == "publication_time" and each.favours == "a" for each in link.evidence) is False


def test_of_a_day_and_an_hour_of_it_the_hour_leads_a_group(archive: Archive, tmp_path: Path) -> None:
    archive.add(
        [
            rows(
                tmp_path / "lock.jsonl",
                row("valley", SHARED + BOATS, published="2025-05-06"),
                row("inland", SHARED + BOATS, published="2025-05-06T07:00:00Z"),
            )
        ]
    )
    (group,) = archive.clusters()
    assert group.kept == "inland"
