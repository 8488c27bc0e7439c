"""Which article an input is: one page crawled in several ways is one article, and two pages are two."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from provenance import Archive

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
