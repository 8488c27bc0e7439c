"""What a copy would have to look like to be found in this archive, measured: `provenance calibrate`.

Edited copies of passages of archived articles are planted in new texts, alone or inside the text of another article,
and looked for with the candidates, boilerplate and alignment of a check. Scrambled passages, which are copies of
nothing, show how often something is found where nothing is. The archive's articles are read and never changed; what
was measured is stored in one step at the end, so that an interruption leaves nothing half done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from random import Random

from provenance.comparison.workbench import Workbench
from provenance.config.detection import LEAST_ARTICLES, DetectionSettings
from provenance.config.settings import Settings
from provenance.detection.bounds import lower_bounds
from provenance.detection.planting import PlantedText, alone, edited, inside, passage_of, scrambled, words_in
from provenance.errors import ArchiveError
from provenance.model import Article, Span
from provenance.model.detection import Detection, Place, Planted, Scrambled
from provenance.model.progress import Progress
from provenance.model.text_parts import overlap, union
from provenance.retrieval.boilerplate_lookup import Recogniser
from provenance.retrieval.candidates import candidates_all
from provenance.store import Store
from provenance.text.tokens import tokenise
from provenance.usecases.searched import detection_rules

POOL = 2_000  # articles that passages, hosts and foreign words are drawn from, in memory at a time
FOREIGN = 40  # words that each of them lends, so that no long article's words prevail
BATCH = 50  # planted texts whose candidates are looked up together
TRIES = 20  # draws of a passage until one is found that is no boilerplate
PLACES: tuple[Place, ...] = ("alone", "inside")
COVERED = 0.5  # part of a planted passage that must be covered for it to count as found
BOILERPLATE = 0.2  # part of a passage that may be boilerplate, which no check reports


@dataclass(frozen=True, slots=True)
class Pool:
    """Archived articles with the number of words of each body, ascending by id, and words that edits bring in."""

    articles: tuple[Article, ...]
    words: tuple[int, ...]
    foreign: tuple[str, ...]

    def of_at_least(self, words: int) -> list[Article]:
        """The articles whose body has so many words."""
        return [article for article, count in zip(self.articles, self.words, strict=True) if count >= words]


@dataclass(frozen=True, slots=True)
class Plant:
    """One planted text: as a new article, where the passage is in it, and where that comes from (None: nowhere)."""

    article: Article
    span: Span
    host: str | None
    source: Article | None = None
    passage: Span | None = None


def calibrate(
    store: Store,
    settings: Settings | None = None,
    detection: DetectionSettings | None = None,
    on_progress: Progress | None = None,
) -> Detection:
    """Measure which copies are found, store that, and return it; the same archive and settings give the same counts.

    Raises ArchiveError where the archive has fewer than `LEAST_ARTICLES` articles that a passage can be taken from.
    """
    settings, detection = settings or Settings.of(), detection or DetectionSettings()
    detection.validate()
    pool = _pool(store, detection)
    bench = Workbench(settings, Recogniser(store, settings.fingerprint))
    forms = [(place, words, kept) for place in PLACES for words in detection.words for kept in detection.kept]
    controls = [(place, words) for place in PLACES for words in detection.words]
    total, done = (len(forms) + len(controls)) * detection.sample, 0
    report = on_progress or (lambda _stage, _done, _total: None)
    copies: dict[Place, dict[tuple[int, float], tuple[int, int]]] = {place: {} for place in PLACES}
    for place, words, kept in forms:
        report("looking for planted copies", done, total)
        plants = [*_copies(pool, bench, detection, place, words, kept)]
        copies[place][words, kept] = (_found(store, bench, plants), len(plants))
        done += detection.sample
    false: dict[Place, list[tuple[int, int]]] = {place: [] for place in PLACES}
    for place, words in controls:
        report("looking for scrambled passages", done, total)
        plants = [*_controls(pool, detection, place, words)]
        false[place].append((_found(store, bench, plants), len(plants)))
        done += detection.sample
    measured = Detection(
        measured=datetime.now(UTC).date().isoformat(),
        profile=settings.profile,
        rules=detection_rules(settings),
        articles=store.articles.count(),
        sample=detection.sample,
        seed=detection.seed,
        copies=tuple(row for place in PLACES for row in _rows(place, copies[place])),
        controls=tuple(
            Scrambled(place, sum(of for _, of in false[place]), sum(found for found, _ in false[place]))
            for place in PLACES
        ),
    )
    store.detection.write(measured)
    return measured


def _chance(detection: DetectionSettings, *purpose: str | float) -> Random:
    """A generator that depends on nothing but the seed and what it is for."""
    return Random(" ".join(map(str, (detection.seed, *purpose))))  # noqa: S311 (nothing secret is drawn)


def _rows(place: Place, counts: dict[tuple[int, float], tuple[int, int]]) -> Iterator[Planted]:
    counts = {form: count for form, count in counts.items() if count[1]}
    for (words, kept), bound in lower_bounds(counts).items():
        found, planted = counts[words, kept]
        yield Planted(place, words, kept, planted, found, round(bound, 4))


def _pool(store: Store, detection: DetectionSettings) -> Pool:
    ids = sorted(store.articles.ids(store.articles.all_numbers().tolist()))
    chance = _chance(detection, "pool")
    names = sorted(chance.sample(ids, min(POOL, len(ids))))
    counted = [
        (article, len(tokenise(article.text, article.body))) for article in store.articles.get_known(names).values()
    ]
    counted = [(article, words) for article, words in counted if words >= detection.words[0]]
    if len(counted) < LEAST_ARTICLES:
        raise ArchiveError(
            f"{store.path} has {len(counted)} articles of {detection.words[0]} words or more; calibrating takes at "
            f"least {LEAST_ARTICLES}, whose passages are planted in each other"
        )
    foreign: list[str] = []
    for article, words in counted:
        foreign += chance.sample(words_in(article), min(FOREIGN, words))
    articles, lengths = zip(*counted, strict=True)
    return Pool(articles, lengths, tuple(foreign))


def _copies(
    pool: Pool, bench: Workbench, detection: DetectionSettings, place: Place, words: int, kept: float
) -> Iterator[Plant]:
    """Edited copies of one form; none where no article of the pool is long enough."""
    sources, hosts = pool.of_at_least(words), pool.of_at_least(detection.lone_words) or list(pool.articles)
    for number in range(detection.sample if sources else 0):
        chance = _chance(detection, place, words, kept, number)
        for _ in range(TRIES):
            source = chance.choice(sources)
            passage = passage_of(source, words, chance)
            if passage and overlap([passage], union(bench.ready(source).ignored)) <= BOILERPLATE * passage.length:
                copy = edited(source.text, passage, kept, pool.foreign, chance)
                yield replace(_planted(place, copy, number, hosts, source, chance), source=source, passage=passage)
                break


def _controls(pool: Pool, detection: DetectionSettings, place: Place, words: int) -> Iterator[Plant]:
    """Scrambled passages of one length."""
    hosts = pool.of_at_least(detection.lone_words) or list(pool.articles)
    for number in range(detection.sample):
        chance = _chance(detection, "control", place, words, number)
        yield _planted(place, scrambled(words, pool.foreign, chance), number, hosts, None, chance)


def _planted(
    place: Place, copy: str, number: int, hosts: Sequence[Article], source: Article | None, chance: Random
) -> Plant:
    if place == "alone":
        text = alone(copy)
        return Plant(Article(f"\0planted {number}", text.text, text.span), text.span, None)
    host = chance.choice([host for host in hosts if source is None or host.id != source.id])
    text = inside(host, copy, chance)
    return Plant(_in_host(host, text), text.span, host.id)


def _in_host(host: Article, planted: PlantedText) -> Article:
    """The host as a new article with the passage in its body."""
    longer = len(planted.text) - len(host.text)
    return replace(host, text=planted.text, body=Span(host.body.start, host.body.end + longer))


def _found(store: Store, bench: Workbench, plants: Sequence[Plant]) -> int:
    """How many of the planted passages a check would report: copies by their source, controls by anything."""
    count = 0
    for start in range(0, len(plants), BATCH):
        batch = plants[start : start + BATCH]
        articles, hosts = [plant.article for plant in batch], [[plant.host] if plant.host else [] for plant in batch]
        found = candidates_all(store, articles, bench.settings.fingerprint, hosts)
        for plant, each in zip(batch, found, strict=True):
            names = [candidate.article for candidate in each.candidates]
            if plant.source is not None:
                others = [plant.source] if plant.source.id in names else []
            else:
                others = list(store.articles.get_known(names).values())
            bench.ready_all([plant.article, *others])
            count += _reported(bench, plant, others)
    return count


def _reported(bench: Workbench, plant: Plant, others: Sequence[Article]) -> bool:
    """Whether passages cover the planted one: those of its source, at the place that it was taken from."""
    for other in others:
        matches = [passage.match for passage in bench.passages(plant.article, other)]
        if plant.passage is not None:
            matches = [match for match in matches if match.b.overlap(plant.passage)]
        else:  # a passage around the control, of the host's own relatives, is no finding of the control
            matches = [match for match in matches if match.a.overlap(plant.span) >= COVERED * match.a.length]
        if overlap(union([match.a for match in matches]), [plant.span]) >= COVERED * plant.span.length:
            return True
    return False
