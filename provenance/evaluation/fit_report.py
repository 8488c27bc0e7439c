"""What `evaluate links --fit` shows: the weights that ship beside the fitted ones, on pairs that neither saw."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model.fitted import WeightsFit

Row = Sequence[str]


def fit_table(fit: WeightsFit) -> tuple[Row, list[Row]]:
    """Head and rows."""
    at = f"at {fit.confidence:g}"
    both = (fit.before, fit.after)
    rows: list[Row] = [
        ["log loss per pair", *(f"{each.log_loss:.4f}" for each in both)],
        [f"derived: right source {at}", *(f"{each.right} of {each.derived}" for each in both)],
        [f"derived: wrong way {at}", *(f"{each.wrong_way} of {each.derived}" for each in both)],
        [f"others: falsely related {at}", *(f"{each.false} of {each.others}" for each in both)],
    ]
    return ["on groups left out of the fit", "shipped", "fitted"], rows


def fit_words(fit: WeightsFit) -> tuple[str, str]:
    """What was fitted to, and what came of it."""
    pairs = f"{fit.pairs:,} labelled pairs in {fit.groups:,} groups ({fit.source})"
    missed = f"; {fit.without_reports:,} further labels are of pairs that these weights never judge"
    first = f"Fitted to {pairs}{missed if fit.without_reports else ''}."
    if fit.kept:
        return (
            first,
            "The fitted weights predict better and are stored: `provenance audit` judges with them from now on.",
        )
    return first, "The fitted weights do not predict better, so nothing is stored: the weights in force stay."
