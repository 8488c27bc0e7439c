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

from provenance.audit.aligning import Aligned, text_names
from provenance.audit.earlier_pairs import EarlierPairs
from provenance.audit.parcels import Parcel, parcel
from provenance.audit.portions import portions
from provenance.audit.proposing import Proposal, boilerplate_of
from provenance.comparison.earlier_texts import (
    EarlierPassages,
    SharedPassages,
    Side,
    completed,
    internal_id,
    shared_passages,
    with_measures,
)
from provenance.comparison.weights_in_force import has_known_codes
from provenance.comparison.workbench import Workbench, measured_as
from provenance.config.settings import Settings
from provenance.engines import Engine
from provenance.engines.garbage import uncollected
from provenance.events.network import Network
from provenance.events.reports import Chances
from provenance.lineage import judge
from provenance.lineage.news import EventOfPair
from provenance.model import Link, Span
from provenance.model.coded_text import CodedText
from provenance.model.progress import Progress
from provenance.quotes import extract
from provenance.quotes.languages import language
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
class Found:
    """What alignment found for two texts of a pair of articles: the row of `store.passages`, and which side is of
    an earlier version, if any."""

    row: int
    side: Side | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class JudgeTask:
    """A portion with all of its links as alignment left them, and every text that they name.

    `found` has for each pair of article ids what was found, `contents` the content of each row, `events` what the
    reports of the event say of a pair, with the id of a third report that both may come from. `codes` has the encoded
    sentences of articles, by id, where passages are looked for by meaning.
    """

    own: frozenset[str]
    found: Mapping[Pair, Sequence[Found]]
    contents: Mapping[int, bytes]
    articles: Parcel
    events: Mapping[Pair, Chances]
    codes: Mapping[str, CodedText]


@dataclass(frozen=True, slots=True)
class Graph:
    """The links of an archive before they are judged: for each pair of ids (ascending) what was found, that of the
    current texts first, and nothing for two reports of one event that share no passage; the partners of each article
    in both directions; and the number of each text by its name (of earlier texts their internal ids). `earlier` has
    the internal ids by article, `events` what the reports of the event say of a pair of current texts, `encoded` the
    numbers of texts whose codes show passages by meaning."""

    found: Mapping[Pair, Sequence[Found]]
    partners: Mapping[str, set[str]]
    numbers: Mapping[str, int]
    earlier: Mapping[str, Sequence[str]]
    events: Mapping[Pair, Chances]
    encoded: frozenset[int] = frozenset()


