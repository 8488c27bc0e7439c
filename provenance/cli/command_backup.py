"""`provenance backup`, `restore` and `repair`: copies of the archive, and what can be saved of a damaged one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from provenance.cli import options
from provenance.cli.session import console, emit, of

Format = Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="How to print the result.")]
Force = Annotated[bool, typer.Option("--force", help="Replace a file of that name.")]


def backup(
    context: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(help="Where to; else beside the archive, with the time in its name.", show_default=False),
    ] = None,
    force: Force = False,
    format: Format = "text",
) -> None:
    """Copy the archive into a file, while others read and write it, and check the copy.

    The copy is an archive itself: --db opens it. It gets its name when it is whole, and replaces no file without
    --force; of a damaged archive none is made.

    \b
    Examples:
      provenance backup
      provenance backup kept.db
      provenance backup kept.db --force --format json
    """
    from provenance.reports.contract_json import dump
    from provenance.reports.copies_json import kept_object
    from provenance.reports.terminal.copies import print_backup
    from provenance.usecases.copying import backup as back_up

    session = of(context)
    with session.progress() as progress:
        kept = back_up(session.one_archive(), file, force=force, on_progress=progress)
    if format == "json":
        emit(dump(kept_object(kept)))
    else:
        print_backup(console(), kept)


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A backup.", show_default=False)],
    discard: Annotated[
        bool, typer.Option("--discard", help="Delete the archive that was there, once the new one is in place.")
    ] = False,
    format: Format = "text",
) -> None:
    """Put a backup in the place of the archive.

    The backup is copied, upgraded if it is of an older release, and checked first; it stays as it is. The archive
    that was there is kept beside it. Nothing changes while another process has the archive open.

    \b
    Examples:
      provenance backup kept.db
      provenance restore kept.db
    """
    from provenance.reports.contract_json import dump
    from provenance.reports.copies_json import restored_object
    from provenance.reports.terminal.copies import print_restored
    from provenance.usecases.copying import restore as put_back

    session = of(context)
    with session.progress() as progress:
        restored = put_back(session.one_archive(), file, keep=not discard, on_progress=progress)
    if format == "json":
        emit(dump(restored_object(restored)))
    else:
        print_restored(console(), str(session.db), str(file), restored)


def repair(
    context: typer.Context,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="Where to; else beside the archive, with `.repaired` after its name.",
            show_default=False,
        ),
    ] = None,
    force: Force = False,
    jobs: options.Jobs = 0,
    format: Format = "text",
) -> None:
    """Save what is whole of a damaged archive into a new file, and say what is not.

    Articles with all their versions, what people said, notes and corrections are saved; links and quotations are to
    be found again. The damaged file is only read. Exits with 1 when something is lost.

    \b
    Examples:
      provenance repair
      provenance repair -o saved.db --format json
    """
    from provenance.reports.contract_json import dump
    from provenance.reports.copies_json import repaired_object
    from provenance.reports.terminal.copies import print_repaired
    from provenance.usecases.repairing import repair as save

    session = of(context)
    session.note_plain_kernels()
    with session.progress() as progress:
        repaired = save(session.one_archive(), output, force=force, jobs=jobs, on_progress=progress)
    if format == "json":
        emit(dump(repaired_object(repaired)))
    else:
        print_repaired(console(), repaired)
    if repaired.lost:
        raise typer.Exit(1)
