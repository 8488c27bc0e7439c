"""Writes the weights of the verdict on encoded news: `python tests/evaluation/fit_meaning.py DATA`.

DATA holds `newsroom`, translations in ten languages among it, and `basil`; see `fit_events`, whose weights judge what
is not encoded. It needs the extra `meaning` and its default encoder.
"""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

from fit_events import BASIL, REAL
from labelled_meaning import meant_events
from labelled_news import load_basil, load_newsroom

from provenance.events import meaning_weights
from provenance.events.fitting import LabelledEvent
from provenance.events.meaning_fitting import fit_dated, fit_meant
from provenance.events.weights import shipped
from provenance.meaning.encoder import encoder_named
from provenance.model.coded_text import CodedText

ABOUT = {
    "fitted_on": "newsroom: 20 invented events in 15 reports each, with known sources, two of each in another"
    " language (ten in all), whole and in random halves; BASIL: 45 events as three US outlets reported them, all as"
    " independent",
    "by": "tests/evaluation/fit_meaning.py",
    "unit": "nats per unit of the named column",
}


def everything(data: Path) -> tuple[list[LabelledEvent], dict[str, CodedText]]:
    """All labelled events, those of BASIL named "basil ...", and the codes of their articles."""
    news, codes = meant_events(load_newsroom(data, translations=True))
    basil, more = meant_events(load_basil(data), BASIL, REAL, parts=0)
    return [*news, *basil], {**codes, **more}


def leaving_out(events: Sequence[LabelledEvent], groups: Collection[str]) -> meaning_weights.MeantWeights:
    """Weights for archives with dates, fitted without the events of these groups."""
    return fit_dated([event for event in events if event.group not in groups], shipped(), _about())


def _about() -> dict[str, str]:
    return {**ABOUT, "encoder": encoder_named().name}


def main(data: Path) -> None:
    """Fit on everything and write `provenance/events/weights/news_meaning.json`."""
    weights = fit_meant(everything(data)[0], shipped(), _about())
    stored = meaning_weights.as_stored(weights)
    stored["about"] |= {"fitted": datetime.datetime.now(datetime.UTC).date().isoformat()}
    meaning_weights.FILE.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
