"""The verdict on news with the extra `meaning`, the way people get it: `add`, `embed` and `audit` of labelled news.

As in `eval_verdict`, events are judged by weights that were fitted without them; translations are archived and
judged, too.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

from eval_verdict import CONFIDENCE, FAMILIES, Judged
from fit_events import BASIL
from fit_meaning import everything, leaving_out
from gate import Figure
from labelled_news import Newsroom, Pair, folds, load_basil, load_newsroom, role

from provenance import Archive
from provenance.events import meaning_weights
from provenance.events.meaning_weights import MeantWeights
from provenance.lineage.limits import at_confidence
from provenance.model import Link

FOLDS, BASIL_FOLDS = 10, 2


class Judge:
    """Judges labelled news by weights that were fitted without it; every article is encoded once."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._labelled, self._codes = everything(data)

    def newsroom(self, parts: int = FOLDS) -> Judged:
        """`newsroom` with its translations, in so many parts."""
        return self._measured(load_newsroom(self._data, translations=True), parts, "")

    def basil(self) -> Judged:
        """`basil`, every half by what was fitted on the other."""
        return self._measured(load_basil(self._data), BASIL_FOLDS, BASIL)

    def _measured(self, room: Newsroom, parts: int, group: str) -> Judged:
        found: dict[tuple[str, str], Link] = {}
        for part in folds(room.events, parts):
            weights = leaving_out(self._labelled, {f"{group}{event}" for event in part})
            found |= self._audited(room.only(part), weights)
        return Judged(room.gold, found, {pair: at_confidence(link, CONFIDENCE) for pair, link in found.items()})

    def _audited(self, room: Newsroom, weights: MeantWeights) -> dict[tuple[str, str], Link]:
        with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "news.db") as archive:
            rows = Path(folder) / "news.jsonl"
            rows.write_text("".join(json.dumps(row) + "\n" for row in room.rows), "utf-8")
            archive.add([rows])
            numbers = archive.store.articles.all_numbers().tolist()
            names = archive.store.articles.ids(numbers)
            archive.store.meanings.write(weights.about["encoder"], numbers, [self._codes[name] for name in names])
            with patch.object(meaning_weights, "shipped", lambda: weights):
                archive.audit(jobs=1)
            links = list(archive.store.links.iterate())
        return {(min(link.a, link.b), max(link.a, link.b)): link for link in links}


def figures(data: Path) -> list[Figure]:
    """What the extra is held to on news."""
    judge = Judge(data)
    news = judge.newsroom()
    return [*_sources(news), *_false(news, judge.basil())]


def _sources(judged: Judged) -> list[Figure]:
    """Sources and directions right at .8, by the role of what was made from them."""

    def found(pairs: Sequence[Pair]) -> float:
        return sum(judged.source(pair) == pair.source for pair in pairs) / max(1, len(pairs))

    half = [pair for pair in judged.direct() if int(pair.event[1:]) % 2]
    return [
        Figure("newsroom with meaning, direct: right at .8", found(judged.direct()), 0.82),
        Figure("newsroom with meaning, direct, odd events: right at .8", found(half)),
        *(
            Figure(f"newsroom with meaning, {words}: right at .8", found(judged.direct((name,))), least)
            for name, words, least in (
                *((name, words, 0.65 if name == "D5" else None) for name, words in FAMILIES.items()),
                ("X1", "A1 -> X1, translated", 0.85),
                ("X2", "X1 -> X2, rewritten there", 0.95),
            )
        ),
    ]


def _false(news: Judged, basil: Judged) -> list[Figure]:
    """What is asserted of pairs of which nothing was taken."""
    independent = news.of("independent")
    accused = sum(news.relation(pair) in ("derived", "near_duplicate", "common_source") for pair in independent)
    abroad = [pair for pair in independent if {role(pair.a), role(pair.b)} & {"X1", "X2"}]
    across = sum(news.relation(pair) in ("derived", "near_duplicate", "common_source") for pair in abroad)
    common = news.of("common_source")
    return [
        Figure("newsroom with meaning, independent: asserted", accused / len(independent), at_most=0.003,
               note=f"{accused} of {len(independent)}, with translations {across} of {len(abroad)}"),
        Figure("newsroom with meaning, common source: right one named",
               sum(_named(news, pair) for pair in common) / len(common)),
        Figure("newsroom with meaning, common source: derived",
               sum(news.source(pair) is not None for pair in common) / len(common)),
        Figure("basil with meaning: pairs asserted derived",
               sum(basil.source(pair) is not None for pair in basil.gold), at_most=5, note=f"of {len(basil.gold)}"),
    ]  # fmt: skip


def _named(judged: Judged, pair: Pair) -> bool:
    link = judged.read.get((pair.a, pair.b))
    return link is not None and link.relation == "common_source" and link.common_source in pair.sources
