"""How far what is asserted can be believed, one row per gold relation: right, the wrong way, false, not answered.

Links are read at a reporting confidence, as people see them. What is said of pairs of which nothing was taken counts
apart: those assertions are accusations without ground. Results are plain data; nothing is printed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from provenance.evaluation.gold import NOTHING_TAKEN, RELATIONS, GoldLink
from provenance.evaluation.link_scores import CalibrationBin, calibration_table
from provenance.lineage.limits import at_confidence
from provenance.model import Link

Pair = tuple[str, str]
Answer = Literal[
    "right", "wrong way", "derived", "near duplicate", "common source", "same event", "undetermined", "not linked"
]
ANSWERS: tuple[Answer, ...] = (
    "right", "wrong way", "derived", "near duplicate", "common source", "same event", "undetermined", "not linked",
)  # fmt: skip
ASSERTED: tuple[Answer, ...] = ("derived", "near duplicate", "common source")
NO_ANSWER: tuple[Answer, ...] = ("undetermined", "not linked")


@dataclass(frozen=True, slots=True)
class RelationScore:
    """The pairs of one gold relation: `answers` counts each `Answer` that occurs, those that are wrong by what they
    say. `false` counts, of pairs of which nothing was taken, those that are asserted as related otherwise than by
    their event; of a common source, those called derived, which accuse the wrong one."""

    relation: str
    pairs: int
    answered: int
    right: int
    wrong_way: int
    false: int
    answers: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Scores:
    """`relations` are those that the gold has, in the order of `RELATIONS`; `direct` the derived pairs that it calls
    direct. `named_direct` counts, of `named` articles with a known direct source and a source asserted, those of
    which the surest one is direct. `calibration_error` is of the likeliest relation of all links, in ten bins."""

    gold: int
    confidence: float
    relations: tuple[RelationScore, ...]
    direct: RelationScore
    named: int
    named_direct: int
    calibration: tuple[CalibrationBin, ...]
    calibration_error: float


def score_relations(gold: Sequence[GoldLink], links: Mapping[Pair, Link], confidence: float = 0.8) -> Scores:
    """Compare links, keyed by pairs of ids in either order and judged at confidence 0, with gold relations."""
    of = {each: links.get((each.a, each.b)) or links.get((each.b, each.a)) for each in gold}
    read = {each: at_confidence(link, confidence) if link else None for each, link in of.items()}
    answers = {each: answer(each, link) for each, link in read.items()}
    relations = [
        _score(relation, [answers[each] for each in gold if each.relation == relation]) for relation in RELATIONS
    ]
    direct = [each for each in gold if each.relation == "derived" and each.direct]
    named, right = _named_direct(direct, read)
    bins = calibration_table((link.confidence, is_right(each, link)) for each, link in of.items() if link)
    linked = sum(each.answers for each in bins)
    return Scores(
        gold=len(gold),
        confidence=confidence,
        relations=tuple(each for each in relations if each.pairs),
        direct=_score("derived", [answers[each] for each in direct]),
        named=named,
        named_direct=right,
        calibration=bins,
        calibration_error=sum(each.answers * abs(each.confidence - each.right) for each in bins) / max(1, linked),
    )


def answer(gold: GoldLink, link: Link | None) -> Answer:
    """What a link, read at some confidence, says of a pair, named by how it compares with the gold."""
    if link is None:
        return "not linked"
    if link.relation == "undetermined":
        return "undetermined"
    if link.relation == "same_event":
        return "right" if gold.relation in NOTHING_TAKEN else "same event"
    if link.relation == "common_source":
        return "right" if _is_common(gold, link) else "common source"
    if gold.relation == "derived" or (gold.relation == "near_duplicate" and gold.source):
        if link.source is None:  # copies of one another, without a direction
            return "near duplicate"
        if gold.relation == "near_duplicate" and link.relation == "derived":
            return "derived"
        return "right" if link.source == gold.source else "wrong way"
    if gold.relation == "near_duplicate":
        return "right" if link.relation == "near_duplicate" else "derived"
    return "derived" if link.relation == "derived" else "near duplicate"


def is_right(gold: GoldLink, link: Link) -> bool:
    """Whether the likeliest relation of a link is the pair's, whatever its confidence."""
    if gold.relation == "near_duplicate":
        return link.relation == "near_duplicate" and gold.source in (None, link.source)
    if gold.relation == "derived":
        return {"a->b": link.a, "b->a": link.b}.get(link.likeliest) == gold.source
    if gold.relation in NOTHING_TAKEN:
        return link.likeliest in ("none", "same_event") and link.relation != "near_duplicate"
    return link.likeliest == "common_source"


def _is_common(gold: GoldLink, link: Link) -> bool:
    """Whether the common source is the right one; of one that is hidden or mixed, any may be named."""
    if gold.relation == "common_source":
        return link.common_source in gold.sources
    return gold.relation in ("mixed_common_source", "hidden_common_source")


def _score(relation: str, answers: Sequence[Answer]) -> RelationScore:
    counts = Counter(answers)
    if relation in NOTHING_TAKEN:
        false = sum(counts[each] for each in ASSERTED)
    else:
        false = counts["derived"] if relation.endswith("common_source") else 0
    return RelationScore(
        relation=relation,
        pairs=len(answers),
        answered=len(answers) - sum(counts[each] for each in NO_ANSWER),
        right=counts["right"],
        wrong_way=counts["wrong way"],
        false=false,
        answers={each: counts[each] for each in ANSWERS if counts[each]},
    )


def _named_direct(direct: Iterable[GoldLink], read: Mapping[GoldLink, Link | None]) -> tuple[int, int]:
    """Articles with a direct source and a source asserted; of how many of them the surest asserted one is direct."""
    sources: dict[str, set[str]] = {}
    for each in direct:
        sources.setdefault(each.derived or "", set()).add(each.source or "")
    surest: dict[str, tuple[float, float, str]] = {}
    for link in read.values():
        if link is None or link.source is None or link.derived not in sources:
            continue
        share = link.share_a if link.a == link.derived else link.share_b
        strength = (link.confidence, share, link.source)
        surest[link.derived] = max(surest.get(link.derived, strength), strength)
    return len(surest), sum(source in sources[name] for name, (_, _, source) in surest.items())
