"""Links, passages and counts for other programs: rows, graphs, linked data, publishers by publishers."""

from __future__ import annotations

import csv
import io
import json

import pytest

TABLES = ("links", "passages", "evidence", "quotations", "utterances", "versions", "reviews", "publishers")


@pytest.mark.parametrize("what", TABLES)
def test_every_table_is_written(run, corpus_db, tmp_path, what):
    done = run("export", what, "-o", tmp_path / "t.csv", db=corpus_db)
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(io.StringIO((tmp_path / "t.csv").read_text("utf-8"))))
    assert what == "reviews" or rows
    assert f"{len(rows):,} rows" in done.stderr


def test_types_are_kept_in_parquet_and_json(run, corpus_db, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    assert run("export", "links", "-o", tmp_path / "links.parquet", db=corpus_db).returncode == 0
    kinds = {field.name: str(field.type) for field in parquet.read_schema(tmp_path / "links.parquet")}
    assert (kinds["a"], kinds["confidence"], kinds["passages"]) == ("string", "double", "int64")
    done = run("export", "links", "-o", "-", db=corpus_db)
    row = json.loads(done.stdout.splitlines()[0])
    assert isinstance(row["confidence"], float)
    assert {"a", "b", "relation", "share_a", "publisher_b", "credited"} <= row.keys()
    done = run("export", "publishers", "-o", "-", "--format", "csv", db=corpus_db)
    assert done.stdout.startswith("source,taker,links,")


def test_publishers_by_publishers(run, corpus_db):
    counts = json.loads(run("matrix", "--format", "json", db=corpus_db).stdout)
    rows = [json.loads(line) for line in run("export", "publishers", "-o", "-", db=corpus_db).stdout.splitlines()]
    assert sum(sum(each.values()) for each in counts["links"].values()) == sum(row["links"] for row in rows) > 0
    table = list(csv.reader(io.StringIO(run("matrix", "--format", "csv", db=corpus_db).stdout)))
    assert table[0][1:] == counts["publishers"] == [row[0] for row in table[1:]]
    text = run("matrix", db=corpus_db).stdout
    assert counts["publishers"][0][:12] in text
    assert all(len(line) <= 80 for line in text.splitlines())


def test_links_as_graphs(run, corpus_db, tmp_path):
    networkx = pytest.importorskip("networkx")
    links = [json.loads(line) for line in run("audit", "--format", "jsonl", db=corpus_db).stdout.splitlines()]
    (tmp_path / "l.gexf").write_text(run("audit", "--format", "gexf", db=corpus_db).stdout, "utf-8")
    text = (tmp_path / "l.gexf").read_text("utf-8")
    assert text.count("<edge ") == len(links)
    assert text.count(' type="directed"') == sum(link["source"] is not None for link in links)
    (tmp_path / "d.gexf").write_text(text.replace('type="undirected"', 'type="directed"'), "utf-8")
    graph = networkx.read_gexf(tmp_path / "d.gexf")
    assert {frozenset(edge) for edge in graph.edges()} == {frozenset((link["a"], link["b"])) for link in links}
    dot = run("audit", "--format", "dot", db=corpus_db).stdout
    assert dot.count(" -> ") == len(links)


def test_passages_as_web_annotations_and_derivations_as_prov(run, corpus_db):
    links = [json.loads(line) for line in run("audit", "--format", "jsonl", db=corpus_db).stdout.splitlines()]
    notes = json.loads(run("audit", "--format", "annotations", db=corpus_db).stdout)["@graph"]
    passages = [passage for link in links for passage in link["passages"]]
    assert len(notes) == len(passages) == len({note["id"] for note in notes})
    words = {
        selector["exact"] for note in notes for end in ("body", "target") for selector in note[end]["selector"][1:]
    }
    assert words <= {passage[side]["text"] for passage in passages for side in "ab"}
    entities = json.loads(run("audit", "--format", "prov-jsonld", db=corpus_db).stdout)["@graph"]
    derived = sum(len(entity.get("prov:wasDerivedFrom", ())) for entity in entities)
    assert derived == sum(link["derived"] is not None for link in links) > 0
    ids = {entity["@id"] for entity in entities if "@id" in entity}
    assert all(each["@id"] in ids for entity in entities for each in entity.get("prov:wasDerivedFrom", ()))
