"""Asking again when one of several files breaks off an answer: it is left out then, and the rest answers whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from provenance.errors import ShardLost

P = ParamSpec("P")
T = TypeVar("T")


def answered(question: Callable[P, T], *asked: P.args, **named: P.kwargs) -> T:
    """What the question answers, asked again without each file that breaks off. ArchiveError where none is left."""
    while True:
        try:
            return question(*asked, **named)
        except ShardLost:
            continue
