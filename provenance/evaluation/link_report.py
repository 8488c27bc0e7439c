"""What `evaluate links` shows, as tables of text and as one JSON object; it computes no score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from provenance.evaluation.link_scores import LinkScores
from provenance.evaluation.naive_rule import NaiveScore
from provenance.evaluation.relation_scores import RelationScore, Scores

Table = tuple[Sequence[str], Sequence[Sequence[str]]]


@dataclass(frozen=True, slots=True)
class LinkEvaluation:
    """Everything that was scored: `relations` at the reporting confidence, `forced` whatever it is, the naive rule on
    the same pairs; `unknown` are ids of the gold that are not archived, `left_out` counts relations without one."""

    relations: Scores
    forced: LinkScores
    naive: NaiveScore
    unknown: tuple[str, ...] = ()
    left_out: int = 0


def tables(evaluation: LinkEvaluation) -> list[Table]:
    """Heads and rows: the relations, the figures, the rule beside the program, the calibration."""
    scores, forced = evaluation.relations, evaluation.forced
    at = f"at {scores.confidence:g}"
    figures = [
        ["gold relations", str(scores.gold)],
        ["named source is the direct one, of articles with one asserted", _of(scores.named_direct, scores.named)],
        [f"common source: right one named, of those named {at}", f"{forced.right_of_named:.4f}"],
        [f"unseen source called derived {at}", f"{forced.hidden_as_derived:.4f}"],
        ["something taken: relation and direction right, forced", f"{forced.right:.4f}"],
        ["calibration error, ten bins", f"{scores.calibration_error:.4f}"],
    ]
    return [
        (["gold relation", "pairs", f"answered {at}", "right", "wrong way", "false"], _relation_rows(scores)),
        (["figure", "value"], figures),
        ([at, "program", "rule of ten lines"], _compared(evaluation)),
        (
            ["confidence", "answers", "mean confidence", "right"],
            [
                [
                    f"{each.low:.1f} to {each.high:.1f}",
                    str(each.answers),
                    f"{each.confidence:.3f}",
                    f"{each.right:.3f}",
                ]
                for each in scores.calibration
            ],
        ),
    ]


def as_object(evaluation: LinkEvaluation) -> dict[str, Any]:
    """The same as plain values for JSON; `answers` counts what was said of the pairs of each relation."""
    scores, forced = evaluation.relations, evaluation.forced
    false, independent = _accused(scores)
    return {
        "gold": scores.gold,
        "confidence": scores.confidence,
        "unknown_ids": list(evaluation.unknown),
        "left_out": evaluation.left_out,
        "relations": {each.relation: _relation_object(each) for each in scores.relations},
        "direct": _relation_object(scores.direct),
        "named_source": {"asserted": scores.named, "direct": scores.named_direct},
        "nothing_taken": {"pairs": independent, "asserted": false},
        "forced": {
            "linked": forced.linked,
            "right": forced.right,
            "derived_right": forced.derived_right,
            "derived_wrong_way": forced.derived_wrong_way,
            "common_source_named": forced.named_right,
            "unseen_source_as_derived": forced.hidden_as_derived,
        },
        "naive_rule": asdict(evaluation.naive),
        "calibration_error": scores.calibration_error,
        "calibration": [asdict(each) for each in scores.calibration],
    }


def _relation_rows(scores: Scores) -> list[list[str]]:
    rows = []
    for each in scores.relations:
        rows.append(_relation_row(each.relation, each))
        if each.relation == "derived" and scores.direct.pairs < each.pairs:
            rows.append(_relation_row("- direct", scores.direct))
    return rows


def _relation_row(name: str, score: RelationScore) -> list[str]:
    return [name, *map(str, (score.pairs, score.answered, score.right, score.wrong_way, score.false))]


def _relation_object(score: RelationScore) -> dict[str, Any]:
    return {key: value for key, value in asdict(score).items() if key != "relation"}


def _compared(evaluation: LinkEvaluation) -> list[list[str]]:
    direct, naive = evaluation.relations.direct, evaluation.naive
    false, independent = _accused(evaluation.relations)
    return [
        ["direct derived: right", _of(direct.right, direct.pairs), _of(naive.right, naive.derived)],
        ["direct derived: wrong way", _of(direct.wrong_way, direct.pairs), _of(naive.wrong_way, naive.derived)],
        ["nothing taken: asserted as related", _of(false, independent), _of(naive.false, naive.independent)],
    ]


def _accused(scores: Scores) -> tuple[int, int]:
    """Pairs of which nothing was taken: asserted as related otherwise than by their event, and all."""
    rows = [each for each in scores.relations if each.relation in ("same_event", "independent")]
    return sum(each.false for each in rows), sum(each.pairs for each in rows)


def _of(part: int, whole: int) -> str:
    return f"{part} of {whole}" + (f" ({part / whole:.3f})" if whole else "")
