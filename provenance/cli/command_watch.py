"""`provenance watch`: a list of feeds and addresses, checked again and again."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli import options
from provenance.cli.failure import complain
from provenance.cli.session import emit, of

if TYPE_CHECKING:
    from provenance.model import Findings, SkippedInput


def watch(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A list of addresses, one a line.", show_default=False)],
    over: Annotated[
        float, typer.Option(min=0, max=1, help="Tell articles that share more than this with an archived one.")
    ] = 0.1,
    every: Annotated[float, typer.Option(min=1, metavar="MINUTES", help="How often the list is fetched.")] = 30,
    once: Annotated[bool, typer.Option("--once", help="Fetch the list once, and end.")] = False,
    run: Annotated[
        str | None,
        typer.Option(
            metavar="COMMAND", help="Give each finding to COMMAND, as JSON on its input.", show_default=False
        ),
    ] = None,
    profile: options.Profile = "news",
    min_confidence: options.MinConfidence = 0.8,
    allow_local: options.AllowLocal = False,
    keep_source: options.KeepSource = False,
) -> None:
    """Fetch feeds and pages again and again; check what is new and archive it.

    Each finding is a line of JSON, as `check --format jsonl` writes them. What did not change since the last time is
    not fetched again where the server can say so; FILE is read anew each time. Ctrl-C ends it.

    \b
    Examples:
      echo https://example.org/feed.xml > feeds.txt && provenance watch feeds.txt --once
      provenance watch feeds.txt --over 0.3 --run "mail -s copied desk@example.org"
    """
    from provenance.config.settings import Settings
    from provenance.sources.addresses.watch_memory import WatchMemory

    session = of(context)
    settings = Settings.of(profile, min_confidence=min_confidence)
    fetching = options.fetching(session.db, allow_local=allow_local, keep_source=keep_source)
    while True:
        names = options.named(None, [file])
        memory = WatchMemory(Path(f"{session.db}.watch.json"))
        with session.archive(settings=settings, create=True) as archive:
            found = archive.check(names, add=True, fetching=fetching, memory=memory)
            for line in _told(found, over):
                _hand_out(line, run)
        memory.save()
        if once:
            return
        time.sleep(every * 60)


def _told(found: Iterator[Findings | SkippedInput], over: float) -> Iterator[str]:
    """A line of JSON per article that shares enough; what was skipped goes to stderr."""
    from provenance.model import SkippedInput
    from provenance.reports.contract_json import dump, findings_object
    from provenance.reports.terminal.left_out import single

    articles = 0
    for findings in found:
        if isinstance(findings, SkippedInput):
            complain(single(findings))
            continue
        articles += 1
        if findings.share > over:
            yield dump(findings_object(findings))
    complain(f"{articles:,} new or changed articles")


def _hand_out(line: str, command: str | None) -> None:
    """Print a finding, or give it to a command; one that fails is told and ends nothing."""
    if command is None:
        emit(line, now=True)
        return
    import shlex
    import subprocess

    try:
        done = subprocess.run(shlex.split(command), input=line + "\n", text=True, encoding="utf-8", check=False)  # noqa: S603
    except (OSError, ValueError) as error:
        complain(f"--run {command}: {getattr(error, 'strerror', None) or error}")
        return
    if done.returncode:
        complain(f"--run {command}: it ended with {done.returncode}")
