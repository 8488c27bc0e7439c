"""Samples of links for the check of wording as rows of a table, and the check that follows from all of them.

A row is a sampled link with its measured numbers, or one of the texts with whether it is dated. Rows are put in order
before anything is added up, so that a batch has the check that an audit of the same articles has.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from provenance.batch.blocks import column
from provenance.config.settings import Settings
from provenance.lineage.features import COMMON, DIRECTION, NAMING, Features
from provenance.lineage.wording_check import Check, WordingSample, archive_check, together

WORDING = pa.schema(
    [
        ("portion", pa.int64()),
        ("place", pa.int64()),
        ("values", pa.list_(pa.float64())),
        ("third", pa.int64()),
        ("text", pa.string()),
        ("dated", pa.bool_()),
    ]
)
_WIDTHS = (
    len(DIRECTION),
    len(DIRECTION),
    len(COMMON),
    len(NAMING),
    4,
    1,
)  # of a link's numbers, as `sample_rows` has


def sample_rows(samples: Sequence[WordingSample], portion: int) -> pa.Table:
    """The rows of the samples of one portion, in their order."""
    every = together(samples)
    rows: list[dict[str, object]] = []
    if every is not None:
        features = every.features
        table = np.column_stack(
            [
                features.forward,
                features.backward,
                features.common,
                features.naming,
                every.utilities,
                every.gap,
            ]
        )
        for values, third in zip(table.tolist(), features.third.tolist(), strict=True):
            rows.append({"values": values, "third": third})
        rows += [{"text": name, "dated": dated} for name, dated in every.dated.items()]
    return pa.Table.from_pylist(
        [{"portion": portion, "place": place, **row} for place, row in enumerate(rows)], schema=WORDING
    )


def check_of(table: pa.Table, settings: Settings) -> Check | None:
    """The check that the rows of all portions make; None without any."""
    if not table.num_rows:
        return None
    table = table.take(pa.array(np.lexsort((column(table, "place"), column(table, "portion")))))
    of_links = table.filter(table.column("text").is_null())
    of_texts = table.filter(table.column("text").is_valid())
    values = np.array(of_links.column("values").to_pylist(), np.float64).reshape(-1, sum(_WIDTHS))
    borders = np.cumsum(_WIDTHS)[:-1].tolist()
    forward, backward, common, naming, utilities, gap = (
        np.ascontiguousarray(part) for part in np.split(values, borders, axis=1)
    )
    dated = dict(zip(of_texts.column("text").to_pylist(), of_texts.column("dated").to_pylist(), strict=True))
    features = Features(forward, backward, common, naming, column(of_links, "third"))
    return archive_check(WordingSample(features, utilities, gap[:, 0], dated), settings.lineage)
