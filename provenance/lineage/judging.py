"""Judges the relation of articles that share passages: who took from whom, how sure we are, and why.

The same function serves one pair of files, one new article with its candidates, and a whole archive: it knows the
articles given and no others. Exact runs between any of them are found (`world`), so that a third text that had a
passage first is seen whether or not its links were asked for. A pair is weighed by its passages (dates, credits,
wording, what became of quotations) or, among enough reports of one event, by what the event says of it. Same texts,
same settings, same answer, in any order. What may be asserted is decided in `deciding`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from provenance.config.lineage import LineageSettings
from provenance.lineage import weights
from provenance.lineage.agency_texts import only_printed
from provenance.lineage.choice import BACKWARD, FORWARD, NAMED, UNSEEN
from provenance.lineage.deciding import Case, decide, only_footers
from provenance.lineage.disguise import weigh_disguise
from provenance.lineage.fitted_evidence import (
    ENOUGH_WORDS,
    REASONS,
    believed_dates,
    common_evidence,
    date_evidence,
    direction_evidence,
    likely_order,
    thin_evidence,
    weights_evidence,
    widely_held_evidence,
)
from provenance.lineage.mentions import weigh_mentions
from provenance.lineage.news import (
    ENOUGH_REPORTS,
    EventOfPair,
    doubts,
    news_evidence,
    news_utilities,
    without_passages,
)
from provenance.lineage.readings import Readings
from provenance.lineage.speech import weigh_speech
from provenance.lineage.times import PairTimes, chance_a_first, pair_times, trust
from provenance.lineage.wording_check import Check, WordingSample
from provenance.lineage.world import Pair, World, sample_of, world_of
from provenance.model import Article, Evidence, Link, Passage, Quotation, Span
from provenance.model.evidence import PublicationTimes

WORDING = np.array([entry.kind.from_wording for entry in REASONS])
DATES = [*REASONS].index(PublicationTimes)
UNKNOWN_KIND = 0.3  # factor on the log odds of wording among texts of a kind that its weights were never checked on


def judge(
    articles: Mapping[str, Article],
    passages: Mapping[Pair, Sequence[Passage]],
    settings: LineageSettings | None = None,
    quotations: Mapping[str, Sequence[Quotation]] | None = None,
    boilerplate: Mapping[str, Sequence[Span]] | None = None,
    wanted: Collection[Pair] | None = None,
    events: Mapping[Pair, EventOfPair] | None = None,
    check: Check | None = None,
    readings: Readings | None = None,
) -> dict[Pair, Link]:
    """A link for every pair of `passages` that has any (only those `wanted`, where given), by pair, ascending.

    `articles` must hold both ends of every pair and may hold more: they are looked at as third texts. Passages are
    given with the first id as side A. `quotations` (by article id) tell who speaks; `boilerplate` names stretches
    that say nothing. `events` has what the reports of the event say of a pair (of `passages`, or without any): it
    decides among texts that are not of the kind of the posts. `check` says whether the weights for wording hold for
    the archive; without it they are checked on these articles. `readings` keeps what is read of articles for other
    judgements. Raises SettingsError; KeyError for a pair whose article is missing.
    """
    settings = settings or LineageSettings()
    settings.validate()
    asked = _in_order(passages)
    for pair in asked:
        for name in pair:
            if name not in articles:
                raise KeyError(name)
    events = events or {}
    bare = [pair for pair in sorted(events) if pair not in asked and (wanted is None or pair in wanted)]
    found = {pair: without_passages(articles[pair[0]], articles[pair[1]], events[pair], settings) for pair in bare}
    if asked:
        answered = asked if wanted is None else {pair: asked[pair] for pair in asked if pair in wanted}
        world = world_of(articles, asked, answered, settings, quotations or {}, boilerplate or {}, check, readings)
        for pair, shared in answered.items():
            found[pair] = _link(world, pair, shared, settings, events.get(pair))
    return {pair: found[pair] for pair in sorted(found)}


def wording_of(
    articles: Mapping[str, Article],
    passages: Mapping[Pair, Sequence[Passage]],
    sampled: Collection[Pair],
    settings: LineageSettings,
    boilerplate: Mapping[str, Sequence[Span]],
    readings: Readings | None = None,
) -> WordingSample:
    """The `sampled` pairs as wording alone sees them, for the check of an archive; the rest as for `judge`."""
    return sample_of(articles, _in_order(passages), sampled, settings, boilerplate, readings)


def _in_order(passages: Mapping[Pair, Sequence[Passage]]) -> dict[Pair, tuple[Passage, ...]]:
    return {pair: tuple(sorted(passages[pair], key=_place)) for pair in sorted(passages) if passages[pair]}


def _place(passage: Passage) -> tuple[Span, Span]:
    return passage.match.a, passage.match.b


def _link(
    world: World,
    pair: Pair,
    passages: tuple[Passage, ...],
    settings: LineageSettings,
    event: EventOfPair | None,
) -> Link:
    """The link of a pair by its passages, or by the reports of its event: where there are enough of them, or where
    the passages leave it open and the event does not."""
    a, b = world.articles[pair[0]], world.articles[pair[1]]
    place = world.passages.row[pair]
    shares = _both(world.shares[place])
    row = world.row(pair)
    if row is None:
        return only_footers(a, b, passages, shares)
    times = pair_times(a, b, ([each.match.a for each in passages], [each.match.b for each in passages]), settings)
    named = tuple(world.named(row[0], side) for side in (0, 1))
    prose = world.prose  # None among texts like the posts, which the event's weights know nothing of
    case = Case(
        a=a,
        b=b,
        passages=passages,
        shares=shares,
        same_words=_both(world.same_words[place]),
        named=(named[1], named[0]) if row[1] else (named[0], named[1]),
        mentions=(world.mentions[a.id], world.mentions[b.id]),
        agencies=world.agencies,
        ordered=times.ordered,
        open_order=times.open,
        copied_words=0 if prose is None else int(prose.copied_words[place]),
        other_holders=0.0 if prose is None else float(prose.other_holders[place]),
    )
    if event is not None:
        case = replace(case, copies=event.chances.copies)
    if prose is None or event is None:
        return decide(_by_passages(world, case, row, times, settings), settings)
    others = event.chances.others
    if others < ENOUGH_REPORTS:
        found = replace(case, doubted=doubts(event, case))
        link = decide(_by_passages(world, found, row, times, settings), settings)
        one_event = others > 0 and event.chances.same >= settings.reporting_confidence
        if link.relation != "undetermined" or not one_event:
            return link
    return decide(_by_event(world, case, event, times), settings)


def _by_passages(
    world: World, case: Case, row: tuple[int, bool], times: PairTimes, settings: LineageSettings
) -> Case:
    """A case weighed by what the two share: fitted weights, and argued ones where those were fitted on another kind
    of text."""
    place, swapped = row
    a, b, named, voices = case.a, case.b, case.named, world.voices_of(case.a, case.b)
    utilities, nats = world.beliefs.utilities[place].copy(), world.log_odds[place]
    if swapped:
        utilities[[FORWARD, BACKWARD]] = utilities[[BACKWARD, FORWARD]]
        nats = -nats
    check, regime = world.beliefs.check, int(world.beliefs.regime[place])
    trusted = trust(a) * trust(b)
    utilities, nats = _less_dated(utilities, nats, trusted)
    third, naming = int(world.beliefs.third[place]), float(world.beliefs.naming[place])
    holder = world.articles[world.texts.ids[third]] if third >= 0 else None
    undated = weights.REGIMES[regime] == "undated"
    if not (check.trusted if undated else check.shipped):
        utilities, nats = _less_wording(utilities, nats)
    # Newsgroup posts quote agency texts from each other, marks included, so that the marks are no evidence there.
    copied, common = 0.0, list[Evidence]()
    if world.prose is not None:
        copied = min(1.0, case.copied_words / ENOUGH_WORDS)
        first = None if undated else copied * _first_held(world, place, holder, a, b, settings)
        _another_kind(utilities, holder is not None, first, credited=any(named))
        common = thin_evidence(_both(world.small_words[world.passages.row[a.id, b.id]]))
        if not any(named):
            common += widely_held_evidence(case.other_holders, copied)
    return replace(
        case,
        utilities=utilities,
        fitted=(
            *direction_evidence(times, nats.tolist(), named),
            *date_evidence(times, decided=abs(float(nats[0])) > 0),
            *common_evidence(utilities.tolist(), holder, naming),
        ),
        argued=(
            *weigh_speech(*voices, case.passages, any(named), weights.news(), case.other_holders),
            *likely_order(times, trusted),
            *common,
            *weigh_mentions(a, b, case.mentions, weights.news(), copied, world.agencies, retold=True),
            *weigh_disguise(world.disguised[a.id], world.disguised[b.id], weights.news()),
        ),
        about=weights_evidence(regime, check),
        holder=holder,
        naming=naming,
        holder_agency=None if holder is None else world.resold.get(holder.id),
        unsure=not check.trusted and not world.beliefs.ordered[place],
    )


def _by_event(world: World, case: Case, event: EventOfPair, times: PairTimes) -> Case:
    """A case weighed by what the reports of the event say of it, and by what the two say of their sources."""
    a, b, voices = case.a, case.b, world.voices_of(case.a, case.b)
    copied = min(1.0, case.copied_words / ENOUGH_WORDS)
    printed = only_printed(a, b, case.mentions, case.agencies) if event.chances.sent else (None, None)
    speech = weigh_speech(*voices, case.passages, any(case.named), weights.news(), case.other_holders)
    return replace(
        case,
        utilities=news_utilities(event.chances, times, printed),
        fitted=(*news_evidence(event.chances, a, b), *date_evidence(times)),
        argued=(
            *weigh_mentions(a, b, case.mentions, weights.news(), copied, case.agencies),
            *weigh_disguise(world.disguised[a.id], world.disguised[b.id], weights.news()),
        ),
        holder=event.third,
        ordering=(*speech, *likely_order(times, trust(a) * trust(b))),
        printed=printed,
    )


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
