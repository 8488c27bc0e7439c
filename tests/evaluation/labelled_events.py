"""Labelled news as `events.fitting` takes it: each event whole, and in random parts where sources are missing.

Neighbours are those that an archive of all articles finds, so that what is fitted is what is judged. A missing
source is where false assertions come from, therefore most of what is fitted on are parts of events.
"""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from labelled_news import TRANSLATIONS, Newsroom, Pair, event_of, role

from provenance import Archive
from provenance.audit.proposing import propose
from provenance.comparison.event_reports import SIBLINGS, Reporter
from provenance.config.settings import Settings
from provenance.engines.in_process import InProcess
from provenance.events.fitting import LabelledEvent, Truth
from provenance.events.reports import Report
from provenance.model import Article
from provenance.model.coded_text import CodedText

Neighbours = Mapping[str, Sequence[str]]

PARTS, PARTS_WEIGHT = 12, 4.8  # random halves of each event, and the whole ones as which they count together
SEED = 1


def labelled_events(room: Newsroom, group: str = "", weight: float = 1.0, parts: int = PARTS) -> list[LabelledEvent]:
    """Every event of `room`, whole (with this weight) and in parts; `group` precedes the names of the events."""
    articles, neighbours, _ = archived(room)
    reporter = Reporter(lambda _: ())
    truth = {(pair.a, pair.b): truth_of(pair) for pair in room.gold}
    chance = random.Random(SEED)
    found = []
    for event in room.events:
        further = [row["id"] for row in room.rows if event_of(row) != event]
        ids = [row["id"] for row in room.rows if event_of(row) == event]
        known = {pair: each for pair, each in truth.items() if set(pair) <= set(ids)}
        halves = [[name for name in ids if chance.random() < 0.5] for _ in range(parts)]
        portions = [(ids, weight), *((half, PARTS_WEIGHT / parts) for half in halves)]
        for some, counted in portions:
            reports = reports_of(some, further, articles, neighbours, reporter)
            reports = {name: each for name, each in reports.items() if role(name) not in TRANSLATIONS}
            if len(reports) > 1:
                found.append(LabelledEvent(f"{group}{event}", reports, known, counted))
    return found


def archived(
    room: Newsroom, *, encoded: bool = False
) -> tuple[dict[str, Article], dict[str, list[str]], dict[str, CodedText]]:
    """The articles as an archive holds them, the neighbours of each, the nearest first, and the codes of each where
    they are `encoded`."""
    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "news.db") as archive:
        rows = Path(folder) / "news.jsonl"
        rows.write_text("".join(json.dumps(row) + "\n" for row in room.rows), "utf-8")
        archive.add([rows])
        if encoded:
            archive.embed(jobs=1)
        store = archive.store
        numbers = store.articles.all_numbers()
        proposal = propose(store, store.reader, Settings.of().fingerprint, InProcess(), numbers, lambda *_: None)
        names = dict(zip(numbers.tolist(), store.articles.ids(numbers.tolist()), strict=True))
        articles = store.articles.get_known(list(names.values()))
        codes = {names[number]: each for number, each in store.meanings.of(numbers.tolist()).items()}
    near: dict[str, list[tuple[int, str]]] = {name: [] for name in names.values()}
    for low, high, evidence in proposal.neighbours.tolist():
        near[names[low]].append((-evidence, names[high]))
        near[names[high]].append((-evidence, names[low]))
    neighbours = {name: [other for _, other in sorted(several)] for name, several in near.items()}
    return dict(articles), neighbours, codes


def reports_of(
    some: Sequence[str],
    further: Sequence[str],
    articles: Mapping[str, Article],
    neighbours: Neighbours,
    reporter: Reporter,
) -> dict[str, Report]:
    """The reports of some articles of an event, in an archive of these and of the further ones, of other events."""
    here = {*some, *further}
    found = {}
    for name in some:
        near = sorted([other for other in neighbours[name] if other in here][:SIBLINGS])
        found[name] = reporter.report(articles[name], [articles[other] for other in near], [True] * len(near))
    return found


def truth_of(pair: Pair) -> Truth:
    """What the gold says of a pair."""
    if pair.relation == "derived":
        return Truth("derived", pair.source, pair.direct)
    return Truth("common_source" if pair.relation == "common_source" else "same_event", sources=pair.sources)
