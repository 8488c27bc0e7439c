"""Correcting what was read about an article, and taking that back; who did it and when is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from provenance.errors import UsageError

if TYPE_CHECKING:
    from provenance.model import Article, PublicationTime
    from provenance.store import Store

Given = Mapping[str, "str | PublicationTime | None"]


def edit(store: Store, identity: str, given: Given, by: str | None = None) -> None:
    """Let given values stand in the place of those that were read about an article (an id), for all its versions.

    `by` is the system's user where nothing is given. The next audit judges the article's links again. Raises
    UsageError where nothing is given, or an address that is another article's.
    """
    if not given:
        raise UsageError(f"nothing to correct of {identity}: give --set FIELD=VALUE")
    url = given.get("url")
    others = [other for other in store.articles.at_address(url) if other != identity] if isinstance(url, str) else []
    if others:
        raise UsageError(f"{url} is the address of {others[0]}; remove that one first if both are one article")
    store.correct(identity, given, by or _user())


def undo_edit(store: Store, identity: str, by: str | None = None, *, everything: bool = False) -> list[str]:
    """Take the last edit of an article back, or all; the fields that read as before. Raises UsageError where there is
    none."""
    fields = store.undo_correction(identity, by or _user(), everything=everything)
    if not fields:
        raise UsageError(f"nothing to undo: nothing of {identity} is corrected")
    return fields


def _user() -> str:
    from provenance.usecases.reviewing import system_user  # its module judges links, which `add` need not wait for

    return system_user()


def correct_known(store: Store, ids: Iterable[str], given: Given) -> list[str]:
    """Correct archived articles that came again with given values, where they read differently; their ids."""
    corrected = []
    for identity, article in store.articles.get_known(sorted(set(ids))).items():
        different = {field: value for field, value in given.items() if not _reads(article, field, value)}
        if different:
            edit(store, identity, different)
            corrected.append(identity)
    return corrected


def _reads(article: Article, field: str, value: str | PublicationTime | None) -> bool:
    if field != "published" or value is None or isinstance(value, str):
        return bool(getattr(article, field) == value)
    return article.published is not None and article.published.written == value.written
