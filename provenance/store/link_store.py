"""Links between articles: the current judgement of each pair, and all earlier ones.

A pair of articles is unordered here; a link comes back in the orientation in which it was saved. A judgement is about
two texts: when either article gets a new text, the judgement stays in the history and is no longer current.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from provenance.errors import DamagedArchive
from provenance.model import Link
from provenance.store.article_rows import article_keys, current_texts
from provenance.store.connection import Connection
from provenance.store.link_bytes import bare_link, link_from_bytes, written
from provenance.store.records import Judgement, Run, WrittenLink
from provenance.store.stored_values import from_column, is_sound, now, to_list

PORTION = 500  # links per statement
_VALID = (  # joins of `judgements j`: both ends still have the texts that were judged
    "JOIN articles l ON l.article = j.low AND l.number = j.low_number "
    "JOIN articles h ON h.article = j.high AND h.number = j.high_number"
)
_OF_ARTICLES = (  # of the articles whose ids parameter 4 lists; each end through its own index
    "AND j.judgement IN (WITH asked AS MATERIALIZED (SELECT article FROM articles WHERE id IN "
    "(SELECT value FROM json_each(?4))) "
    "SELECT judgement FROM judgements WHERE current AND low IN asked "
    "UNION SELECT judgement FROM judgements WHERE current AND high IN asked)"
)


class LinkStore:
    """`store.links`: the links of pairs of articles.

    It never judges, never changes a judgement of an earlier run, and knows nothing of people's reviews.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save(self, run: int, links: Iterable[Link]) -> int:
        """Add a judgement for each link, unless the current one of its pair says the same of the same texts.

        Returns how many were added. Judgements of earlier runs stay in the history; an earlier one of this run is
        replaced. All in one transaction; raises NoSuchArticle.
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
        replaced: list[tuple[int]] = []
        rows: list[tuple[Any, ...]] = []
        with self._connection.transaction():
            known = current_texts(self._connection, chain.from_iterable(said))
            for (a, b), link in said.items():
                (low, low_number), (high, high_number) = sorted((known[a], known[b]))
                content = None if link is None else link.content
                present = self._connection.row(
                    "SELECT judgement, run, low_number, high_number, content FROM judgements "
                    "WHERE low = ? AND high = ? AND current",
                    (low, high),
                )
                if present is None and content is None:
                    continue
                if present is not None:
                    if present[2:] == (low_number, high_number, content):
                        continue
                    # Of one run only the last judgement is kept; judgements of other runs are history.
                    (replaced if present[1] == run else outdated).append((present[0],))
                judgement = (link.relation, link.confidence) if link else (None, None)
                checksum = None if content is None else zlib.crc32(content)
                rows.append((low, high, low_number, high_number, run, made, *judgement, content, checksum))
            self._connection.many("DELETE FROM judgements WHERE judgement = ?", replaced)
            self._connection.many("UPDATE judgements SET current = 0 WHERE judgement = ?", outdated)
            self._connection.many(
                "INSERT INTO judgements (low, high, low_number, high_number, run, made, relation, confidence, "
                "content, checksum, current) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                rows,
            )
        return len(rows)

    def of(self, identity: str) -> list[Link]:
        """The current links of one article, ordered by the other article's id; raises NoSuchArticle."""
        (key,) = article_keys(self._connection, identity)
        found = self._connection.rows(
            "SELECT j.content, j.checksum FROM judgements j "  # noqa: S608
            f"{_VALID} WHERE j.current AND j.relation IS NOT NULL AND (j.low = ?1 OR j.high = ?1)",
            (key,),
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
        links that are left. The archive may change meanwhile; links that vanish are left out.
        """
        return map(link_from_bytes, self._contents(min_confidence, relation, after_run, ids))

    def iterate_bare(self) -> Iterator[Link]:
        """All current links in the order of `iterate`, without passages and evidence: what a list of them shows."""
        return map(bare_link, self._contents(0.0, None, None, None))

    def packed(self, ids: Iterable[str]) -> list[bytes]:
        """The links of these articles in the order of `iterate`, as they are stored, for `stored_link` to read.

        All are of one moment: none is missing because another process replaces it meanwhile.
        """
        with self._connection.snapshot():
            return list(self._contents(0.0, None, None, ids))

    def _contents(
        self, min_confidence: float, relation: str | None, after_run: int | None, ids: Iterable[str] | None
    ) -> Iterator[bytes]:
        asked = None if ids is None else to_list(ids)
        # Keys first: sorting them is light, and contents are then read a portion at a time.
        order = self._connection.rows(
            f"SELECT j.judgement FROM judgements j {_VALID} WHERE j.current AND j.relation IS NOT NULL "  # noqa: S608
            "AND j.confidence >= ?1 AND (?2 IS NULL OR j.relation = ?2) AND (?3 IS NULL OR j.run > ?3) "
            f"{'' if asked is None else _OF_ARTICLES} ORDER BY min(l.id, h.id), max(l.id, h.id)",
            (min_confidence, relation, after_run, *(() if asked is None else (asked,))),
        )
        for start in range(0, len(order), PORTION):
            keys = [key for (key,) in order[start : start + PORTION]]
            found = {
                key: (content, checksum)
                for key, content, checksum in self._connection.rows(
                    "SELECT judgement, content, checksum FROM judgements "
                    "WHERE judgement IN (SELECT value FROM json_each(?))",
                    (json.dumps(keys),),
                )
            }
            yield from (self._sound(*found[key]) for key in keys if key in found)

    def pairs(self) -> list[tuple[str, str]]:
        """The pairs of ids that have a current link; each pair and the list ascend."""
        found = self._connection.rows(
            f"SELECT l.id, h.id FROM judgements j {_VALID} WHERE j.current AND j.relation IS NOT NULL"  # noqa: S608
        )
        pairs = (sorted((from_column(low) or "", from_column(high) or "")) for low, high in found)
        return sorted((low, high) for low, high in pairs)

    def between(self, a: str, b: str) -> Link | None:
        """The current link of a pair, in the orientation in which it was saved; raises NoSuchArticle."""
        low, high = sorted(article_keys(self._connection, a, b))
        row = self._connection.row(
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
                f"{self._connection.path}: a stored link is damaged; `provenance verify` names its articles: remove "
                "and add one of them, then run `provenance audit`"
            )
        return content

    def judgements(self, a: str, b: str) -> list[Judgement]:
        """All judgements of a pair, oldest first; raises NoSuchArticle."""
        low, high = sorted(article_keys(self._connection, a, b))
        found = self._connection.rows(
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


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
