"""A row of JSON, CSV or Parquet becomes one article, or the reason why not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from provenance.languages.codes import language_code
from provenance.model import Article, Note, SkippedInput
from provenance.model.appearance import is_seen
from provenance.sources import assembly, json_lists, row_keys, row_values
from provenance.sources.agency import ninjs
from provenance.sources.pages.notice_pages import told
from provenance.sources.readers import Request
from provenance.sources.times.date_order import ReadRow

if TYPE_CHECKING:
    from provenance.sources.characters.decoding import Decoded
    from provenance.sources.times.timestamps import DateOrder

_NAMES = ("title", "author", "publisher", "url", "agency", "language")
_CUT = re.compile(r"\[\+[0-9]{1,7} chars\]\s*\Z")  # what NewsAPI writes where it leaves off
_DATES = ("published", "modified")
_DAY_NUMBER = re.compile(r"[23456][0-9]{4}(?:\.[0-9]{1,15})?")  # from 1954 to 2091
LONGEST_DATE = 80  # characters
_HALF_PAIR = re.compile("[\ud800-\udfff]")


def read_row(
    row: object,
    where: str,
    fallback_id: str,
    origin: str,
    request: Request,
    decoded: Decoded | None = None,
    *,
    spreadsheet: bool = False,
) -> ReadRow:
    """The article of one row, or why there is none. `fallback_id` names it where the row has no `id`; `where` is for
    people; `decoded` says how its bytes were read. A `spreadsheet` writes days as numbers."""
    try:
        found = _read_row(row, where, fallback_id, origin, request, spreadsheet)
        return found if decoded is None or decoded.guess is None else _with_encoding(found, decoded, where)
    except RecursionError:
        return ReadRow(SkippedInput(where, "it is nested too deeply; no article is", "broken-json"))
    except Exception as error:
        from provenance.sources.unforeseen import skipped

        return ReadRow(skipped(where, error))


def _with_encoding(found: ReadRow, decoded: Decoded, where: str) -> ReadRow:
    """The same with the guessed encoding said, and doubt about it noted."""
    if not isinstance(found.result, Article) or decoded.guess is None:
        return found
    notes = (Note(where, decoded.doubt, "encoding-doubtful"),) if decoded.doubt else ()
    guesses = {**found.result.guesses, "encoding": decoded.guess}
    return found._replace(result=replace(found.result, guesses=guesses, notes=(*found.result.notes, *notes)))


def _read_row(row: object, where: str, fallback_id: str, origin: str, request: Request, spreadsheet: bool) -> ReadRow:
    if not isinstance(row, Mapping):
        reason = f'it is {row_values.kind(row)}, not an object with a text; expected {{"text": ...}}'
        return ReadRow(SkippedInput(where, reason, "no-text"))
    if ninjs.is_ninjs(row):
        row = ninjs.as_row(row)
    if "text" not in row and not spreadsheet:
        row = json_lists.unwrapped(row, request) or row
    plan = row_keys.plan([key for key in row if isinstance(key, str)], request.mapping)
    found = _text(row, plan, where, request)
    if isinstance(found, SkippedInput):
        return ReadRow(found)
    text, place, words = found
    given, foreign, left = _given(row, plan)
    if not place.steps:
        left.add(place.key)
    metadata = {
        str(key): shown for key, value in row.items() if key not in left and (shown := row_values.as_text(value))
    }
    days = _from_day_numbers(given) if spreadsheet else {}
    how = _how_dated(request.mapping.get("published", ""))
    times, unread = assembly.dated({**{key: given.get(key) for key in _DATES}, **days}, how, request.dates)
    notes = _notes(row, plan, given, text, where)
    guesses = {field: f'key "{shown_key}"' for field, shown_key in foreign.items()}
    guesses |= dict.fromkeys(days.keys() & times.keys(), "the day's number in a spreadsheet")
    if words or not place.own:
        guesses["text"] = words or f'key "{place.shown}"'
    values: dict[str, Any] = {key: given.get(key) for key in _NAMES}
    known = assembly.Known(
        **values,
        published=times.get("published"),
        modified=times.get("modified"),
        guesses=guesses,
        metadata={**metadata, **unread},
        notes=notes,
    )
    named = row_values.name_of(given.get("id"))
    broken = _half_pairs({"text": text, "id": named or "", **_strings(known), **metadata})
    if broken:
        reason = f'its "{broken}" holds half of a surrogate pair, which is no character; write it anew'
        return ReadRow(SkippedInput(where, reason, "undecodable"))
    if named and "\0" in named:
        return ReadRow(SkippedInput(where, f'its "id" {named[:40]!r} holds a NUL, which no id may', "undecodable"))
    article = told(assembly.article(named or fallback_id, text, origin, known, request.settings.guess), where)
    orders = (_shown_order(given[field]) for field in _DATES if isinstance(given.get(field), str))
    return ReadRow(article, next((order for order in orders if order), None))


def missing_columns(names: Sequence[str], request: Request, name: str) -> SkippedInput | None:
    """The reason why a table with these columns gives no articles, where none of them is the text."""
    if row_keys.has_text(names, request.mapping):
        return None
    key = request.mapping.get("text", "text")
    shown = ", ".join(repr(column[:40]) for column in names[:12])
    reason = f'it has no column "{key}" among {shown}; name the one with the text: --map text=COLUMN'
    address = next(iter(row_keys.plan(names, request.mapping).places["url"]), None)
    if address is not None:
        reason += f'; or fetch the addresses in "{address.shown[:40]}": provenance add --from-file'
    return SkippedInput(name, reason, "no-column")


def _text(
    row: Mapping[Any, Any], plan: row_keys.Plan, where: str, request: Request
) -> tuple[str, row_keys.Place, str] | SkippedInput:
    """The text, its place, and what was done to it; the first place with words in it."""
    places = plan.places["text"]
    if not places:
        key = request.mapping.get("text", "text")
        return SkippedInput(
            where, f'it has no "{key}"; {_keys(row)} name the one with the text: --map text=KEY', "no-text"
        )
    place, text, how = places[0], places[0].of(row), ""
    for other in places:
        value = other.of(row)
        found = value if isinstance(value, str) else row_values.words(value)
        if found and found.strip():
            place, text, how = other, found, "" if found is value else f"the words of {_what(value, other)}"
            break
    if not isinstance(text, str):
        if text is None and request.mapping.get("text") and place.steps:
            return SkippedInput(where, f'it has nothing at "{place.shown}"; {_keys(row)} --map text=KEY', "no-text")
        return SkippedInput(where, f'its "{place.shown}" is {row_values.kind(text)}, not text', "no-text")
    if not text.strip():
        return SkippedInput(where, f'its "{place.shown}" is empty', "no-text")
    if len(text) > request.settings.largest_text:
        reason = f"its text is longer than {request.settings.largest_text:,} characters; split it"
        return SkippedInput(where, reason, "too-large")
    if (place.shown == "text" and not how) or "<" not in text:
        return text, place, how
    from provenance.sources.pages import markup  # with html.parser it takes 2 ms

    if not markup.has_markup(text):
        return text, place, how
    text = markup.plain(text)
    if not text:
        return SkippedInput(where, f'its "{place.shown}" is HTML without words', "no-text")
    return text, place, f'the HTML in "{place.shown}", without its marks'


def _what(value: object, place: row_keys.Place) -> str:
    return f'{row_values.kind(value)} at "{place.shown}"'


def _how_dated(column: str) -> dict[str, str]:
    """How the date of publication was got, where its column is named after a program that saw the article."""
    return {"published": f'crawl time, key "{column}"'} if column and is_seen(column) else {}


def _given(row: Mapping[Any, Any], plan: row_keys.Plan) -> tuple[dict[str, Any], dict[str, str], set[str]]:
    """The value of each field, from the first place that has one; of other programs' names, the name of the place;
    and the keys that are no metadata because all of their value is read."""
    given: dict[str, Any] = {}
    foreign: dict[str, str] = {}
    read: set[str] = set()
    for field, places in plan.places.items():
        if field == "text":
            continue
        for place in places:
            if place.own:
                read.add(place.key)
            value = row.get(place.key) if not place.steps else place.of(row)
            if value is None or value == "":
                continue
            value = _field(field, value, place)
            if value is None:
                if field == "language":
                    read.discard(place.key)  # "formal", say: it stays among the metadata
                continue
            given[field] = value
            if not place.own:
                foreign[field] = place.shown
                if not place.steps:
                    read.add(place.key)
            break
    return given, foreign, read


def _field(field: str, value: Any, place: row_keys.Place) -> Any:
    """The value as the field has it; None where it is none of the field."""
    if field not in _NAMES:
        return _moment(value, place) if field in _DATES else value
    if not place.own and isinstance(value, str) and place.steps:
        from provenance.sources.pages import markup

        value = markup.plain(value)
    line = row_values.line(value)
    if field == "language":
        return language_code(line)
    if field == "author" and not place.steps and isinstance(value, int | float):
        return line if place.own and place.shown != "author" else None  # the number of an account
    if field == "url" and place.shown.lower() in ("source", "uri", "guid") and "://" not in (line or ""):
        return None
    if field == "publisher" and line is not None and not place.own:
        return _publisher(line, place)
    return line


def _moment(value: Any, place: row_keys.Place) -> Any:
    """The date that a value holds; "data" is one in some languages only, and has digits there."""
    value = row_values.moment(value)
    words = place.shown.lower() == "data" and isinstance(value, str)
    return None if words and (len(value) > LONGEST_DATE or not any(map(str.isdecimal, value))) else value


def _publisher(line: str, place: row_keys.Place) -> str | None:
    """A name or a host; a "source" that is neither is something else."""
    if line.lower().startswith(("http://", "https://")):
        return line.split("//", 1)[1].split("/", 1)[0].rpartition("@")[2].split(":", 1)[0].lower() or None
    if place.shown.lower() == "source" and not (
        line[:1].isupper() or re.fullmatch(r"[a-z0-9.-]+\.[a-z]{2,12}", line)
    ):
        return None
    return line


def _notes(
    row: Mapping[Any, Any], plan: row_keys.Plan, given: Mapping[str, Any], text: str, where: str
) -> tuple[Note, ...]:
    notes = []
    for field, column in plan.missing:
        reason = f'it has no "{column}", which --map {field}={column} names; {_keys(row)}'
        notes.append(Note(where, reason.rstrip(";"), "map-unused"))
    if "published" not in given and plan.dates and "published" not in dict(plan.missing):
        from provenance.sources.times.timestamps import parse_time

        key = next((key for key in plan.dates if parse_time(row[key], order="day-first") is not None), None)
        if key is not None:
            reason = f'its "{key}" looks like the date and was not used; to use it: --map published={key}'
            notes.append(Note(where, reason, "date-unused"))
    if text.endswith("chars]") and _CUT.search(text):
        notes.append(Note(where, "its text breaks off: the service that gave it leaves out the rest", "text-cut"))
    return tuple(notes)


def _from_day_numbers(given: dict[str, Any]) -> dict[str, str]:
    """Dates that a spreadsheet wrote as the number of days since the last day but one of 1899, in ISO form."""
    found: dict[str, str] = {}
    for field in _DATES:
        value = given.get(field)
        if isinstance(value, str) and value.startswith("'"):  # as what a cell that is text begins with
            given[field] = value = value[1:]
        if isinstance(value, str) and _DAY_NUMBER.fullmatch(value.strip()):
            days, _, rest = value.strip().partition(".")
            moment = datetime(1899, 12, 30) + timedelta(days=int(days), minutes=round(1440 * float(f"0.{rest or 0}")))  # noqa: DTZ001
            found[field] = moment.isoformat(timespec="minutes") if rest.strip("0") else moment.date().isoformat()
    return found


def _shown_order(value: str) -> DateOrder | None:
    if value[:4].isdigit():  # as in most
        return None
    from provenance.sources.times.date_doubts import shown_order

    return shown_order(value)


def _strings(known: assembly.Known) -> dict[str, str]:
    return {key: value for key in _NAMES if (value := getattr(known, key))}


def _half_pairs(values: Mapping[str, str]) -> str | None:
    """The first key whose value (or which itself) holds half of a surrogate pair."""
    for key, value in values.items():
        for part in (value, key):
            if not part.isascii() and _HALF_PAIR.search(part):
                return key.encode("utf-8", "replace").decode()
    return None


def _keys(row: Mapping[Any, Any]) -> str:
    shown = ", ".join(sorted(repr(str(key)[:40]) for key in list(row)[:12]))
    return f"its keys are {shown};" if shown else "it is empty;"
