"""Near-duplicate groups against every pair compared, and the files that other programs read."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterator
from functools import partial
from itertools import combinations
from pathlib import Path

import pytest

from provenance.config.clustering import ClusteringSettings
from provenance.config.fingerprint import FingerprintSettings
from provenance.errors import MissingExtra, SettingsError, UnreadableInput, UsageError
from provenance.fingerprint.minhash import jaccard_and_containment, shingle_hashes
from provenance.model import Article, PublicationTime, Span
from provenance.reports.row_files import rows_to
from provenance.sources import read
from provenance.store import Store
from provenance.text.tokens import tokenise
from provenance.usecases.adding import add
from provenance.usecases.clustering import clusters, groups
from provenance.usecases.deduplicating import deduplicate
from provenance.usecases.exporting import export, signatures

WORDS = [f"{a}{b}{c}" for a in "bdfgk" for b in "aeiou" for c in ("lm", "rt", "st", "nd", "ck", "ss")]


def article(identity: str, words: list[str], **known: object) -> Article:
    text = " ".join(words)
    return Article(identity, text, Span(0, len(text)), **known)  # type: ignore[arg-type]


def day(number: int) -> PublicationTime:
    return PublicationTime(f"2025-03-{number:02}", "day", 86400.0 * number, 86400.0 * (number + 1))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Twelve families of up to five texts, each a little further from the first; dates run against the ids."""
    chance = random.Random(11)
    made = []
    for family in range(12):
        first = [chance.choice(WORDS) for _ in range(160)]
        for copy in range(family % 5 + 1):
            words = list(first)
            for place in chance.sample(range(160), 3 * copy):
                words[place] = chance.choice(WORDS)
            made.append(article(f"f{family:02}-{copy}", words, published=day(20 - copy), publisher=f"P{copy}"))
    chance.shuffle(made)
    with Store.open(tmp_path / "archive.db", create=True) as store:
        add(store, made)
        yield store


def true_similarity(store: Store) -> dict[tuple[str, str], float]:
    """Exact Jaccard of every pair, the slow way."""
    settings = FingerprintSettings()
    sets = {a.id: shingle_hashes(tokenise(a.text, a.body), settings) for a in store.articles.iterate()}
    return {(a, b): jaccard_and_containment(sets[a], sets[b])[0] for a, b in combinations(sorted(sets), 2)}


@pytest.mark.parametrize("threshold", [0.5, 0.7, 0.9])
@pytest.mark.parametrize("keep", ["earliest", "longest"])
def test_groups_are_stars_of_true_similarity(store: Store, threshold: float, keep: str) -> None:
    similar = true_similarity(store)
    found = groups(store, threshold=threshold, keep=keep)  # type: ignore[arg-type]
    members = [member for group in found for member in group.members]
    assert len(members) == len(set(members))
    for group in found:
        others = [tuple(sorted((group.kept, member))) for member in group.members if member != group.kept]
        assert all(similar[a, b] >= threshold for a, b in others)
        pairs = {pair: similar[pair] for pair in combinations(sorted(group.members), 2)}
        assert group.weakest[2] == min(pairs.values())
        assert pairs[group.weakest[:2]] == group.weakest[2]
    alone = set(store.articles.get_known(store.articles.select())) - set(members)
    leaders = {group.kept for group in found} | alone
    assert not [pair for pair in combinations(sorted(leaders), 2) if similar[pair] >= threshold]


def test_the_earliest_known_leads_and_dates_beat_none(tmp_path: Path) -> None:
    words = random.Random(3).choices(WORDS, k=100)
    with Store.open(tmp_path / "a.db", create=True) as store:
        add(
            store,
            [
                article("undated", words),
                article("late", words, published=day(9)),
                article("early", [*words, "end"], published=day(2)),
            ],
        )
        (group,) = groups(store)
        assert group.members == ("early", "late", "undated")
        assert group.kept == "early"
        assert groups(store, prefer=["undated"])[0].kept == "undated"
        (cluster,) = clusters(store, keep="longest")
        assert (cluster.kept, [member.id for member in cluster.members]) == ("early", ["early", "late", "undated"])


def test_a_chain_of_weak_similarity_glues_nothing(tmp_path: Path) -> None:
    chance = random.Random(5)
    words = [chance.choice(WORDS) for _ in range(200)]
    chain = [words[20 * step :] + [chance.choice(WORDS) for _ in range(20 * step)] for step in range(8)]
    with Store.open(tmp_path / "a.db", create=True) as store:
        add(store, [article(f"link{step}", text, published=day(step + 1)) for step, text in enumerate(chain)])
        similar = true_similarity(store)
        assert similar["link0", "link1"] > 0.7 > similar["link0", "link3"]
        for group in groups(store):
            assert all(similar[tuple(sorted((group.kept, m)))] >= 0.7 for m in group.members if m != group.kept)
        assert max(len(group.members) for group in groups(store)) < 8


