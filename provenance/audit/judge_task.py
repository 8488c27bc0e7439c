"""What one task of judging carries, and what it does: the links of some worlds, each world by itself.

Worlds share what is read of an article on its own; nothing else that is computed for one reaches another, so that a
link reads the same whatever other worlds are in its task. A task carries all that it looks at.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from provenance.audit.link_graph import Found, Pair
from provenance.audit.parcels import Parcel
from provenance.audit.worlds import World, pairs_of
from provenance.comparison.earlier_texts import (
    EarlierPassages,
    SharedPassages,
    completed,
    internal_id,
    shared_passages,
    with_measures,
)
from provenance.comparison.workbench import Workbench, measured_as
from provenance.config.settings import Settings
from provenance.engines.garbage import uncollected
from provenance.events.reports import Chances
from provenance.lineage import judge
from provenance.lineage.judging import wording_of
from provenance.lineage.news import EventOfPair
from provenance.lineage.readings import Readings
from provenance.lineage.wording_check import Check, WordingSample
from provenance.model import Article, Link, Passage, Quotation
from provenance.model.coded_text import CodedText
from provenance.quotes import extract
from provenance.quotes.languages import language
from provenance.store import WrittenLink, link_from_bytes, written


@dataclass(frozen=True, slots=True)
class JudgeTask:
    """Worlds with all of their links as alignment left them, and every text that they name.

    `found` has for each pair of article ids what was found, `contents` the content of each row, `events` what the
    reports of the event say of a pair, with the id of a third report that both may come from. `codes` has the encoded
    sentences of articles, by id, where passages are looked for by meaning.
    """

    worlds: Sequence[World[str]]
    found: Mapping[Pair, Sequence[Found]]
    contents: Mapping[int, bytes]
    articles: Parcel
    events: Mapping[Pair, Chances]
    codes: Mapping[str, CodedText]


class _Read:
    """The links of a task as they were found, each read once: `shared` and `current` as `_shared` gives them, `ends`
    the names of the two texts that a pair is judged on."""

    def __init__(self, task: JudgeTask) -> None:
        both = {pair: _shared(task, found) for pair, found in task.found.items()}
        self.shared: dict[Pair, SharedPassages] = {pair: shared for pair, (shared, _) in both.items()}
        self.current: dict[Pair, Link | None] = {pair: current for pair, (_, current) in both.items()}
        self.ends: dict[Pair, Pair] = {pair: _ends(pair, shared) for pair, shared in self.shared.items()}
        self.partners: dict[str, list[str]] = {}
        for one, other in task.found:
            self.partners.setdefault(one, []).append(other)
            self.partners.setdefault(other, []).append(one)

    def world(self, task: JudgeTask, world: World[str]) -> tuple[list[Pair], dict[str, Article]]:
        """The pairs of a world, and by name the texts that they are judged on, with those of articles far around."""
        pairs = pairs_of(world, self.partners)
        texts = task.articles.articles
        names = {name for pair in pairs for name in self.ends[pair]}.union(world.far)
        return pairs, {name: texts[name] for name in sorted(names)}

    def passages(self, pairs: Sequence[Pair]) -> dict[Pair, tuple[Passage, ...]]:
        """What the texts of pairs share, by the names of the texts."""
        return {self.ends[pair]: self.shared[pair].judged_passages for pair in pairs}


@uncollected()
def judged_links(task: JudgeTask, settings: Settings, check: Check | None) -> list[WrittenLink]:
    """The judged links between the own articles of each world and those of higher ids, ascending."""
    read, readings = _Read(task), Readings()
    texts = task.articles.articles
    quotations = {
        name: _quotations(task, name) for name in sorted({each for ends in read.ends.values() for each in ends})
    }
    events = {
        pair: EventOfPair(chances, texts[chances.third] if chances.third else None)
        for pair, chances in task.events.items()
        if read.ends[pair] == pair
    }
    judged: dict[Pair, Link | None] = {}
    for world in task.worlds:
        own = frozenset(world.own)
        pairs, articles = read.world(task, world)
        mine = [pair for pair in pairs if pair[0] in own]
        links = judge(
            articles,
            read.passages(pairs),
            settings.lineage,
            {name: quotations[name] for name in articles if name in quotations},
            {name: task.articles.ignored[name] for name in articles},
            {read.ends[pair] for pair in mine},
            {pair: events[pair] for pair in mine if pair in events},
            check,
            readings,
        )
        judged |= {pair: links.get(read.ends[pair]) for pair in mine}
    owners = {name: name.rpartition("\0")[0] for name in quotations if name in task.articles.earlier}
    bench = Workbench(settings, task.articles.boilerplate_of)
    essay = settings.profile == "essay"
    answers = []
    for pair in sorted(judged):
        shared, aligned, link = read.shared[pair], read.current[pair], judged[pair]
        if aligned is not None and len(task.found[pair]) == 1:
            answers.append(_by_meaning(task, bench, _answer(link, aligned), task.found[pair][0].row, essay=essay))
            continue
        if not task.found[pair]:
            link = link or Link(*pair, "undetermined", 0.0, 0.0, 0.0, ())
            answers.append(_by_meaning(task, bench, link, None, essay=essay))
            continue
        ends = read.ends[pair]
        link = link or Link(*ends, "undetermined", 0.0, 0.0, 0.0, shared.judged_passages)
        a, b = (bench.ready(texts[name]) for name in ends)
        answers.append(written(with_measures(completed(link, pair, shared, owners), shared, a, b)))
    bench.forget()
    return answers


@uncollected()
def wording_samples(task: tuple[JudgeTask, Sequence[Collection[Pair]]], settings: Settings) -> list[WordingSample]:
    """What the check of the archive asks of some links of each world."""
    carried, sampled = task
    read, readings, samples = _Read(carried), Readings(), []
    for world, wanted in zip(carried.worlds, sampled, strict=True):
        pairs, articles = read.world(carried, world)
        asked = {read.ends[pair] for pair in wanted}
        ignored = {name: carried.articles.ignored[name] for name in articles}
        if any(read.shared[pair].judged_passages for pair in pairs):
            passages = read.passages(pairs)
            samples.append(wording_of(articles, passages, asked, settings.lineage, ignored, readings))
    return samples


def _quotations(task: JudgeTask, name: str) -> Sequence[Quotation]:
    known = task.articles.quotations(name)
    text = task.articles.articles[name]
    return extract(text.text, text.body, language(text.language)) if known is None else known


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
