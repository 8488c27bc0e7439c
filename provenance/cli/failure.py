"""The one place where errors become a line on stderr and an exit code.

Exit codes: 0 done, 1 the operation failed, 2 wrong usage, 3 done and something reached the limit that the user set,
130 interrupted. Nobody sees a traceback for something that they can mend; `PROVENANCE_DEBUG=1` shows it anyway.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from provenance.errors import ProvenanceError, unforeseen

if TYPE_CHECKING:
    from provenance.model import LeftOut

INTERRUPTED = 130
# What Typer turns into words and exit codes itself. Its base class has moved between its releases.
_OF_TYPER: tuple[type[Exception], ...] = (
    typer.Exit,
    typer.Abort,
    *(one for one in typer.BadParameter.__mro__ if one.__name__ == "ClickException"),
)
REACHED_LIMIT = 3


def complain(message: str) -> None:
    """One line on stderr, control characters of hostile names made visible."""
    note(f"provenance: {message}")


def note(message: str) -> None:
    """A message for people on stderr, its line ends kept; where nobody can be told, only the message is lost."""
    with contextlib.suppress(OSError, ValueError):
        print("\n".join(map(visible, message.split("\n"))), file=sys.stderr)


def visible(text: str) -> str:
    """One line of a message, each control or reordering character of a name written as its number."""
    return text if text.isprintable() else "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def complain_of(left_out: Iterable[LeftOut], *, quiet: bool = False) -> None:
    """What was skipped or not used, some lines per kind on stderr; `quiet` leaves out what is not a skipped input."""
    from provenance.reports.terminal.left_out import lines

    for line in lines(group for group in left_out if group.skipped or not quiet):
        complain(line)


def nobody_reads() -> None:
    """Let further results go nowhere: the reader of the pipe went away, as `head` does when it has seen enough."""
    with contextlib.suppress(OSError, ValueError):  # the interpreter flushes it at exit
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


# What an interrupted command leaves behind and how to go on, for each command that leaves anything.
INTERRUPTIONS = {
    "add": "every article that was stored so far stays, whole; the same command adds the rest",
    "audit": "what was compared so far is kept, but until an audit has finished, links are missing or not judged; "
    "`provenance audit` goes on from there",
    "check": "what was printed is all that was checked; with --add those articles are stored, the others are not",
    "quotes": "quotations that were read so far are kept, and the same command goes on from there",
    "report": "no report was written, and a file of that name is as it was",
    "dedup": "no file was written, and a file of that name is as it was",
    "export": "no file was written, and a file of that name is as it was",
    "reindex": "the index is as it was; what was made anew is kept, and `provenance reindex` goes on from there",
    "backup": "no backup was written, and a file of that name is as it was",
    "restore": "the archive is as it was, or as the backup has it; `provenance stats` shows which",
    "repair": "no file was written, and a file of that name is as it was",
    "batch": "the tables that are whole are kept, and the same command goes on from there",
    "import": "what was stored so far is whole; the same command brings the rest",
    "remove": "all of the named articles are gone or none is; `provenance list` shows which",
    "edit": "the correction is stored whole or not at all; `provenance show ARTICLE` shows which",
    "review": "what you said is stored whole or not at all; `provenance review --list` shows which",
}
NOTHING_WRITTEN = "nothing was written"


@contextlib.contextmanager
def report_failures(command: Callable[[], str | None] = lambda: None) -> Iterator[None]:
    """Whatever goes wrong inside and can be mended by a person becomes one line and an exit code.

    `command` returns the name of the command that runs, once it is known.
    """
    if os.environ.get("PROVENANCE_DEBUG"):
        yield
        return
    try:
        yield
        sys.stdout.flush()  # else a full disk or a pipe that was closed is noticed where nobody can be told
    except _OF_TYPER:
        raise
    except ProvenanceError as error:
        complain(str(error))
        raise typer.Exit(error.exit_code) from error
    except KeyboardInterrupt as error:
        complain(f"interrupted: {INTERRUPTIONS.get(command() or '', NOTHING_WRITTEN)}")
        raise typer.Exit(INTERRUPTED) from error
    except BrokenPipeError as error:
        nobody_reads()
        raise typer.Exit(0) from error
    except OSError as error:
        named = f"{error.filename}: " if error.filename else ""
        complain(f"{named}{error.strerror or error}")
        raise typer.Exit(1) from error
    except MemoryError as error:
        complain("out of memory; try fewer --jobs or a smaller input")
        raise typer.Exit(1) from error
    except Exception as error:
        complain(f"{command() or 'this run'} ended by {unforeseen(error)}")
        raise typer.Exit(1) from error
