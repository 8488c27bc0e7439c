"""Ids for articles that are named after their files: equal names in different folders are different articles.

`a/story.txt` and `b/story.txt` would both get the id `story`. The first one to come keeps it; the other is named with
as many of its folders as it takes, `b/story`. A file that comes again from the same path keeps its id, so that a
changed file becomes a new version of its article. A file with exactly the content of the article that holds the id is
that article, moved. Ids that the input itself gives are never changed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePath

from provenance.ingest.seen import hashed
from provenance.model import Article
from provenance.sources.readers import split_name

Holder = Callable[[str], Article | None]  # the archived article of an id


def named_after_file(article: Article) -> bool:
    """Whether the id is the stem of the file that it was read from, alone or with the number of a row."""
    stem = stem_of(article.origin) if article.origin else ""
    if not stem or not article.id.startswith(stem):
        return False
    row = article.id[len(stem) :]
    return not row or (row[0] == ":" and row[1:].isdigit())


@lru_cache(maxsize=256)  # a file of a million rows is one path
def stem_of(origin: str) -> str:
    """The stem of a file's name, as readers name articles after it."""
    return split_name(PurePath(origin).name)[0]


def same_place(a: str | None, b: str | None) -> bool:
    """Whether two paths may be one: equal, or one the end of the other (relative and absolute)."""
    if a is None or b is None:
        return a is b
    one, other = sorted((PurePath(a).parts, PurePath(b).parts), key=len)
    return bool(one) and other[-len(one) :] == one


class Places:
    """Gives each article of one input its id, knowing the ids given so far. Rows of one file share one decision."""

    def __init__(self, archived: Holder) -> None:
        self._archived = archived
        self._holders: dict[str, tuple[str, int]] = {}  # id given to a file -> the file's path and content
        self._folders: dict[str, str] = {}  # path of a file -> what goes before its name

    def place(self, article: Article) -> Article:
        """The article under the id that is its own."""
        if not named_after_file(article):
            return article
        origin = article.origin or ""
        folder = self._folders.get(origin)
        if folder is None:
            folder = self._folders[origin] = self.folder(article.id, origin, says(article))
        return replace(article, id=f"{folder}/{article.id}") if folder else article

    def folder(self, identity: str, origin: str, content: int) -> str:
        """The fewest folders that tell a file from others of its name: "", "b", "news/b", ... the whole path; by the
        id of its first article and what `says` gives of it."""
        parts = [part for part in PurePath(origin).parent.parts if part != "/"]
        for depth in range(len(parts) + 1):
            folder = "/".join(parts[len(parts) - depth :])
            name = f"{folder}/{identity}" if folder else identity
            if self._free(name, origin, content):
                self._holders.setdefault(name, (origin, content))
                return folder
        return "/".join(parts)

    def _free(self, name: str, origin: str, content: int) -> bool:
        if name in self._holders:
            place, theirs = self._holders[name]
            return theirs == content or same_place(place, origin)
        holder = self._archived(name)
        return holder is None or same_place(holder.origin, origin) or says(holder) == content


def says(article: Article) -> int:
    """A hash of an article's text and all that is known about it: equal for copies of one file in two folders."""
    published = article.published.written if article.published else None
    return hashed(
        repr((article.text_digest, article.publisher, article.url, article.title, article.author, published))
    )
