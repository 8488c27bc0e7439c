"""The last step of an audit: all articles that share text with what is new are judged together.

Who took a passage from whom depends on everybody who holds it, so links are judged in whole groups: articles that
are connected by shared passages. Groups are independent of each other and are judged a portion at a time, which
bounds memory by the largest group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Any

from provenance.lineage import judge
from provenance.model import Link
from provenance.store import Store
from provenance.usecases.known_quotations import known_quotations
from provenance.usecases.pairing import boilerplate
from provenance.usecases.reviewing import reviewed_pairs
from provenance.usecases.settings import Settings
from provenance.usecases.similarity import measured_as

Progress = Callable[[str, int, int | None], None]
Spread = Callable[..., Iterator[Any]]  # an engine's map
Pair = tuple[str, str]

# Articles judged in one go: with 3 KB each and their words and runs some 400 MB. Groups larger than this go whole.
ARTICLES_A_PORTION = 20_000
ARTICLES_A_TASK = 100


def judge_run(
    store: Store,
    run: int,
    settings: Settings,
    new: set[str] | None,
    found: set[Pair] | None,
    spread: Spread,
    report: Progress,
) -> tuple[int, int]:
    """Judge every group that holds one of the articles `new` (None: every group); `spread` is an engine's map.

    Where `found` is given it names all pairs that share text: any other link is one no more, and is taken back.
    Returns how many links were judged, and how many stayed as they were.
    """
    links = {(link.a, link.b): link for link in store.links()}
    if found is not None:
        gone = links.keys() - found
        store.retract_links(run, sorted(gone))
        links = {pair: link for pair, link in links.items() if pair not in gone}
    groups = _groups(links)
    members: dict[str, list[Pair]] = {}
    for pair in sorted(links):
        members.setdefault(groups[pair[0]], []).append(pair)
    touched = sorted(members if new is None else {groups[name] for name in new if name in groups})
    reviewed = reviewed_pairs(store)
    judged = 0
    total = sum(len(members[group]) for group in touched)
    for portion in _portions([members[group] for group in touched]):
        answers = _judge(store, settings, {pair: links[pair] for pair in portion}, spread)
        store.save_links(run, [answers[pair] for pair in sorted(answers) if frozenset(pair) not in reviewed])
        judged += len(portion)
        report("judging links", judged, total)
    return judged, len(links) - judged


def _judge(store: Store, settings: Settings, links: Mapping[Pair, Link], spread: Spread) -> dict[Pair, Link]:
    names = sorted({name for pair in links for name in pair})
    tasks = [names[start : start + ARTICLES_A_TASK] for start in range(0, len(names), ARTICLES_A_TASK)]
    found = chain.from_iterable(spread(partial(boilerplate, str(store.path), settings), tasks))
    ignored = dict(zip(names, found, strict=True))
    quotations = known_quotations(store, names, settings, spread)
    passages = {pair: link.passages for pair, link in links.items()}
    judged = judge(store.articles(names), passages, settings.lineage, quotations, ignored)
    answers = {pair: replace(link, relation="undetermined", confidence=0.0) for pair, link in links.items()} | judged
    return {pair: measured_as(answer, links[pair]) for pair, answer in sorted(answers.items())}


def _portions(groups: list[list[Pair]]) -> Iterator[list[Pair]]:
    """Whole groups, as many as fit a portion, in order."""
    portion: list[Pair] = []
    articles: set[str] = set()
    for group in groups:
        names = {name for pair in group for name in pair}
        if portion and len(articles) + len(names) > ARTICLES_A_PORTION:
            yield portion
            portion, articles = [], set()
        portion += group
        articles |= names
    if portion:
        yield portion


def _groups(links: Mapping[Pair, Link]) -> dict[str, str]:
    """For each article the first id of its group (union by the smaller id, paths halved)."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        parent.setdefault(name, name)
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for a, b in sorted(links):
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    return {name: root(name) for name in sorted(parent)}
