"""Bytes whose format only they themselves tell: what recognises inputs, and what comes on standard input."""

import io
from typing import cast

from provenance.model import Article
from provenance.sources.inputs import _read_stream
from provenance.sources.readers import Request
from tests.fuzz.reading import read_as
from tests.sources.damage.seeds import SEEDS as WHOLE

SEEDS = [whole for whole in WHOLE.values() if len(whole) < 4096]
RUNS = 120


def attempt(data: bytes) -> None:
    """Read it under a name without a suffix, and as a stream."""
    read_as("story", data)
    for one in _read_stream(cast("io.BufferedReader", io.BytesIO(data)), Request()):
        assert isinstance(one, Article) or one.kind != "unforeseen"
