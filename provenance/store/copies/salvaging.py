"""What is whole of a damaged archive: articles and versions, what was said and corrected, and what of it is lost.

Texts are held against their digests, what is known of them against checksums, rows against what indexes repeat of
them. What can be computed again (fingerprints, links, quotations, codes of sentences) is not looked for. Only the
bytes of the file are read; see `raw_pages`.
"""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from provenance.errors import DamagedArchive, NewerArchive
from provenance.store.articles.article_rows import DESCRIBED, described_checksum, digest_of, unpacked
from provenance.store.copies.raw_pages import RawPages
from provenance.store.copies.raw_tables import DIGEST, RawTables, Row
from provenance.store.migrations import PAGE_SIZE, archive_steps
from provenance.store.opening import SCHEMA
from provenance.store.schema_steps import STEPS
from provenance.store.stored_values import LANGUAGES_READ_TO, from_column, is_sound, row_checksum

SAVED = ("articles", "versions", "texts", "as_read", "corrections", "reviews")
_STEP = re.compile(r"\d{4} [a-z]")
_KNOWN = tuple(column.strip().removeprefix("v.") for column in DESCRIBED.split(","))  # what a checksum covers
_BLANK = {column: None for column in _KNOWN if column not in ("digest", "body_start", "body_end")}


@dataclass(slots=True)
class Salvaged:
    """Rows to write, by table, in the tables that the first `steps` steps make; `lost` has a line for each loss."""

    steps: tuple[str, ...]
    rows: dict[str, list[Row]] = field(default_factory=dict)
    properties: dict[str, Any] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)


def salvage(content: Any) -> Salvaged:
    """Everything that is whole of a file's bytes (`bytes` or a memory map).

    Raises NewerArchive where the tables are of a later release, DamagedArchive where no article can be read.
    """
    pages = RawPages(content, PAGE_SIZE)
    steps = _steps(pages)
    columns, keys = _columns(steps)
    tables = RawTables(pages, columns, keys)
    found = Salvaged(steps)
    _articles(tables, found)
    if not found.rows["versions"]:
        raise DamagedArchive("no article can be read from it")
    for table in ("as_read", "corrections", "reviews"):
        if table in columns:
            found.rows[table] = [*_said(table, columns[table], keys[table], tables, found)]
    found.properties = dict(_properties(tables))
    return found


def _steps(pages: RawPages) -> tuple[str, ...]:
    """The steps that made the tables; all of this program's where that cannot be read."""
    tables = RawTables(pages, {}, {})
    named = {
        value
        for row in tables.listed("_sqlite_migrations")
        for value in row
        if isinstance(value, str) and _STEP.match(value)
    }
    ours = tuple(name for name, _ in STEPS)
    later = sorted(name for name in named if name[:4] > ours[-1][:4])
    if later and int.from_bytes(pages.content[60:64], "big") > SCHEMA:
        raise NewerArchive(f"its tables are of a later release ({later[0]!r}); repair it with that")
    last = max((name for name in ours if name in named), default=ours[-1])
    # A released archive was made by the first step, by the first seven, or by all: one damaged name decides nothing.
    return ours[:1] if last < "0002" else ours[:7] if last < "0008" else ours


def _columns(steps: tuple[str, ...]) -> tuple[dict[str, dict[str, bool]], dict[str, str]]:
    """The columns of each table, with whether they hold fractions, and the one that is its row id."""
    with closing(empty_tables(":memory:", steps)) as raw:
        found = {
            name: raw.execute("SELECT name, type, pk FROM pragma_table_info(?)", (name,)).fetchall() for name in SAVED
        }
    columns = {name: {column: kind == "REAL" for column, kind, _ in rows} for name, rows in found.items() if rows}
    keys = {name: next((column for column, _, pk in rows if pk == 1), "") for name, rows in found.items() if rows}
    return columns, keys


