"""Judges the relation of articles that share passages: who took from whom, how sure we are, and why.

The same function serves one pair of files, one new article with its candidates, and a whole archive: it knows the
articles given and no others. Exact runs between any of them are found here, so that a third text that had a passage
first is seen whether or not its links were asked for. Dates, credits, wording and what became of quotations are
weighed together. Same texts, same settings, same answer, in any order. What may be asserted is decided in `deciding`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.config.lineage import LineageSettings
from provenance.lineage import weights
from provenance.lineage.agencies import Agencies, learn
from provenance.lineage.beliefs import Beliefs, believe
from provenance.lineage.choice import BACKWARD, FORWARD, NAMED, UNSEEN
from provenance.lineage.copies import has_copies, one_holder_a_text, unordered
from provenance.lineage.credits import Credits, find_credits
from provenance.lineage.deciding import Case, decide, only_footers
from provenance.lineage.features import describe, place_features
from provenance.lineage.fitted_evidence import (
    ENOUGH_WORDS,
    REASONS,
    believed_dates,
    common_evidence,
    date_evidence,
    direction_evidence,
    likely_order,
    reasons,
    thin_evidence,
    weights_evidence,
    widely_held_evidence,
)
from provenance.lineage.marks import resold
from provenance.lineage.mentions import Mentions, mentions_of, only_printed, weigh_mentions
from provenance.lineage.news import (
    ENOUGH_REPORTS,
    EventOfPair,
    doubts,
    news_evidence,
    news_utilities,
    without_passages,
)
from provenance.lineage.passage_table import PassageTable, SharedProse, shared_prose, tabulate
from provenance.lineage.runs import Runs, shared_runs
from provenance.lineage.speech import weigh_speech
from provenance.lineage.texts import Texts, lay_out, same_texts
from provenance.lineage.times import PairTimes, Times, chance_a_first, pair_times, times_of, trust, with_own_times
from provenance.lineage.voices import Voice
from provenance.model import Article, Evidence, Link, Passage, Quotation, Span
from provenance.model.evidence import PublicationTimes

Pair = tuple[str, str]

WORDING = np.array([entry.kind.from_wording for entry in REASONS])
DATES = [*REASONS].index(PublicationTimes)
UNKNOWN_KIND = 0.3  # factor on the log odds of wording among texts of a kind that its weights were never checked on


@dataclass(frozen=True, slots=True)
class World:
    """Everything that is computed over all texts of one judgement before single links are decided.

    `log_odds[i, j]` is what reason j of `fitted_evidence.REASONS` adds to "A is the source" against "B is" for pair i
    of `runs`, in nats; `rows` maps the two texts of a pair to i. `shares`, `same_words`, `small_words` and `prose`
    have one row per pair of `passages`. `resold` maps a third text that only ran an agency's text to the agency.
    `agencies` are those that these articles show.
    Among texts like those that the weights were fitted on it is empty, and `prose` is None.
    """

    articles: Mapping[str, Article]
    texts: Texts
    runs: Runs
    credits: Credits
    agencies: Agencies
    beliefs: Beliefs
    log_odds: NDArray[np.float64]
    rows: Mapping[tuple[int, int], int]
    mentions: Mapping[str, Mentions]
    voices: Mapping[str, Voice]
    resold: Mapping[str, str | None]
    passages: PassageTable
    shares: NDArray[np.float64]
    same_words: NDArray[np.float64]
    small_words: NDArray[np.float64]
    prose: SharedProse | None


def judge(
    articles: Mapping[str, Article],
    passages: Mapping[Pair, Sequence[Passage]],
    settings: LineageSettings | None = None,
    quotations: Mapping[str, Sequence[Quotation]] | None = None,
    boilerplate: Mapping[str, Sequence[Span]] | None = None,
    wanted: Collection[Pair] | None = None,
    events: Mapping[Pair, EventOfPair] | None = None,
) -> dict[Pair, Link]:
    """A link for every pair of `passages` that has any (only those `wanted`, where given), by pair, ascending.

    `articles` must hold both ends of every pair and may hold more: they are looked at as third texts. Passages are
    given with the first id as side A. `quotations` (by article id) tell who speaks; `boilerplate` names stretches
    that say nothing. `events` has what the reports of the event say of a pair (of `passages`, or without any): it
    decides among texts that are not of the kind of the posts. Raises SettingsError; KeyError for a pair whose
    article is missing.
    """
    settings = settings or LineageSettings()
    settings.validate()
    asked = {pair: tuple(sorted(passages[pair], key=_place)) for pair in sorted(passages) if passages[pair]}
    for pair in asked:
        for name in pair:
            if name not in articles:
                raise KeyError(name)
    events = events or {}
    bare = [pair for pair in sorted(events) if pair not in asked and (wanted is None or pair in wanted)]
    found = {pair: without_passages(articles[pair[0]], articles[pair[1]], events[pair], settings) for pair in bare}
    if asked:
        answered = asked if wanted is None else {pair: asked[pair] for pair in asked if pair in wanted}
        world = _world(articles, asked, answered, settings, quotations or {}, boilerplate or {})
        for pair, shared in answered.items():
            found[pair] = _link(world, pair, shared, settings, events.get(pair))
    return {pair: found[pair] for pair in sorted(found)}


def _world(
    articles: Mapping[str, Article],
    asked: Mapping[Pair, tuple[Passage, ...]],
    answered: Collection[Pair],
    settings: LineageSettings,
    quotations: Mapping[str, Sequence[Quotation]],
    boilerplate: Mapping[str, Sequence[Span]],
) -> World:
    texts = lay_out(articles, boilerplate)
    table = tabulate(texts, asked)
    times = _times(texts, articles, asked, settings)
    same = same_texts(texts)
    if has_copies(same):
        reprints = unordered(same, times)
        runs = one_holder_a_text(shared_runs(texts, settings, table.as_runs(), reprints), same, times)
    else:
        runs, reprints = shared_runs(texts, settings, table.as_runs()), same
    agencies = learn(articles[name] for name in texts.ids)
    credit = find_credits(texts, articles, runs.pairs, agencies)
    places = place_features(texts, runs, reprints)
    own = weights.ownership().probability(places)
    described = describe(texts, runs, places, own, same)
    del places
    beliefs = believe(described, times, credit.one_sided, settings)
    involved = sorted({name for pair in answered for name in pair})
    holders = [texts.ids[third] for third in np.unique(beliefs.third).tolist() if third >= 0]
    return World(
        articles=articles,
        texts=texts,
        runs=runs,
        credits=credit,
        agencies=agencies,
        beliefs=beliefs,
        log_odds=reasons(beliefs.contributions),
        rows={(a, b): row for row, (a, b) in enumerate(runs.pairs.tolist())},
        mentions={name: mentions_of(articles[name], agencies) for name in involved},
        voices={name: Voice(articles[name], quotations.get(name, ())) for name in involved},
        resold={} if beliefs.check.same_kind else {name: resold(articles[name], agencies) for name in holders},
        passages=table,
        shares=table.shares(articles),
        same_words=table.same_words(articles),
        small_words=table.small_words(),
        prose=None if beliefs.check.same_kind else shared_prose(table, quotations, same),
    )


def _times(
    texts: Texts,
    articles: Mapping[str, Article],
    asked: Mapping[Pair, tuple[Passage, ...]],
    settings: LineageSettings,
) -> Times:
    """The times of all texts, and of what pairs share where a text was written over hours."""
    found = [articles[name] for name in texts.ids]
    passages = {
        (texts.index[a], texts.index[b]): [(each.match.a, each.match.b) for each in shared]
        for (a, b), shared in asked.items()
    }
    return with_own_times(times_of(found, settings), found, passages, settings)


def _place(passage: Passage) -> tuple[Span, Span]:
    return passage.match.a, passage.match.b


def _link(
    world: World,
    pair: Pair,
    passages: tuple[Passage, ...],
    settings: LineageSettings,
    event: EventOfPair | None,
) -> Link:
    a, b = world.articles[pair[0]], world.articles[pair[1]]
    place = world.passages.row[pair]
    shares = _both(world.shares[place])
    one, two = world.texts.index[pair[0]], world.texts.index[pair[1]]
    row = world.rows.get((min(one, two), max(one, two)))
    if row is None:
        return only_footers(a, b, passages, shares)
    utilities = world.beliefs.utilities[row].copy()
    nats = world.log_odds[row]
    named = (_named(world, row, 0), _named(world, row, 1))
    if one > two:
        utilities[[FORWARD, BACKWARD]] = utilities[[BACKWARD, FORWARD]]
        nats, named = -nats, (named[1], named[0])
    check, regime = world.beliefs.check, int(world.beliefs.regime[row])
    times = pair_times(a, b, ([each.match.a for each in passages], [each.match.b for each in passages]), settings)
    trusted = trust(a) * trust(b)
    utilities, nats = _less_dated(utilities, nats, trusted)
    third, naming = int(world.beliefs.third[row]), float(world.beliefs.naming[row])
    holder = world.articles[world.texts.ids[third]] if third >= 0 else None
    mentions = (world.mentions[a.id], world.mentions[b.id])
    voices = (world.voices[a.id], world.voices[b.id])
    undated = weights.REGIMES[regime] == "undated"
    if not (check.trusted if undated else check.shipped):
        utilities, nats = _less_wording(utilities, nats)
    if world.prose is not None and event is not None and event.chances.others >= ENOUGH_REPORTS:
        return _news_link(world, pair, passages, settings, event, row, times)
    # Newsgroup posts quote agency texts from each other, marks included, so that the marks are no evidence there.
    copied, others, common, copied_words = 0.0, 0.0, list[Evidence](), 0
    if world.prose is not None:
        copied_words = int(world.prose.copied_words[place])
        copied = min(1.0, copied_words / ENOUGH_WORDS)
        others = float(world.prose.other_holders[place])
        first = None if undated else copied * _first_held(world, row, holder, a, b, settings)
        _another_kind(utilities, holder is not None, first, credited=any(named))
        common = thin_evidence(_both(world.small_words[place]))
        if not any(named):
            common += widely_held_evidence(others, copied)
    case = Case(
        a=a,
        b=b,
        passages=passages,
        shares=shares,
        same_words=_both(world.same_words[place]),
        utilities=utilities,
        fitted=(
            *direction_evidence(times, nats.tolist(), named),
            *date_evidence(times, decided=abs(float(nats[0])) > 0),
            *common_evidence(utilities.tolist(), holder, naming),
        ),
        argued=(
            *weigh_speech(*voices, passages, any(named), weights.news(), others),
            *likely_order(times, trusted),
            *common,
            *weigh_mentions(a, b, mentions, weights.news(), copied, world.agencies),
        ),
        about=weights_evidence(regime, check),
        holder=holder,
        naming=naming,
        holder_agency=None if holder is None else world.resold.get(holder.id),
        named=named,
        mentions=mentions,
        agencies=world.agencies,
        unsure=not check.trusted and not world.beliefs.ordered[row],
        ordered=times.ordered,
        open_order=times.open,
        doubted=world.prose is not None and event is not None and doubts(event, copied_words),
    )
    link = decide(case, settings)
    if world.prose is None or event is None or not event.chances.others or link.relation != "undetermined":
        return link
    one_event = event.chances.same >= settings.reporting_confidence
    return _news_link(world, pair, passages, settings, event, row, times) if one_event else link


def _news_link(
    world: World,
    pair: Pair,
    passages: tuple[Passage, ...],
    settings: LineageSettings,
    event: EventOfPair,
    row: int,
    times: PairTimes,
) -> Link:
    """The link of two reports of one event: the event's chances, and what the two say of their sources."""
    a, b = world.articles[pair[0]], world.articles[pair[1]]
    place = world.passages.row[pair]
    prose = world.prose
    assert prose is not None  # noqa: S101 (news is no kind of text that the other weights were fitted on)
    copied = min(1.0, int(prose.copied_words[place]) / ENOUGH_WORDS)
    sides = (0, 1) if world.texts.index[a.id] < world.texts.index[b.id] else (1, 0)
    named = (_named(world, row, sides[0]), _named(world, row, sides[1]))
    mentions = (world.mentions[a.id], world.mentions[b.id])
    case = Case(
        a=a,
        b=b,
        passages=passages,
        shares=_both(world.shares[place]),
        same_words=_both(world.same_words[place]),
        utilities=news_utilities(event.chances, times, only_printed(a, b, mentions, world.agencies)),
        fitted=(*news_evidence(event.chances, a, b), *date_evidence(times)),
        argued=tuple(weigh_mentions(a, b, mentions, weights.news(), copied, world.agencies)),
        about=None,
        holder=event.third,
        naming=1.0,
        holder_agency=None,
        named=named,
        mentions=mentions,
        agencies=world.agencies,
        unsure=False,
        ordered=times.ordered,
        open_order=times.open,
        copied_words=int(prose.copied_words[place]),
        ordering=(
            *weigh_speech(
                world.voices[a.id],
                world.voices[b.id],
                passages,
                any(named),
                weights.news(),
                float(prose.other_holders[place]),
            ),
            *likely_order(times, trust(a) * trust(b)),
        ),
    )
    return decide(case, settings)


