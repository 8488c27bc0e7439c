"""`store.browsing.links`: links in any of their orders, a page from a key on, and how many there are.

Two kinds of rows are asked the same question: those of `link_rows`, and those that the caller hands over as JSON
because people's words changed what they say (`LAID`). The caller puts the answers together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from provenance.model.lists import Key, LinkQuery
from provenance.store.articles.article_rows import CURRENT_VERSIONS
from provenance.store.browsing.link_conditions import (
    CONFIDENCE,
    CONSTANT,
    RELATION,
    SAME_EVENT,
    SOURCE,
    conditions,
    key_of,
)
from provenance.store.connection import Connection
from provenance.store.stored_values import from_column, to_column, to_list

COLUMNS = (  # of `link_rows`, in the order of a row that the caller hands over; its verdict and note follow
    *("judgement", "a", "b", "relation", "likeliest", "source", "confidence", "share_a", "share_b", "credited"),
    *("kinds", "passages", "publisher_a", "publisher_b", "last_earliest", "first_latest"),
)
VERDICTS = ("confirmed", "rejected")
# Relations as they read at the reporting confidence, but for "undetermined", which is all else.
_SURELY = ("derived", "near_duplicate", "common_source", "same_event")
_SURE = "".join(
    f", total(k.relation = '{each}'{'' if each == 'near_duplicate' else ' AND k.confidence >= :least'})"
    for each in _SURELY
)
_PARTS = enumerate((*COLUMNS, "verdict", "reviewed"))
_PARTS_READ = ", ".join(f"json_extract(value, '$[{place}]') AS {name}" for place, name in _PARTS)
_LAID = f"(SELECT {_PARTS_READ} FROM json_each(:laid))"  # noqa: S608
_ENDS = "JOIN articles x ON x.article = k.a JOIN articles y ON y.article = k.b"
_SAID = (RELATION, "k.likeliest", SOURCE, CONFIDENCE, "k.share_a", "k.share_b")

# Where all rows are read, "+" keeps SQLite from reading them through the index: 90 ms instead of 40.
_LISTED = (  # links that are listed unasked
    f"+k.record = :record AND NOT {SAME_EVENT} AND k.judgement NOT IN (SELECT value FROM json_each(:without))"  # noqa: S608
)
# A row for each end of each listed link with the standing that the link gives it.
_STANDINGS = " UNION ALL ".join(
    f"SELECT k.{end} AS article, CASE {RELATION} WHEN 'near_duplicate' THEN 'duplicate' "  # noqa: S608
    f"WHEN 'derived' THEN CASE k.source WHEN '{end}' THEN 'source' ELSE 'taken' END "
    f"WHEN 'common_source' THEN 'common' ELSE 'undetermined' END AS standing FROM {{0}} k WHERE {_LISTED}"
    for end in "ab"
)
_SAID_BY = {  # the relation that gives a standing
    "taken": "derived",
    "source": "derived",
    "duplicate": "near_duplicate",
    "common": "common_source",
    "undetermined": "undetermined",
}


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A row of a page: its key in the order of the list, its judgement (None where there is none any more), the ids
    of A and B, the bits of its kinds and how many passages it has. `said`, where it was asked for, is the relation,
    the likeliest one, "a" or "b" for the source or None, the confidence and the two shares, as they read at the
    reporting confidence."""

    key: Key
    judgement: int | None
    a: str
    b: str
    kinds: int
    passages: int
    said: tuple[Any, ...] = ()


