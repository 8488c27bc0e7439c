"""What every command shares: which archive, how loud, where results and progress go."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from provenance.errors import DISTRIBUTION, UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from provenance.config.settings import Settings
    from provenance.model.progress import Progress
    from provenance.reports.formats import Answer
    from provenance.usecases.archive import Archive

NOT_BUILT = (
    "provenance: running hundreds of times slower than it could, because its kernels were not compiled: install a C "
    "compiler and run `pip install --force-reinstall --no-deps --no-cache-dir --no-binary "  # pip keeps what it built
    f"{DISTRIBUTION} {DISTRIBUTION}`, or install a wheel"
)
PIPE_WIDTH = 80  # columns when stdout is no terminal: the width that logs and mails are read at


@dataclass(frozen=True, slots=True)
class Session:
    """The global options of one run."""

    db: Path
    quiet: bool

    @property
    def has_archive(self) -> bool:
        """Whether there is a file where the archive should be, or the name is one of several."""
        from provenance.store.shards.shard_files import names_several

        return self.db.exists() or names_several(self.db)

    def one_archive(self) -> Path:
        """The file of an archive, for what is done in one; UsageError where the name is one of several."""
        from provenance.store.shards.one_file_only import ASKED
        from provenance.store.shards.shard_files import names_several

        if names_several(self.db):
            raise UsageError(
                f"{self.db} may name several archives, and this is done in one: name it with --db FILE; {ASKED}"
            )
        return self.db

    def archive(self, *, settings: Settings | None = None, create: bool = False, readonly: bool = False) -> Archive:
        """Open the archive that was named, or all that a pattern names; complains of files that cannot be read."""
        from provenance.cli.failure import complain
        from provenance.usecases.archive import Archive

        archive = Archive(self.db, settings=settings, create=create, readonly=readonly)
        archive.tell_of_lost_files(lambda why: complain(f"{why}; the other files answer"))
        for line in archive.store.connection.notes:
            self.note(f"provenance: {line}")
        return archive

    def note(self, message: str) -> None:
        """A line on stderr for people, unless they asked for quiet."""
        if not self.quiet:
            from provenance.cli.failure import note

            note(message)

    def note_plain_kernels(self) -> None:
        """Say so, and what to do, when kernels run as plain Python because they were never built."""
        from provenance.kernels import are_missing

        if are_missing():
            self.note(NOT_BUILT)

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """A callback (stage, done, total) that draws a bar on a terminal and is silent elsewhere."""
        if self.quiet or not sys.stderr.isatty():
            yield lambda _stage, _done, _total: None
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
        with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
            tasks: dict[str, int] = {}

            def show(stage: str, done: int, total: int | None) -> None:
                if stage not in tasks:
                    tasks[stage] = int(bars.add_task(stage, total=total))
                bars.update(tasks[stage], completed=done, total=total)  # type: ignore[arg-type]

            yield show


def of(context: typer.Context) -> Session:
    """The session of a running command."""
    session = context.obj
    assert isinstance(session, Session)  # noqa: S101 (set by the callback that runs before every command)
    return session


def console() -> Console:
    """Where results for people go: colours on a terminal, plain text of a fixed width in a pipe."""
    from rich.console import Console

    if sys.stdout.isatty():
        return Console(highlight=False)
    made = Console(highlight=False, width=PIPE_WIDTH, force_terminal=False, color_system=None)
    made.on_broken_pipe = _pipe_closed  # type: ignore[method-assign] # its own ends the process, with 1
    return made


def _pipe_closed() -> None:
    raise BrokenPipeError


class Stdout:
    """Where results go, as report formats see it (`provenance.reports.formats.Output`)."""

    def __init__(self, *, why: bool = False) -> None:
        self.why = why

    @cached_property
    def console(self) -> Console:
        """Text for people."""
        return console()

    def write(self, text: str) -> None:
        """Text for programs."""
        emit(text)


def show(answer: Answer, value: Any, format: str, *, why: bool = False) -> None:
    """Print an answer in one of the formats that the catalogue of reports has for it; `why` adds all reasons."""
    from provenance.reports.formats import writer

    writer(format)(answer, value, Stdout(why=why))


def emit(text: str, *, now: bool = False) -> None:
    """Write a result exactly as it is, with one line end; `now` also into a pipe that somebody waits at."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")
    if now:
        sys.stdout.flush()
