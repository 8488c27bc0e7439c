"""The last step of an audit: articles that share text with what is new are judged, a portion at a time.

Who took a passage from whom depends on everybody who holds it, so whatever is connected to something new by shared
passages is judged again, and each portion is judged among all that share text with it: its world. A portion is a
task of its own, so that memory is bounded by the portion and not by the largest group of articles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from provenance.audit.portions import portions
from provenance.audit.reviews import reviewed_pairs
from provenance.comparison.pairing import place_of, uncollected
from provenance.comparison.similarity import measured_as
from provenance.config.settings import Settings
from provenance.lineage import judge
from provenance.model import Link, Span
from provenance.model.progress import Progress
from provenance.model.spreading import Spread
from provenance.store import Store, WrittenLink, written

Pair = tuple[str, str]
Partners = dict[str, set[str]]

# Links of one portion, nearly all with both ends in it: one takes some 10 KB while it is judged, its texts as much.
# 19,618 links of 9,835 newsgroup posts are as often right in five portions as in one (.9263, .9261 of one half). No
# portion of press releases takes more than .4 GB; in portions of 3,000 the borders cost 4 % more time.
LINKS_A_PORTION = 4_000


@dataclass(frozen=True, slots=True)
class Portion:
    """Articles, ascending, of which the links with articles of higher ids are to be judged.

    `boilerplate` is what is known already of theirs and of the articles that they are linked with.
    """

    articles: tuple[str, ...]
    links: int
    boilerplate: Mapping[str, tuple[Span, ...]]


def judge_run(
    store: Store,
    run: int,
    settings: Settings,
    new: set[str] | None,
    found: set[Pair] | None,
    boilerplate: Mapping[str, tuple[Span, ...]],
    spread: Spread,
    report: Progress,
) -> tuple[int, int]:
    """Judge all that is connected with one of the articles `new` (None: everything); `spread` is an engine's map.

    Where `found` is given it names all pairs that share text: any other link is one no more, and is taken back.
    `boilerplate` is that of any articles, by id, that has been looked for already. Returns how many links were
    judged, and how many stayed as they were.
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
    tasks = [_portion(names, partners, boilerplate) for names in portions(partners, new, LINKS_A_PORTION)]
    total = sum(task.links for task in tasks)
    reviewed = reviewed_pairs(store)
    judged = 0
    results = spread(partial(judged_links, str(store.path), settings), tasks)
    for task, links in zip(tasks, results, strict=True):
        store.links.save_written(run, [link for link in links if frozenset((link.a, link.b)) not in reviewed])
        judged += task.links
        report("judging links", judged, total)
    return judged, len(pairs) - judged


@uncollected()
def judged_links(path: str, settings: Settings, portion: Portion) -> list[WrittenLink]:
    """The judged links between the portion's articles and those of higher ids, ascending."""
    place = place_of(path, settings)
    place.bench.forget()
    place.known.update(portion.boilerplate)
    held = {(stored.link.a, stored.link.b): stored for stored in place.store.links.iterate_stored(portion.articles)}
    own = set(portion.articles)
    asked = {pair: stored for pair, stored in held.items() if min(pair) in own}
    names = sorted({name for pair in held for name in pair})
    articles = place.store.articles.get_known(names)
    ignored = place.boilerplate([articles[name] for name in names])
    quotations = {name: place.bench.quotations(articles[name]) for name in names}
    passages = {pair: stored.link.passages for pair, stored in held.items()}
    judged = judge(articles, passages, settings.lineage, quotations, dict(zip(names, ignored, strict=True)), asked)
    return [written(_answer(judged.get(pair), stored.link), stored) for pair, stored in sorted(asked.items())]


def _answer(judged: Link | None, found: Link) -> Link:
    """The judgement of a link that was found, with what was measured of it; undetermined where there is none."""
    return replace(found, relation="undetermined", confidence=0.0) if judged is None else measured_as(judged, found)


def _portion(names: Sequence[str], partners: Partners, boilerplate: Mapping[str, tuple[Span, ...]]) -> Portion:
    everybody = set(names).union(*(partners[name] for name in names))
    return Portion(
        tuple(sorted(names)),
        sum(other > name for name in names for other in partners[name]),
        {name: boilerplate[name] for name in sorted(everybody) if name in boilerplate},
    )