def graph_of(
    store: Store, aligned: Aligned, texts: EarlierPairs, network: Network, by_meaning: Sequence[Pair]
) -> Graph:
    """The graph of all pairs that share passages, `by_meaning` as well, or of which one was probably made from the
    other without any."""
    numbers = np.unique(aligned.pairs).tolist()
    names = dict(zip(numbers, text_names(store, numbers, texts), strict=True))
    found: dict[Pair, list[Found]] = {}
    partners: Partners = {}
    earlier: dict[str, list[str]] = {}
    for (one, other), row in zip(aligned.pairs.tolist(), aligned.rows.tolist(), strict=True):
        of_a, of_b = texts.texts.get(one), texts.texts.get(other)
        a = of_a.article.id if of_a else names[one]
        b = of_b.article.id if of_b else names[other]
        side: Side | None = "a" if of_a else "b" if of_b else None
        version = of_a.version if of_a else of_b.version if of_b else 0
        found.setdefault((a, b), []).append(Found(row, side, version))
        partners.setdefault(a, set()).add(b)
        partners.setdefault(b, set()).add(a)
        if side:
            earlier.setdefault(a if of_a else b, []).append(names[one] if of_a else names[other])
    events = network.chances(pair for pair, rows in sorted(found.items()) if rows[0].side is None or len(rows) > 1)
    for pair, chances in network.probable(found.keys()).items():
        events[pair] = chances
        found[pair] = []
    for pair in by_meaning:
        found.setdefault(pair, [])
    for pair in (each for each, rows in found.items() if not rows):
        partners.setdefault(pair[0], set()).add(pair[1])
        partners.setdefault(pair[1], set()).add(pair[0])
    for rows in found.values():
        rows.sort(key=lambda each: (each.side or "", each.version))
    return Graph(
        found,
        partners,
        {name: number for number, name in names.items()},
        {name: sorted(set(each)) for name, each in earlier.items()},
        events,
        frozenset(store.meanings.held().tolist()) if has_known_codes(store) else frozenset(),
    )


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
    """Judge the links of all portions in which anything has changed since they were judged last (all with `again`).

    Pairs `by_meaning` are linked without a passage by words. A recorded link of a pair that shares nothing any more
    is ended. Returns how many judgements are new, and how many links there are.
    """
    graph = graph_of(store, aligned, proposal.earlier, network, by_meaning)
    parts = [_portion(names, graph) for names in portions(graph.partners, LINKS_A_PORTION)]
    missing = sorted({name for part in parts for name in part.around if name not in proposal.boilerplate})
    ignored = {**proposal.boilerplate, **boilerplate_of(store, reader, settings.fingerprint, engine, missing)}
    everybody = sorted({name for part in parts for name in part.around} - graph.numbers.keys())
    numbers = {**graph.numbers, **dict(zip(everybody, store.articles.numbers(everybody).tolist(), strict=True))}
    known = store.articles.descriptions(sorted(numbers.values()))
    digests = [_digest(part, graph, numbers, known, ignored) for part in parts]
    known_portions = store.records.judged_portions(record)
    kept = frozenset[bytes]() if again else known_portions.intersection(digests)
    changed = [(part, digest) for part, digest in zip(parts, digests, strict=True) if digest not in kept]
    with store.transaction():
        # The links of all other portions are about to change.
        store.records.forget_portions(record, known_portions - kept)
        ended = [pair for pair in store.links.recorded_pairs(record) if pair not in graph.found]
        new = store.links.retract(run, ended)
    total = sum(part.links for part, _ in changed)
    judged = 0
    tasks = (_task(store, part, graph, ignored, proposal.earlier, numbers) for part, _ in changed)
    results = engine.map(partial(judged_links, settings=settings), tasks)
    for (part, digest), links in zip(changed, results, strict=True):
        with store.transaction():
            new += store.links.save_written(run, links)
            store.records.keep_portions(record, [digest])
        judged += part.links
        report("judging links", judged, total)
    return new, len(graph.found)


@uncollected()
def judged_links(task: JudgeTask, settings: Settings) -> list[WrittenLink]:
    """The judged links between the portion's articles and those of higher ids, ascending."""
    texts = task.articles.articles
    read = {pair: _shared(task, found) for pair, found in task.found.items()}
    ends = {pair: _ends(pair, shared) for pair, (shared, _) in read.items()}
    world = sorted({name for pair in ends.values() for name in pair})
    quotations = {}
    for name in world:
        known = task.articles.quotations(name)
        text = texts[name]
        quotations[name] = extract(text.text, text.body, language(text.language)) if known is None else known
    events = {
        pair: EventOfPair(chances, texts[chances.third] if chances.third else None)
        for pair, chances in task.events.items()
        if ends[pair] == pair
    }
    judged = judge(
        {name: texts[name] for name in world},
        {ends[pair]: shared.judged_passages for pair, (shared, _) in read.items()},
        settings.lineage,
        quotations,
        {name: task.articles.ignored[name] for name in world},
        {ends[pair] for pair in read if min(pair) in task.own},
        events,
    )
    owners = {name: name.rpartition("\0")[0] for name in world if name in task.articles.earlier}
    bench = Workbench(settings, task.articles.boilerplate_of)
    essay = settings.profile == "essay"
    answers = []
    for pair in sorted(read):
        if min(pair) not in task.own:
            continue
        shared, aligned = read[pair]
        link = judged.get(ends[pair])
        if aligned is not None and len(task.found[pair]) == 1:
            answers.append(_by_meaning(task, bench, _answer(link, aligned), task.found[pair][0].row, essay=essay))
            continue
        if not task.found[pair]:
            link = link or Link(*pair, "undetermined", 0.0, 0.0, 0.0, ())
            answers.append(_by_meaning(task, bench, link, None, essay=essay))
            continue
        link = link or Link(*ends[pair], "undetermined", 0.0, 0.0, 0.0, shared.judged_passages)
        a, b = (bench.ready(texts[name]) for name in ends[pair])
        answers.append(written(with_measures(completed(link, pair, shared, owners), shared, a, b)))
    bench.forget()
    return answers


