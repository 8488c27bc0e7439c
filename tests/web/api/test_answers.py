"""The API answers with the objects that the commands print."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from served import Served

from provenance import Archive
from provenance.model.lists import LinkQuery
from provenance.reports import contract_json as written
from provenance.reports.contract_json import dump
from provenance.usecases.filters import Filters

API = "/api/v1"


def told(value: Any) -> Any:
    return json.loads(dump(value))


def items(api: Served, path: str, limit: int = 7) -> list[Any]:
    """All rows of a list, by the header Link."""
    found, address = [], f"{API}{path}{'&' if '?' in path else '?'}limit={limit}"
    while address:
        answer = api.get(address)
        assert answer.status_code == 200, answer.text
        body = answer.json()
        found += body["items"]
        assert (body["next"] is not None) == ("next" in answer.links)
        address = answer.links["next"]["url"] if "next" in answer.links else ""
    assert len(found) == body["total"]
    return found


def test_links_are_those_of_the_command(api: Served, archive: Archive) -> None:
    for filters, query in ((Filters(), ""), (Filters(same_event=True), "?same_event=true")):
        links = archive.links(filters)
        assert items(api, f"/links{query}") == [told(written.link_object(x, archive.named([x]))) for x in links]
    bare = items(api, "/links?passages=false")
    assert [(x["a"], x["b"], x["relation"], x["passages"]) for x in bare] == [
        (x.a, x.b, x.relation, []) for x in archive.links()
    ]


def test_filters_are_in_the_address(api: Served, archive: Archive) -> None:
    derived = [link for link in archive.links() if link.relation == "derived"]
    assert [x["a"] for x in items(api, "/links?relation=derived")] == [link.a for link in derived]
    two = items(api, "/links?relation=derived&relation=near_duplicate")
    assert len(two) > len(derived)
    one = derived[0]
    assert one.a in {x["a"] for x in items(api, f"/links?article={quote(one.a)}")}
    assert items(api, "/links?publisher=Nobody%20at%20all") == []
    assert [x["id"] for x in items(api, "/articles?words=ferry+strike&sort=newest")]


def test_a_link_and_its_passages(api: Served, archive: Archive) -> None:
    link = next(each for each in archive.links() if len(each.passages) > 2)
    expected = told(written.link_object(link, archive.named([link])))
    pair = f"a={quote(link.b)}&b={quote(link.a)}"
    assert api.get(f"{API}/link?{pair}").json() == expected
    assert items(api, f"/passages?{pair}", limit=2) == expected["passages"]


def test_articles_versions_lineage_comparison_and_traces(api: Served, archive: Archive) -> None:
    rows = items(api, "/articles")
    assert [row["id"] for row in rows] == [row.id for row in archive.listed()]
    link = archive.links()[0]
    article = api.get(f"{API}/articles/{quote(link.a, safe='')}").json()
    assert article == told(written.article_view_object(archive.show(link.a)))
    versions = api.get(f"{API}/versions", params={"article": link.a}).json()
    assert versions["versions"]
    lineage = api.get(f"{API}/lineage", params={"article": link.a}).json()
    assert lineage == told(written.lineage_object(archive.lineage(link.a)))
    compared = api.get(f"{API}/compare", params={"a": link.a, "b": link.b}).json()
    assert compared == told(written.comparison_object(archive.compare(link.a, link.b)))
    alone = api.get(f"{API}/compare", params={"a": link.a, "b": link.a})
    assert alone.status_code == 400
    assert "given twice" in alone.json()["detail"]
    span = link.passages[0].match.a
    place = {"article": link.a, "start": span.start, "end": span.end}
    traced = told(written.trace_object(archive.trace_in(link.a, span.start, span.end, limit=100)))
    assert api.get(f"{API}/trace", params=place).json() == traced
    assert api.get(f"{API}/trace", params={"text": span.of(archive.text(link.a))}).json()["appearances"]


def test_quotations_and_clusters_are_those_of_the_commands(api: Served, archive: Archive) -> None:
    quotations = [told(written.quotation_object(row)) for row in archive.quotes()]
    found = items(api, "/quotations", limit=40)
    assert found == quotations
    assert items(api, "/quotations?altered=true") == [
        told(written.quotation_object(row)) for row in archive.quotes(altered=True)
    ]
    assert items(api, "/quotations?reused=true", limit=40) == [
        told(written.quotation_object(row)) for row in archive.quotes(reused=True)
    ]
    speaker = next(row["speaker"] for row in quotations if row["speaker"])
    assert items(api, f"/quotations?speaker={quote(speaker)}") == [
        told(written.quotation_object(row)) for row in archive.quotes(speaker=speaker)
    ]
    assert items(api, "/clusters", limit=2) == [told(written.cluster_object(each)) for each in archive.clusters()]


def test_the_overview_counts_links(api: Served, archive: Archive) -> None:
    found = api.get(f"{API}/overview").json()
    assert found["articles"] == len(archive.listed())
    assert sum(found["links"].values()) == len(archive.links(Filters(same_event=True)))
    directed = [link for link in archive.links() if link.source]
    assert sum(cell["links"] for cell in found["matrix"]) == len(directed)


def test_a_posted_article_is_checked_in_one_call(api: Served, archive: Archive, corpus_db: Path) -> None:
    story = Path(__file__).parents[3] / "corpus" / "incoming" / "cable-mending-newsnook.txt"
    given = {"text": story.read_text("utf-8"), "id": "posted", "publisher": "Newsnook"}
    answer = api.client.post(f"{API}/check", json=given)
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert found["article"]["id"] == "posted"
    assert found["summary"]
    assert found["links"]
    assert len(items(api, "/articles", limit=500)) == len(archive.listed())


def test_what_is_not_there_or_makes_no_sense_is_a_problem(api: Served, archive: Archive) -> None:
    for path, status in (
        ("/articles/no-such-article-at-all", 404),
        ("/nothing", 404),
        ("/links?relation=friend", 422),
        ("/links?min_confidence=7", 422),
        ("/links?after=%%%", 400),
        ("/links?after=eyJ", 400),
        ("/links?since=yesterday", 400),
        ("/links?language=klingonese", 400),
        ("/articles?limit=0", 422),
        ("/link?a=x", 422),
        ("/trace", 400),
        ("/lineage?article=no-such-article", 404),
    ):
        answer = api.get(API + path)
        assert (path, answer.status_code) == (path, status)
        assert answer.headers["content-type"] == "application/problem+json"
        body = answer.json()
        assert body["status"] == status
        assert body["title"]
        assert body["detail"]
    assert api.client.post(f"{API}/check", json={"text": ""}).status_code == 400
    assert api.client.post(f"{API}/check", content=b"{").status_code == 422
    assert api.client.delete(f"{API}/links").status_code == 405
    assert api.client.delete(f"{API}/links").headers["content-type"] == "application/problem+json"
    a, b = archive.listed()[0].id, archive.listed()[-1].id
    assert api.get(f"{API}/link", params={"a": a, "b": b}).status_code in (200, 404)


def test_a_cursor_of_another_order_is_refused(api: Served) -> None:
    cursor = api.get(f"{API}/links?limit=1").json()["next"]
    assert api.get(f"{API}/links?limit=1&after={cursor}").status_code == 200
    assert api.get(f"{API}/links?sort=newest&after={cursor}").status_code == 400
    assert api.get(f"{API}/articles?after={cursor}").status_code == 400


def test_an_unchanged_answer_is_not_sent_again(api: Served) -> None:
    first = api.get(f"{API}/links?limit=3")
    tag = first.headers["ETag"]
    again = api.get(f"{API}/links?limit=3", headers={"If-None-Match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert api.get(f"{API}/links?limit=4", headers={"If-None-Match": tag}).status_code == 200


def test_the_rules_of_safety_hold_and_say_so_as_problems(api: Served) -> None:
    for headers, status in (({"Host": "evil.example"}, 421), ({"Origin": "https://evil.example"}, 403)):
        answer = api.get(f"{API}/overview", headers=headers)
        assert answer.status_code == status
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == status
    given = {"Origin": "https://evil.example", "Content-Type": "text/plain"}
    assert api.client.post(f"{API}/reviews", content=b'{"verdict":"reject"}', headers=given).status_code == 403


@pytest.mark.parametrize("path", ["/links", "/articles", "/overview", "/openapi.json"])
def test_answers_are_no_pages(api: Served, path: str) -> None:
    answer = api.get(API + path)
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_nothing_of_a_link_query_is_forgotten() -> None:
    """Every filter of a list can be asked for in an address."""
    from dataclasses import fields

    from starlette.datastructures import QueryParams

    from provenance.web.asked import link_query

    given = (
        "relation=derived&min_confidence=.5&kind=edited&publisher=A&other=B&source=C&taker=D&since=2025&until=2026"
        "&language=de&article=x&review=reviewed&same_event=1&sort=newest"
    )
    query = link_query(QueryParams(given))
    default = LinkQuery()
    left = [each.name for each in fields(query) if getattr(query, each.name) == getattr(default, each.name)]
    assert left == ["publishers"]
