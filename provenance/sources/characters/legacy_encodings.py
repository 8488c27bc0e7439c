"""Bytes that are not UTF-8 as text: as they declare, UTF-8 in which some lines or bytes are not, or by a guess.

What is guessed is always said, and doubt is said with it. Imported for the first such input.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from provenance.sources.characters import encoding_guess

_NAMES = {"cp1252": "windows-1252"}  # as people call it; the others go by the names that Python has
_LINES = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_CUT_START, _CUT_END = re.compile(rb"[\x80-\xbf]{1,3}"), re.compile(rb"[\xc2-\xf4][\x80-\xbf]{0,2}\Z")
Read = tuple[str, str | None, str | None]


def legacy(
    data: bytes, declared: str | None, lines: Callable[[], tuple[str, str | None] | None] | None = None
) -> Read | None:
    """Text, how it was got, and doubt about it; None where no encoding fits. `lines` gives the encoding of the file
    of which `data` is a line."""
    given = _declared(data, declared)
    if given is not None:
        return given, None, None
    mixed = _mixed(data)
    if mixed is not None:
        return mixed
    if lines is not None and (whole := lines()) is not None and (text := _strictly(data, whole[0])) is not None:
        return text, f"{_name(whole[0])}, from the bytes of its file", _doubt(encoding_guess.Guess(*whole))
    found = encoding_guess.guess(data)
    if found is None:
        return _by_normalizer(data)
    return _with(data, found)


def _declared(data: bytes, declared: str | None) -> str | None:
    """Pages often name an encoding that they are not in."""
    if not declared:
        return None
    try:
        name = codecs.lookup(declared).name
        # As browsers do: windows-1252 is what pages in it call Latin-1.
        return data.decode({"iso8859-1": "cp1252"}.get(name, name)) if name not in ("utf-8", "ascii") else None
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _mixed(data: bytes) -> Read | None:
    """UTF-8 whose ends were cut off, or into which lines or bytes of another encoding were put; else None."""
    cut = _cut(data)
    if cut is not None:
        return cut
    lines: list[bytes] = _LINES.findall(data)
    strange = [number for number, line in enumerate(lines) if not _is_utf8(line)]
    foreign = {number for number in strange if _good(lines[number]) == 0}
    apart = b"".join(lines[number] for number in sorted(foreign))
    good = sum(map(_good, lines))
    if good < max(2, 0.02 * _beyond(apart)):
        return None
    found = encoding_guess.guess(apart) if apart else None
    if apart and (found is None or _strictly(apart, found.encoding) is None):
        return None
    damaged = [lines[number] for number in strange if number not in foreign]
    wrong = sum(line.decode("utf-8", "replace").count("\ufffd") - line.count(b"\xef\xbf\xbd") for line in damaged)
    if wrong > sum(map(_good, damaged)) and not (good > 4 * wrong and foreign):
        return None
    parts = [
        line.decode(found.encoding) if found and number in foreign else line.decode("utf-8", "provenance-single")
        for number, line in enumerate(lines)
    ]
    text = "".join(parts)
    lost = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    how = [f"{_lines(len(foreign))} {_name(found.encoding)}"] if found else []
    how += [f"{wrong - lost} bytes are windows-1252"] if wrong > lost else []
    how += [_lost(lost)] if lost else []
    return text, f"UTF-8 in which {' and '.join(how)}", _lost(lost) if lost else None


def _cut(data: bytes) -> Read | None:
    """UTF-8 that begins or ends inside a character."""
    start, end = _CUT_START.match(data), _CUT_END.search(data, max(0, len(data) - 3))
    inner = data[start.end() if start else 0 : end.start() if end else len(data)]
    text = _strictly(inner, "utf-8")
    if text is None or text.isascii():
        return None
    lost = (start is not None) + (end is not None)
    text = ("\ufffd" if start else "") + text + ("\ufffd" if end else "")
    return text, f"UTF-8 in which {_lost(lost)}", _lost(lost)


def _lost(count: int) -> str:
    return f"{count} broken places were replaced by U+FFFD"


def _single(error: UnicodeError) -> tuple[str, int]:
    """A byte by itself is one of windows-1252; a character that was cut off cannot be known."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    follows = error.object[error.end : error.end + 1]
    if len(wrong) == 1 and follows:
        try:
            return wrong.decode("cp1252"), error.end
        except UnicodeDecodeError:
            pass
    return "\ufffd", error.end


codecs.register_error("provenance-single", _single)


def _with(data: bytes, found: encoding_guess.Guess) -> Read | None:
    text = _strictly(data, found.encoding)
    how = f"{_name(found.encoding)}, from its bytes"
    if text is not None:
        return text, how, _doubt(found)
    text = data.decode(found.encoding, "replace")
    lost = text.count("\ufffd")
    if lost > 0.01 * len(text) + 2:
        return None
    return text, f"{how}; {_lost(lost)}", _lost(lost)


def _lines(number: int) -> str:
    return "1 line is" if number == 1 else f"{number} lines are"


def _doubt(found: encoding_guess.Guess) -> str | None:
    return f"its encoding may be {_name(found.rival)} instead of {_name(found.encoding)}" if found.rival else None


def _by_normalizer(data: bytes) -> Read | None:
    """The guess of a general library, for languages that this package has no letters of."""
    import warnings

    from charset_normalizer import from_bytes

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        best = from_bytes(data[: encoding_guess.LONGEST]).best()
    text = _strictly(data, best.encoding) if best is not None else None
    if best is None or text is None:
        return None
    return (
        text,
        f"{_name(best.encoding)}, from its bytes",
        f"its encoding is no more than likely {_name(best.encoding)}",
    )


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _name(encoding: str) -> str:
    return _NAMES.get(encoding, encoding)


def _is_utf8(line: bytes) -> bool:
    return _strictly(line, "utf-8") is not None


def _good(line: bytes) -> int:
    """How many characters beyond ASCII of a line are good UTF-8."""
    text = line.decode("utf-8", "replace")
    return len(text) - text.count("\ufffd") - _ascii_count(line)


def _beyond(line: bytes) -> int:
    return len(line) - _ascii_count(line)


def _ascii_count(data: bytes) -> int:
    return len(data) - len(data.translate(None, bytes(range(128))))
