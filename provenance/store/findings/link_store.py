"""Links between articles: the current judgement of each pair, and all earlier ones.

A pair of articles is unordered here; a link comes back in the orientation in which it was saved. A judgement is about
two texts: when either article gets a new text, the judgement stays in the history and is no longer current.
Judgements are only ever added; they leave the archive with an article that is removed.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, starmap
from typing import Any

from provenance.errors import DamagedArchive
from provenance.model import Link
from provenance.store.articles.article_rows import article_keys, current_texts
from provenance.store.browsing.link_rows import renew_link_rows, write_link_rows
from provenance.store.connection import Connection
from provenance.store.findings.link_bytes import bare_link, link_from_bytes, written
from provenance.store.findings.record_store import SHOWN, RecordStore
from provenance.store.records import Judgement, Run, WrittenLink
from provenance.store.stored_values import from_column, is_sound, now, to_list

PORTION = 500  # links per statement
_VALID = (  # joins of `judgements j`: both ends still have the texts that were judged
    "JOIN articles l ON l.article = j.low AND l.number = j.low_number "
    "JOIN articles h ON h.article = j.high AND h.number = j.high_number"
)
_PASSAGES = "LEFT JOIN shared_passages s USING (passages)"
_CONTENT = "j.content, j.checksum, s.content, s.checksum"
_OF_ARTICLES = (  # of the articles whose ids parameter 5 lists; each end through its own index
    "AND j.judgement IN (WITH asked AS MATERIALIZED (SELECT article FROM articles WHERE id IN "
    "(SELECT value FROM json_each(?5))) "
    "SELECT judgement FROM judgements WHERE current AND low IN asked "
    "UNION SELECT judgement FROM judgements WHERE current AND high IN asked)"
)


class LinkStore:
    """`store.links`: the links of pairs of articles in one record.

    It never judges, never changes or deletes a judgement, and knows nothing of people's reviews. `profile` says which
    record is read (see `RecordStore.shown`).
    """

    def __init__(self, connection: Connection, profile: str = "news") -> None:
        self._connection = connection
        self.profile = profile

    @property
    def record(self) -> int:
        """The record that is read; 0 where this profile has none."""
        return int(self._connection.value(f"SELECT {SHOWN}", (self.profile,)) or 0)

    def save(self, run: int, links: Iterable[Link]) -> int:
        """Add a judgement for each link, unless the current one of its pair says the same of the same texts.

        Returns how many were added. Earlier judgements stay in the history. All in one transaction; the record is
        the one with the settings of the run. Raises NoSuchArticle.
        """
        return self.save_written(run, map(written, links))

    def save_written(self, run: int, links: Iterable[WrittenLink]) -> int:
        """`save` for links that `written` has made, in another process for instance."""
        return self._judge(run, {_pair(link.a, link.b): link for link in links})

    def retract(self, run: int, pairs: Iterable[tuple[str, str]]) -> int:
        """Record that a run no longer finds a link between these pairs; returns how many links this ends."""
        return self._judge(run, {_pair(a, b): None for a, b in pairs})

    def _judge(self, run: int, said: Mapping[tuple[str, str], WrittenLink | None]) -> int:
        """Make each link the current judgement of its pair of ids; None ends the link that the pair had."""
        made = now()
        outdated: list[tuple[int]] = []
        rows: list[tuple[Any, ...]] = []
        judged: list[WrittenLink] = []
        with self._connection.transaction():
            record = self._record_of(run)
            known = current_texts(self._connection, chain.from_iterable(said))
            for (a, b), link in said.items():
                (low, low_number), (high, high_number) = sorted((known[a], known[b]))
                content, passages = (None, None) if link is None else (link.content, link.passages)
                present = self._connection.row(
                    "SELECT judgement, low_number, high_number, content, passages FROM judgements "
                    "WHERE record = ? AND low = ? AND high = ? AND current",
                    (record, low, high),
                )
                if present is None and content is None:
                    continue
                if present is not None:
                    if present[1:] == (low_number, high_number, content, passages):
                        continue
                    outdated.append((present[0],))
                judgement = (link.relation, link.confidence) if link else (None, None)
                checksum = None if content is None else zlib.crc32(content)
                if link is not None:
                    judged.append(link)
                numbers = low, high, low_number, high_number
                rows.append((record, *numbers, run, made, *judgement, content, checksum, passages))
            self._connection.many("UPDATE judgements SET current = 0 WHERE judgement = ?", outdated)
            self._connection.many(
                "INSERT INTO judgements (record, low, high, low_number, high_number, run, made, relation, "
                "confidence, content, checksum, passages, current) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                rows,
            )
            write_link_rows(self._connection, [*self._listed(record, judged, known)])
        return len(rows)

    def _listed(
        self, record: int, judged: Iterable[WrittenLink], known: Mapping[str, tuple[int, int]]
    ) -> Iterator[tuple[int, tuple[Any, ...], bool]]:
        """Links that have just been judged, for lists; with whether A was archived later."""
        for link in judged:
            a, b = known[link.a][0], known[link.b][0]
            judgement = self._connection.value(
                "SELECT judgement FROM judgements WHERE record = ? AND low = ? AND high = ? AND current",
                (record, min(a, b), max(a, b)),
            )
            yield judgement, link.listed, a > b

    def _record_of(self, run: int) -> int:
        digest, settings = self._connection.row("SELECT settings_digest, settings FROM runs WHERE run = ?", (run,))
        return RecordStore(self._connection).opened(self.profile, digest, settings)

    def renew_lists(self) -> None:
        """Make anew what lists sort and filter links by."""
        renew_link_rows(self._connection)

    def of(self, identity: str) -> list[Link]:
        """The current links of one article, ordered by the other article's id; raises NoSuchArticle."""
        (key,) = article_keys(self._connection, identity)
        found = self._connection.rows(
            f"SELECT {_CONTENT} FROM judgements j {_VALID} {_PASSAGES} "  # noqa: S608
            # "+": by its record every link would be read, 20 ms for 125,000; by its ends those that are asked for.
            "WHERE +j.current AND +j.record = ?1 AND j.relation IS NOT NULL AND (j.low = ?2 OR j.high = ?2)",
            (self.record, key),
        )
        links = [self._link(*row) for row in found]
        return sorted(links, key=lambda link: link.b if link.a == identity else link.a)

    def directed(self, identity: str, least: float, *, to_sources: bool, also: Iterable[str] = ()) -> list[Link]:
        """Of the links of `of` those that say, from the confidence `least` on, from what the article was made (or
        what was made from it), in the same order; with those to the articles `also`. Others are not decoded: many
        articles have hundreds and were made from one. Raises NoSuchArticle."""
        (key,) = article_keys(self._connection, identity)
        found = self._connection.rows(
            f"SELECT {_CONTENT} FROM judgements j JOIN link_rows k ON k.judgement = j.judgement "  # noqa: S608
            "LEFT JOIN shared_passages s ON s.passages = j.passages "
            "WHERE +j.current AND +j.record = ?1 AND (j.low = ?2 OR j.high = ?2) AND "
            "((k.confidence >= ?3 AND (k.source = 'a') = ((k.a = ?2) <> ?4)) "
            "OR CASE k.a WHEN ?2 THEN k.b ELSE k.a END IN (SELECT article FROM articles WHERE "
            "id IN (SELECT value FROM json_each(?5))))",
            (self.record, key, least, to_sources, to_list(sorted(also))),
        )
        links = [self._link(*row) for row in found]
        return sorted(links, key=lambda link: link.b if link.a == identity else link.a)

    def iterate(
        self,
        min_confidence: float = 0.0,
        relation: str | None = None,
        after_run: int | None = None,
        ids: Iterable[str] | None = None,
    ) -> Iterator[Link]:
        """All current links, ordered by the ids of A and B, in portions of bounded memory.

        Each argument that is given narrows them: at least this confidence, this relation, judged by runs after this
        one, one of these articles at either end (ids that are not archived have no links). The time grows with the
        links that are left. What other processes record meanwhile is not seen, and nothing is missing because of it.
        """
        return starmap(link_from_bytes, self._contents(min_confidence, relation, after_run, ids))

    def iterate_bare(self) -> Iterator[Link]:
        """All current links in the order of `iterate`, without passages and evidence: what a list of them shows."""
        return starmap(bare_link, self._contents(0.0, None, None, None, with_passages=False))

    def _contents(
        self,
        min_confidence: float,
        relation: str | None,
        after_run: int | None,
        ids: Iterable[str] | None,
        *,
        with_passages: bool = True,
    ) -> Iterator[tuple[bytes, bytes | None]]:
        asked = None if ids is None else to_list(ids)
        # Keys first: sorting them is light, and contents are then read a portion at a time.
        order = self._connection.rows(
            f"SELECT j.judgement FROM judgements j {_VALID} "  # noqa: S608
            "WHERE j.current AND j.record = ?1 AND j.relation IS NOT NULL "
            "AND j.confidence >= ?2 AND (?3 IS NULL OR j.relation = ?3) AND (?4 IS NULL OR j.run > ?4) "
            f"{'' if asked is None else _OF_ARTICLES} ORDER BY min(l.id, h.id), max(l.id, h.id)",
            (self.record, min_confidence, relation, after_run, *(() if asked is None else (asked,))),
        )
        columns, table = (_CONTENT, _PASSAGES) if with_passages else ("j.content, j.checksum, NULL, NULL", "")
        for start in range(0, len(order), PORTION):
            keys = [key for (key,) in order[start : start + PORTION]]
            found = {
                key: content
                for key, *content in self._connection.rows(
                    f"SELECT j.judgement, {columns} FROM judgements j {table} "  # noqa: S608
                    "WHERE j.judgement IN (SELECT value FROM json_each(?))",
                    (json.dumps(keys),),
                )
            }
            # A judgement is deleted only with its article, which may happen meanwhile.
            yield from (self._sound(*found[key]) for key in keys if key in found)

    def of_judgements(self, judgements: Iterable[int], *, bare: bool = False) -> dict[int, Link]:
        """The links of these judgements that are still there, in their order, with passages; PORTION at a time is
        what memory is meant for. `bare` ones have neither passages nor evidence, and take a fourth of the time."""
        asked = list(judgements)
        columns, table, made = _CONTENT, _PASSAGES, self._link
        if bare:
            columns, table, made = "j.content, j.checksum, NULL, NULL", "", self._bare
        found = {
            key: content
            for key, *content in self._connection.rows(
                f"SELECT j.judgement, {columns} FROM judgements j {table} "  # noqa: S608
                "WHERE j.judgement IN (SELECT value FROM json_each(?)) AND j.content IS NOT NULL",
                (json.dumps(asked),),
            )
        }
        return {key: made(*found[key]) for key in asked if key in found}

    def pairs(self) -> list[tuple[str, str]]:
        """The pairs of ids that have a current link; each pair and the list ascend."""
        found = self._connection.rows(
            f"SELECT l.id, h.id FROM judgements j {_VALID} "  # noqa: S608
            "WHERE j.current AND j.record = ? AND j.relation IS NOT NULL",
            (self.record,),
        )
        pairs = (sorted((from_column(low) or "", from_column(high) or "")) for low, high in found)
        return sorted((low, high) for low, high in pairs)

    def recorded_pairs(self, record: int) -> list[tuple[str, str]]:
        """The pairs of ids whose last judgement in a record found a link, of current texts or of earlier ones."""
        found = self._connection.rows(
            "SELECT l.id, h.id FROM judgements j JOIN articles l ON l.article = j.low "
            "JOIN articles h ON h.article = j.high WHERE j.current AND j.record = ? AND j.relation IS NOT NULL",
            (record,),
        )
        return sorted(_pair(from_column(low) or "", from_column(high) or "") for low, high in found)

    def between(self, a: str, b: str) -> Link | None:
        """The current link of a pair, in the orientation in which it was saved; raises NoSuchArticle."""
        low, high = sorted(article_keys(self._connection, a, b))
        row = self._connection.row(
            f"SELECT {_CONTENT} FROM judgements j {_VALID} {_PASSAGES} "  # noqa: S608
            "WHERE j.record = ? AND j.low = ? AND j.high = ? AND j.current AND j.relation IS NOT NULL",
            (self.record, low, high),
        )
        return None if row is None else self._link(*row)

    def _link(self, *stored: Any) -> Link:
        return link_from_bytes(*self._sound(*stored))

    def _bare(self, *stored: Any) -> Link:
        return bare_link(*self._sound(*stored))

    def _sound(self, content: bytes, checksum: int, passages: bytes | None, sum_: int | None) -> Any:
        if not is_sound(content, checksum) or (passages is not None and not is_sound(passages, sum_)):
            raise DamagedArchive(
                f"{self._connection.path}: a stored link is damaged; `provenance verify` names its articles: remove "
                "and add one of them, then run `provenance audit`"
            )
        return content, passages

    def judgements(self, a: str, b: str) -> list[Judgement]:
        """All judgements of a pair in this record, oldest first; raises NoSuchArticle."""
        low, high = sorted(article_keys(self._connection, a, b))
        found = self._connection.rows(
            f"SELECT {_CONTENT}, j.made, "  # noqa: S608
            "j.current AND l.number = j.low_number AND h.number = j.high_number, "
            "l.id, h.id, lv.digest, hv.digest, "
            "r.run, r.kind, r.settings_digest, r.settings, r.program, r.started, r.finished "
            f"FROM judgements j JOIN runs r USING (run) {_PASSAGES} "
            "JOIN articles l ON l.article = j.low JOIN articles h ON h.article = j.high "
            "JOIN versions lv ON lv.number = j.low_number JOIN versions hv ON hv.number = j.high_number "
            "WHERE j.record = ? AND j.low = ? AND j.high = ? ORDER BY j.judgement",
            (self.record, low, high),
        )
        return [self._judgement(row) for row in found]

    def _judgement(self, row: tuple[Any, ...]) -> Judgement:
        *stored, made, current, low, high, low_digest, high_digest = row[:10]
        run = row[10:]
        digests = {from_column(low) or "": low_digest.hex(), from_column(high) or "": high_digest.hex()}
        link = None if stored[0] is None else self._link(*stored)
        a, b = (link.a, link.b) if link else sorted(digests)
        return Judgement(a, b, (digests[a], digests[b]), link, Run(*run), made, bool(current))


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
