"""Prints links of an audited archive for a person to read and judge: the strongest, and those at the border.

`python tests/evaluation/list_links.py ARCHIVE.db [COUNT]` lists COUNT (25) links of each sort between different
publishers, each with its three longest passages side by side. Nothing is scored: there are no labels.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from provenance import Archive
from provenance.model import Article, Link

BORDER = 0.8  # the confidence from which on a relation is asserted
SHOWN = 300  # characters of a passage


def main(path: Path, count: int) -> None:
    with Archive(path) as archive:
        links = archive.links()
        articles = archive.store.articles.get_known(sorted({name for link in links for name in (link.a, link.b)}))
    between = [link for link in links if articles[link.a].publisher != articles[link.b].publisher]
    strongest = sorted(between, key=lambda link: (link.relation == "undetermined", -link.confidence, link.a, link.b))
    border = sorted(between, key=lambda link: (abs(link.confidence - BORDER), link.a, link.b))
    for head, chosen in (("strongest", strongest[:count]), (f"nearest {BORDER}", border[:count])):
        print(f"== {head}, of {len(between):,} links between publishers\n")
        show(chosen, articles)


def show(links: Sequence[Link], articles: Mapping[str, Article]) -> None:
    for number, link in enumerate(links, 1):
        a, b = articles[link.a], articles[link.b]
        source = link.source or link.common_source or "no archived source"
        credit = f", credited {link.credited_source}" if link.credited_source else ""
        print(f"{number}. {link.relation} {link.confidence:.2f} ({link.likeliest}), {source}{credit}")
        for article, share in ((a, link.share_a), (b, link.share_b)):
            when = article.published.written if article.published else "no date"
            print(f"   {article.id} | {article.publisher} | {when} | {article.agency} | {share:.0%} shared")
        print("   " + "; ".join(f"{each.kind.name} {each.favours} {each.weight:.1f}" for each in link.evidence))
        for passage in sorted(link.passages, key=lambda each: (-each.match.a.length, each.match.a))[:3]:
            match = passage.match
            print(f"   {match.kind} {match.score:.2f}")
            print("     A " + " ".join(match.a.of(a.text).split())[:SHOWN])
            print("     B " + " ".join(match.b.of(b.text).split())[:SHOWN])
        print()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 25)
