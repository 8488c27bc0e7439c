"""Loads or compiles every kernel of the aligner at once, before a progress bar starts rather than behind it."""

from __future__ import annotations

from provenance.align.aligner import align
from provenance.align.sides import Side, prepare
from provenance.config.align import profile
from provenance.model import Span

_REPORT = """The harbour master of Velden counted eleven grey barges on Tuesday morning, and not one of them had
paid its dues. “We have waited long enough for the money,” said Ilse Maurer, who runs the office."""
_RETOLD = """On Tuesday morning twelve grey barges lay unpaid in Velden harbour, its master counted. Ilse Maurer of
the office said that they had been waiting long enough for their money."""


def warm_up() -> None:
    """Make the kernels ready: about .5 s from a cache, half a minute where they must be compiled first.

    `provenance.kernels.on_compiling` tells when the latter happens. Doing it twice costs a few milliseconds.
    """
    news, pan = profile("news"), profile("pan")
    align(_side(_REPORT), _side(_RETOLD), news)
    words = [f"{number * number}x" for number in range(900)]
    edited = [word for place, word in enumerate(words[300:600]) if place % 5]
    align(_side(" ".join(words[:600])), _side(" ".join(edited)), news)  # seeds and refinement
    align(_side(" ".join(words[:600])), _side(" ".join(words[300:])), news)  # a long copy
    align(_side(" ".join(words[:700:7] + words[800:])), _side(" ".join(words[:790])), pan)  # a summary


def _side(text: str) -> Side:
    return prepare(text, Span(0, len(text)))
