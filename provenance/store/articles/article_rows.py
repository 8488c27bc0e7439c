"""Conversion of articles to rows and back without loss: whole, without texts, or only the keys of other tables.

`articles` has one row per article and names its current text by number; `versions` has one row per text with what is
known about it, `texts` its bytes. Nothing here decides what is stored.
"""

from __future__ import annotations

import hashlib
import json
import math
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from provenance.errors import DamagedArchive, NoSuchArticle
from provenance.model import Article, ListedArticle, PublicationTime, Span
from provenance.store.connection import ADVICE, Connection
from provenance.store.stored_values import from_column, row_checksum, to_column, to_list

VERSION_COLUMNS = (
    "number, article, version, added, digest, characters, body_start, body_end, "
    "title, author, publisher, url, agency, origin, "
    "published, published_precision, published_earliest, published_latest, published_how, "
    "modified, guesses, metadata, language, checksum"
)
INSERT_VERSION = f"INSERT INTO versions ({VERSION_COLUMNS}) VALUES ({', '.join('?' * 24)})"  # noqa: S608
INSERT_TEXT = "INSERT INTO texts (number, packed, content) VALUES (?, ?, ?)"
# What a row's checksum covers, besides the id.
DESCRIBED = (
    "v.digest, v.body_start, v.body_end, v.title, v.author, v.publisher, v.url, v.agency, "
    "v.origin, v.published, v.published_precision, v.published_earliest, v.published_latest, v.published_how, "
    "v.modified, v.guesses, v.metadata, v.language"
)
CURRENT_VERSIONS = "articles a JOIN versions v ON v.number = a.number"
# What `to_article` reads, from `articles a JOIN versions v JOIN texts t`.
ARTICLE_COLUMNS = f"a.id, t.packed, t.content, {DESCRIBED}, v.checksum"
ARTICLE_TABLES = f"{CURRENT_VERSIONS} JOIN texts t ON t.number = v.number"
# What `to_listed` reads.
LISTED_COLUMNS = (
    "a.id, v.title, v.publisher, v.author, v.url, v.characters, v.version, v.published, "
    "v.published_precision, v.published_earliest, v.published_latest, v.published_how, v.language, a.number, v.agency"
)
_COMPACT = json.JSONEncoder(separators=(",", ":"))  # `json.dumps` would make one for each article


def encoded(text: str) -> bytes:
    """The bytes that are stored and whose SHA-256 names the version."""
    return text.encode("utf-8", "surrogatepass")


def digest_of(content: bytes) -> bytes:
    """The SHA-256 that names a text; `Article.text_digest` is the same in hexadecimal."""
    return hashlib.sha256(content).digest()


def version_row(
    article: Article, identity: str, digest: bytes, number: int, key: int, version: int, added: str
) -> tuple[Any, ...]:
    """The values for INSERT_VERSION; `identity` and `key` belong to the archived article that gets this text."""
    published = article.published
    described = (
        digest,
        int(article.body.start),
        int(article.body.end),
        to_column(article.title),
        to_column(article.author),
        to_column(article.publisher),
        to_column(article.url),
        to_column(article.agency),
        to_column(article.origin),
        *((None,) * 5 if published is None else _time_columns(published)),
        None if article.modified is None else json.dumps(_time_columns(article.modified)),
        _mapping(article.guesses),
        _mapping(article.metadata),
        to_column(article.language),
    )
    checksum = described_checksum(to_column(identity), described)
    return number, key, version, added, digest, len(article.text), *described[1:], checksum


def _time_columns(time: PublicationTime) -> tuple[Any, ...]:
    # SQLite keeps neither a NaN nor the sign of a zero, and gives whole numbers back as floats.
    earliest = -math.inf if math.isnan(time.earliest) else float(time.earliest) + 0.0
    latest = math.inf if math.isnan(time.latest) else float(time.latest) + 0.0
    return to_column(time.written), str(time.precision), earliest, latest, to_column(time.how)


def _mapping(values: Mapping[str, str]) -> str | None:
    return _COMPACT.encode(dict(sorted(values.items()))) if values else None


def text_row(number: int, content: bytes, level: int) -> tuple[Any, ...]:
    """The values for INSERT_TEXT; packed where `level` is not 0 and that makes it shorter."""
    if level:
        packer = zlib.compressobj(level, zlib.DEFLATED, -15)
        packed = packer.compress(content) + packer.flush()
        if len(packed) < len(content):
            return number, 1, packed
    return number, 0, content


def to_article(row: tuple[Any, ...]) -> Article:
    """The article of a row of ARTICLE_COLUMNS; raises DamagedArchive when it is not what was stored."""
    require_sound(row[0], row[3:21], row[21])
    identity = from_column(row[0]) or ""
    content = unpacked(identity, row[1], row[2], row[3])
    return Article(
        id=identity,
        text=content.decode("utf-8", "surrogatepass"),
        body=Span(row[4], row[5]),
        title=from_column(row[6]),
        author=from_column(row[7]),
        publisher=from_column(row[8]),
        url=from_column(row[9]),
        agency=from_column(row[10]),
        origin=from_column(row[11]),
        published=None if row[12] is None else to_time(row[12:17]),
        modified=None if row[17] is None else to_time(json.loads(row[17])),
        guesses=json.loads(row[18]) if row[18] else {},
        metadata=json.loads(row[19]) if row[19] else {},
        language=from_column(row[20]),
    )


