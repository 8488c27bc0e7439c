"""Taking articles out of the archive, with everything that was derived from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from provenance.errors import ArchiveBusy
from provenance.text.folded_text import folded_all

if TYPE_CHECKING:
    from pathlib import Path

    from provenance.model.copies import Purged
    from provenance.store import Store

# Postings of removed articles stay in the index pages until those are merged; when they are more than one in so many,
# the index is rewritten at once (about a second for 10 million postings).
REWRITE_SHARE = 4


def remove(store: Store, names: Sequence[str]) -> list[str]:
    """Remove the named articles, all or none; returns their ids, each once, in the order given.

    An article goes with all its versions, links, reviews and quotations. Raises NoSuchArticle before anything is
    removed when a name means no article or more than one.
    """
    return _remove(store, names, rewrite=False)


def _remove(store: Store, names: Sequence[str], *, rewrite: bool) -> list[str]:
    ids = list(dict.fromkeys(store.articles.resolve(name) for name in names))
    with store.transaction():
        for identity in ids:
            store.remove(identity, folded_all)
        store.words.rewrite()
        if rewrite or store.index.retired() * REWRITE_SHARE > store.articles.count():
            store.index.compact()
    return ids


def purge(store: Store, names: Sequence[str]) -> Purged:
    """Remove articles, and write the archive's file anew, so that no byte of their texts is left in it or its log.

    Without names the file is only written anew. The archive itself is not all that there may be: copies of it that
    this program made beside it (backups, what `restore` replaced, what an upgrade kept) are left alone, and those
    that hold one of the texts are named. Raises ArchiveBusy before anything is removed where another process reads
    or writes at this moment.
    """
    from provenance.model.copies import Purged
    from provenance.store.copies.traces import copies_holding, digests_of

    store.upkeep.write_anew(check_only=True)
    digests = digests_of(store.connection, [store.articles.resolve(name) for name in names])
    ids = _remove(store, names, rewrite=True)
    try:
        store.upkeep.write_anew()
    except ArchiveBusy as error:
        raise ArchiveBusy(
            f"{store.path}: the articles are removed, but another process reads the archive, so bytes of their texts "
            "may be left in its file or log; end that process and run `provenance remove --purge` without a name"
        ) from error
    held: tuple[Path, ...] = copies_holding(store.path, digests)
    return Purged(tuple(ids), held)
