"""The last step of an audit: articles that share text are judged, each link in its world.

Who took a passage from whom depends on all of its holders. So each link is judged in its world (`worlds`), with the
archive's own check of the weights for wording (`checking`), and answers depend on nothing else: not on which worlds a
task has, nor on what was judged before. A portion of worlds is one task, so that memory is bounded by the portion and
not by the largest group of articles. A world of which nothing has changed since it was judged last is left as it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from provenance.audit.aligning import Aligned
from provenance.audit.checking import sampled_worlds
from provenance.audit.earlier_pairs import EarlierPairs
from provenance.audit.judge_task import JudgeTask, judged_links, wording_samples
from provenance.audit.link_graph import Graph, Pair, graph_of
from provenance.audit.parcels import parcel
from provenance.audit.proposing import Proposal, boilerplate_of
from provenance.audit.worlds import World, bundles, pairs_of, worlds
from provenance.config.settings import Settings
from provenance.engines import Engine
from provenance.events.network import Network
from provenance.lineage.wording_check import Check, archive_check, together
from provenance.model import Span
from provenance.model.coded_text import CodedText
from provenance.model.progress import Progress
from provenance.store import ArchiveReader, Store

# Links of a portion: many enough that reading an article once serves several worlds. It changes no answer.
LINKS_A_PORTION = 4_000


def judge_links(
    store: Store,
    reader: ArchiveReader,
    record: int,
    run: int,
    settings: Settings,
    engine: Engine,
    aligned: Aligned,
    proposal: Proposal,
    network: Network,
    by_meaning: Sequence[Pair],
    report: Progress,
    *,
    again: bool = False,
) -> tuple[int, int]:
    """Judge the links of all worlds in which anything has changed since they were judged last (all with `again`).

    Pairs `by_meaning` are linked without a passage by words. A recorded link of a pair that shares nothing any more
    is ended. Returns how many judgements are new, and how many links there are.
    """
    graph = graph_of(store, aligned, proposal.earlier, network, by_meaning)
    found = worlds(graph.partners)
    links = _links_of(store, reader, settings, engine, proposal, graph, found)
    check = _check(store, settings, engine, links, found)
    known = store.articles.descriptions(sorted(links.numbers.values()))
    state = _states(links, known)
    digests = {world: _digest(world, links, state, check) for world in found}
    known_worlds = store.records.judged_portions(record)
    kept = frozenset[bytes]() if again else known_worlds.intersection(digests.values())
    changed = list(bundles((world for world in found if digests[world] not in kept), LINKS_A_PORTION))
    with store.transaction():
        # The links of all other worlds are about to change.
        store.records.forget_portions(record, known_worlds - kept)
        ended = [pair for pair in store.links.recorded_pairs(record) if pair not in graph.found]
        new = store.links.retract(run, ended)
    total = sum(world.judged for part in changed for world in part)
    judged = 0
    tasks = (_task(store, part, links) for part in changed)
    results = engine.map(partial(judged_links, settings=settings, check=check), tasks)
    for part, answers in zip(changed, results, strict=True):
        with store.transaction():
            new += store.links.save_written(run, answers)
            store.records.keep_portions(record, [digests[world] for world in part])
        judged += sum(world.judged for world in part)
        report("judging links", judged, total)
    return new, len(graph.found)


@dataclass(frozen=True, slots=True)
class Links:
    """The graph of links with what a task has to carry of its articles: boilerplate by name of each text, earlier
    texts, and the number of each text by its name (of earlier texts their internal ids)."""

    graph: Graph
    boilerplate: Mapping[str, tuple[Span, ...]]
    earlier: EarlierPairs
    numbers: Mapping[str, int]

    def pairs(self, world: World[str]) -> list[Pair]:
        """The links of a world, ascending."""
        return pairs_of(world, self.graph.partners)

    def articles(self, world: World[str]) -> set[str]:
        """All articles of a world, and the thirds that may be the source of both of a pair, which may be linked to
        neither: what is corrected in one of them has all of these links judged again."""
        events = self.graph.events
        thirds = (events[pair].third for pair in self.pairs(world) if pair in events)
        return {*world.everybody, *filter(None, thirds)}

    def texts(self, names: set[str]) -> list[str]:
        """The names of all texts of articles, ascending: the articles and their earlier texts."""
        return sorted({*names, *(text for name in names for text in self.graph.earlier.get(name, ()))})


def _links_of(
    store: Store,
    reader: ArchiveReader,
    settings: Settings,
    engine: Engine,
    proposal: Proposal,
    graph: Graph,
    found: Sequence[World[str]],
) -> Links:
    thirds = {chances.third for chances in graph.events.values() if chances.third}
    everybody = {*thirds, *(name for world in found for name in world.everybody)}
    missing = sorted(name for name in everybody if name not in proposal.boilerplate)
    ignored = {**proposal.boilerplate, **boilerplate_of(store, reader, settings.fingerprint, engine, missing)}
    others = sorted(everybody - graph.numbers.keys())
    numbers = {**graph.numbers, **dict(zip(others, store.articles.numbers(others).tolist(), strict=True))}
    return Links(graph, ignored, proposal.earlier, numbers)


def _check(
    store: Store, settings: Settings, engine: Engine, links: Links, found: Sequence[World[str]]
) -> Check | None:
    """How the weights for wording do on the archive's sample of links; None where there is nothing to check."""
    sampled = {each.world: frozenset(each.pairs) for each in sampled_worlds(found, links.graph.partners)}
    parts = list(bundles(sampled, LINKS_A_PORTION))
    tasks = ((_task(store, part, links), [sampled[world] for world in part]) for part in parts)
    samples = [
        sample for several in engine.map(partial(wording_samples, settings=settings), tasks) for sample in several
    ]
    every = together(samples)
    return None if every is None else archive_check(every, settings.lineage)