@dataclass(frozen=True, slots=True)
class PackedArticles:
    """Articles as rows, for other processes: sending rows takes a fifth of the time of sending articles."""

    rows: Sequence[tuple[Any, ...]]  # of ARTICLE_COLUMNS

    def __len__(self) -> int:
        return len(self.rows)

    def unpacked(self) -> list[Article]:
        """The articles, in their order; raises DamagedArchive where one is not what was stored."""
        return [to_article(row) for row in self.rows]


def to_listed(row: tuple[Any, ...]) -> ListedArticle:
    """The article of a row of LISTED_COLUMNS, without its text."""
    return ListedArticle(
        id=from_column(row[0]) or "",
        title=from_column(row[1]),
        publisher=from_column(row[2]),
        author=from_column(row[3]),
        url=from_column(row[4]),
        published=None if row[7] is None else to_time(row[7:12]),
        characters=row[5],
        versions=row[6],
        language=from_column(row[12]),
        agency=from_column(row[14]),
    )


def described_checksum(identity: Any, described: Sequence[Any]) -> int:
    """The checksum of a row of `versions`: of the id and the columns DESCRIBED.

    A language that is not known is left out of it, so that rows keep the checksums that earlier releases gave them.
    """
    return row_checksum((identity, *(described if described[-1] is not None else described[:-1])))


def require_sound(identity: Any, described: tuple[Any, ...], checksum: Any) -> None:
    """Raise DamagedArchive unless the checksum of the columns DESCRIBED of an article is right."""
    if described_checksum(identity, described) != checksum:
        raise DamagedArchive(f"what is stored of {identity!r} is damaged; {ADVICE}")


def unpacked(identity: str, packed: int, content: bytes, digest: bytes) -> bytes:
    """The encoded text, proven to be the one whose digest was stored; raises DamagedArchive."""
    try:
        plain = zlib.decompress(content, -15) if packed else content
    except zlib.error:
        plain = b""
    if digest_of(plain) != digest:
        raise DamagedArchive(
            f"the stored text of {identity!r} is damaged; `provenance verify` lists all such articles: remove and "
            "add them again, or go back to a backup"
        )
    return plain


@dataclass(frozen=True, slots=True)
class TextOwner:
    """Whose text a number names. `time` orders texts by date, those without one last; `dated` says whether it has."""

    number: int
    id: str
    version: int
    current: bool
    dated: bool
    time: tuple[bool, float, float, str]


def text_owners(connection: Connection, numbers: Iterable[int]) -> list[TextOwner]:
    """The owners of texts by number, ascending by number; numbers of removed texts are left out."""
    found = connection.rows(
        "SELECT v.number, a.id, v.version, v.number = a.number, v.published IS NOT NULL, "
        "v.published_latest, v.published_earliest FROM json_each(?) JOIN versions v ON v.number = value "
        "JOIN articles a USING (article) ORDER BY v.number",
        (json.dumps([*numbers]),),
    )
    owners = []
    for number, stored, version, current, dated, latest, earliest in found:
        identity = from_column(stored) or ""
        time = (not dated, latest or 0.0, earliest or 0.0, identity)
        owners.append(TextOwner(number, identity, version, bool(current), bool(dated), time))
    return owners


def texts_by_number(connection: Connection, numbers: Iterable[int]) -> list[tuple[int, Article]]:
    """Articles as they were in the texts with these numbers, of any version, ascending; raises DamagedArchive."""
    found = connection.rows(
        f"SELECT {ARTICLE_COLUMNS}, v.number FROM json_each(?) JOIN versions v ON v.number = value "  # noqa: S608
        "JOIN articles a USING (article) JOIN texts t ON t.number = v.number ORDER BY v.number",
        (json.dumps([*numbers]),),
    )
    return [(row[-1], to_article(row[:-1])) for row in found]


def all_texts(connection: Connection, article: int) -> tuple[list[int], list[str]]:
    """Numbers and texts of all versions of an article, by its key, oldest first; raises DamagedArchive."""
    found = connection.rows(
        "SELECT v.number, a.id, t.packed, t.content, v.digest FROM versions v JOIN articles a USING (article) "
        "JOIN texts t ON t.number = v.number WHERE v.article = ? ORDER BY v.number",
        (article,),
    )
    texts = [unpacked(from_column(row[1]) or "", *row[2:]).decode("utf-8", "surrogatepass") for row in found]
    return [row[0] for row in found], texts


def to_time(columns: Any) -> PublicationTime:
    """The time that five columns give: as written, precision, earliest, latest, how it was got."""
    written, precision, earliest, latest, how = columns
    return PublicationTime(from_column(written) or "", precision, earliest, latest, from_column(how) or "")


def article_keys(connection: Connection, *ids: str) -> list[int]:
    """The keys in `articles` of these ids, in their order; raises NoSuchArticle."""
    found = current_texts(connection, ids)
    return [found[identity][0] for identity in ids]


def current_texts(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[int, int]]:
    """For each id the key in `articles` and the number of the current text; raises NoSuchArticle."""
    asked = sorted(set(ids))
    rows = connection.rows(
        "SELECT id, article, number FROM articles WHERE id IN (SELECT value FROM json_each(?))", (to_list(asked),)
    )
    found = {from_column(column) or "": (key, number) for column, key, number in rows}
    for identity in asked:
        if identity not in found:
            raise NoSuchArticle(f"no article {identity!r} in {connection.path}")
    return found
