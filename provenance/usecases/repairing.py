"""A new archive out of what is whole of a damaged one, which is only read."""

from __future__ import annotations

import errno
import mmap
import shutil
from pathlib import Path

from provenance.errors import ArchiveBusy, ArchiveError, DamagedArchive, NewerArchive, UsageError
from provenance.model.copies import KeptArchive, Repaired
from provenance.model.progress import Progress


def repair(
    damaged: Path,
    target: Path | None = None,
    *,
    force: bool = False,
    jobs: int = 1,
    on_progress: Progress | None = None,
) -> Repaired:
    """Save articles, versions, reviews, notes and corrections of `damaged` into a new archive, and index that.

    Without `target` it is beside the damaged one, its name followed by ".repaired". What is not saved is named, by
    article where that can be told. Raises UsageError where `target` is there and `force` is not given, ArchiveError
    where nothing can be read.
    """
    from provenance.engines import given_or_local
    from provenance.files.temporary import temporary_folder
    from provenance.store import Store, open_files
    from provenance.store.copies.copying import checked, merged_copy, written_beside
    from provenance.store.copies.rebuilding import rebuild
    from provenance.store.copies.salvaging import salvage
    from provenance.store.log_integrity import log_problems
    from provenance.usecases.reindexing import reindex

    chosen = target or damaged.with_name(damaged.name + ".repaired")
    if not damaged.is_file():
        raise ArchiveError(f"there is no archive at {damaged}; --db FILE names another")
    if chosen.exists() and chosen.samefile(damaged):
        raise UsageError(f"{chosen} is the archive itself; name another file")
    if open_files.is_open(damaged):
        raise ArchiveBusy(f"{damaged} is open in this process; close it first")
    with written_beside(chosen, force=force) as partial, temporary_folder("repair", chosen.parent) as scratch:
        lost = [f"{each.where}: {each.detail}" for each in log_problems(damaged)]
        try:
            copy = merged_copy(damaged, scratch)
        except OSError as error:  # it names the file that was read
            if error.errno not in (errno.ENOSPC, errno.EDQUOT):
                raise
            raise ArchiveError(
                f"{chosen}: the disk is full; {damaged} was left as it is: free some space there for two copies of "
                "it, or name a file on another disk"
            ) from error
        if not copy.stat().st_size:
            raise ArchiveError(f"{damaged} is empty; there is nothing to save")
        try:
            with copy.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
                salvaged = salvage(content)
        except NewerArchive as error:
            raise NewerArchive(f"{damaged}: {error}") from error
        except DamagedArchive as error:
            raise DamagedArchive(f"nothing of {damaged} can be saved: {error}; go back to a backup") from error
        rebuild(partial, salvaged)
        with Store.open(partial) as store, given_or_local(None, jobs) as engine:
            reindex(store, engine=engine, on_progress=on_progress)
        shutil.copymode(damaged, partial)
        found = checked(partial, on_progress)
    return Repaired(damaged, KeptArchive(chosen, found.size, found.counts), (*lost, *salvaged.lost))
