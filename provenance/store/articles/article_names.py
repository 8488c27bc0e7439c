"""Which archived article a person means by a name: an id, the beginning of one, a path or an address.

It never guesses: a name of several articles, or of none, is an error that lists the near misses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from provenance.errors import NoSuchArticle
from provenance.model.addresses import canonical_address
from provenance.store.connection import Connection
from provenance.store.stored_values import from_column, to_column

SHOWN = 5  # near misses in a message
LONGEST = 200  # letters of a name that are compared with ids; comparing takes the product of both lengths


def resolve(connection: Connection, name: str) -> str:
    """The id of the one article that `name` names; raises NoSuchArticle with near misses.

    In this order: the id itself, any spelling of its URL, the path or address it was read from, the beginning of
    exactly one id.
    """
    found = chosen(named_by(connection, name), name)
    if found is None:
        raise NoSuchArticle(f"no article {name!r} in {connection.path}{_near_misses(connection, name)}")
    return found


def named_by(connection: Connection, name: str) -> Iterator[tuple[str, list[str]]]:
    """The articles that `name` may mean: for each way of naming one, in the order to try them, what the articles do
    with the name ("have", "begin with"), and their ids. As many ways for every archive."""
    wanted = to_column(name) or ""
    yield "have", _ids(connection, "FROM articles a WHERE a.id = ?", wanted)
    for statement, *values in _ways(name):
        yield "have", _ids(connection, statement, *values)
    # The ids that begin with the name lie between it and the name followed by the last code point.
    begins = "FROM articles a WHERE a.id >= ?1 AND a.id < ?1 || char(1114111)"
    yield "begin with", _ids(connection, begins, wanted) if name else []


def chosen(ways: Iterable[tuple[str, Sequence[str]]], name: str) -> str | None:
    """The one article of the first way of naming that finds any; None where none does. Raises NoSuchArticle where it
    finds several, and for an empty name that no article has."""
    for how, found in ways:
        if len(found) == 1:
            return found[0]
        if found:
            advice = "name one by its id" if how == "have" else "give more of the id"
            raise NoSuchArticle(f"{len(found)} articles {how} {name!r}: {_listed(found)}; {advice}")
    if not name:
        raise NoSuchArticle("an empty name matches no article")
    return None


def beginning_with(connection: Connection, beginning: str, most: int) -> list[str]:
    """The first `most` ids that begin so, ascending."""
    wanted = to_column(beginning) or ""
    statement = "SELECT id FROM articles WHERE id >= ?1 AND id < ?1 || char(1114111) ORDER BY id LIMIT ?2"
    return [from_column(identity) or "" for (identity,) in connection.rows(statement, (wanted, most))]


def _paths(name: str) -> list[str]:
    """The ways in which a path may have been written when the article was added."""
    spellings = [name]
    if "\0" not in name and "://" not in name:
        spellings += [str(Path(name)), str(Path(name).absolute())]
    return [to_column(spelling) or "" for spelling in dict.fromkeys(spellings)]


def _ways(name: str) -> Iterator[tuple[str, ...]]:
    """The conditions, each with its values, that an address or path may meet, in the order to try them."""
    at_address = "FROM articles a JOIN addresses d USING (article)"
    current = "JOIN versions v ON v.number = a.number"
    addresses = _addresses(name)
    for address in addresses:  # several articles of old archives may have one address; then its spelling decides
        yield f"{at_address} {current} WHERE d.address = ?1 AND v.url = ?2", address, to_column(name) or ""
    for address in addresses:
        yield f"{at_address} WHERE d.address = ?", address
    for path in _paths(name):
        yield f"FROM articles a {current} WHERE v.origin = ?", path


def _addresses(name: str) -> list[str]:
    """The canonical addresses that a person may mean: they leave out `https://` when they type one."""
    spellings = [name]
    if "/" in name and "://" not in name and not name.startswith("/"):
        spellings.append(f"//{name}")
    return [to_column(canonical_address(spelling)) or "" for spelling in spellings]


def _ids(connection: Connection, tables: str, *values: str) -> list[str]:
    """The ids of the articles that a condition on `values` selects, ascending, 1,000 at most."""
    found = connection.rows(f"SELECT a.id {tables} ORDER BY a.id LIMIT 1000", values)
    return [from_column(identity) or "" for (identity,) in found]


def _listed(ids: Sequence[str]) -> str:
    shown = ", ".join(repr(identity) for identity in ids[:SHOWN])
    return shown + (", ..." if len(ids) > SHOWN else "")


def _near_misses(connection: Connection, name: str) -> str:
    """Articles with the longest word of the name in their id, title, address or path, else with similar ids."""
    words = sorted(Path(name).stem.replace("_", " ").replace("-", " ").split() if "\0" not in name else [], key=len)
    found: list[str] = []
    if words and len(words[-1]) >= 3:
        found = _ids(
            connection,
            "FROM articles a JOIN versions v ON v.number = a.number "
            "WHERE instr(lower(a.id || ' ' || coalesce(v.title, '') || ' ' || coalesce(v.url, '') || ' ' || "
            "coalesce(v.origin, '')), lower(?1))",
            to_column(words[-1]) or "",
        )
    if not found and name:
        first = to_column(name[0]) or ""
        alike = _ids(connection, "FROM articles a WHERE a.id >= ?1 AND a.id < ?1 || char(1114111)", first)
        found = get_close_matches(name[:LONGEST], [one for one in alike if len(one) <= LONGEST], SHOWN, 0.6)
    if found:
        return f"; did you mean {_listed(found)}?"
    return "; `provenance list` shows what there is" if _ids(connection, "FROM articles a") else "; it is empty"
