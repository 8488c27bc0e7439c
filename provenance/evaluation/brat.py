"""Attributions as annotators marked them: brat stand-off files in the form of the PolNeAR corpus.

A folder holds `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann`, or both side by side. An attribution has Source,
Cue and Content spans, each of one or more pieces. Files are read as UTF-8 with line ends untouched, because offsets
count code points of the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from provenance.errors import UnreadableInput
from provenance.model import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution: pieces of the source, the cue and the content, each ascending; source and cue may be empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with the attributions of each annotator, in the order of the annotators' names."""

    name: str
    text: str
    annotations: tuple[tuple[Attribution, ...], ...]


def annotated(directory: Path) -> Iterator[Annotated]:
    """The annotated texts of a folder, by name; texts that nobody annotated are left out."""
    texts = directory / "text" if (directory / "text").is_dir() else directory
    labels = directory / "attributions" if (directory / "attributions").is_dir() else directory
    if not texts.is_dir():
        raise UnreadableInput(f"{directory}: not a folder with texts and brat annotations")
    names = {path.stem for path in texts.glob("*.txt")}
    files: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(labels.glob("*.ann")):
        name = path.stem if path.stem in names else path.stem.rpartition("_")[0]
        if name in names:
            files[name].append(path)
    if not files:
        raise UnreadableInput(f"{directory}: no .ann file there belongs to a .txt file")
    for name in sorted(files):
        text = _read(texts / f"{name}.txt")
        yield Annotated(name, text, tuple(tuple(attributions(path)) for path in files[name]))


def attributions(path: Path) -> Iterator[Attribution]:
    """The attributions with content in one .ann file, in its order."""
    pieces: dict[str, list[Span]] = {}
    events = []
    for number, line in enumerate(_read(path).split("\n"), 1):
        key, _, rest = line.partition("\t")
        if key[:1] == "T" and key[1:].isdigit():
            kind_and_spans = rest.split("\t", 1)[0]
            try:
                pieces[key] = [_span(part) for part in kind_and_spans.partition(" ")[2].split(";")]
            except ValueError:
                raise UnreadableInput(f"{path} line {number}: offsets are not numbers: {line[:60]!r}") from None
        elif key[:1] == "E" and key[1:].isdigit():
            events.append(rest.split())
    for arguments in events:
        roles: dict[str, list[Span]] = defaultdict(list)
        for argument in arguments:
            role, _, key = argument.partition(":")
            roles[role.rstrip("0123456789")].extend(pieces.get(key, []))
        if roles["Content"]:
            yield Attribution(*(tuple(sorted(roles[role])) for role in ("Source", "Cue", "Content")))


def _span(written: str) -> Span:
    start, end = written.split()
    return Span(int(start), int(end))


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"{path} cannot be read as UTF-8: {error}") from error
