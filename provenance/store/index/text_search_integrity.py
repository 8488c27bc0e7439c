"""Whether the text search fits the texts: every text is in it once, with all of its words and no others.

What is compared are sums over the places of each word in all texts, and the number of words of each text. Whether
the pages of the index fit each other and lead to every word is SQLite's own check of a copy of them: the index itself
is open for reading only. Nothing is changed that outlives the check.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from provenance.errors import DamagedArchive
from provenance.store.connection import Connection
from provenance.store.index.text_search import TextSearch
from provenance.store.records import Problem
from provenance.store.stored_values import from_column

REINDEX = "`provenance reindex` makes the text search anew"
# Every occurrence of every word in a table: term, text, place. 15 million of 100 MB of text are read in .8 s.
_VOCABULARY = "CREATE VIRTUAL TABLE temp.{name} USING fts5vocab({schema}, {table}, instance)"
_SUMS = "SELECT term, count(*), sum(doc), sum(offset), sum(doc * offset % 1000003) FROM temp.{name} GROUP BY term"
CREATE = "CREATE VIRTUAL TABLE temp.{name} USING fts5(words, content='', tokenize='ascii')"
PORTION = 500  # pages in memory at a time
_COPIED = ("data", "idx", "docsize", "config")


def check_words(
    connection: Connection, portions: Iterable[tuple[Sequence[int], Sequence[bytes]]]
) -> Iterator[Problem]:
    """Every difference between the text search and the words of all texts that it should have.

    `portions` gives numbers of texts and their folded words, ascending, every version of every article. The caller
    holds a snapshot. 2 s per 100 MB of text.
    """
    search = TextSearch(connection)
    if not search.usable:
        return
    waiting = set(search.unindexed())
    stored = search.sizes()
    with _scratch(connection):
        for numbers, words in portions:
            mine = [(n, w) for n, w in zip(numbers, words, strict=True) if n not in waiting]
            connection.many("INSERT INTO temp.fresh (rowid, words) VALUES (?, ?)", ((n, w.decode()) for n, w in mine))
            for number, each in mine:
                held = stored.pop(number, None)
                if held is None:
                    yield Problem(_named(connection, number), f"its words are not in the text search; {REINDEX}")
                elif held != (each.count(b" ") + 1 if each else 0):
                    yield Problem(_named(connection, number), f"the text search has other words of it; {REINDEX}")
        for number in sorted(stored):
            yield Problem(f"text number {number}", f"is gone, and the text search has its words; {REINDEX}")
        made, kept = (_SUMS.format(name=name) for name in ("made", "kept"))
        differing = connection.value(f"SELECT count(*) FROM ({made} EXCEPT {kept})") + connection.value(  # noqa: S608
            f"SELECT count(*) FROM ({kept} EXCEPT {made})"  # noqa: S608
        )
        if differing:
            yield Problem("text search", f"{differing:,} words occur elsewhere than it says; {REINDEX}")
        yield from _pages(connection)


def _pages(connection: Connection) -> Iterator[Problem]:
    """Whether the pages of the index fit each other, by SQLite's check of a copy of them."""
    connection.run(CREATE.format(name="held"))
    for part in _COPIED:
        connection.run(f"DELETE FROM temp.held_{part}")  # noqa: S608
        connection.run(f"INSERT INTO temp.held_{part} SELECT * FROM main.text_search_{part}")  # noqa: S608
    try:
        connection.run("INSERT INTO temp.held (held, rank) VALUES ('integrity-check', 0)")
    except DamagedArchive:
        yield Problem("text search", f"its pages do not fit each other; {REINDEX}")
        return
    if not all(_leads_to(term, block) for term, block in _leaves(connection)):
        yield Problem("text search", f"it leads to pages that do not have the words; {REINDEX}")


def _leaves(connection: Connection) -> Iterator[tuple[object, object]]:
    """For each page that the index leads to, the beginning of its first word as the index has it, and its bytes.

    SQLite's check lets such a beginning be any word that is not after the page's first; words between the two are
    then looked for on the wrong page.
    """
    # Merges take pages, and words of the first one left, from the beginning of a part; what led to them stays.
    places = connection.rows(
        "SELECT term, (segid << 37) + (pgno >> 1) AS place FROM text_search_idx WHERE place > "
        "(SELECT min(id) FROM text_search_data WHERE id BETWEEN segid << 37 AND (segid << 37) + (1 << 31))"
    )
    for start in range(0, len(places), PORTION):
        portion = places[start : start + PORTION]
        asked = json.dumps([place for _, place in portion])
        blocks = dict(
            connection.rows(
                "SELECT id, block FROM text_search_data WHERE id IN (SELECT value FROM json_each(?))", (asked,)
            )
        )
        yield from ((term, blocks.get(place)) for term, place in portion)


def _leads_to(term: object, block: object) -> bool:
    """Whether a page's first word begins so. The offset of that word is the first number behind the page's words,
    whose end is said by its third and fourth bytes ("The Segment Leaf Format" in SQLite's fts5_index.c)."""
    if not isinstance(term, bytes) or not isinstance(block, bytes):
        return False
    offset, _ = _varint(block, int.from_bytes(block[2:4], "big"))
    length, begin = _varint(block, offset)
    return block[begin : begin + length].startswith(term)


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """A number of seven bits a byte, the highest first, and the place after it."""
    value = 0
    for number, byte in enumerate(data[place : place + 9]):
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + number + 1
    return value, place


def _named(connection: Connection, number: int) -> str:
    row = connection.row(
        "SELECT a.id, v.version FROM versions v JOIN articles a USING (article) WHERE v.number = ?", (number,)
    )
    return f"article {from_column(row[0])!r} version {row[1]}" if row else f"text number {number}"


@contextmanager
def _scratch(connection: Connection) -> Iterator[None]:
    """Tables outside the archive's file: `fresh`, a text search to fill, the words of it and of the archive's, `made`
    and `kept`, and, once there is one, `held`, a copy of the archive's."""
    reading = connection.value("PRAGMA query_only")
    connection.rows("PRAGMA query_only = OFF")  # which forbids tables outside the file, too
    names = ("fresh", "made", "kept", "held")
    try:
        for name in names:
            connection.run(f"DROP TABLE IF EXISTS temp.{name}")
        connection.run(CREATE.format(name="fresh"))
        connection.run(_VOCABULARY.format(name="made", schema="temp", table="fresh"))
        connection.run(_VOCABULARY.format(name="kept", schema="main", table="text_search"))
        yield
    finally:
        for name in reversed(names):
            connection.run(f"DROP TABLE IF EXISTS temp.{name}")
        connection.rows(f"PRAGMA query_only = {int(reading)}")
