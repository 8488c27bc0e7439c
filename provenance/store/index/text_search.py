"""Which texts hold given words in a row: SQLite's full-text index FTS5 over the folded words of every version.

The index has words and their places and no texts, which are stored once, packed. It gets words that are folded
already, separated by blanks, so that its simplest tokenizer separates them and the same fold decides here and in
`provenance.text`. Texts whose words it lacks are listed in `unsearchable`: those of an archive made before version
0.3.0 until they are indexed, and those that a Python without FTS5 added. Whoever asks reads these one by one, so that
no answer is short of a text. Nothing here folds words.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence

from provenance.errors import ArchiveError, DamagedArchive
from provenance.store.connection import Connection
from provenance.store.stored_values import overwriting

Fold = Callable[[Sequence[str]], Sequence[bytes]]  # texts -> their folded words, as `provenance.text.folded_text`

CREATE = "CREATE VIRTUAL TABLE text_search USING fts5(words, content='', tokenize='ascii')"
# FTS5 writes a part of its index for so many bytes of words (one portion of `add` has less), and merges parts when
# there are so many of one size: 1.4 s of CPU time for 29,818 releases (30 parts); 1.9 s where 6 are merged as soon as
# they are there, 2.55 s with its defaults of 1 MiB and 4.
OPTIONS = (("hashsize", 8 << 20), ("automerge", 0), ("crisismerge", 40))
# Words of a phrase that the index is asked for; each opens a list of its own. Further ones are compared in the texts.
MOST_ASKED = 64


class TextSearch:
    """`store.words`: the numbers of texts that hold words in a row. It names texts by number, every version alike."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def available(self) -> bool:
        """Whether this Python's SQLite has FTS5."""
        return bool(self._connection.value("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'"))

    @property
    def usable(self) -> bool:
        """Whether the index can be asked: FTS5 is there, and the archive has the table."""
        return self.available and bool(
            self._connection.value("SELECT 1 FROM sqlite_master WHERE name = 'text_search' AND type = 'table'")
        )

    def holding(self, words: bytes) -> list[int]:
        """The numbers of indexed texts that hold these folded words in a row, ascending.

        Of more than MOST_ASKED words only the first so many are looked for. Texts in `unindexed` are not among them.
        """
        if not words or not self.usable:
            return []
        asked = b" ".join(words.split(b" ", MOST_ASKED)[:MOST_ASKED]).decode()
        return self._matching(f'"{asked}"')

    def holding_any(self, words: Iterable[bytes]) -> list[int]:
        """The numbers of indexed texts that hold at least one of these words, ascending."""
        alternatives = " OR ".join(f'"{word.decode()}"' for word in words)
        return self._matching(alternatives) if alternatives and self.usable else []

    def frequency(self, word: bytes) -> int:
        """In how many indexed texts a folded word occurs."""
        return len(self.holding(word))

    def _matching(self, expression: str) -> list[int]:
        numbers: list[int] = self._connection.numbers(
            "SELECT rowid FROM text_search WHERE text_search MATCH ? ORDER BY rowid", (expression,)
        ).tolist()
        return numbers

    def unindexed(self, limit: int = -1) -> list[int]:
        """The numbers of texts whose words are not in the index, ascending, at most `limit`."""
        numbers: list[int] = self._connection.numbers(
            f"SELECT number FROM {self._lacking} ORDER BY number LIMIT ?",  # noqa: S608
            (limit,),
        ).tolist()
        return numbers

    @property
    def _lacking(self) -> str:
        """The table whose texts are not in the index."""
        return "unsearchable" if self.available else "versions"

    def left(self) -> int:
        """How many texts' words are not in the index."""
        count: int = self._connection.value(f"SELECT count(*) FROM {self._lacking}")  # noqa: S608
        return count

    def write(self, numbers: Sequence[int], words: Sequence[bytes]) -> None:
        """Index the folded words of new texts; the caller holds the transaction in which the texts are written."""
        if not self.available:
            self._connection.many("INSERT INTO unsearchable (number) VALUES (?)", ((number,) for number in numbers))
            return
        self._insert(numbers, words)

    def fill(self, numbers: Sequence[int], words: Sequence[bytes]) -> None:
        """Index texts that were in `unindexed`, in one transaction; those that are no longer there are left out."""
        with self._connection.transaction():
            lacking = {
                number
                for (number,) in self._connection.rows(
                    "SELECT number FROM unsearchable WHERE number IN (SELECT value FROM json_each(?))",
                    (json.dumps([*numbers]),),
                )
            }
            chosen = [(n, w) for n, w in zip(numbers, words, strict=True) if n in lacking]
            self._insert([n for n, _ in chosen], [w for _, w in chosen])
            self._connection.many("DELETE FROM unsearchable WHERE number = ?", ((n,) for n, _ in chosen))

    def _insert(self, numbers: Sequence[int], words: Sequence[bytes]) -> None:
        if not self.usable:
            self._create()
        rows = zip(numbers, (each.decode() for each in words), strict=True)
        self._connection.many("INSERT INTO text_search (rowid, words) VALUES (?, ?)", rows)

    def _create(self) -> None:
        self._connection.run(CREATE)
        self._connection.many("INSERT INTO text_search (text_search, rank) VALUES (?, ?)", OPTIONS)

    def forget(self, numbers: Sequence[int], words: Sequence[bytes]) -> None:
        """Take the words of texts out; the caller holds the transaction, and calls `rewrite` when it is done.

        `words` must be those that were indexed. Raises ArchiveError where this Python cannot change the index: the
        words of a removed text would stay in the file.
        """
        if self._connection.value("SELECT 1 FROM sqlite_master WHERE name = 'text_search'") and not self.available:
            raise ArchiveError(
                f"{self._connection.path}: nothing was removed, because this Python's SQLite lacks FTS5 and the "
                "words would stay in the archive's text search; remove it with another build of Python"
            )
        waiting = set(self.unindexed())
        indexed = [(n, w) for n, w in zip(numbers, words, strict=True) if n not in waiting]
        self._connection.many(
            "INSERT INTO text_search (text_search, rowid, words) VALUES ('delete', ?, ?)",
            ((number, each.decode()) for number, each in indexed),
        )
        self._connection.many("DELETE FROM unsearchable WHERE number = ?", ((number,) for number in numbers))

    def rewrite(self) -> None:
        """Write the index anew without what was taken out, so that it cannot be read from the file.

        FTS5 only marks words as deleted until it merges the parts of its index that hold them. All are merged here:
        .8 s per 100 MB of text. The caller holds the transaction.
        """
        if self.usable:
            with overwriting(self._connection):
                self._connection.run("INSERT INTO text_search (text_search) VALUES ('optimize')")

    def clear(self) -> None:
        """Empty the index: all texts are to be indexed anew. Works on a damaged index, too."""
        with self._connection.transaction():
            if self.available:
                self._connection.run("DROP TABLE IF EXISTS text_search")
                self._create()
            elif self._connection.value("SELECT 1 FROM sqlite_master WHERE name = 'text_search'"):
                raise ArchiveError(
                    f"{self._connection.path}: this Python's SQLite lacks FTS5, which the text search needs"
                )
            self._connection.run("DELETE FROM unsearchable")
            self._connection.run("INSERT INTO unsearchable SELECT number FROM versions")

    def sizes(self) -> dict[int, int]:
        """How many words are indexed of each text, by number; raises DamagedArchive."""
        if not self.usable:
            return {}
        found = self._connection.rows("SELECT id, sz FROM text_search_docsize ORDER BY id")
        return {number: _one_varint(size, self._connection) for number, size in found}


def _one_varint(data: object, connection: Connection) -> int:
    """The number of words that FTS5 notes of a text with one column: seven bits a byte, the highest first."""
    if not isinstance(data, bytes) or not data:
        raise DamagedArchive(f"{connection.path}: the text search is damaged; `provenance reindex` makes it anew")
    value = 0
    for byte in data:
        value = value << 7 | byte & 0x7F
    return value
