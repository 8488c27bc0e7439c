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
from provenance.events.meaning_fitting import fit_meant
from provenance.events.weights import shipped
from provenance.meaning.encoder import encoder_named

ABOUT = {
    "fitted_on": "newsroom: 20 invented events in 15 reports each, with known sources, two of each in another"
    " language (ten in all), whole and in random halves; BASIL: 45 events as three US outlets reported them, all as"
    " independent",
    "by": "tests/evaluation/fit_meaning.py",
    "unit": "nats per unit of the named column",
}


def everything(data: Path) -> list[LabelledEvent]:
    """All labelled events with codes; those of BASIL are named "basil ..."."""
    news = meant_events(load_newsroom(data, translations=True))
    return [*news, *meant_events(load_basil(data), BASIL, REAL, parts=0)]


def leaving_out(events: Sequence[LabelledEvent], groups: Collection[str]) -> meaning_weights.MeantWeights:
    """Weights fitted without the events of these groups."""
    about = {**ABOUT, "encoder": encoder_named().name}
    return fit_meant([event for event in events if event.group not in groups], shipped(), about)


def main(data: Path) -> None:
    """Fit on everything and write `provenance/events/weights/news_meaning.json`."""
    weights = leaving_out(everything(data), ())
    stored = meaning_weights.as_stored(weights)
    stored["about"] |= {"fitted": datetime.datetime.now(datetime.UTC).date().isoformat()}
    meaning_weights.FILE.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
