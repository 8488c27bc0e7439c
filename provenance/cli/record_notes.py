"""Notes on the record whose links are shown: it may be that of another profile that a reader looks for, or one that
an audit has not finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.cli.session import Session
    from provenance.usecases.archive import Archive


def note_record(session: Session, archive: Archive) -> None:
    """Say what a reader of the archive's links should know; usually nothing."""
    if session.quiet:
        return
    from provenance.usecases.shown_record import shown_record

    shown = shown_record(archive.store, archive.settings.profile)
    if shown.others:
        has = "have" if len(shown.others) > 1 else "has"
        session.note(
            f"provenance: no audit has been made with --profile {shown.profile}; --profile "
            f"{' and '.join(shown.others)} {has} recorded links"
        )
    elif not shown.settled:
        more = "" if shown.profile == "news" else f" --profile {shown.profile}"
        session.note(
            f"provenance: an audit has not ended; until `provenance audit{more}` has, links are missing or not judged"
        )
