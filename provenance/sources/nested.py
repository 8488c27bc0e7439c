"""Files inside of files: what is in a zip file or attached to a mail, read by its own reader.

How deep, and how much is unpacked in all, is bounded for the outermost file. Names of members are shown and never
used as paths.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from provenance.model import SkippedInput
from provenance.sources import folders, readers
from provenance.sources.characters.decoding import CHUNK, BrokenStream, headed, unpacked
from provenance.sources.documents.safe_zip import Budget
from provenance.sources.readers import Inside, Request, Result, Source
from provenance.sources.recognition import HEAD, recognised

DEEPEST = 4  # files inside each other: a page in a zip file, attached to a mail, in a mailbox, in a zip file


def read_inside(name: str, stream: BinaryIO, outer: Source, request: Request) -> Iterator[Result]:
    """The articles of a file with this name inside of `outer`, or why there are none."""
    shown = f"{outer.name}/{printable(name)}"
    depth = request.inside.depth + 1
    if depth > DEEPEST:
        yield SkippedInput(shown, f"it is inside of more than {DEEPEST} files; unpack the outer ones", "too-deep")
        return
    from provenance.sources.inputs import read_source

    budget = request.inside.budget or Budget(request.settings.largest_unpacked)
    stem, suffix = readers.split_name(printable(name).rpartition("/")[2])
    try:
        plain = unpacked(cast("BinaryIO", io.BufferedReader(cast("io.RawIOBase", stream), CHUNK)))
        head, plain = headed(plain, HEAD)
        what = recognised(head)
        if suffix not in readers.MODULES and (what is None or what.suffix is None):
            reason = (what.refusal if what else None) or folders.no_reader(suffix)
            yield SkippedInput(shown, reason, folders.kind_of(suffix))
            return
        inner = Source(shown, stem or "file", plain, suffix or ".txt")
        yield from read_source(inner, replace(request, inside=Inside(depth, budget)))
    except BrokenStream as error:
        yield SkippedInput(shown, str(error), "broken-stream")


def printable(name: str) -> str:
    """The name of a member as it may be shown: no control characters, no way up."""
    plain = "".join(sign if sign.isprintable() else " " for sign in name.replace("\\", "/"))
    parts = [part for part in plain.split("/") if part not in ("", ".", "..")]
    return "/".join(parts)[-300:] or "file"
