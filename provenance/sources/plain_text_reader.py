"""A text file is one article: front matter, where it has some, and the text after it; or an export of Nexis.

Front matter is `key: value` lines between two `---` lines, or TOML between two `+++` lines. Lines of known keys alone
("Title: ...", "Date: ...") followed by an empty line are read as well, as archives of newspapers export them. This is
a reader for exactly that, not for YAML: nothing is executed, anchors and tags mean nothing, and what is not
understood is kept as it is written. Lists, in brackets or as `- item` lines, are joined with commas.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from provenance.languages.codes import language_code
from provenance.model import Note, SkippedInput
from provenance.sources import assembly
from provenance.sources.characters.decoding import Decoded, UndecodableInput, decode, read_upto
from provenance.sources.pages.notice_pages import told
from provenance.sources.readers import Request, Result, Source

# Characters: a first line of dashes that has no closing line within this distance is a rule, not front matter.
LONGEST_MATTER = 64 * 1024
# What site generators and news scrapers call the fields of an article.
ALIASES = {
    "published": ("published", "date", "pubdate", "publication_date", "published_at", "datepublished"),
    "modified": ("modified", "updated", "lastmod", "last_modified", "datemodified"),
    "author": ("author", "authors", "byline", "creator"),
    "publisher": ("publisher", "site", "source", "sitename", "outlet"),
    "url": ("url", "link", "canonical", "canonical_url", "permalink"),
    "title": ("title", "headline"),
    "agency": ("agency",),
    "language": ("language", "lang", "inlanguage", "locale"),
    "id": ("id",),
}
_KNOWN_KEYS = frozenset(alias for aliases in ALIASES.values() for alias in aliases)
# What may be the first line of an export of Nexis: "1 of 74 DOCUMENTS", "Dokument 1 von 74".
_COUNTED = re.compile(r"^[ \t\u00a0]{0,90}(?:[0-9]{1,6} [a-z]{2,3} [0-9]{1,6} [A-Z]|D[a-z]{7,8} [0-9])", re.MULTILINE)
LONGEST_UNFENCED = 4000  # characters in which lines of keys without a fence must end
_LINE = re.compile(r"([A-Za-z_][\w .-]{0,60}?)[ \t]*:(?:[ \t]+(.*)|)$")
_LONG_NUMBER = re.compile(r"(?<=[=,\[ ])[+-]?[0-9][0-9_]{1000,}")  # Python reads up to 4,300 digits
DEEPEST_LIST = 4  # lists inside each other, of authors or sections; what is deeper is kept as it is written
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)$")
# (text, where its own words begin, what is known) -> (what is known with its heading, where words begin after that)
Heading = Callable[[str, int, assembly.Known], tuple[assembly.Known, int]]


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield the article, or why there is none."""
    decoded = whole_text(source, request)
    if isinstance(decoded, SkippedInput):
        yield decoded
        return
    if _COUNTED.search(decoded.text, 0, 50_000):
        from provenance.sources.exports import nexis_text  # with its words of many languages

        if nexis_text.is_export(decoded.text):
            yield from nexis_text.read_text(decoded.text, source, request)
            return
    yield from_text(source, request, decoded)


def from_text(source: Source, request: Request, decoded: Decoded, heading: Heading | None = None) -> Result:
    """The article of a text that may begin with front matter, and then with a `heading` of its format."""
    text = decoded.text
    matter = read_front_matter(text, request.mapping)
    if not text[matter.end :].strip():
        return SkippedInput(source.name, "it has front matter and no text", "no-text")
    known = known_from(matter, {"encoding": decoded.guess} if decoded.guess else {})
    if decoded.doubt:
        known = replace(known, notes=(*known.notes, Note(source.name, decoded.doubt, "encoding-doubtful")))
    start = matter.end
    if heading is not None and request.settings.guess:
        known, start = heading(text, start, known)
    name = matter.fields.get("id") or source.stem
    return told(assembly.article(name, text, source.name, known, request.settings.guess, start), source.name)


def whole_text(source: Source, request: Request) -> Decoded | SkippedInput:
    """The whole input as text, or why not."""
    limit = request.settings.largest_text
    data = read_upto(source.stream, limit)
    if data is None:
        reason = f"it is longer than {limit:,} bytes, too long for one article; split it"
        return SkippedInput(source.name, reason, "too-large")
    if not data:
        return SkippedInput(source.name, "it is empty", "empty")
    try:
        decoded = decode(data)
    except UndecodableInput as error:
        return SkippedInput(source.name, str(error), "undecodable")
    if not decoded.text.strip():
        return SkippedInput(source.name, "it holds only white space", "empty")
    return decoded


# Front matter ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Fields that are known and further keys, as text; `end` is where the text after them begins."""

    fields: Mapping[str, str] = field(default_factory=dict)
    metadata: Mapping[str, str] = field(default_factory=dict)
    end: int = 0