class LinkPages:
    """Pages of the links of one record."""

    def __init__(self, connection: Connection, record: int) -> None:
        self._connection = connection
        self.record = record
        self._names: dict[str, list[str]] = {}  # asked for by each of the statements of a page
        self._publishers: Callable[[], Iterable[str]] = self._all_publishers

    def knowing(self, publishers: Callable[[], Iterable[str]]) -> LinkPages:
        """The same, with the names of all publishers from somebody who keeps them: reading them takes 7 ms of 29,818
        articles."""
        self._publishers = publishers
        return self

    def recorded(
        self,
        query: LinkQuery,
        least: float,
        without: Sequence[int],
        after: Key | None,
        limit: int,
        *,
        said: bool = False,
    ) -> list[FoundLink]:
        """Links as they are recorded, without those judgements, at the reporting confidence `least`."""
        wanted, values = self._recorded(query, least, without)
        wanted.append(
            "k.record = :record" if query.sort == "strongest" and not query.same_event else "+k.record = :record"
        )
        order = "k.judgement DESC" if query.sort == "found" else None
        return self._page("link_rows", wanted, values, (CONSTANT, *key_of(query)), after, limit, order, said=said)

    def count_recorded(self, query: LinkQuery, least: float, among: Sequence[int] | None = None) -> int:
        """How many there are, in all or among these judgements."""
        wanted, values = self._recorded(query, least, ())
        wanted += ["+k.record = :record", *([_within(among).removeprefix(" AND ")] if among is not None else [])]
        return self._count("link_rows", wanted, {**values, **self._values(least, among=among)})

    def laid(self, query: LinkQuery, rows: str, after: Key | None, limit: int) -> list[FoundLink]:
        """Of the links that are handed over as a JSON list of rows: COLUMNS, the verdict or null, 1 where anybody
        said anything of the link itself."""
        wanted, values = self._laid(query, rows)
        # Those of one event that people spoke about are always listed, and come after the others.
        key = ("(k.verdict IS 'rejected')", *key_of(replace(query, same_event=True)))
        return self._page(_LAID, wanted, values, key, after, limit)

    def count_laid(self, query: LinkQuery, rows: str) -> int:
        """How many of them there are in all."""
        wanted, values = self._laid(query, rows)
        return self._count(_LAID, wanted, values)

    def rows(self, judgements: Sequence[int]) -> dict[int, tuple[Any, ...]]:
        """The COLUMNS of links, by judgement."""
        found = self._connection.rows(
            f"SELECT {', '.join(COLUMNS)} FROM link_rows WHERE judgement IN (SELECT value FROM json_each(?))",  # noqa: S608
            (to_list_of_numbers(judgements),),
        )
        return {row[0]: row for row in found}

    def of_pairs(self, pairs: Iterable[tuple[str, ...]]) -> list[int]:
        """The judgements of the links of these pairs of ids, ascending."""
        found = []
        for one, other in pairs:
            found += self._connection.rows(
                "SELECT k.judgement FROM articles x JOIN articles y "
                "JOIN judgements j ON j.low = min(x.article, y.article) AND j.high = max(x.article, y.article) "
                "JOIN link_rows k USING (judgement) WHERE x.id = ? AND y.id = ? AND k.record = ?",
                (to_column(one), to_column(other), self.record),
            )
        return sorted({judgement for (judgement,) in found})

    def of_articles(self, ids: Iterable[str]) -> list[int]:
        """The judgements of the links of these articles, ascending."""
        found = self._connection.rows(
            "WITH asked AS MATERIALIZED (SELECT article FROM articles WHERE id IN (SELECT value FROM json_each(?2))) "
            "SELECT judgement FROM link_rows WHERE record = ?1 AND (a IN asked OR b IN asked) ORDER BY judgement",
            (self.record, to_list(sorted(ids))),
        )
        return [judgement for (judgement,) in found]

    def publisher_pairs(self) -> list[tuple[str, str]]:
        """The pairs of publishers, as they are stored, that have a link."""
        found: list[tuple[str, str]] = self._connection.rows(
            "SELECT DISTINCT publisher_a, publisher_b FROM link_rows "
            "WHERE record = ? AND publisher_a IS NOT NULL AND publisher_b IS NOT NULL",
            (self.record,),
        )
        return found

    def of_publishers(self, a: str, b: str) -> list[int]:
        """The judgements of the links whose A is of one publisher and B of another, as they are stored."""
        found = self._connection.rows(
            "SELECT judgement FROM link_rows WHERE record = ? AND publisher_a = ? AND publisher_b = ?",
            (self.record, a, b),
        )
        return [judgement for (judgement,) in found]

    def relations(self, least: float, among: Sequence[int] | None = None) -> dict[str, int]:
        """How many links of each relation there are, in all or among these judgements. Relations are grouped as they
        are stored, and read afterwards: to work out what each of 124,855 rows says takes three times as long."""
        found = self._connection.row(
            f"SELECT count(*){_SURE} FROM link_rows k WHERE +k.record = :record{_within(among)}",  # noqa: S608
            self._values(least, among=among),
        )
        counts = dict(zip(_SURELY, map(int, found[1:]), strict=True))
        open_ones = int(found[0]) - sum(counts.values())
        return {each: count for each, count in {**counts, "undetermined": open_ones}.items() if count}

    def taken(self, least: float, among: Sequence[int] | None = None) -> list[tuple[str | None, str | None, int]]:
        """Publishers of a source and of what was made from it, and how many links say so, in all or among these
        judgements; without publishers that are not known None."""
        found = self._connection.rows(
            "SELECT CASE source WHEN 'a' THEN publisher_a ELSE publisher_b END AS giving, "  # noqa: S608
            "CASE source WHEN 'a' THEN publisher_b ELSE publisher_a END AS taking, count(*) FROM link_rows k "
            f"WHERE +k.record = :record AND k.source IS NOT NULL AND k.confidence >= :least{_within(among)} "
            "GROUP BY 1, 2",
            self._values(least, among=among),
        )
        return [(from_column(source), from_column(taker), count) for source, taker, count in found]

    def linked(self, least: float) -> set[int]:
        """The keys of articles with a link that is listed unasked."""
        return self._ends_of(_LISTED, "ab", self._values(least))

    def standing(self, standing: str, least: float) -> set[int]:
        """The keys of articles to which a link gives a standing, see `model.lists.Standing`."""
        values = {**self._values(least), "relation": _SAID_BY[standing]}
        wanted = f"{_LISTED} AND {RELATION} = :relation"
        if standing not in ("taken", "source"):
            return self._ends_of(wanted, "ab", values)
        found: set[int] = set()
        for end, other in ("ab", "ba"):
            is_source = f"{wanted} AND k.source = '{other if standing == 'taken' else end}'"
            found |= self._ends_of(is_source, end, values)
        return found

    def _ends_of(self, wanted: str, ends: str, values: dict[str, Any]) -> set[int]:
        found: set[int] = set()
        for end in ends:
            rows = self._connection.rows(f"SELECT DISTINCT k.{end} FROM link_rows k WHERE {wanted}", values)  # noqa: S608
            found.update(key for (key,) in rows)
        return found

    def standings_of(self, ids: Iterable[str], least: float, without: Sequence[int]) -> list[tuple[str, str, int]]:
        """Of each of these articles the id, a standing that links give it, and how many do."""
        theirs = "(SELECT l.* FROM linked CROSS JOIN link_rows l ON l.judgement = linked.judgement)"
        found = self._connection.rows(
            "WITH asked AS MATERIALIZED (SELECT article, id FROM articles "  # noqa: S608
            "WHERE id IN (SELECT value FROM json_each(:ids))), linked AS MATERIALIZED "
            "(SELECT j.judgement FROM asked s CROSS JOIN judgements j ON j.low = s.article "
            "UNION SELECT j.judgement FROM asked s CROSS JOIN judgements j ON j.high = s.article) "
            f"SELECT s.id, standing, count(*) FROM ({_STANDINGS.format(theirs)}) JOIN asked s USING (article) "
            "GROUP BY 1, 2 ORDER BY 1, 2",
            {**self._values(least, without), "ids": to_list(sorted(set(ids)))},
        )
        return [(from_column(name) or "", standing, count) for name, standing, count in found]

    def _values(
        self, least: float, without: Sequence[int] = (), among: Sequence[int] | None = None
    ) -> dict[str, Any]:
        values = {"least": least, "record": self.record, "without": to_list_of_numbers(without)}
        return values if among is None else {**values, "among": to_list_of_numbers(among)}

    def _recorded(self, query: LinkQuery, least: float, without: Sequence[int]) -> tuple[list[str], dict[str, Any]]:
        wanted, values = conditions(query, least, self._named)
        values["record"] = self.record
        if not query.same_event:
            wanted.append(f"NOT {SAME_EVENT}")
        if query.review in ("reviewed", *VERDICTS):
            wanted.append("0")
        if without:
            wanted.append("k.judgement NOT IN (SELECT value FROM json_each(:without))")
            values["without"] = to_list_of_numbers(without)
        return wanted, values

    def _laid(self, query: LinkQuery, rows: str) -> tuple[list[str], dict[str, Any]]:
        wanted, values = conditions(query, 0.0, self._named)
        values["laid"] = rows
        if not query.same_event:
            wanted.append(f"(k.reviewed OR NOT {SAME_EVENT})")
        if query.review in VERDICTS:
            wanted.append("k.verdict = :verdict")
            values["verdict"] = query.review
        elif query.review is not None:
            wanted.append("k.reviewed" if query.review == "reviewed" else "NOT k.reviewed")
        return wanted, values

    def _page(
        self,
        table: str,
        wanted: Sequence[str],
        values: dict[str, Any],
        key: tuple[str, ...],
        after: Key | None,
        limit: int,
        order: str | None = None,
        *,
        said: bool = False,
    ) -> list[FoundLink]:
        """`order` is another way to write the order of the key, by a column of which SQLite has the order."""
        parts = tuple(part for part in key if part != CONSTANT)
        zeros = (0,) * (len(key) - len(parts))  # they lead
        wanted, values = [*wanted], {**values, "limit": limit}
        if after is not None:
            if any(after[: len(zeros)]):
                return []  # every row comes before that key
            values |= {f"after{place}": value for place, value in enumerate(after[len(zeros) :])}
            places = ", ".join(f":after{place}" for place in range(len(parts)))
            first = "k.judgement <= -:after0" if order else f"{parts[0]} >= :after0"  # to begin there
            wanted += [f"({', '.join(parts)}) > ({places})", first]
        ends = _ENDS if "x.id" in parts else ""
        columns = ", ".join(f"{part} AS key{place}" for place, part in enumerate(parts))
        columns += "".join(f", {part} AS said{place}" for place, part in enumerate(_SAID)) if said else ""
        page = (
            f"SELECT k.judgement, k.a, k.b, k.kinds, k.passages, {columns} FROM {table} k {ends} "  # noqa: S608
            f"WHERE {' AND '.join(wanted) or '1'} ORDER BY {order or ', '.join(parts)} LIMIT :limit"
        )
        keys = ", ".join(f"k.key{place}" for place in range(len(parts)))
        further = "".join(f", k.said{place}" for place in range(len(_SAID))) if said else ""
        found = self._connection.rows(
            f"SELECT k.judgement, x.id, y.id, k.kinds, k.passages, {keys}{further} FROM ({page}) k {_ENDS} "  # noqa: S608
            f"ORDER BY {keys}",
            values,
        )
        begin, end = 5, 5 + len(parts)
        return [
            FoundLink(
                (*zeros, *row[begin:end]),
                row[0],
                from_column(row[1]) or "",
                from_column(row[2]) or "",
                row[3],
                row[4],
                row[end:],
            )
            for row in found
        ]

    def _count(self, table: str, wanted: Sequence[str], values: dict[str, Any]) -> int:
        return int(
            self._connection.value(f"SELECT count(*) FROM {table} k WHERE {' AND '.join(wanted) or '1'}", values)  # noqa: S608
        )

    def _named(self, name: str) -> list[str]:
        """The publishers of this name, whatever its case, as they are stored."""
        if name in self._names:
            return self._names[name]
        asked = name.casefold()
        self._names[name] = [each for each in self._publishers() if each and each.casefold() == asked]
        return self._names[name]

    def _all_publishers(self) -> Iterable[str]:
        wanted = "v.publisher <> ''"
        found = self._connection.rows(f"SELECT DISTINCT v.publisher FROM {CURRENT_VERSIONS} WHERE {wanted}")  # noqa: S608
        return (from_column(publisher) or "" for (publisher,) in found)


def _within(among: Sequence[int] | None) -> str:
    return "" if among is None else " AND k.judgement IN (SELECT value FROM json_each(:among))"


def to_list_of_numbers(numbers: Iterable[int]) -> str:
    """Numbers as one value, for `IN (SELECT value FROM json_each(?))`."""
    return "[" + ",".join(str(int(number)) for number in numbers) + "]"
