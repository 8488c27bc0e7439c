"""Reports of events and what is believed of two of them, as bytes and back without loss, on their way between tasks.

Only the plain data that these have is written and read: nothing in the bytes can be run.
"""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import numpy as np

from provenance.events.reports import Chances, Report
from provenance.model.appearance import Appearance

CLASSES: dict[str, Any] = {each.__name__: each for each in (Appearance, Chances, Report)}


def to_bytes(value: Report | Chances) -> bytes:
    """The value as bytes; equal values have equal bytes."""
    return json.dumps(_plain(value), separators=(",", ":")).encode()


def report_from(content: bytes) -> Report:
    """The report that `to_bytes` was given."""
    found: Report = _value(json.loads(content))
    return found


def chances_from(content: bytes) -> Chances:
    """The chances that `to_bytes` was given."""
    found: Chances = _value(json.loads(content))
    return found


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, np.ndarray):
        return ["array", value.dtype.str, list(value.shape), value.ravel().tolist()]
    if isinstance(value, (frozenset, set)):
        return ["set", *map(_plain, sorted(value))]
    if isinstance(value, (tuple, list)):
        return ["tuple", *map(_plain, value)]
    if type(value).__name__ in CLASSES:
        return ["class", type(value).__name__, *(_plain(getattr(value, each.name)) for each in fields(value))]
    raise TypeError(f"{type(value).__name__} is not plain data")


def _value(plain: Any) -> Any:
    if not isinstance(plain, list):
        return plain
    kind, *rest = plain
    if kind == "array":
        return np.array(rest[2], np.dtype(rest[0])).reshape(rest[1])
    if kind == "class":
        return CLASSES[rest[0]](*map(_value, rest[1:]))
    values = map(_value, rest)
    return frozenset(values) if kind == "set" else tuple(values)
