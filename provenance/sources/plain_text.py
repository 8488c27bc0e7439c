"""A text file is one article, its text the whole file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from provenance.model import SkippedInput
from provenance.sources import assembly, front_matter
from provenance.sources.encodings import Decoded, UndecodableInput, decode
from provenance.sources.interface import Request, Result, Source
from provenance.sources.streams import read_upto

# Takes a text, where its own words begin and what is known of it; gives back more of both.
Heading = Callable[[str, int, assembly.Known], tuple[assembly.Known, int]]


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield the article, or why there is none."""
    decoded = whole_text(source, request)
    if isinstance(decoded, SkippedInput):
        yield decoded
        return
    yield from_text(source, request, decoded)


def from_text(source: Source, request: Request, decoded: Decoded, heading: Heading | None = None) -> Result:
    """The article of a text that may begin with front matter, and then with a `heading` of its format."""
    text = decoded.text
    matter = front_matter.read(text, request.mapping)
    if not text[matter.end :].strip():
        return SkippedInput(source.name, "it has front matter and no text")
    known = front_matter.known(matter, {"encoding": decoded.guess} if decoded.guess else {})
    start = matter.end
    if heading is not None and request.settings.guess:
        known, start = heading(text, start, known)
    name = matter.fields.get("id") or source.stem
    return assembly.article(name, text, source.name, known, request.settings.guess, start)


def whole_text(source: Source, request: Request) -> Decoded | SkippedInput:
    """The whole input as text, or why not."""
    limit = request.settings.largest_text
    data = read_upto(source.stream, limit)
    if data is None:
        return SkippedInput(source.name, f"it is longer than {limit:,} bytes, too long for one article; split it")
    if not data:
        return SkippedInput(source.name, "it is empty")
    try:
        decoded = decode(data)
    except UndecodableInput as error:
        return SkippedInput(source.name, str(error))
    if not decoded.text.strip():
        return SkippedInput(source.name, "it holds only white space")
    return decoded