def read_front_matter(text: str, mapping: Mapping[str, str]) -> FrontMatter:
    """The front matter at the beginning of a text; an empty one where it has none."""
    opening = re.match(r"(---|\+\+\+)[ \t]*(\r\n|\r|\n)", text)
    if opening is None:
        return _bare(text, mapping)
    fence = re.escape(opening[1])
    closing = re.compile(rf"^(?:{fence}|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE).search(
        text, opening.end(), opening.end() + LONGEST_MATTER
    )
    if closing is None:
        return FrontMatter()
    inside = text[opening.end() : closing.start()]
    values = _toml(inside) if opening[1] == "+++" else _lines(inside)
    if not values:
        return FrontMatter()
    return _sorted_out(values, mapping, closing.end())


def _bare(text: str, mapping: Mapping[str, str]) -> FrontMatter:
    """Two known `key: value` lines or more at the very beginning, up to an empty line; the rest is text."""
    values: dict[str, str] = {}
    end = 0
    for line in text[:LONGEST_UNFENCED].splitlines(keepends=True):
        end += len(line)
        if not line.strip():
            break
        found = _LINE.match(line.rstrip())
        if found is None or found[1].strip().lower() not in _KNOWN_KEYS or not found[2]:
            return FrontMatter()
        values[found[1].strip()] = found[2].strip()
    else:
        return FrontMatter()
    return _sorted_out(values, mapping, end) if len(values) > 1 else FrontMatter()


def known_from(matter: FrontMatter, guesses: Mapping[str, str]) -> assembly.Known:
    """What the front matter says about its article."""
    dates = {key: matter.fields.get(key) for key in ("published", "modified")}
    times, notes = assembly.dated(dates)
    plain: dict[str, Any] = {key: matter.fields.get(key) for key in ("title", "author", "publisher", "url", "agency")}
    metadata = dict(matter.metadata)
    written = matter.fields.get("language")
    language = language_code(written)
    if written and language is None:
        metadata.setdefault("language", written)
    return assembly.Known(
        **plain,
        language=language,
        published=times.get("published"),
        modified=times.get("modified"),
        guesses=guesses,
        metadata={**metadata, **notes},
    )


def _sorted_out(values: Mapping[str, str], mapping: Mapping[str, str], end: int) -> FrontMatter:
    fields: dict[str, str] = {}
    used: set[str] = set()
    by_key = {re.sub(r"[ -]", "_", key.lower()): key for key in reversed(list(values))}
    for name, aliases in ALIASES.items():
        for alias in (mapping[name],) if name in mapping else aliases:
            key = alias if alias in values else by_key.get(alias.lower())
            if key is not None and key not in used and values[key]:
                fields[name] = values[key]
                used.add(key)
                break
    return FrontMatter(fields, {key: value for key, value in values.items() if key not in used and value}, end)


def _lines(inside: str) -> dict[str, str]:
    """`key: value` lines; `- item` and indented lines go on with the key before them."""
    values: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in inside.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        item = _ITEM.match(line)
        if current is not None and (item or line[0] in " \t"):
            current.extend(_value(item[1] if item else line.strip()))
            continue
        found = _LINE.match(line)
        if found is None:
            return {}  # prose between two rules
        written = (found[2] or "").strip()
        current = [] if written in ("|", ">", "|-", ">-") else _value(written)
        values.setdefault(found[1].strip(), current)
    return {key: ", ".join(part for part in parts if part) for key, parts in values.items()}


def _value(written: str, depth: int = 0) -> list[str]:
    written = written.strip()
    if written.startswith("[") and written.endswith("]") and depth < DEEPEST_LIST:
        return [part for piece in written[1:-1].split(",") for part in _value(piece, depth + 1)]
    if len(written) >= 2 and written[0] == written[-1] and written[0] in "\"'":
        inner = written[1:-1]
        return [inner.replace('\\"', '"').replace("\\\\", "\\") if written[0] == '"' else inner.replace("''", "'")]
    written = re.sub(r"\s#\s.*$", "", written)
    return [] if written in ("", "null", "~") else [written]


def _toml(inside: str) -> dict[str, str]:
    import tomllib

    try:
        return _table(inside)
    except tomllib.TOMLDecodeError:
        return {}
    except ValueError:  # Python reads no number of so many digits; it is kept as text, and the other keys are read
        try:
            return _table(_LONG_NUMBER.sub(r'"\g<0>"', inside))
        except (ValueError, RecursionError):
            return {}
    except RecursionError:
        return {}


def _table(inside: str) -> dict[str, str]:
    import tomllib

    return {key: _flat(value) for key, value in tomllib.loads(inside.replace("\r\n", "\n")).items()}


def _flat(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(_flat, value))
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