def empty_tables(path: str, steps: tuple[str, ...]) -> sqlite3.Connection:
    """A new database with the tables that these steps make."""
    from sqlite_utils import Database, Migrations

    chosen = Migrations(archive_steps().name)
    for name, step in STEPS:
        if name in steps:
            chosen(name=name)(step)
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    chosen.apply(Database(raw))
    return raw


# Articles -----------------------------------------------------------------------------------------------------------


def _articles(tables: RawTables, found: Salvaged) -> None:
    names = _names(tables)
    texts = tables.rows("texts", lambda row: row["packed"] in (0, 1) and isinstance(row["content"], bytes))
    versions = tables.rows("versions", _is_version)
    repeated = tables.copies("versions")
    whole: dict[int, list[tuple[Row, str]]] = {}  # by article: the rows of versions with their texts
    gone: dict[int, list[str]] = {}
    for number in sorted({*versions, *repeated, *texts}):
        row = versions.get(number)
        known = row or repeated.get(number, {})
        article = known.get("article")
        if not isinstance(article, int):
            found.lost.append(f"a text (number {number}): whose it was cannot be read")
            continue
        if row is None and number in texts:
            row = _unknown(number, known, texts[number])
        text = _text(row, texts.get(number))
        if row is not None and text is not None:
            whole.setdefault(article, []).append((row, text))
            continue
        why = "what is known about it is lost" if row is None else "its text is damaged"
        gone.setdefault(article, []).append(f"version {known.get('version')}: {why}")
    found.rows = {"articles": [], "versions": [], "texts": []}
    for article in sorted({*names, *whole, *gone}):
        kept = whole.get(article, [])
        identity = _identity(article, names.get(article, []), kept)
        where = f"article {from_column(identity)!r}"
        rest = "" if kept else "; nothing of it is saved"
        if article in gone:
            found.lost.append(f"{where}, {', '.join(gone[article])}{rest}")
        elif not kept:
            found.lost.append(f"{where}: no text of it is there")
        for row, text in kept:
            found.rows["versions"].append(_described(row, identity, text, where, found))
            found.rows["texts"].append(texts[row["number"]])
        if kept:
            found.rows["articles"].append({"article": article, "id": identity, "number": kept[-1][0]["number"]})


def _names(tables: RawTables) -> dict[int, list[str]]:
    """The ids that articles may have, by their keys: as the table has it, and as an index repeats it."""
    rows = tables.rows("articles", lambda row: isinstance(row["id"], str) and not str(row["id"]).startswith('["'))
    found: dict[int, list[str]] = {}
    for key, row in [*rows.items(), *tables.copies("articles").items()]:
        identity = row.get("id")
        if isinstance(identity, str) and _is_name(identity):
            found.setdefault(key, []).append(identity)
    return found


def _is_name(stored: str) -> bool:
    try:
        return bool(from_column(stored))
    except DamagedArchive:
        return False


def _identity(article: int, names: list[str], kept: list[tuple[Row, str]]) -> str:
    """The one of an article's ids that a checksum confirms, else the first, else one that says that it is lost."""
    for name in names:
        if any(_is_described(row, name) for row, _ in kept):
            return name
    return names[0] if names else f"lost-id-{article}"


def _is_described(row: Row, identity: str) -> bool:
    made = described_checksum(identity, [row.get(column) for column in _KNOWN])
    return bool(made == row["checksum"])


def _is_version(row: Row) -> bool:
    return isinstance(row["article"], int) and isinstance(row["digest"], bytes) and len(row["digest"]) == 32


def _text(row: Row | None, text: Row | None) -> str | None:
    """The text of a version where it is what was stored."""
    if row is None or text is None:
        return None
    try:
        return unpacked("", text["packed"], text["content"], row["digest"]).decode("utf-8", "surrogatepass")
    except (DamagedArchive, TypeError, ValueError):
        return None


