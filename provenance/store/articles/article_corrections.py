"""Corrections: what a person says about an article in the place of what was read. They hold for every version.

The rows of `versions` hold what is in force, so that filters, judgements and SQL read it as they read anything else;
`as_read` keeps what such a row held before, and `corrections` who corrected what and when. Nothing is deleted: an
edit that was undone says so. A new version of an article is corrected when it is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from provenance.errors import DamagedArchive, NoSuchArticle
from provenance.model import Correction, PublicationTime
from provenance.store.articles import article_rows as rows
from provenance.store.articles.article_addresses import write_addresses
from provenance.store.connection import ADVICE, Connection
from provenance.store.findings.utterance_store import forget_speakers
from provenance.store.records import Problem
from provenance.store.stored_values import from_column, now, row_checksum, to_column

Given = Mapping[str, str | PublicationTime | None]
TEXTS = ("title", "author", "publisher", "url")
TIMES = ("published", "published_precision", "published_earliest", "published_latest", "published_how")
# That an edit may change; `as_read` has them in this order. Release 0.4 kept no language: its rows have one less.
COLUMNS = (*TEXTS, *TIMES, "guesses", "language")
CORRECTED = "corrected"  # how a corrected date was got


def correct(connection: Connection, identity: str, given: Given, by: str) -> None:
    """Record one edit and let it hold for every version of the article; the caller holds the transaction.

    Raises NoSuchArticle.
    """
    key = _key(connection, identity)
    edit = int(connection.value("SELECT coalesce(max(edit), 0) FROM corrections") or 0) + 1
    made = now()
    connection.many(
        "INSERT INTO corrections (article, edit, field, value, made, made_by) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (key, edit, field, json.dumps(_columns(field, value)), made, to_column(by))
            for field, value in sorted(given.items())
        ],
    )
    _apply(connection, key)


def undo(connection: Connection, identity: str, by: str, *, everything: bool = False) -> list[str]:
    """Take the last edit of an article back, or all of them; the fields that change. The caller holds the
    transaction. Raises NoSuchArticle."""
    key = _key(connection, identity)
    in_force = "FROM corrections WHERE article = ?1 AND undone IS NULL"
    last = "" if everything else f" AND edit = (SELECT max(edit) {in_force})"
    changing = connection.rows(f"SELECT DISTINCT field {in_force}{last} ORDER BY field", (key,))
    fields = [field for (field,) in changing]
    connection.run(
        f"UPDATE corrections SET undone = ?2, undone_by = ?3 WHERE article = ?1 AND undone IS NULL{last}",  # noqa: S608
        (key, now(), to_column(by)),
    )
    if fields:
        _apply(connection, key)
    return fields


def describe_as_read(connection: Connection, number: int, language: str, how: str | None) -> None:
    """Add the language of a text that was read without, and how that was got; corrections stay in force.

    The caller holds the transaction.
    """
    read = _read_values(connection, number)
    kept = connection.value("SELECT count(*) FROM as_read WHERE number = ?", (number,))
    in_force = connection.value("SELECT guesses FROM versions WHERE number = ?", (number,))
    if kept:
        _keep_read(connection, number, {**read, "language": language, "guesses": _with_guess(read["guesses"], how)})
    connection.run(
        "UPDATE versions SET language = ?, guesses = ? WHERE number = ?",
        (to_column(language), _with_guess(in_force, how), number),
    )
    _write_checksum(connection, number)
    _forget_quotations(connection, number)


def _forget_quotations(connection: Connection, number: int) -> None:
    """Drop what was read of a text by the rules of another language; who asks next reads it anew."""
    forget_speakers(connection, [number])
    for table in ("quotations", "utterances"):
        connection.run(f"DELETE FROM {table} WHERE number = ?", (number,))  # noqa: S608


def _with_guess(guesses: str | None, how: str | None) -> str | None:
    known = {**(json.loads(guesses) if guesses else {}), **({"language": how} if how else {})}
    return json.dumps(dict(sorted(known.items())), separators=(",", ":")) if known else None


def _write_checksum(connection: Connection, number: int) -> None:
    identity, *described = connection.row(
        f"SELECT a.id, {rows.DESCRIBED} FROM versions v JOIN articles a USING (article) WHERE v.number = ?",  # noqa: S608
        (number,),
    ) or (None, None)
    checksum = rows.described_checksum(identity, described)
    connection.run("UPDATE versions SET checksum = ? WHERE number = ?", (checksum, number))


def correct_new_versions(connection: Connection, keys: Iterable[int]) -> None:
    """Let the corrections of these articles hold for versions that were written just now."""
    asked = json.dumps(sorted(set(keys)))
    for (key,) in connection.rows(
        "SELECT DISTINCT article FROM corrections WHERE undone IS NULL AND article IN "
        "(SELECT value FROM json_each(?)) ORDER BY article",
        (asked,),
    ):
        _apply(connection, key)


def corrections_of(connection: Connection, identity: str) -> list[Correction]:
    """Every correction that an article ever had, oldest first, each with what the newest version reads without."""
    found = connection.rows(
        "SELECT c.field, c.value, c.made, c.made_by, c.undone, c.undone_by, a.number FROM corrections c "
        "JOIN articles a USING (article) WHERE a.id = ? ORDER BY c.correction",
        (to_column(identity),),
    )
    if not found:
        return []
    read = _read_values(connection, found[0][-1])
    return [
        Correction(
            field,
            from_column(json.loads(value)[0]),
            from_column(read[field]),
            made,
            from_column(by) or "",
            undone,
            from_column(undone_by),
        )
        for field, value, made, by, undone, undone_by, _ in found
    ]


def correction_problems(connection: Connection) -> Iterator[Problem]:
    """What was read and is kept aside, against its checksum."""
    for number, content, checksum in connection.rows("SELECT number, content, checksum FROM as_read ORDER BY number"):
        if row_checksum((number, content)) != checksum:
            yield Problem(f"what was read of text {number}", f"is damaged; {ADVICE}")


def _key(connection: Connection, identity: str) -> int:
    key = connection.value("SELECT article FROM articles WHERE id = ?", (to_column(identity),))
    if key is None:
        raise NoSuchArticle(f"no article {identity!r} in {connection.path}")
    return int(key)


def _apply(connection: Connection, key: int) -> None:
    """Write what is in force into every version of the article, and its addresses."""
    in_force: dict[str, list[Any]] = {
        field: json.loads(value)
        for field, value in connection.rows(
            "SELECT field, value FROM corrections WHERE article = ? AND undone IS NULL ORDER BY correction", (key,)
        )
    }
    urls: list[tuple[str, int]] = []
    for (number,) in connection.rows("SELECT number FROM versions WHERE article = ? ORDER BY number", (key,)):
        read = _read_values(connection, number)
        values = dict(read)
        for field, columns in in_force.items():
            values |= dict(zip(_of_field(field), columns, strict=True))
        guesses = json.loads(read["guesses"]) if read["guesses"] else {}
        kept = {name: how for name, how in sorted(guesses.items()) if name not in in_force}
        values["guesses"] = read["guesses"] if len(kept) == len(guesses) else json.dumps(kept) if kept else None
        _keep_read(connection, number, read if in_force else None)
        before = _language(connection, number)
        assigned = ", ".join(f"{column} = ?" for column in COLUMNS)
        connection.run(
            f"UPDATE versions SET {assigned} WHERE number = ?",  # noqa: S608
            (*(values[column] for column in COLUMNS), number),
        )
        if _language(connection, number) != before:
            _forget_quotations(connection, number)
        _write_checksum(connection, number)
        urls += [(from_column(url) or "", key) for url in (read["url"], values["url"]) if url]
    connection.run("DELETE FROM addresses WHERE article = ?", (key,))
    write_addresses(connection, urls)


def _language(connection: Connection, number: int) -> str | None:
    """The language in force of a version: its quotations were read by the rules of it."""
    return from_column(connection.value("SELECT language FROM versions WHERE number = ?", (number,)))


def _read_values(connection: Connection, number: int) -> dict[str, Any]:
    """What was read of a version, by column."""
    kept = connection.row("SELECT content, checksum FROM as_read WHERE number = ?", (number,))
    if kept is not None:
        if row_checksum((number, kept[0])) != kept[1]:
            raise DamagedArchive(f"what was read of text {number} is damaged; {ADVICE}")
        values = json.loads(kept[0])
        if len(values) < len(COLUMNS):
            values.append(connection.value("SELECT language FROM versions WHERE number = ?", (number,)))
        return dict(zip(COLUMNS, values, strict=True))
    row = connection.row(f"SELECT {', '.join(COLUMNS)} FROM versions WHERE number = ?", (number,))  # noqa: S608
    return dict(zip(COLUMNS, row or (), strict=True))


def _keep_read(connection: Connection, number: int, read: Mapping[str, Any] | None) -> None:
    """Keep what was read of a version aside; None where the version itself has it again."""
    if read is None:
        connection.run("DELETE FROM as_read WHERE number = ?", (number,))
        return
    content = json.dumps([read[column] for column in COLUMNS])
    connection.run(
        "INSERT OR REPLACE INTO as_read (number, content, checksum) VALUES (?, ?, ?)",
        (number, content, row_checksum((number, content))),
    )


def _of_field(field: str) -> Sequence[str]:
    return TIMES if field == "published" else (field,)


def _columns(field: str, value: str | PublicationTime | None) -> list[Any]:
    """The values of a field's columns."""
    if value is None:
        return [None] * len(_of_field(field))
    if isinstance(value, PublicationTime):
        return [to_column(value.written), value.precision, float(value.earliest), float(value.latest), CORRECTED]
    return [to_column(value)]
