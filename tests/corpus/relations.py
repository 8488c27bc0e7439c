"""What the program says of the corpus beside what its gold labels say: audit of the archive, check of the newcomers.

`python tests/corpus/relations.py` prints every disagreement.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from provenance import Archive
from provenance.model import Article, Findings, Link
from provenance.reports.reasons import Names, detail

CORPUS = Path(__file__).parents[2] / "corpus"
Pair = frozenset[str]


@dataclass
class Said:
    """Links by unordered pair, and all articles."""

    links: dict[Pair, Link] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)


def gold() -> dict[Pair, dict]:
    rows = [json.loads(line) for line in (CORPUS / "gold.jsonl").read_text("utf-8").splitlines()]
    return {frozenset((row["a"], row["b"])): row for row in rows}


def ask(folder: Path) -> Said:
    said = Said()
    with Archive(folder / "corpus.db") as archive:
        archive.add([CORPUS / "articles"], jobs=1)
        archive.audit(jobs=1)
        said.articles = {article.id: article for article in archive.store.articles.iterate()}
        said.links = {frozenset((link.a, link.b)): link for link in archive.links()}
        for findings in archive.check([CORPUS / "incoming"]):
            assert isinstance(findings, Findings), findings
            said.articles[findings.article.id] = findings.article
            said.links |= {frozenset((link.a, link.b)): link for link in findings.links}
    return said


def direction(link: Link) -> str | None:
    """The likeliest source, whatever the confidence; None for a common source or no opinion."""
    return {"a->b": link.a, "b->a": link.b}.get(link.likeliest)


def verdict(row: dict, link: Link | None) -> str:
    """How a link answers a gold relation: "right", "wrong way", "other relation", "no opinion" or "not linked"."""
    if link is None:
        return "not linked"
    source = link.source or direction(link)
    if row["source"]:
        if source is None:
            return "no opinion" if link.likeliest == "none" else "other relation"
        return "right" if source == row["source"] else "wrong way"
    if row["relation"] == "near_duplicate":
        return "right" if link.relation == "near_duplicate" and link.source is None else "other relation"
    return "right" if link.likeliest == "common_source" or link.relation == "common_source" else "other relation"


def invented(said: Said, labels: dict[Pair, dict]) -> list[Link]:
    return [said.links[pair] for pair in sorted(said.links, key=sorted) if pair not in labels]


def characters(said: Said, labels: dict[Pair, dict]) -> tuple[float, float, float]:
    """Precision, recall and F1 of matched characters, both sides of every linked or labelled pair together."""
    hit = found = wanted = 0
    for pair in sorted(said.links.keys() | labels.keys(), key=sorted):
        row, link = labels.get(pair), said.links.get(pair)
        if row is not None and any(passage[side]["start"] is None for passage in row["passages"] for side in "ab"):
            continue
        for name in sorted(pair):
            side = "a" if row and row["a"] == name else "b"
            truth = {i for p in (row["passages"] if row else ()) for i in range(p[side]["start"], p[side]["end"])}
            answer: set[int] = set()
            for passage in link.passages if link else ():
                span = passage.match.a if link and link.a == name else passage.match.b
                answer |= set(range(*span))
            hit, found, wanted = hit + len(truth & answer), found + len(answer), wanted + len(truth)
    precision, recall = hit / max(found, 1), hit / max(wanted, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main() -> None:
    labels = gold()
    with tempfile.TemporaryDirectory() as folder:
        said = ask(Path(folder))
    tally: Counter[str] = Counter()
    for pair in sorted(labels, key=sorted):
        row, link = labels[pair], said.links.get(pair)
        answer = verdict(row, link)
        tally[answer] += 1
        sure = f"{link.relation} {link.likeliest} {link.confidence:.2f}" if link else ""
        path = "" if row["direct"] else "(indirect)"
        print(f"{answer:<15} {row['relation']:<15} {row['a']} -> {row['b']}  {path} {sure}")
        if "-v" in sys.argv and link and answer != "right":
            names = Names.of(link, said.articles)
            for each in link.evidence:
                print(f"        {each.kind.name} {each.favours} {each.weight:.2f} {detail(each, names)[:150]}")
    for link in invented(said, labels):
        words = [passage.match.a.of(said.articles[link.a].text)[:90] for passage in link.passages]
        print(f"invented        {link.relation} {link.confidence:.2f} {link.a} -- {link.b}: {words}")
    print(dict(tally), "characters P R F1: {:.3f} {:.3f} {:.3f}".format(*characters(said, labels)))


if __name__ == "__main__":
    main()
