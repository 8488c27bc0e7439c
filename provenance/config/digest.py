"""A short name for a set of settings, the same on every machine for the same values."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from functools import lru_cache
from typing import Any

LENGTH = 12  # hexadecimal digits: 48 bits, and an archive sees a handful of settings


def as_json(*settings: Any) -> str:
    """The values of settings objects (dataclasses) as one line of JSON, keys sorted, each under its class's name."""
    values = {type(part).__name__: dataclasses.asdict(part) for part in settings}
    return json.dumps(values, sort_keys=True, ensure_ascii=False, default=list)


@lru_cache(maxsize=64)  # it takes half a millisecond, and each of many checks tells it
def digest(*settings: Any) -> str:
    """The first digits of the SHA-256 of `as_json`; settings are frozen."""
    return hashlib.sha256(as_json(*settings).encode()).hexdigest()[:LENGTH]