def _by_meaning(task: JudgeTask, bench: Workbench, link: Link, row: int | None, *, essay: bool) -> WrittenLink:
    """The link ready to be stored, with the passages by meaning that it wants; `row` has its passages by words."""
    if task.codes and link.a in task.codes and link.b in task.codes:
        from provenance.comparison.meaning_passages import wants_meaning, with_meaning

        if wants_meaning(link, essay=essay):
            a, b = (bench.ready(task.articles.articles[name]) for name in (link.a, link.b))
            found = with_meaning(link, a, b, task.codes[link.a], task.codes[link.b], essay=essay)
            row, link = (row, link) if found is link else (None, found)
    return written(link, row)


def _shared(task: JudgeTask, found: Sequence[Found]) -> tuple[SharedPassages, Link | None]:
    """All that a pair shares, and the link that alignment found for the current texts, if any."""
    links = [link_from_bytes(task.contents[each.row]) for each in found]
    current = links[0] if found and found[0].side is None else None
    earlier = [
        EarlierPassages(each.side, each.version, link.passages)
        for each, link in zip(found, links, strict=True)
        if each.side
    ]
    return shared_passages(current.passages if current else (), earlier), current


def _ends(pair: Pair, shared: SharedPassages) -> Pair:
    """The names of the two texts that the pair is judged on."""
    if shared.judged is None:
        return pair
    (a, b), (of_a, of_b) = pair, shared.judged.versions
    return internal_id(a, of_a) if of_a else a, internal_id(b, of_b) if of_b else b


def _answer(judged: Link | None, found: Link) -> Link:
    """The judged link with the similarity that was measured when it was found; undetermined where `judged` is
    None."""
    return replace(found, relation="undetermined", confidence=0.0) if judged is None else measured_as(judged, found)


def _portion(names: Sequence[str], graph: Graph) -> Portion:
    """A portion of these articles. Around them are their partners and the thirds that may be the source of both,
    which may be linked to neither: what is corrected in one of them has all of these links judged again."""
    partners = graph.partners
    pairs = [(min(name, other), max(name, other)) for name in names for other in partners[name]]
    thirds = {chances.third for pair in pairs if (chances := graph.events.get(pair)) and chances.third}
    everybody = {*names, *thirds, *(name for pair in pairs for name in pair)}
    links = sum(other > name for name in names for other in partners[name])
    return Portion(tuple(sorted(names)), tuple(sorted(everybody)), links)


def _pairs(part: Portion, partners: Mapping[str, set[str]]) -> list[Pair]:
    """All pairs of the articles in `own`, ascending."""
    return sorted({(min(name, other), max(name, other)) for name in part.own for other in partners[name]})


def _texts(part: Portion, graph: Graph) -> list[str]:
    """The names of all texts that the portion's judgement may look at, ascending."""
    return sorted({*part.around, *(text for name in part.around for text in graph.earlier.get(name, ()))})


def _digest(
    part: Portion,
    graph: Graph,
    numbers: Mapping[str, int],
    known: Mapping[int, int],
    boilerplate: Mapping[str, tuple[Span, ...]],
) -> bytes:
    """Names everything that the judgement of a portion depends on: texts, what is known of them, what they share."""
    texts = [(name, numbers[name], known[numbers[name]], boilerplate[name]) for name in _texts(part, graph)]
    encoded = [number for _, number, *_ in texts if number in graph.encoded]
    pairs = _pairs(part, graph.partners)
    rows = [[each.row for each in graph.found[pair]] for pair in pairs]
    events = [graph.events.get(pair) for pair in pairs]
    return hashlib.blake2b(
        repr((part.own, texts, rows, events, encoded)).encode("utf-8", "surrogatepass"), digest_size=16
    ).digest()


def _task(
    store: Store,
    part: Portion,
    graph: Graph,
    boilerplate: Mapping[str, tuple[Span, ...]],
    earlier: EarlierPairs,
    numbers: Mapping[str, int],
) -> JudgeTask:
    found = {pair: graph.found[pair] for pair in _pairs(part, graph.partners)}
    rows = [each.row for several in found.values() for each in several]
    contents = dict(zip(rows, store.passages.contents(rows), strict=True))
    events = {pair: graph.events[pair] for pair in found if pair in graph.events}
    thirds = {chances.third for chances in events.values() if chances.third}
    names = sorted({*_texts(part, graph), *thirds})
    codes: dict[str, CodedText] = {}
    if graph.encoded:
        current = [name for name in part.around if name in numbers]
        kept = store.meanings.of([numbers[name] for name in current])
        codes = {name: kept[numbers[name]] for name in current if numbers[name] in kept}
    return JudgeTask(frozenset(part.own), found, contents, parcel(store, names, boilerplate, earlier), events, codes)
