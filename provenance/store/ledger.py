"""The findings: runs, links with every earlier judgement, people's reviews, what was audited, quotations.

A pair of articles is unordered here; a link comes back in the orientation in which it was saved. A judgement holds
for two texts: when either article gets a new text, the judgement stays in the history and is no longer current.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.errors import DamagedArchive
from provenance.model import Link, Quotation
from provenance.store.clock import now
from provenance.store.connection import Connection
from provenance.store.names import from_column, is_sound, to_column, to_list
from provenance.store.naming import article_keys, current_texts
from provenance.store.records import Judgement, Review, Run, StoredLink, Verdict, WrittenLink
from provenance.store.wire import (
    bare_link,
    link_from_bytes,
    quotations_from_bytes,
    quotations_to_bytes,
    rules_of,
    stored_link,
    written,
)

PORTION = 500
_VALID = (
    "JOIN articles l ON l.article = j.low AND l.number = j.low_number "
    "JOIN articles h ON h.article = j.high AND h.number = j.high_number"
)
_OF_ARTICLES = (  # of the articles whose ids parameter 4 lists; each end through its own index
    "AND j.judgement IN (WITH asked AS MATERIALIZED (SELECT article FROM articles WHERE id IN "
    "(SELECT value FROM json_each(?4))) "
    "SELECT judgement FROM judgements WHERE current AND low IN asked "
    "UNION SELECT judgement FROM judgements WHERE current AND high IN asked)"
)


class Ledger:
    """The part of `Store` that keeps what was found out about articles."""

    connection: Connection

    def start_run(self, kind: str, settings_digest: str, settings_json: str) -> int:
        """Record that a command begins, with its settings, the program's version and the time; returns its number."""
        from importlib.metadata import PackageNotFoundError, version

        try:
            program = version("provenance")
        except PackageNotFoundError:
            program = "unknown"
        return self.connection.run(
            "INSERT INTO runs (kind, settings_digest, settings, program, started) VALUES (?, ?, ?, ?, ?)",
            (kind, settings_digest, settings_json, program, now()),
        )

    def unfinished_run(self, kind: str, settings_digest: str) -> int | None:
        """The last run of this kind and these settings if it never came to its end, so that it can be resumed."""
        last = self.connection.row(
            "SELECT run, finished FROM runs WHERE kind = ? AND settings_digest = ? ORDER BY run DESC LIMIT 1",
            (kind, settings_digest),
        )
        return int(last[0]) if last is not None and last[1] is None else None

    def finish_run(self, run: int) -> None:
        """Record that a run went through to its end."""
        self.connection.run("UPDATE runs SET finished = ? WHERE run = ?", (now(), run))

    def runs(self) -> list[Run]:
        """Every recorded run, oldest first."""
        columns = "run, kind, settings_digest, settings, program, started, finished"
        return [Run(*row) for row in self.connection.rows(f"SELECT {columns} FROM runs ORDER BY run")]  # noqa: S608

    def save_links(self, run: int, links: Iterable[Link]) -> int:
        """Add a judgement for each link whose pair has none that says the same of the same texts; returns how many.

        What earlier runs said stays in the history; what this run said before is replaced. All in one transaction;
        raises NoSuchArticle.
        """
        return self.save_written(run, map(written, links))

    def save_written(self, run: int, links: Iterable[WrittenLink]) -> int:
        """The same of links that were written elsewhere."""
        return self._judge(run, {_pair(link.a, link.b): link for link in links})

    def retract_links(self, run: int, pairs: Iterable[tuple[str, str]]) -> int:
        """Record that a run no longer finds a link between these pairs; returns how many were taken back."""
        return self._judge(run, {_pair(a, b): None for a, b in pairs})

    def _judge(self, run: int, said: Mapping[tuple[str, str], WrittenLink | None]) -> int:
        """Let a judgement or, where there was one, its retraction be what now holds of each pair of ids."""
        made = now()
        outdated: list[tuple[int]] = []
        replaced: list[tuple[int]] = []
        rows: list[tuple[Any, ...]] = []
        with self.connection.transaction():
            known = current_texts(self.connection, chain.from_iterable(said))
            for (a, b), link in said.items():
                (low, low_number), (high, high_number) = sorted((known[a], known[b]))
                content = None if link is None else link.content
                present = self.connection.row(
                    "SELECT judgement, run, low_number, high_number, content FROM judgements "
                    "WHERE low = ? AND high = ? AND current",
                    (low, high),
                )
                if present is None and content is None:
                    continue
                if present is not None:
                    if present[2:] == (low_number, high_number, content):
                        continue
                    # What one run says last is what it says; only other runs' words are history.
                    (replaced if present[1] == run else outdated).append((present[0],))
                judgement = (link.relation, link.confidence) if link else (None, None)
                checksum = None if content is None else zlib.crc32(content)
                rows.append((low, high, low_number, high_number, run, made, *judgement, content, checksum))
            self.connection.many("DELETE FROM judgements WHERE judgement = ?", replaced)
            self.connection.many("UPDATE judgements SET current = 0 WHERE judgement = ?", outdated)
            self.connection.many(
                "INSERT INTO judgements (low, high, low_number, high_number, run, made, relation, confidence, "
                "content, checksum, current) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                rows,
            )
        return len(rows)

    def links_of(self, identity: str) -> list[Link]:
        """The current links of one article, ordered by the other article's id; raises NoSuchArticle."""
        (key,) = article_keys(self.connection, identity)
        found = self.connection.rows(
            "SELECT j.content, j.checksum FROM judgements j "  # noqa: S608
            f"{_VALID} WHERE j.current AND j.relation IS NOT NULL AND (j.low = ?1 OR j.high = ?1)",
            (key,),
        )
        links = [self._link(*row) for row in found]
        return sorted(links, key=lambda link: link.b if link.a == identity else link.a)

    def links(
        self,
        min_confidence: float = 0.0,
        relation: str | None = None,
        after_run: int | None = None,
        ids: Iterable[str] | None = None,
    ) -> Iterator[Link]:
        """All current links, ordered by the ids of A and B, in portions of bounded memory.

        Those of at least this confidence, of this relation, judged by runs after this one, with one of these articles
        at either end, where given; ids that are not archived have no links. The time is that of the links asked for.
        The archive may change meanwhile; links that vanish are left out.
        """
        return map(link_from_bytes, self._contents(min_confidence, relation, after_run, ids))

    def bare_links(self) -> Iterator[Link]:
        """All current links in the order of `links`, without passages and evidence: what a list of them shows."""
        return map(bare_link, self._contents(0.0, None, None, None))

    def stored_links(self, ids: Iterable[str]) -> Iterator[StoredLink]:
        """`links` of these articles, each with what `written` needs to store another judgement of its passages."""
        return map(stored_link, self._contents(0.0, None, None, ids))

    def _contents(
        self, min_confidence: float, relation: str | None, after_run: int | None, ids: Iterable[str] | None
    ) -> Iterator[bytes]:
        asked = None if ids is None else to_list(ids)
        # Keys first: sorting them is light, and contents are then read a portion at a time.
        order = self.connection.rows(
            f"SELECT j.judgement FROM judgements j {_VALID} WHERE j.current AND j.relation IS NOT NULL "  # noqa: S608
            "AND j.confidence >= ?1 AND (?2 IS NULL OR j.relation = ?2) AND (?3 IS NULL OR j.run > ?3) "
            f"{'' if asked is None else _OF_ARTICLES} ORDER BY min(l.id, h.id), max(l.id, h.id)",
            (min_confidence, relation, after_run, *(() if asked is None else (asked,))),
        )
        for start in range(0, len(order), PORTION):
            keys = [key for (key,) in order[start : start + PORTION]]
            found = {
                key: (content, checksum)
                for key, content, checksum in self.connection.rows(
                    "SELECT judgement, content, checksum FROM judgements "
                    "WHERE judgement IN (SELECT value FROM json_each(?))",
                    (json.dumps(keys),),
                )
            }
            yield from (self._sound(*found[key]) for key in keys if key in found)

    def linked_pairs(self) -> list[tuple[str, str]]:
        """The ids that a current link joins, each pair and the list ascending: the graph without what it carries."""
        found = self.connection.rows(
            f"SELECT l.id, h.id FROM judgements j {_VALID} WHERE j.current AND j.relation IS NOT NULL"  # noqa: S608
        )
        pairs = (sorted((from_column(low) or "", from_column(high) or "")) for low, high in found)
        return sorted((low, high) for low, high in pairs)

    def link(self, a: str, b: str) -> Link | None:
        """The current link of a pair, in the orientation in which it was saved; raises NoSuchArticle."""
        low, high = sorted(article_keys(self.connection, a, b))
        row = self.connection.row(
            f"SELECT j.content, j.checksum FROM judgements j {_VALID} "  # noqa: S608
            "WHERE j.low = ? AND j.high = ? AND j.current AND j.relation IS NOT NULL",
            (low, high),
        )
        return None if row is None else self._link(*row)

    def _link(self, content: bytes, checksum: int) -> Link:
        return link_from_bytes(self._sound(content, checksum))

    def _sound(self, content: bytes, checksum: int) -> bytes:
        if not is_sound(content, checksum):
            raise DamagedArchive(
                f"{self.connection.path}: a stored link is damaged; `provenance verify` names its articles: remove "
                "and add one of them, then run `provenance audit`"
            )
        return content

    def judgements(self, a: str, b: str) -> list[Judgement]:
        """Everything that runs ever said about a pair, oldest first; raises NoSuchArticle."""
        low, high = sorted(article_keys(self.connection, a, b))
        found = self.connection.rows(
            "SELECT j.content, j.checksum, j.made, "
            "j.current AND l.number = j.low_number AND h.number = j.high_number, "
            "l.id, h.id, lv.digest, hv.digest, "
            "r.run, r.kind, r.settings_digest, r.settings, r.program, r.started, r.finished "
            "FROM judgements j JOIN runs r USING (run) "
            "JOIN articles l ON l.article = j.low JOIN articles h ON h.article = j.high "
            "JOIN versions lv ON lv.number = j.low_number JOIN versions hv ON hv.number = j.high_number "
            "WHERE j.low = ? AND j.high = ? ORDER BY j.judgement",
            (low, high),
        )
        return [self._judgement(row) for row in found]

    def _judgement(self, row: tuple[Any, ...]) -> Judgement:
        content, checksum, made, current, low, high, low_digest, high_digest, *run = row
        digests = {from_column(low) or "": low_digest.hex(), from_column(high) or "": high_digest.hex()}
        link = None if content is None else self._link(content, checksum)
        a, b = (link.a, link.b) if link else sorted(digests)
        return Judgement(a, b, (digests[a], digests[b]), link, Run(*run), made, bool(current))

    def review(self, a: str, b: str, verdict: Verdict | None, note: str = "") -> None:
        """A person confirms or rejects the link of a pair, or takes the last word back (None); history is kept."""
        low, high = sorted(article_keys(self.connection, a, b))
        self.connection.run(
            "INSERT INTO reviews (low, high, verdict, note, made) VALUES (?, ?, ?, ?, ?)",
            (low, high, verdict, to_column(note), now()),
        )

    def reviews(self, a: str | None = None, b: str | None = None) -> list[Review]:
        """Every review ever given, oldest first: all, those of one article, or those of a pair."""
        keys = article_keys(self.connection, *(identity for identity in (a, b) if identity is not None))
        condition = " AND ".join(["(r.low = ? OR r.high = ?)"] * len(keys)) or "1"
        found = self.connection.rows(
            "SELECT l.id, h.id, r.verdict, r.note, r.made FROM reviews r "  # noqa: S608
            "JOIN articles l ON l.article = r.low JOIN articles h ON h.article = r.high "
            f"WHERE {condition} ORDER BY r.review",
            [key for key in keys for _ in range(2)],
        )
        reviews = []
        for low, high, verdict, note, made in found:
            first, second = sorted((from_column(low) or "", from_column(high) or ""))
            reviews.append(Review(first, second, verdict, from_column(note) or "", made))
        return reviews

    def verdict(self, a: str, b: str) -> Review | None:
        """The review of a pair that now holds; None where there is none or the last one was taken back."""
        given = self.reviews(a, b)
        return given[-1] if given and given[-1].verdict else None

    def unaudited(self, settings_digest: str) -> NDArray[np.int64]:
        """The numbers of current texts that no audit with these settings has covered, ascending."""
        return self._numbers("NOT EXISTS", settings_digest)

    def audited(self, settings_digest: str) -> NDArray[np.int64]:
        """The numbers of current texts that an audit with these settings has covered, ascending."""
        return self._numbers("EXISTS", settings_digest)

    def _numbers(self, condition: str, settings_digest: str) -> NDArray[np.int64]:
        return self.connection.numbers(
            f"SELECT a.number FROM articles a WHERE {condition} (SELECT 1 FROM audited u "  # noqa: S608
            "WHERE u.number = a.number AND u.settings_digest = ?) ORDER BY a.number",
            (settings_digest,),
        )

    def mark_audited(self, settings_digest: str, numbers: Sequence[int] | NDArray[np.int64]) -> None:
        """Record that an audit with these settings has covered these texts; texts removed meanwhile are left out.

        Call it in one `transaction()` with `save_links`, so that an interrupted audit resumes where it stopped.
        """
        with self.connection.transaction():
            self.connection.many(
                "INSERT OR IGNORE INTO audited (settings_digest, number) SELECT ?1, number FROM versions "
                "WHERE number = ?2",
                ((settings_digest, int(number)) for number in numbers),
            )

    def save_quotations(self, identity: str, quotations: Sequence[Quotation], rules: str) -> None:
        """Keep the quotations of an article's current text and the version of the rules that read them.

        Raises NoSuchArticle.
        """
        self.save_written_quotations(identity, quotations_to_bytes(tuple(quotations), rules))

    def save_written_quotations(self, identity: str, content: bytes) -> None:
        """The same of quotations that were written elsewhere (`wire.quotations_to_bytes`)."""
        ((_, number),) = current_texts(self.connection, [identity]).values()
        self.connection.run(
            "INSERT OR REPLACE INTO quotations (number, content, checksum) VALUES (?, ?, ?)",
            (number, content, zlib.crc32(content)),
        )

    def quotations(self, identity: str, rules: str) -> tuple[Quotation, ...] | None:
        """The quotations of an article's current text; None when these rules never read it. Raises NoSuchArticle."""
        ((_, number),) = current_texts(self.connection, [identity]).values()
        row = self.connection.row("SELECT content, checksum FROM quotations WHERE number = ?", (number,))
        if row is None:
            return None
        self._check_quotations(identity, *row)
        quotations, read_by = quotations_from_bytes(row[0])
        return quotations if read_by == rules else None

    def unread(self, ids: Iterable[str], rules: str) -> list[str]:
        """Those of the archived articles whose current texts these rules never read, in their order."""
        asked = list(ids)
        read = set()
        for start in range(0, len(asked), PORTION):
            found = self.connection.rows(
                "SELECT a.id, q.content, q.checksum FROM articles a JOIN quotations q USING (number) "
                "WHERE a.id IN (SELECT value FROM json_each(?))",
                (to_list(asked[start : start + PORTION]),),
            )
            for column, content, checksum in found:
                identity = from_column(column) or ""
                self._check_quotations(identity, content, checksum)
                if rules_of(content) == rules:
                    read.add(identity)
        return [identity for identity in asked if identity not in read]

    def _check_quotations(self, identity: str, content: bytes, checksum: int) -> None:
        if not is_sound(content, checksum):
            raise DamagedArchive(
                f"{self.connection.path}: the stored quotations of {identity!r} are damaged; remove the article and "
                "add it again"
            )


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
