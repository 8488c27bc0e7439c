"""The last step of an audit: articles that share text are judged, one portion at a time.

Who took a passage from whom depends on all of its holders. So the graph of links is cut into portions, and
each portion of articles is judged together with all articles that share text with it. A portion is one task, so that
memory is bounded by the portion and not by the largest group of articles. A portion of which nothing has changed
since it was judged last is left as it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from provenance.audit.aligning import Aligned
from provenance.audit.parcels import Parcel, parcel
from provenance.audit.portions import portions
from provenance.audit.proposing import boilerplate_of
from provenance.comparison.workbench import measured_as
from provenance.config.lineage import LineageSettings
from provenance.config.settings import Settings
from provenance.engines import Engine
from provenance.engines.garbage import uncollected
from provenance.lineage import judge
from provenance.model import Link, Span
from provenance.model.progress import Progress
from provenance.quotes import extract
from provenance.store import ArchiveReader, Store, WrittenLink, link_from_bytes, written

Pair = tuple[str, str]
Partners = dict[str, set[str]]

# Links per portion; nearly all have both ends in it. A link takes some 10 KB while it is judged, its texts as much.
# The 19,618 links of 9,835 newsgroup posts are right as often in five portions as in one (.9263 and .9261 on one
# half). No portion of press releases takes more than .4 GB; in portions of 3,000 the borders cost 4 % more time.
LINKS_A_PORTION = 4_000


@dataclass(frozen=True, slots=True)
class Portion:
    """The ids of articles, ascending, whose links with articles of higher ids are judged in one task; how many links.

    `around` has the ids of these articles and of all that they are linked with, ascending.
    """

    own: tuple[str, ...]
    around: tuple[str, ...]
    links: int


@dataclass(frozen=True, slots=True)
class JudgeTask:
    """A portion with all of its links as alignment left them, and every article that they name.

    `rows[i]` is the row of `store.passages` that `links[i]` comes from.
    """

    own: frozenset[str]
    links: Sequence[bytes]
    rows: Sequence[int]
    articles: Parcel


@dataclass(frozen=True, slots=True)
class Graph:
    """The links of an archive before they are judged: for each pair of ids (ascending) its row in `store.passages`,
    the partners of each article in both directions, and the number of each article's text."""

    rows: Mapping[Pair, int]
    partners: Mapping[str, set[str]]
    numbers: Mapping[str, int]


def graph_of(store: Store, aligned: Aligned) -> Graph:
    """The graph of all pairs that share passages."""
    numbers = np.unique(aligned.pairs).tolist()
    names = dict(zip(numbers, store.articles.ids(numbers), strict=True))
    pairs = [(names[a], names[b]) for a, b in aligned.pairs.tolist()]
    partners: Partners = {}
    for a, b in pairs:
        partners.setdefault(a, set()).add(b)
        partners.setdefault(b, set()).add(a)
    rows = dict(zip(pairs, aligned.rows.tolist(), strict=True))
    return Graph(rows, partners, {name: number for number, name in names.items()})


def judge_links(
    store: Store,
    reader: ArchiveReader,
    record: int,
    run: int,
    settings: Settings,
    engine: Engine,
    aligned: Aligned,
    boilerplate: Mapping[str, tuple[Span, ...]],
    report: Progress,
    *,
    again: bool = False,
) -> tuple[int, int]:
    """Judge the links of all portions in which anything has changed since they were judged last (all with `again`).

    A recorded link of a pair that shares nothing any more is ended. `boilerplate` has the boilerplate spans of
    articles, by id. Returns how many judgements are new, and how many links there are.
    """
    graph = graph_of(store, aligned)
    parts = [_portion(names, graph.partners) for names in portions(graph.partners, LINKS_A_PORTION)]
    missing = sorted({name for part in parts for name in part.around if name not in boilerplate})
    ignored = {**boilerplate, **boilerplate_of(store, reader, settings.fingerprint, engine, missing)}
    known = store.articles.descriptions(list(graph.numbers.values()))
    digests = [_digest(part, graph, known, ignored) for part in parts]
    before = frozenset[bytes]() if again else store.records.judged_portions(record)
    changed = [(part, digest) for part, digest in zip(parts, digests, strict=True) if digest not in before]
    with store.transaction():
        # Portions that are no longer there: their links are about to change.
        store.records.forget_portions(record, store.records.judged_portions(record) - (before & set(digests)))
        ended = [pair for pair in store.links.recorded_pairs(record) if pair not in graph.rows]
        new = store.links.retract(run, ended)
    total = sum(part.links for part, _ in changed)
    judged = 0
    tasks = (_task(store, part, graph, ignored) for part, _ in changed)
    results = engine.map(partial(judged_links, settings=settings.lineage), tasks)
    for (part, digest), links in zip(changed, results, strict=True):
        with store.transaction():
            new += store.links.save_written(run, links)
            store.records.keep_portions(record, [digest])
        judged += part.links
        report("judging links", judged, total)
    return new, len(graph.rows)


@uncollected()
def judged_links(task: JudgeTask, settings: LineageSettings) -> list[WrittenLink]:
    """The judged links between the portion's articles and those of higher ids, ascending."""
    articles = task.articles.articles
    read = [link_from_bytes(content) for content in task.links]
    held = {(link.a, link.b): link for link in read}
    asked = {
        (link.a, link.b): row for link, row in zip(read, task.rows, strict=True) if min(link.a, link.b) in task.own
    }
    quotations = {}
    for name, article in articles.items():
        known = task.articles.quotations(name)
        quotations[name] = extract(article.text, article.body) if known is None else known
    passages = {pair: link.passages for pair, link in held.items()}
    judged = judge(articles, passages, settings, quotations, task.articles.ignored, asked)
    return [written(_answer(judged.get(pair), held[pair]), row) for pair, row in sorted(asked.items())]


def _answer(judged: Link | None, found: Link) -> Link:
    """The judged link with the similarity that was measured when it was found; undetermined where `judged` is
    None."""
    return replace(found, relation="undetermined", confidence=0.0) if judged is None else measured_as(judged, found)


def _portion(names: Sequence[str], partners: Mapping[str, set[str]]) -> Portion:
    everybody = set(names).union(*(partners[name] for name in names))
    links = sum(other > name for name in names for other in partners[name])
    return Portion(tuple(sorted(names)), tuple(sorted(everybody)), links)


def _pairs(part: Portion, partners: Mapping[str, set[str]]) -> list[Pair]:
    """All pairs of the articles in `own`, ascending."""
    return sorted({(min(name, other), max(name, other)) for name in part.own for other in partners[name]})


def _digest(
    part: Portion, graph: Graph, known: Mapping[int, int], boilerplate: Mapping[str, tuple[Span, ...]]
) -> bytes:
    """Names everything that the judgement of a portion depends on: texts, what is known of them, what they share."""
    articles = [(name, graph.numbers[name], known[graph.numbers[name]], boilerplate[name]) for name in part.around]
    rows = [graph.rows[pair] for pair in _pairs(part, graph.partners)]
    return hashlib.blake2b(repr((part.own, articles, rows)).encode(), digest_size=16).digest()


def _task(store: Store, part: Portion, graph: Graph, boilerplate: Mapping[str, tuple[Span, ...]]) -> JudgeTask:
    rows = [graph.rows[pair] for pair in _pairs(part, graph.partners)]
    return JudgeTask(
        frozenset(part.own), store.passages.contents(rows), rows, parcel(store, part.around, boilerplate)
    )
