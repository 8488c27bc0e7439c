"""The judgement of news: what the reports of a whole event say of one pair, as utilities and as reasons.

The chances come from `provenance.events`, whose weights are fitted; nothing is weighed again here. What an article
says of its sources (agencies' marks, links) is added in `deciding`, since no labelled collection has enough of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from provenance.config.lineage import LineageSettings
from provenance.events.reports import Chances
from provenance.lineage.choice import BACKWARD, FORWARD, NAMED, SAME, UNSEEN
from provenance.lineage.credited_use import uses_what_it_credits
from provenance.lineage.deciding import Case, decide
from provenance.lineage.fitted_evidence import date_evidence
from provenance.lineage.mentions import mentions_of
from provenance.lineage.times import PairTimes, pair_times
from provenance.model import Article, Evidence, Favours, Link
from provenance.model.event_evidence import (
    FactsOfTwo,
    Lengths,
    OwnReport,
    QuotationsChosen,
    RivalSource,
    SentencesAlike,
    SentencesMeant,
    ThirdReport,
    Through,
    ToldElsewhere,
    WordingOfTwo,
)
from provenance.model.evidence_kinds import Arguments

# With fewer reports beside the two, what they share decides, and what the event says can only hold it back or call it
# one event: events of `corpus` have two to five reports, of which wording and speech tell 35 of 45 relations and the
# event 18; of BASIL's, with three, wording and speech accuse 13 of 135 pairs wrongly and the event none.
ENOUGH_REPORTS = 4
EVEN = 0.5
STRONG_CREDIT = 4.5  # nats: most of what is ascribed to the outlet of the other article is there
LONG_COPY = 40  # words of copied prose from which on the event does not hold back who took it
LEAST = 0.05  # nats: a reason that moves the odds by less than a twentieth is left out
# A source that is not archived, before an agency's mark speaks for it. Where the weights were fitted, such pairs were
# left out: of 193 in halved events none is called derived at .8.
UNSEEN_CHANCE = 0.01
# Part of "made from what an outlet printed under an agency's mark" that is "made from what the agency sent": in 9 of
# 9 links between outlets of which one had the mark it was the agency's text.
SENT = 0.9
SMALLEST = 1e-6
MOST_LEAD = 5.0  # nats


@dataclass(frozen=True, slots=True)
class EventOfPair:
    """What the reports of an event say of two of them, A and B, and the third report that both may come from."""

    chances: Chances
    third: Article | None = None


def news_utilities(
    chances: Chances, times: PairTimes, printed: tuple[str | None, str | None] = (None, None)
) -> NDArray[np.float64]:
    """The utilities of all five alternatives of `choice`. `printed`: the agencies whose text (A, B) only printed.

    Where the words that are shared may be newer than one of the articles, its date gives them no order.
    """
    forward, backward = chances.forward, chances.backward
    if chances.late:
        forward, backward = (forward if printed[0] else 0.0), (backward if printed[1] else 0.0)
    elif chances.dated and not times.ordered:
        either = forward + backward
        forward, backward = either * times.a_first, either * (1 - times.a_first)
    utilities = np.empty(5)
    utilities[FORWARD] = forward
    utilities[BACKWARD] = backward
    utilities[NAMED] = chances.common if chances.third else 0.0
    utilities[UNSEEN] = UNSEEN_CHANCE
    utilities[SAME] = chances.same
    return sent_by_agencies(np.log(np.maximum(utilities, SMALLEST)), printed, late=chances.late)


def sent_by_agencies(
    utilities: NDArray[np.float64], printed: tuple[str | None, str | None], *, late: bool = False
) -> NDArray[np.float64]:
    """The utilities with most of a direction given to a common source that is not archived, where its source only
    printed an agency's text (`printed`: which agency's, of A and B); all of it where it did so `late`, after the
    other had appeared."""
    part = 1 - SMALLEST if late else SENT
    sent = utilities.copy()
    for direction, agency in ((FORWARD, printed[0]), (BACKWARD, printed[1])):
        if agency is not None:
            sent[UNSEEN] = np.logaddexp(sent[UNSEEN], utilities[direction] + np.log(part))
            sent[direction] += np.log(1 - part)
    return sent


def news_evidence(chances: Chances, a: Article, b: Article) -> list[Evidence]:
    """The reasons of the likelier direction, of a third report, and of "both report one event"."""
    forward = chances.forward >= chances.backward
    side: Favours = "a" if forward else "b"
    derived = b if forward else a
    examples = tuple(dict.fromkeys(" ".join(derived.text[start:end].split()) for start, end in chances.of_two))
    sums = _sums(chances.reasons)
    others = chances.others
    made: Mapping[str, Arguments] = {
        "told": SentencesAlike(others),
        "meant": SentencesMeant(others),
        "gram": WordingOfTwo(others),
        "fact": FactsOfTwo(examples, others),
        "quote": QuotationsChosen(others),
        "size": Lengths(),
        "own": OwnReport(),
    }
    found = [
        Evidence(made[family], side if nats > 0 else "none", round(abs(nats), 3))
        for family, nats in sums.items()
        if family in made and abs(nats) >= LEAST
    ]
    if chances.rival is not None and abs(chances.behind) >= LEAST:
        ahead = -chances.behind
        rival = RivalSource(chances.rival, round(max(-MOST_LEAD, min(MOST_LEAD, ahead)), 3))
        found.append(Evidence(rival, side if ahead > 0 else "none", round(max(0.0, min(MOST_LEAD, ahead)), 3)))
    if chances.through is not None:
        found.append(Evidence(Through(chances.through), "none", 0.0))
    if chances.third is not None and chances.common >= LEAST:
        found.append(Evidence(ThirdReport(chances.third), "common", _nats(chances.common)))
    if chances.same >= 0.5:
        found.append(Evidence(ToldElsewhere(others), "none", _nats(chances.same)))
    found.sort(key=lambda each: (-each.weight, each.kind.name))
    return [each if each.favours != "none" else replace(each, weight=0.0) for each in found]


def doubts(event: EventOfPair, case: Case) -> bool:
    """Whether the few reports of an event that are known leave it open that one of two was made from the other.

    They do not where it ascribes to the other what that one says, and has that from there.
    """
    chances = event.chances
    if not chances.others or case.copied_words >= LONG_COPY or max(chances.forward, chances.backward) >= EVEN:
        return False
    if dict(chances.reasons).get("credit", 0.0) < STRONG_CREDIT:
        return True
    side = int(chances.forward >= chances.backward)
    source, derived = (case.a, case.b) if side else (case.b, case.a)
    return not uses_what_it_credits(source, derived, case.passages, side, case.agencies)


def without_passages(a: Article, b: Article, event: EventOfPair, settings: LineageSettings) -> Link:
    """The link of two reports of one event that share no passage."""
    times = pair_times(a, b, ((), ()), settings)
    case = Case(
        a=a,
        b=b,
        utilities=news_utilities(event.chances, times),
        fitted=(*news_evidence(event.chances, a, b), *date_evidence(times)),
        holder=event.third,
        mentions=(mentions_of(a), mentions_of(b)),
        ordered=times.ordered,
        copies=event.chances.copies,
    )
    return decide(case, settings)


def _sums(reasons: tuple[tuple[str, float], ...]) -> dict[str, float]:
    """The contributions of the measures of each family together; how many siblings there are is no reason."""
    sums: dict[str, float] = {}
    for column, nats in reasons:
        if column != "size_others":
            family = (
                column.removeprefix("early_").partition("_")[0] if "meant" in column else column.partition("_")[0]
            )
            sums[family] = sums.get(family, 0.0) + nats
    return sums


def _nats(probability: float) -> float:
    bounded = min(max(probability, SMALLEST), 1 - SMALLEST)
    return round(abs(float(np.log(bounded / (1 - bounded)))), 3)
