"""Datasette, where it is installed, shows an archive with what `provenance datasette` writes: 0.65 and 1.0."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from provenance import Archive
from provenance.model.schema import VIEWS
from provenance.reports.datasette import QUERIES, write_datasette

app = pytest.importorskip("datasette.app")
pytestmark = pytest.mark.filterwarnings("default")  # those of its libraries


@pytest.fixture(scope="module")
def shown(corpus_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """`shown(path)` is the JSON of a page of the corpus's archive, as a browser would ask for it."""
    folder = tmp_path_factory.mktemp("datasette")
    with Archive(corpus_db, readonly=True) as archive:
        write_datasette(folder, corpus_db, archive.views())
        links = len(archive.listed_links())
    metadata = json.loads((folder / "metadata.yaml").read_text("utf-8"))
    more = {}
    if not app.__dict__.get("__version__", "0").startswith("0."):
        from datasette.version import __version__

        if not __version__.startswith("0."):
            more["config"] = json.loads((folder / "datasette.yaml").read_text("utf-8"))
    served = app.Datasette([str(corpus_db)], metadata=metadata, plugins_dir=str(folder / "plugins"), **more)

    async def asked(path: str) -> Any:
        await served.invoke_startup()
        answer = await served.client.get(path)
        assert answer.status_code == 200, (path, answer.text[:300])
        return answer

    def ask(path: str) -> Any:
        return asyncio.run(asked(path))

    ask.links = links  # type: ignore[attr-defined]
    ask.name = corpus_db.stem  # type: ignore[attr-defined]
    return ask


@pytest.mark.parametrize("view", [*VIEWS])
def test_every_view_has_its_page_and_its_rows(shown: Any, view: str) -> None:
    rows = shown(f"/{shown.name}/{view}.json?_shape=array&_size=5").json()
    assert rows or view == "v_reviews"
    page = shown(f"/{shown.name}/{view}").text
    assert "Error" not in page[:200]
    assert VIEWS[view].split("`")[0][:40] in page.replace("&#39;", "'")


def test_links_are_as_many_as_the_command_has(shown: Any) -> None:
    statement = "select+count(*)+as+n+from+v_links+where+relation+!=+'same_event'"
    for path in (
        f"/{shown.name}.json?sql={statement}&_shape=array",
        f"/{shown.name}/-/query.json?sql={statement}&_shape=array",
    ):
        try:
            (row,) = shown(path).json()
        except (AssertionError, ValueError):
            continue
        assert row["n"] == shown.links
        return
    pytest.fail("no query was answered")


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_that_is_written_answers(shown: Any, query: str) -> None:
    parameters = {"links_of_an_article": "&article=x", "passages_of_two_articles": "&one=x&other=y"}.get(query, "")
    rows = shown(f"/{shown.name}/{query}.json?_shape=array{parameters}").json()
    assert isinstance(rows, list)
    if not parameters and query != "taken_without_credit":
        assert rows
