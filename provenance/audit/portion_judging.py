"""The last step of an audit: articles that share text with new ones are judged, one portion at a time.

Who took a passage from whom depends on all of its holders. So every article that a chain of shared passages connects
with a new one is judged again, and each portion of them is judged together with all articles that share text with it.
A portion is one task, so that memory is bounded by the portion and not by the largest group of articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from provenance.audit.parcels import Parcel, parcel
from provenance.audit.portions import portions
from provenance.audit.proposing import boilerplate_of
from provenance.audit.reviews import reviewed_pairs
from provenance.comparison.workbench import measured_as
from provenance.config.lineage import LineageSettings
from provenance.config.settings import Settings
from provenance.engines import Engine
from provenance.engines.garbage import uncollected
from provenance.lineage import judge
from provenance.model import Link, Span
from provenance.model.progress import Progress
from provenance.quotes import extract
from provenance.store import ArchiveReader, Store, WrittenLink, stored_link, written

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
    """A portion with all of its links as the archive holds them, and every article that they name."""

    own: frozenset[str]
    links: Sequence[bytes]
    articles: Parcel


def judge_run(
    store: Store,
    reader: ArchiveReader,
    run: int,
    settings: Settings,
    engine: Engine,
    new: set[str] | None,
    found: set[Pair] | None,
    boilerplate: Mapping[str, tuple[Span, ...]],
    report: Progress,
) -> tuple[int, int]:
    """Judge the links of all articles that links connect with one of the articles `new` (None: all articles).

    `found`, if given, has all pairs that share text: a recorded link of any other pair is taken back. `boilerplate`
    has the boilerplate spans, by article id, that were looked for already. Returns how many links were judged and how
    many stayed as they were.
    """
    pairs = store.links.pairs()
    if found is not None:
        kept = {tuple(sorted(pair)) for pair in found}
        store.links.retract(run, [pair for pair in pairs if pair not in kept])
        pairs = [pair for pair in pairs if pair in kept]
    partners: Partners = {}
    for a, b in pairs:
        partners.setdefault(a, set()).add(b)
        partners.setdefault(b, set()).add(a)
    parts = [_portion(names, partners) for names in portions(partners, new, LINKS_A_PORTION)]
    missing = sorted({name for part in parts for name in part.around if name not in boilerplate})
    ignored = {**boilerplate, **boilerplate_of(store, reader, settings.fingerprint, engine, missing)}
    total = sum(part.links for part in parts)
    reviewed = reviewed_pairs(store)
    judged = 0
    results = engine.map(partial(judged_links, settings=settings.lineage), _tasks(store, parts, ignored))
    for part, links in zip(parts, results, strict=True):
        store.links.save_written(run, [link for link in links if frozenset((link.a, link.b)) not in reviewed])
        judged += part.links
        report("judging links", judged, total)
    return judged, len(pairs) - judged


@uncollected()
def judged_links(task: JudgeTask, settings: LineageSettings) -> list[WrittenLink]:
    """The judged links between the portion's articles and those of higher ids, ascending."""
    articles = task.articles.articles
    read = (stored_link(content) for content in task.links)
    held = {(stored.link.a, stored.link.b): stored for stored in read}
    asked = {pair: stored for pair, stored in held.items() if min(pair) in task.own}
    quotations = {}
    for name, article in articles.items():
        known = task.articles.quotations(name)
        quotations[name] = extract(article.text, article.body) if known is None else known
    passages = {pair: stored.link.passages for pair, stored in held.items()}
    judged = judge(articles, passages, settings, quotations, task.articles.ignored, asked)
    return [written(_answer(judged.get(pair), stored.link), stored) for pair, stored in sorted(asked.items())]


def _answer(judged: Link | None, found: Link) -> Link:
    """The judged link with the similarity that was measured when it was found; undetermined where `judged` is
    None."""
    return replace(found, relation="undetermined", confidence=0.0) if judged is None else measured_as(judged, found)


def _portion(names: Sequence[str], partners: Partners) -> Portion:
    everybody = set(names).union(*(partners[name] for name in names))
    links = sum(other > name for name in names for other in partners[name])
    return Portion(tuple(sorted(names)), tuple(sorted(everybody)), links)


def _tasks(
    store: Store, parts: Sequence[Portion], boilerplate: Mapping[str, tuple[Span, ...]]
) -> Iterator[JudgeTask]:
    for part in parts:
        links = store.links.packed(part.own)
        yield JudgeTask(frozenset(part.own), links, parcel(store, part.around, boilerplate))
