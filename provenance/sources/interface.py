"""What a reader of a format is: bytes and a request in, articles and skipped inputs out.

Each format lives in a file of its own and is found by suffix (`formats`). A reader yields what it can and turns
everything else into `SkippedInput`; it never raises for what an input holds, and never looks beyond it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from provenance.config.sources import SourceSettings
from provenance.model import Article, SkippedInput
from provenance.model.spreading import Spread

Result = Article | SkippedInput


@dataclass(frozen=True, slots=True)
class Source:
    """One open input. `name` is what people call it, `stem` is what its articles are named after."""

    name: str
    stem: str
    stream: BinaryIO
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """How to read: which key of a row holds which field, the limits, and who helps where there are many rows.

    `spread` draws tasks ahead of the results that are taken; without it a reader holds one article at a time.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    settings: SourceSettings = field(default_factory=SourceSettings)
    spread: Spread | None = None


Reader = Callable[[Source, Request], Iterator[Result]]
