"""`addresses`: every canonical address that an archived article has had, so that all spellings of it are found.

The address as it was read is in `versions`; what counts as one address is `model.addresses`' to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from provenance.model.addresses import canonical_address
from provenance.store.connection import Connection
from provenance.store.records import Problem
from provenance.store.stored_values import from_column, to_column, to_list

PORTION = 5000
_INSERT = "INSERT OR IGNORE INTO addresses (address, article) VALUES (?, ?)"


def write_addresses(connection: Connection, urls: Iterable[tuple[str, int]]) -> None:
    """Remember addresses, as they were read, of keys in `articles`; the caller holds the transaction."""
    connection.many(_INSERT, [(to_column(canonical_address(url)), key) for url, key in urls])


def articles_at(connection: Connection, urls: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """For each canonical address of `urls` that articles have or had, their ids: those first that have it now, then
    in the order in which they were added."""
    asked = {canonical_address(url) for url in urls}
    found: dict[str, list[tuple[bool, int, str]]] = {}
    for address, key, identity, url in connection.rows(
        "SELECT d.address, a.article, a.id, v.url FROM addresses d JOIN articles a USING (article) "
        "JOIN versions v ON v.number = a.number WHERE d.address IN (SELECT value FROM json_each(?))",
        (to_list(sorted(asked)),),
    ):
        named, present = from_column(address) or "", from_column(url)
        former = present is None or canonical_address(present) != named
        found.setdefault(named, []).append((former, key, from_column(identity) or ""))
    return {address: [identity for _, _, identity in sorted(rows)] for address, rows in sorted(found.items())}


def fill_addresses(connection: Connection) -> None:
    """Remember the addresses of all versions, for an archive made before there was such a table; the caller holds
    the transaction."""
    if connection.value("SELECT count(*) FROM addresses"):
        return
    for found in connection.portions(
        "SELECT number, article, url FROM versions WHERE url <> '' AND number > ? ORDER BY number LIMIT ?",
        size=PORTION,
    ):
        write_addresses(connection, ((from_column(url) or "", key) for _, key, url in found))


def address_problems(connection: Connection) -> Iterator[Problem]:
    """Articles that would not be found by their address."""
    known = set(connection.rows("SELECT address, article FROM addresses"))
    for identity, key, url in connection.rows(
        "SELECT a.id, a.article, v.url FROM articles a JOIN versions v ON v.number = a.number "
        "WHERE v.url <> '' ORDER BY a.article"
    ):
        if (to_column(canonical_address(from_column(url) or "")), key) not in known:
            yield Problem(
                f"article {from_column(identity)!r}", "is not found by its address; remove it and add it again"
            )