def test_many_copies_of_one_text_make_one_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provenance.usecases.clustering.ClusteringSettings", partial(ClusteringSettings, partners=4))
    words = random.Random(3).choices(WORDS, k=80)
    with Store.open(tmp_path / "a.db", create=True) as store:
        add(store, [article(f"copy{n:03}", [*words, str(n)]) for n in range(120)])
        (group,) = groups(store)
        assert (len(group.members), group.kept) == (120, "copy000")
        assert group.weakest[2] >= 0.7


def test_empty_archives_and_texts_have_no_groups(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db", create=True) as store:
        assert groups(store) == []
        add(store, [article("dots", ["..."]), article("dashes", ["---"])])
        assert groups(store) == []
        with pytest.raises(SettingsError, match="threshold"):
            groups(store, threshold=0)


@pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet"])
def test_dedup_keeps_one_of_each_group(store: Store, tmp_path: Path, ending: str) -> None:
    output = tmp_path / f"unique.{ending}"
    found = groups(store)
    kept, left_out = deduplicate(store, rows_to(output))
    assert left_out == sum(len(group.members) - 1 for group in found)
    assert kept == store.articles.count() - left_out
    rows = read_back(output)
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    sizes = {group.kept: len(group.members) for group in found}
    for row in rows:
        assert row["cluster"] == row["id"]
        assert int(row["cluster_size"]) == sizes.get(row["id"], 1)
        duplicates = row["duplicates"] if ending == "jsonl" else json.loads(row["duplicates"])
        assert len(duplicates) == int(row["cluster_size"]) - 1
        assert row["text"] == store.articles.get(row["id"]).text
    assert [path.name for path in tmp_path.glob("*.partial")] == []


def read_back(path: Path) -> list[dict[str, str]]:
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    import pyarrow.parquet

    table: list[dict[str, str]] = pyarrow.parquet.read_table(path).to_pylist()
    return table


@pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet"])
def test_an_export_can_be_added_again(tmp_path: Path, ending: str) -> None:
    odd = [
        article(
            "one", ["Ärger,", '"quoted"\nand', "broken"], title='A "title", with commas', metadata={"desk": "Ports"}
        ),
        article("two", ["plain"], url="https://herald.example/2", published=day(3), metadata={"section": "B\r\nC"}),
    ]
    output = tmp_path / f"rows.{ending}"
    with Store.open(tmp_path / "a.db", create=True) as store, Store.open(tmp_path / "b.db", create=True) as other:
        add(store, odd)
        assert export(store, rows_to(output)) == 2
        add(other, read([output]))
        for original in odd:
            copy = other.articles.get(original.id)
            assert (copy.text, copy.title, copy.url) == (original.text, original.title, original.url)
            assert {key: value for key, value in copy.metadata.items() if value} == original.metadata


def test_lone_surrogates_can_be_exported(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db", create=True) as store:
        add(store, [article("half", ["half", "a", "pair", "\ud83d"])])
        assert export(store, rows_to(tmp_path / "rows.jsonl")) == 1
        assert json.loads((tmp_path / "rows.jsonl").read_text("utf-8"))["text"].endswith("\ud83d")
        assert export(store, rows_to(tmp_path / "rows.csv")) == 1
        assert export(store, rows_to(tmp_path / "rows.parquet")) == 1


def test_signatures_are_those_of_datasketch(store: Store, tmp_path: Path) -> None:
    from datasketch import MinHashLSH

    rows = list(signatures(store))
    lsh = MinHashLSH(threshold=0.7, num_perm=128)
    for row in rows:
        lsh.insert(row.id, row.minhash())
    group = groups(store)[0]
    kept = next(row for row in rows if row.id == group.kept)
    assert set(lsh.query(kept.minhash())) >= set(group.members)
    assert export(store, rows_to(tmp_path / "signatures.jsonl"), signatures=True) == store.articles.count()
    (first, *_) = read_back(tmp_path / "signatures.jsonl")
    assert first["hashvalues"] == rows[0].values.tolist()
    assert (first["scheme"], first["num_perm"], first["seed"]) == ("affine32", 128, 1)


def test_what_cannot_be_written_is_said(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match=r"\.jsonl, \.csv or \.parquet"):
        export(store, rows_to(tmp_path / "rows.xml"))
    with pytest.raises(UsageError, match="JSONL"):
        export(store, rows_to(tmp_path / "signatures.csv"), signatures=True)
    with pytest.raises(UnreadableInput, match="cannot be written"):
        export(store, rows_to(tmp_path / "missing" / "rows.csv"))
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"text-provenance\[parquet\]"):
        export(store, rows_to(tmp_path / "rows.parquet"))
