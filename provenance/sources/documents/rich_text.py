"""The paragraphs of RTF: groups, control words, and letters in the code page of their font.

Pictures, styles, fields' instructions, footnotes, headers and whatever a newer writer marks as optional are not
read. A small
reader of its own: striprtf, the library for this, writes addresses of links and borders of tables into the text.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from typing import BinaryIO

from provenance.sources.documents.paragraphs import About, Paragraph, Paragraphs, UnreadableDocument

CHUNK = 1 << 16
DEEPEST = 500  # groups inside each other
# Groups, control words and signs: 48 MB of "{x}" took 45 s. Five million letters that are all written as \u have ten.
MOST_TOKENS = 12_000_000
_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.IGNORECASE
)
_LONGEST_TOKEN = 64  # bytes; a shorter rest of a chunk may be half a control word
_SKIPPED = frozenset(
    (
        *("fonttbl", "colortbl", "stylesheet", "pict", "object", "header", "headerl", "headerr", "headerf", "footer"),
        *(
            "footerl",
            "footerr",
            "footerf",
            "footnote",
            "ftnsep",
            "ftnsepc",
            "ftncn",
            "fldinst",
            "themedata",
            "datastore",
        ),
        *("listtable", "listoverridetable", "rsidtbl", "generator", "xmlnstbl", "latentstyles", "colorschememapping"),
        *(
            "revtbl",
            "filetbl",
            "annotation",
            "atnid",
            "atnauthor",
            "bkmkstart",
            "bkmkend",
            "nonshppict",
            "shppict",
            "sp",
        ),
    )
)
_BREAKS = {"par": "\n\n", "sect": "\n\n", "page": "\n\n", "line": "\n", "cell": "\n\n", "row": "\n\n", "tab": "\t"}
_SIGNS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": " ", "enspace": " ", "~": "\u00a0", "_": "‑", "-": "", "\\": "\\", "{": "{", "}": "}", "\n": "\n\n",
    "\r": "\n\n",
}  # fmt: skip
# Character sets of fonts -> code pages.
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_INFO = {"title": "title", "author": "author"}


@dataclass(slots=True)
class _Group:
    skipped: bool = False
    font: int | None = None
    ignored: int = 1  # letters after \u that stand for it in older programs
    info: str | None = None
    hidden: bool = False


@dataclass(slots=True)
class _State:
    groups: list[_Group] = field(default_factory=lambda: [_Group()])
    page: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    font: int | None = None
    in_fonts: int = 0
    pending: bytearray = field(default_factory=bytearray)
    parts: list[str] = field(default_factory=list)
    info: dict[str, str] = field(default_factory=dict)
    to_ignore: int = 0
    optional: bool = False
    high: int = 0
    binary: int = 0
    tokens: int = 0


def paragraphs(stream: BinaryIO, about: About, longest: int) -> Paragraphs:
    """The paragraphs in order. Raises UnreadableDocument where it is no RTF, or ends inside a group."""
    state = _State()
    rest = b""
    started = False
    size = 0
    while data := stream.read(CHUNK):
        data = rest + data
        if not started:
            if not data.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"{\\rtf"):
                raise UnreadableDocument("it is no RTF")
            started = True
        at = _feed(state, data, last=False)
        if state.tokens > MOST_TOKENS:
            raise UnreadableDocument(
                f"it has more than {MOST_TOKENS:,} groups and control words; split it", "too-large"
            )
        rest = data[at:]
        whole = "".join(state.parts)
        *ready, left = whole.split("\n\n")
        state.parts = [left]
        size += len(whole) - len(left)
        if size + len(left) > longest:
            raise UnreadableDocument(f"its text is longer than {longest:,} characters; split it", "too-large")
        for text in ready:
            yield Paragraph(text.strip())
    if not started:
        raise UnreadableDocument("it is empty", "empty")
    _feed(state, rest, last=True)
    _flush(state)
    for text in "".join(state.parts).split("\n\n"):
        yield Paragraph(text.strip())
    about.title, about.author = (" ".join(state.info.get(key, "").split()) or None for key in ("title", "author"))
    if len(state.groups) > 1:
        raise UnreadableDocument("it ends inside a group; it is cut off")


def _feed(state: _State, data: bytes, *, last: bool) -> int:
    """Take in the tokens of some bytes; how many bytes were taken."""
    end = len(data) if last else max(0, len(data) - _LONGEST_TOKEN)
    at = min(state.binary, len(data))
    state.binary -= at
    while at < end:
        state.tokens += 1
        found = _TOKEN.match(data, at)
        if found is None:
            at += 1
            continue
        if not last and found.end() > end and found[6] is None:
            break
        stop = min(found.end(), end) if found[6] is not None else found.end()
        word, number, byte, sign, brace, text = found.groups()
        if brace is not None:
            _brace(state, brace)
        elif word is not None:
            skip = _word(state, word.decode("ascii").lower(), int(number) if number else None)
            if skip:
                stop += skip
                if stop > len(data):  # binary data that goes on in the next bytes
                    state.binary = stop - len(data)
                    return len(data)
        elif byte is not None:
            _letters(state, bytes((int(byte, 16),)))
        elif sign is not None:
            _sign(state, sign.decode("latin-1"))
        elif text is not None:
            _letters(state, data[at:stop])
        at = stop
    return at


def _brace(state: _State, brace: bytes) -> None:
    _flush(state)
    if brace == b"{":
        if len(state.groups) > DEEPEST:
            raise UnreadableDocument(f"it has more than {DEEPEST} groups inside each other")
        top = state.groups[-1]
        state.groups.append(_Group(top.skipped, top.font, top.ignored, top.info, top.hidden))
    elif len(state.groups) > 1:
        if len(state.groups) == state.in_fonts:
            state.in_fonts = 0
        state.groups.pop()
    state.optional = False
    state.to_ignore = 0


def _word(state: _State, word: str, number: int | None) -> int:
    """Take in a control word; how many bytes of binary data follow."""
    top = state.groups[-1]
    if word == "u" and number is not None:
        _flush(state)
        _unicode(state, number)
        state.to_ignore = top.ignored
        return 0
    _flush(state)
    if word == "fonttbl":
        state.in_fonts = len(state.groups)
    if word in _SKIPPED or state.optional:
        top.skipped = top.skipped or word not in ("shptxt", "shpinst", "ud", "upr")
    elif word == "info":
        top.skipped = True
    elif word in _INFO and top.skipped and len(state.groups) <= 4 and not state.in_fonts:
        top.info = _INFO[word]
    elif word == "uc":
        top.ignored = max(0, min(number or 0, 8))
    elif word == "ansicpg" and number:
        state.page = _known(f"cp{number}") or state.page
    elif word == "mac":
        state.page = "mac_roman"
    elif word == "f" and number is not None:
        top.font = number
        if state.in_fonts:
            state.font = number
    elif word == "fcharset" and state.in_fonts and state.font is not None and number in _CHARSETS:
        state.fonts[state.font] = _CHARSETS[number]
    elif word == "v":
        top.hidden = number != 0
    elif word == "plain":
        top.hidden = False
    elif word in _BREAKS:
        _put(state, _BREAKS[word])
    elif word in _SIGNS:
        _put(state, _SIGNS[word])
    state.optional = False
    return max(0, number or 0) if word == "bin" else 0


def _sign(state: _State, sign: str) -> None:
    _flush(state)
    if sign == "*":
        state.optional = True
    elif sign in _SIGNS:
        _put(state, _SIGNS[sign])


def _letters(state: _State, letters: bytes) -> None:
    if state.to_ignore:
        ignored = min(state.to_ignore, len(letters))
        state.to_ignore -= ignored
        letters = letters[ignored:]
    state.pending += letters


def _unicode(state: _State, number: int) -> None:
    code = number + 65536 if number < 0 else number
    if 0xD800 <= code < 0xDC00:
        state.high = code
        return
    if 0xDC00 <= code < 0xE000:
        code = 0x10000 + ((state.high - 0xD800) << 10) + (code - 0xDC00) if state.high else 0xFFFD
    state.high = 0
    _put(state, chr(code) if 0 < code < 0x110000 else "\ufffd")


def _flush(state: _State) -> None:
    if state.pending:
        font = state.groups[-1].font
        page = state.fonts.get(font, state.page) if font is not None else state.page
        page = state.page if page == "cp1252" else page
        text = state.pending.decode(page, "replace")
        state.pending.clear()
        _put(state, text)


def _put(state: _State, text: str) -> None:
    top = state.groups[-1]
    if top.info is not None:
        state.info[top.info] = (state.info.get(top.info, "") + text)[:1000]
    elif not top.skipped and not top.hidden:
        state.parts.append(text)


def _known(name: str) -> str | None:
    try:
        return codecs.lookup({"cp65001": "utf-8", "cp10000": "mac_roman"}.get(name, name)).name
    except LookupError:
        return None
