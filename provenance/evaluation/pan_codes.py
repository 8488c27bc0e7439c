"""What the sentences of a PAN corpus mean, as codes: each file is encoded once, whatever pairs it is in.

A corpus of 5,000 files has 250,000 sentences, which is some ten minutes of one core. Nothing here compares anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from provenance.engines.engine import Engine
from provenance.errors import UnreadableInput
from provenance.model import Span
from provenance.model.coded_text import CodedText

FILES = 32  # of one task

Codes = Mapping[str, CodedText]  # by the file's name, with its folder: "src/source-document00001.txt"


def codes_of(directory: Path, names: Iterable[str], engine: Engine) -> Codes:
    """The codes of the files of these names; raises MissingExtra without the extra `meaning`."""
    ordered = sorted(set(names))
    tasks = [ordered[start : start + FILES] for start in range(0, len(ordered), FILES)]
    coded: dict[str, CodedText] = {}
    for some, found in zip(tasks, engine.map(partial(_coded, directory), tasks), strict=True):
        coded.update(zip(some, found, strict=True))
    return coded


def read(file: Path) -> str:
    """The text of a file of the corpus, line ends untouched; raises UnreadableInput."""
    try:
        return file.read_bytes().decode("utf-8", "surrogateescape")
    except OSError as error:
        raise UnreadableInput(f"{file} cannot be read: {error.strerror or error}") from error


def _coded(directory: Path, names: Sequence[str]) -> list[CodedText]:
    from provenance.meaning.encoder import encoder_named
    from provenance.meaning.sentence_units import coded_texts

    texts = [read(directory / name) for name in names]
    return coded_texts(encoder_named(), [(text, Span(0, len(text))) for text in texts])
