"""JSON Lines: one object a line, read line by line, so that a file of any size fits."""

from __future__ import annotations

import json
from collections.abc import Iterator

from provenance.model import SkippedInput
from provenance.sources import rows
from provenance.sources.encodings import UndecodableInput, decode
from provenance.sources.interface import Request, Result, Source
from provenance.sources.streams import BrokenStream, lines

_DECODER = json.JSONDecoder(strict=False)


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield an article or a skipped line for every line that is not blank; ids default to `<stem>:<line>`."""
    limit = request.settings.largest_text
    count, filled = 0, False
    try:
        for number, line in lines(source.stream, limit):
            where = f"{source.name} line {number}"
            count = number
            if line is None:
                yield SkippedInput(
                    where, f"the line is longer than {limit:,} bytes, too long for one article; split it"
                )
                filled = True
            elif line.strip():
                filled = True
                yield _line(line, where, f"{source.stem}:{number}", source, request)
    except UndecodableInput as error:
        yield SkippedInput(source.name, str(error))
        return
    except BrokenStream as error:
        yield SkippedInput(f"{source.name} after line {count}", f"{error}; what came before was read")
        return
    if not filled:
        yield SkippedInput(source.name, "it is empty")


def _line(line: bytes, where: str, name: str, source: Source, request: Request) -> Result:
    try:
        row = parse(decode(line).text)
    except UndecodableInput as error:
        return SkippedInput(where, str(error))
    except ValueError as error:
        return SkippedInput(where, str(error))
    return rows.read_row(row, where, name, source.name, request)


def parse(text: str) -> object:
    """The value of a JSON text; ValueError with a line for people where it is none or nested too deeply."""
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        place = f"character {error.pos + 1}" if error.lineno == 1 else f"line {error.lineno} column {error.colno}"
        what = error.msg.lower().removesuffix(" at")
        raise ValueError(f"it is not valid JSON ({what} at {place}); mend or remove it") from None
    except RecursionError:
        raise ValueError("its JSON is nested too deeply; no article is") from None
    except ValueError as error:  # an integer of thousands of digits
        raise ValueError(f"its JSON holds a value that cannot be read ({error})") from None