def _less_wording(
    utilities: NDArray[np.float64], nats: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Reduce the log odds of wording (not of dates and credits) among texts of a kind that it was never checked on.

    The probability of either direction together against a common source stays the same.
    """
    return _directed(utilities, np.where(WORDING, UNKNOWN_KIND * nats, nats))


def _less_dated(
    utilities: NDArray[np.float64], nats: NDArray[np.float64], trusted: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Reduce the log odds of dates to what they deserve by the way in which they were got (`trusted`, 0 to 1)."""
    believed = believed_dates(float(nats[DATES]), trusted)
    if believed == nats[DATES]:
        return utilities, nats
    changed = nats.copy()
    changed[DATES] = believed
    return _directed(utilities, changed)


def _directed(
    utilities: NDArray[np.float64], nats: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The utilities with these log odds of one direction against the other, and the log odds."""
    difference = float(nats.sum())
    either = np.logaddexp(utilities[FORWARD], utilities[BACKWARD])
    changed = utilities.copy()
    changed[FORWARD] = either - np.logaddexp(0.0, -difference)
    changed[BACKWARD] = either - np.logaddexp(0.0, difference)
    return changed, nats


def _both(values: NDArray[np.float64]) -> tuple[float, float]:
    return float(values[0]), float(values[1])


def _first_held(
    world: World, row: int, holder: Article | None, a: Article, b: Article, settings: LineageSettings
) -> float:
    """Part of the shared words that the third text held first, counting how likely an order within a day is."""
    first = float(world.beliefs.third_first[row])
    if holder and holder.published and a.published and b.published:
        chance = chance_a_first(holder, a, settings) * chance_a_first(holder, b, settings)
        first = max(first, chance * float(world.beliefs.third_held[row]))
    return first


def _another_kind(utilities: NDArray[np.float64], has_holder: bool, first: float | None, *, credited: bool) -> None:
    """Replace the prior of a common source, which was fitted on newsgroup posts, by an argued one for other kinds.

    `first` is the part of the shared words of which the third text is the earliest known holder, None without dates.
    """
    argued = weights.news()
    either = np.logaddexp(utilities[FORWARD], utilities[BACKWARD])
    utilities[UNSEEN] = either + argued["unseen_source"] - (argued["credit_seen"] if credited else 0.0)
    if not has_holder:
        utilities[NAMED] = -np.inf
    elif first is not None:
        utilities[NAMED] = either + argued["later_holder"] + argued["earliest_holder"] * first


def _named(world: World, row: int, side: int) -> str | None:
    """The words of text `side` (in ascending order of the pair) at which the other's author or outlet is named."""
    place = int(world.credits.place[row, side])
    if place < 0:
        return None
    text = int(world.runs.pairs[row, side])
    article = world.articles[world.texts.ids[text]]
    last = min(place + int(world.credits.length[row, side]), world.texts.length(text))
    return " ".join(world.texts.span_of(text, place, last).of(article.text).split())
