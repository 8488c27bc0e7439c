"""Which article an input is: one page crawled in several ways is one article, and two pages are two."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance import Archive
from provenance.model import Findings
from provenance.reports.contract_json import findings_object
from provenance.reports.verdicts import summary

CORPUS = Path(__file__).parents[2] / "corpus"
URL = "https://www.coast-courier.example/2025/03/crane-falls"
STORY = (
    "A crane fell into the eastern dock of Port Ashby on Monday night and sank a pilot boat that was moored below it."
    " Nobody was aboard, said the harbour office, which had closed the dock at dusk because of the storm. Divers will"
    " look for the hook in the morning, and the ferry to Marrow Island leaves from the coal pier until Friday."
)
VARIANTS = (
    "https://www.coast-courier.example/2025/03/crane-falls?utm_source=rss&utm_medium=feed",
    "http://coast-courier.example/2025/03/crane-falls/",
    "https://m.coast-courier.example/2025/03/crane-falls#comments",
    "HTTPS://www.Coast-Courier.example/2025/03/crane-falls?fbclid=1",
)


def rows(path: Path, *articles: dict[str, str]) -> Path:
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), "utf-8")
    return path


def crawled(url: str, text: str = STORY, **more: str) -> dict[str, str]:
    return {"url": url, "title": "Crane falls", "publisher": "Coast Courier", "text": text, **more}


@pytest.mark.parametrize("together", [True, False])
def test_a_page_crawled_in_five_ways_is_one_article(tmp_path: Path, together: bool) -> None:
    with Archive(tmp_path / "a.db") as archive:
        archive.add([rows(tmp_path / "first.jsonl", crawled(URL))])
        inputs = [crawled(url) for url in VARIANTS]
        batches = [inputs] if together else [[each] for each in inputs]
        for number, batch in enumerate(batches):
            report = archive.add([rows(tmp_path / f"again{number}.jsonl", *batch)])
            assert (len(report.added), len(report.renewed), report.unchanged) == (0, 0, len(batch))
            assert report.skipped == ()
        assert len(archive.listed()) == 1
        for url in (URL, *VARIANTS):
            assert archive.show(url).article.url == URL


def test_the_first_crawl_may_hold_all_spellings(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        report = archive.add([rows(tmp_path / "x.jsonl", *(crawled(url) for url in (URL, *VARIANTS)))])
        assert (len(report.added), report.unchanged) == (1, 4)


def test_a_new_text_at_another_spelling_is_a_new_version(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        archive.add([rows(tmp_path / "first.jsonl", crawled(URL))])
        report = archive.add(
            [rows(tmp_path / "second.jsonl", crawled(VARIANTS[0], STORY.replace("Friday", "Sunday")))]
        )
        assert len(report.renewed) == 1
        assert len(archive.show(VARIANTS[2]).versions) == 2


def test_pages_that_a_key_names_are_two_articles(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        inputs = [crawled(f"https://coast-courier.example/story?id={n}&utm_source=x", f"{STORY} {n}") for n in (1, 2)]
        assert len(archive.add([rows(tmp_path / "x.jsonl", *inputs)]).added) == 2


# What `check` says of a text that is archived -----------------------------------------------------------------------

LATER = STORY.replace("Monday", "Tuesday").replace("a pilot boat", "two pilot boats").replace("Friday", "Sunday")


def checked(archive: Archive, path: Path) -> Findings:
    (findings,) = archive.check([path])
    assert isinstance(findings, Findings)
    return findings


@pytest.fixture
def courier(tmp_path: Path) -> Iterator[Archive]:
    """An archive with the story, a copy of it by another publisher, and a brief made of it."""
    inputs = [
        crawled(URL, id="courier", published="2025-03-04T09:00:00Z"),
        crawled("https://coast-wire.example/9", id="wire", published="2025-03-04T12:00:00Z", publisher="Coast Wire"),
        crawled("https://inland.example/p", f"Shipping. {STORY[:250]} Trains run as usual.", id="inland"),
    ]
    inputs[2] |= {"publisher": "Inland Mirror", "published": "2025-03-05T09:00:00Z"}
    with Archive(tmp_path / "courier.db") as archive:
        archive.add([rows(tmp_path / "first.jsonl", *inputs)])
        yield archive


@pytest.mark.parametrize(
    ("given", "known"),
    [
        ({"id": "courier"}, "courier"),
        ({"url": VARIANTS[2]}, "courier"),
        ({"url": VARIANTS[2], "publisher": "Another spelling of it"}, "courier"),
        ({"publisher": "the coast courier"}, "courier"),
        ({"publisher": "Coast Wire"}, "wire"),
        ({}, "courier"),
        ({"id": "new"}, "courier"),
        ({"publisher": "Third Paper"}, None),
        ({"url": "https://third.example/crane"}, None),
        ({"url": "https://coast-courier.example/another-page"}, None),
    ],
)
def test_the_same_text_is_archived_already_or_a_copy(
    courier: Archive, tmp_path: Path, given: dict[str, str], known: str | None
) -> None:
    found = checked(courier, rows(tmp_path / "asked.jsonl", {"text": STORY, **given}))
    everybody = {"courier", "wire", "inland"}
    assert set(found.others) == everybody - {known}
    assert (found.archived.id if found.archived else None) == known
    if found.archived is not None:
        assert (found.archived.changed, found.archived.version) == (0, 1)
        assert f"Archived already as {known} since 20" in summary(found)


def test_a_changed_text_says_in_how_many_places(courier: Archive, tmp_path: Path) -> None:
    found = checked(courier, rows(tmp_path / "asked.jsonl", crawled(VARIANTS[1], LATER)))
    assert found.archived is not None
    assert (found.archived.id, found.archived.changed, found.archived.version) == ("courier", 3, 1)
    assert "changed in 3 places." in summary(found)
    assert set(found.others) == {"wire", "inland"}
    assert findings_object(found)["archived"] == {
        "id": "courier",
        "since": found.archived.since,
        "unchanged": False,
        "changed": 3,
        "version": 1,
        "versions": 1,
    }


def test_an_earlier_version_is_archived_too(courier: Archive, tmp_path: Path) -> None:
    courier.add([rows(tmp_path / "later.jsonl", crawled(URL, LATER, id="courier"))])
    found = checked(courier, rows(tmp_path / "asked.jsonl", crawled(URL)))
    assert found.archived is not None
    assert (found.archived.version, found.archived.versions, found.archived.changed) == (1, 2, 0)
    assert "as version 1 of 2." in summary(found)
    assert "courier" not in found.others


def test_another_file_of_one_name_is_another_article(tmp_path: Path) -> None:
    for folder, text in (("a", STORY), ("b", f"{STORY[:250]} Trains run as usual, said the railway.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "story.txt").write_text(text, "utf-8")
    with Archive(tmp_path / "a.db") as archive:
        archive.add([tmp_path / "a" / "story.txt"])
        other = checked(archive, tmp_path / "b" / "story.txt")
        assert (other.article.id, other.archived, set(other.others)) == ("story (new)", None, {"story"})
        (tmp_path / "a" / "story.txt").write_text(LATER, "utf-8")
        same = checked(archive, tmp_path / "a" / "story.txt")
        assert same.archived is not None
        assert (same.article.id, same.archived.changed, set(same.others)) == ("story", 3, set())


def test_a_report_on_an_archived_file_compares_it_with_the_others(courier: Archive, tmp_path: Path) -> None:
    courier.audit()
    asked = rows(tmp_path / "asked.jsonl", crawled(VARIANTS[0], LATER))
    ((findings, view),) = courier.report([str(asked)])
    assert set(findings.others) == {"wire", "inland"}
    assert {node.id for node in view.nodes} == {"courier", "wire", "inland"}
    assert all(link.link.a != link.link.b for link in view.edges)


def test_a_revision_in_the_corpus_is_its_article_changed(archive: Archive) -> None:
    (findings,) = archive.check([CORPUS / "incoming" / "bridge-toll-courier-revised.html"])
    assert isinstance(findings, Findings)
    assert findings.archived is not None
    assert (findings.archived.id, findings.archived.changed > 0) == ("bridge-toll-courier", True)
    assert "bridge-toll-courier" not in findings.others
