"""A backup of an archive, and the archive as a backup has it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from provenance.errors import DamagedArchive, NotAnArchive, UsageError
from provenance.model.copies import KeptArchive, Restored
from provenance.model.progress import Progress


def backup(
    archive: Path, target: Path | None = None, *, force: bool = False, on_progress: Progress | None = None
) -> KeptArchive:
    """Copy the archive, as it is at this moment, into a file that is an archive itself; others may write meanwhile.

    The copy is checked before it gets its name, so a damaged archive never takes the place of a good backup. Without
    `target` it is a file beside the archive with the time in its name. Raises UsageError where the file is there and
    `force` is not given, DamagedArchive where the archive does not hold together.
    """
    from provenance.store.copies.copying import checked, copy_to, written_beside

    chosen = target or default_name(archive)
    if chosen.exists() and archive.exists() and chosen.samefile(archive):
        raise UsageError(f"{chosen} is the archive itself; name another file")
    with written_beside(chosen, force=force) as partial:
        copy_to(archive, partial, on_progress)
        try:
            found = checked(partial, on_progress)
        except DamagedArchive as error:
            raise DamagedArchive(
                f"no backup was made, because {archive} is damaged: {error}; `provenance verify` says all of it, "
                "`provenance repair` saves what is whole"
            ) from error
    return KeptArchive(chosen, found.size, found.counts)


def default_name(archive: Path) -> Path:
    """Beside the archive, named after it and the time (UTC)."""
    time = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S")
    return archive.with_name(f"{archive.name}.{time}.backup")


def restore(archive: Path, source: Path, *, keep: bool = True, on_progress: Progress | None = None) -> Restored:
    """Let the archive be what the backup `source` is: copied, upgraded where it is of an older release, and checked
    before it takes the archive's place.

    The archive that was there is kept beside it (`keep`). The backup itself is only read. Raises ArchiveBusy where
    another process has the archive open, NotAnArchive, NewerArchive or DamagedArchive where the backup
    cannot be used; then nothing has changed.
    """
    from provenance.store import Store
    from provenance.store.copies.copying import checked, copy_to, discard, followed, settle
    from provenance.store.copies.replacing import put_in_place

    if not source.exists():
        raise UsageError(f"there is no backup at {source}")
    if source.is_dir():
        raise UsageError(f"{source} is a folder; name a backup")
    if archive.exists() and source.samefile(archive):
        raise UsageError(f"{source} is the archive itself; name a backup")
    archive = followed(archive)
    new = archive.with_name(archive.name + ".restoring")
    discard(new)
    try:
        try:
            copy_to(source, new, on_progress)
        except NotAnArchive as error:
            raise NotAnArchive(f"{source} is no archive of this program; name a backup") from error
        version = schema_of(new)
        Store.open(new).close()  # which upgrades it
        upgraded = schema_of(new) != version
        new.with_name(f"{new.name}.schema{version}.backup").unlink(missing_ok=True)  # the source is one
        try:
            found = checked(new, on_progress)
        except DamagedArchive as error:
            raise DamagedArchive(
                f"{source} is damaged ({error}), so {archive} was left as it is; take another backup, or "
                f"`provenance --db {source} repair`"
            ) from error
        settle(new)
        replaced = put_in_place(new, archive, keep=keep)
    finally:
        discard(new)
    return Restored(KeptArchive(archive, found.size, found.counts), replaced, version if upgraded else None)


def schema_of(path: Path) -> int:
    """The number of the tables of an archive that this process has not open."""
    with path.open("rb") as file:
        return int.from_bytes(file.read(64)[60:64], "big")
