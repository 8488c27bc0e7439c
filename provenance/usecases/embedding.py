"""Vectors for what words do not show: the sentences of archived articles, encoded and kept as codes.

Only texts without codes are encoded, a portion per transaction, so that an interruption loses one portion and the
next call goes on from there. Codes are a function of a text and the encoder. Nothing is compared here.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from provenance.engines import Engine
from provenance.engines.in_process import InProcess
from provenance.meaning import encoder as encoders
from provenance.meaning.encoder import DEFAULT, Encoder
from provenance.meaning.sentence_units import coded_texts
from provenance.model import Span
from provenance.model.coded_text import CodedText
from provenance.model.progress import Progress
from provenance.store import Store

PORTION = 100  # articles of a task and of a transaction: 2 s of work


@dataclass(frozen=True, slots=True)
class Embedded:
    """`encoded` articles were new to the encoder named `encoder`, `articles` have codes now, which take `bytes`."""

    encoded: int
    articles: int
    encoder: str
    bytes: int


def embed(
    store: Store,
    encoder: str | None = None,
    *,
    engine: Engine | None = None,
    again: bool = False,
    on_progress: Progress | None = None,
) -> Embedded:
    """Encode the sentences of every article that lacks codes.

    `encoder` is a name as `encoder_named` takes it; None is the one whose codes the archive has, else the default.
    `again` drops the codes that are there. Raises MissingExtra without the encoder's package, ArchiveError where the
    archive has codes of another encoder, or of another version of this one.
    """
    present = store.meanings.encoder
    name = encoder or (present.rpartition(" ")[0] if present else DEFAULT)
    version = encoders.encoder_named(name).name
    if again:
        store.meanings.clear()
    else:
        store.meanings.require(version)
    store.meanings.drop_replaced()
    numbers = store.meanings.lacking()
    waiting: deque[Sequence[int]] = deque()

    def tasks() -> Iterator[list[tuple[str, Span]]]:
        for start in range(0, len(numbers), PORTION):
            part = numbers[start : start + PORTION].tolist()
            waiting.append(part)
            yield [(article.text, article.body) for article in store.articles.packed(part).unpacked()]

    done = 0
    for made in (engine or InProcess()).map_with(partial(opened, name), encoded, tasks()):
        part = waiting.popleft()
        store.meanings.write(version, part, made)
        done += len(part)
        if on_progress is not None:
            on_progress("encoding sentences", done, len(numbers))
    return Embedded(done, store.meanings.count(), version, store.meanings.stored_bytes())


@contextmanager
def opened(name: str) -> Iterator[Encoder]:
    """The encoder that a process works with."""
    yield encoders.encoder_named(name)


def encoded(encoder: Encoder, texts: Sequence[tuple[str, Span]]) -> list[CodedText]:
    """The sentences of each text with their codes."""
    return coded_texts(encoder, texts)