def _unknown(number: int, known: Row, text: Row) -> Row | None:
    """A row for a text of which only indexes know anything; None where they do not prove it."""
    try:
        plain = zlib.decompress(text["content"], -15) if text["packed"] else text["content"]
    except zlib.error:
        return None
    digest = digest_of(plain)
    if not isinstance(known.get("version"), int) or known.get(DIGEST) != digest[:8]:
        return None
    row = dict.fromkeys(("characters", "body_start", "body_end"), -1) | {"digest": digest, "checksum": -1}
    return {**row, **_BLANK, "number": number, **{name: known.get(name) for name in ("article", "version", "added")}}


def _described(row: Row, identity: str, text: str, where: str, found: Salvaged) -> Row:
    """The row of a version whose text is whole: as it is, or without what is known about it where that is damaged."""
    if _is_described(row, identity) and row["characters"] == len(text):
        return row
    found.lost.append(
        f"{where}, version {row['version']}: its title, author, date and whatever else is known about it is lost; "
        "its text is saved without"
    )
    row = {**row, **_BLANK, "body_start": 0, "body_end": len(text), "characters": len(text)}
    row["checksum"] = described_checksum(identity, [row.get(column) for column in _KNOWN])
    row["added"] = row["added"] if isinstance(row["added"], str) else ""
    return row


# What people said ---------------------------------------------------------------------------------------------------


def _said(table: str, columns: Iterable[str], key: str, tables: RawTables, found: Salvaged) -> Iterator[Row]:
    """The rows of a table that people wrote, or that keeps what was read before they corrected it."""
    known = {"article": {row["article"] for row in found.rows["articles"]}}
    known["number"] = {row["number"] for row in found.rows["versions"]}
    rows = tables.rows(table, lambda row: _fits(table, row))
    copies = tables.copies(table)
    for number in sorted({*rows, *copies}):
        row = rows.get(number)
        where = _where(table, number, row or copies.get(number, {}))
        if row is None or not _fits(table, row):
            row = dict.fromkeys(columns) | copies.get(number, {}) | {key: number}
            if not _fits(table, row):
                found.lost.append(f"{where}: cannot be read")
                continue
        differing = [name for name, value in copies.get(number, {}).items() if name in row and row[name] != value]
        if differing:
            found.lost.append(
                f"{where}: which {differing[0]} is right cannot be told; it is saved as the table has it"
            )
        if any(value is not None and value not in known[kind] for kind, value in _references(row)):
            found.lost.append(f"{where}: is about an article or a version that is lost")
            continue
        seen = row.get("checksum") if table == "reviews" else None
        if seen is not None and not is_sound(row.get("content"), seen):
            row = {**row, "content": None, "checksum": None}
            found.lost.append(f"{where}: the link that the person saw is lost; what was said is saved")
        yield row


def _where(table: str, number: int, row: Mapping[str, Any]) -> str:
    """Which row it is, with what people said in it, so that it can be said again."""
    if table == "as_read":
        return f"what was read before corrections of text {number}"
    told = {"reviews": ("said", "note", "person"), "corrections": ("field", "value", "made_by")}[table]
    words = [f"{name.replace('_', ' ')} {row[name]!r}" for name in told if row.get(name)]
    return f"{table.removesuffix('s')} {number} ({', '.join(words)})"


def _fits(table: str, row: Row) -> bool:
    if table == "as_read":
        return isinstance(row["content"], str) and row_checksum((row["number"], row["content"])) == row["checksum"]
    if table == "corrections":
        return all(isinstance(row[name], str) for name in ("field", "made")) and isinstance(row["article"], int)
    return isinstance(row.get("made"), str)


def _references(row: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        if name in ("article", "low", "high"):
            yield "article", value
        elif name in ("number", "low_number", "high_number"):
            yield "number", value


def _properties(tables: RawTables) -> Iterator[tuple[str, Any]]:
    """Fitted weights, measurements, and up to where an older archive's languages were told."""
    for row in tables.listed("properties"):
        if len(row) != 2 or not isinstance(row[0], str):
            continue
        name, value = row
        if name == LANGUAGES_READ_TO and isinstance(value, int):
            yield name, value
        elif name == "news weights" or name.startswith("detection "):
            try:
                json.loads(value)
            except (ValueError, TypeError):
                continue
            yield name, value
