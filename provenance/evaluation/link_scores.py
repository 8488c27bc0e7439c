"""Scores of the posts: forced answers, sources named, calibration, abstention, over gold relations that share text.

Results are plain data; nothing is printed. Forced figures take the likeliest relation of every link, so links are
best judged with a reporting confidence of 0. What is asserted, relation by relation, is in `relation_scores`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from provenance.evaluation.gold import GoldLink
from provenance.model import Link
from provenance.model.evidence import CommonSourceNamed

RELATIONS = ("derived", "near_duplicate", "common_source", "mixed_common_source", "hidden_common_source")
BINS = 10

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """Answers with a confidence in [low, high): how many, how sure on average, how many of them right."""

    low: float
    high: float
    answers: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class LinkScores:
    """Shares of gold relations, unless it says otherwise.

    `confusion[relation][answer]` counts forced answers: "right", "wrong way", "derived", "common source", "none" and
    "not linked". `answered`, `right_of_answered` and `answered_confusion` speak of answers at or above `confidence`.
    `named_right` is the share of "common_source" relations whose named source is right, forced; `named_at` and
    `right_of_named` speak of names given with `confidence` or more.
    """

    gold: int
    linked: float
    right: float
    derived_right: float
    derived_wrong_way: float
    named_right: float
    confidence: float
    answered: float
    right_of_answered: float
    wrong_way_answered: float
    named_at: int
    right_of_named: float
    hidden_as_derived: float
    calibration_error: float
    calibration: tuple[CalibrationBin, ...]
    confusion: Mapping[str, Mapping[str, int]]
    answered_confusion: Mapping[str, Mapping[str, int]]


def score_links(gold: Iterable[GoldLink], links: Mapping[Pair, Link], confidence: float = 0.8) -> LinkScores:
    """Compare links, keyed by pairs of ids in either order, with gold relations of which something was taken.

    Right is one of three: A derives from B, B from A, a common source (whichever); of near duplicates that they are
    said to be some, with the source that gold names, if any. A pair without a link counts as
    a wrong answer of confidence 0 and as not answered.
    """
    tables: dict[str, Counter[str]] = {relation: Counter() for relation in RELATIONS}
    sure_tables: dict[str, Counter[str]] = {relation: Counter() for relation in RELATIONS}
    answers: list[tuple[float, bool]] = []
    linked = named_at = named_right_at = named_right = 0
    total: Counter[str] = Counter()
    for each in gold:
        if each.relation not in RELATIONS:
            continue
        total[each.relation] += 1
        link = links.get((each.a, each.b)) or links.get((each.b, each.a))
        if link is None:
            tables[each.relation]["not linked"] += 1
            sure_tables[each.relation]["not answered"] += 1
            answers.append((0.0, False))
            continue
        linked += 1
        answer = _answer(each, link)
        right = answer == "right"
        tables[each.relation][answer] += 1
        sure = link.confidence >= confidence
        sure_tables[each.relation][answer if sure else "not answered"] += 1
        answers.append((link.confidence, right))
        name_is_right = link.common_source in each.sources
        named_right += each.relation == "common_source" and right and name_is_right
        if named_with(link) * link.confidence >= confidence and link.likeliest == "common_source":
            named_at += 1
            named_right_at += name_is_right
    count = sum(total.values())
    answered = sum(at >= confidence for at, _ in answers)
    bins = calibration_table(answers)
    return LinkScores(
        gold=count,
        linked=_share(linked, count),
        right=_share(sum(right for _, right in answers), count),
        derived_right=_share(tables["derived"]["right"], total["derived"]),
        derived_wrong_way=_share(tables["derived"]["wrong way"], total["derived"]),
        named_right=_share(named_right, total["common_source"]),
        confidence=confidence,
        answered=_share(answered, count),
        right_of_answered=_share(sum(right for at, right in answers if at >= confidence), answered),
        wrong_way_answered=_share(sure_tables["derived"]["wrong way"], total["derived"]),
        named_at=named_at,
        right_of_named=_share(named_right_at, named_at),
        hidden_as_derived=_share(sure_tables["hidden_common_source"]["derived"], total["hidden_common_source"]),
        calibration_error=sum(each.answers * abs(each.confidence - each.right) for each in bins) / max(1, count),
        calibration=bins,
        confusion={relation: dict(sorted(table.items())) for relation, table in tables.items()},
        answered_confusion={relation: dict(sorted(table.items())) for relation, table in sure_tables.items()},
    )


def named_with(link: Link) -> float:
    """Confidence in the name of a link's common source, if there is one at all; its evidence gives it in nats."""
    for each in link.evidence:
        if each.kind is CommonSourceNamed.kind:
            return 1 / (1 + math.exp(-each.weight))
    return 0.0


def calibration_table(answers: Iterable[tuple[float, bool]]) -> tuple[CalibrationBin, ...]:
    """Ten bins of equal width over (confidence, right); empty ones are left out."""
    rows: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in answers:
        rows.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, right))
    return tuple(
        CalibrationBin(
            low=number / BINS,
            high=(number + 1) / BINS,
            answers=len(row),
            confidence=sum(confidence for confidence, _ in row) / len(row),
            right=sum(right for _, right in row) / len(row),
        )
        for number, row in sorted(rows.items())
    )


def _answer(gold: GoldLink, link: Link) -> str:
    """The forced answer of a link, named by how it compares with the gold relation."""
    sources = {"a->b": link.a, "b->a": link.b}
    if gold.relation == "near_duplicate":
        if link.relation != "near_duplicate":
            answers = {"common_source": "common source", "none": "none", "same_event": "none"}
            return answers.get(link.likeliest, "derived")
        return "right" if gold.source in (None, link.source) else "none" if link.source is None else "wrong way"
    if link.likeliest in ("none", "same_event"):
        return "none"
    if link.likeliest == "common_source":
        return "common source" if gold.relation == "derived" else "right"
    if gold.relation != "derived":
        return "derived"
    return "right" if sources[link.likeliest] == gold.source else "wrong way"


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
