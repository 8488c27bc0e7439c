"""Reviews by the API: what is said holds everywhere, who may not write is told so."""

from __future__ import annotations

import shutil
from pathlib import Path

from served import Served, served

from provenance import Archive

API = "/api/v1"


def test_a_review_is_recorded_and_taken_back(own_site: Served) -> None:
    link = own_site.get(f"{API}/links?limit=1").json()["items"][0]
    pair = {"a": link["a"], "b": link["b"]}
    tag = own_site.get(f"{API}/links?limit=1").headers["ETag"]
    said = own_site.client.post(f"{API}/reviews", json={**pair, "verdict": "reject", "note": "agency", "by": "dana"})
    assert said.status_code == 201, said.text
    (row,) = said.json()["items"]
    assert (row["verdict"], row["note"], row["by"]) == ("rejected", "agency", "dana")
    rejected = own_site.get(f"{API}/links?review=rejected").json()["items"]
    assert [(x["a"], x["b"], x["relation"]) for x in rejected] == [(link["a"], link["b"], "undetermined")]
    assert own_site.get(f"{API}/links?limit=1", headers={"If-None-Match": tag}).status_code == 200
    assert own_site.get(f"{API}/overview").json()["rejected"] == 1
    undone = own_site.client.post(f"{API}/reviews", json={**pair, "verdict": "undo", "by": "dana"})
    assert undone.json()["items"] == []
    assert own_site.get(f"{API}/links?limit=1").headers["ETag"] == tag
    everything = own_site.get(f"{API}/reviews?everything=true&limit=1").json()
    assert everything["total"] == 1


def test_passages_publishers_and_phrases(own_site: Served) -> None:
    link = next(x for x in own_site.get(f"{API}/links").json()["items"] if len(x["passages"]) > 1)
    place = link["passages"][0]["a"]
    given = {"a": link["a"], "b": link["b"], "start": place["start"], "end": place["end"], "verdict": "reject"}
    assert own_site.client.post(f"{API}/reviews", json=given).status_code == 201
    passages = own_site.get(f"{API}/passages", params={"a": link["a"], "b": link["b"]}).json()["items"]
    assert passages[0]["review"]["verdict"] == "rejected"
    for more in ({"publishers": ["One Paper", "Another"]}, {"phrase": "all rights reserved"}):
        assert own_site.client.post(f"{API}/reviews", json={**more, "verdict": "reject"}).status_code == 201
    subjects = {row["about"] for row in own_site.get(f"{API}/reviews").json()["items"]}
    assert subjects == {"passage", "publishers", "phrase"}


def test_what_makes_no_sense_is_refused(own_site: Served) -> None:
    for given in (
        {"verdict": "reject"},
        {"verdict": "reject", "a": "x"},
        {"verdict": "reject", "a": "x", "b": "y", "phrase": "z"},
        {"verdict": "reject", "publishers": ["one", "other"], "start": 1, "end": 2},
        {"verdict": "confirm", "phrase": "some words"},
        {"verdict": "undo", "phrase": "never said"},
    ):
        answer = own_site.client.post(f"{API}/reviews", json=given)
        assert answer.status_code in (400, 404), (given, answer.text)
    assert own_site.client.post(f"{API}/reviews", json={"verdict": "hate", "phrase": "x"}).status_code == 422


def test_an_archive_shown_for_reading_only_is_not_written(corpus_db: Path, tmp_path: Path) -> None:
    path = tmp_path / "read.db"
    shutil.copy(corpus_db, path)
    before = path.read_bytes()
    with served(path, read_only=True) as site:
        link = site.get(f"{API}/links?limit=1").json()["items"][0]
        given = {"a": link["a"], "b": link["b"], "verdict": "reject"}
        answer = site.client.post(f"{API}/reviews", json=given)
        assert (answer.status_code, answer.headers["content-type"]) == (403, "application/problem+json")
        checked = site.client.post(f"{API}/check", json={"text": "A short new text about nothing at all."})
        assert checked.status_code == 200
    assert path.read_bytes() == before
    with Archive(path, readonly=True) as archive:
        assert archive.reviews() == []


def test_beyond_this_computer_a_token_is_needed(corpus_db: Path, tmp_path: Path) -> None:
    path = tmp_path / "token.db"
    shutil.copy(corpus_db, path)
    with served(path, token="secret-token") as site:
        refused = site.get(f"{API}/overview")
        assert (refused.status_code, refused.json()["status"]) == (401, 401)
        assert refused.headers["WWW-Authenticate"] == "Bearer"
        assert site.get(f"{API}/overview", headers={"Authorization": "Bearer secret-token"}).status_code == 200
        assert site.get(f"{API}/overview?token=secret-token").status_code == 401