def _states(links: Links, known: Mapping[int, int]) -> Callable[[str], bytes]:
    """What of an article any judgement depends on, by its id, as a digest: its texts, what is known of them."""
    kept: dict[str, bytes] = {}

    def state(name: str) -> bytes:
        if name not in kept:
            texts = [
                (text, links.numbers[text], known[links.numbers[text]], links.boilerplate[text])
                for text in links.texts({name})
            ]
            encoded = [number for _, number, *_ in texts if number in links.graph.encoded]
            kept[name] = _hashed(repr((texts, encoded)))
        return kept[name]

    return state


def _digest(world: World[str], links: Links, state: Callable[[str], bytes], check: Check | None) -> bytes:
    """Names everything that the judgement of a world depends on: texts, what is known of them, what they share."""
    pairs = links.pairs(world)
    rows = [[each.row for each in links.graph.found[pair]] for pair in pairs]
    events = [links.graph.events.get(pair) for pair in pairs]
    articles = [(name, state(name)) for name in sorted(links.articles(world))]
    return _hashed(repr((world.own, articles, rows, events, check)))


def _hashed(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _task(store: Store, part: Sequence[World[str]], links: Links) -> JudgeTask:
    graph = links.graph
    found = {pair: graph.found[pair] for world in part for pair in links.pairs(world)}
    rows = sorted({each.row for several in found.values() for each in several})
    contents = dict(zip(rows, store.passages.contents(rows), strict=True))
    events = {pair: graph.events[pair] for pair in found if pair in graph.events}
    around = {name for world in part for name in world.around}
    names = links.texts({name for world in part for name in links.articles(world)})
    codes: dict[str, CodedText] = {}
    if graph.encoded:
        current = [name for name in sorted(around) if name in links.numbers]
        kept = store.meanings.of([links.numbers[name] for name in current])
        codes = {name: kept[links.numbers[name]] for name in current if links.numbers[name] in kept}
    return JudgeTask(part, found, contents, parcel(store, names, links.boilerplate, links.earlier), events, codes)
