"""What `backup`, `restore` and `repair` did, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.model.copies import KeptArchive, Repaired, Restored
from provenance.reports import wording
from provenance.reports.characters import line
from provenance.reports.terminal.look import Look, show

if TYPE_CHECKING:
    from rich.console import Console

SINGULAR = {name: name.removesuffix("s") for name in ("articles", "versions", "links", "reviews", "corrections")}


def print_backup(console: Console, kept: KeptArchive) -> None:
    """The file, its size, what it holds."""
    _say(console, f"Backed up to {kept.path} ({size_words(kept.size)}), and checked.", _held(kept))


def print_restored(console: Console, archive: str, source: str, restored: Restored) -> None:
    """What is in place now, and where the archive is that was."""
    _say(console, f"{archive} is now what {source} holds.", _held(restored.archive))
    if restored.upgraded_from is not None:
        _say(console, "It was of an older release and has been upgraded; the backup itself is as it was.")
    if restored.replaced is not None:
        _say(console, f"What was there before is kept as {restored.replaced}: delete it when nobody needs it.")


def print_repaired(console: Console, repaired: Repaired) -> None:
    """What was saved, every loss on a line of its own, how to go on."""
    from rich.text import Text

    saved = repaired.saved
    _say(console, f"Saved into {saved.path} ({size_words(saved.size)}), and checked.", _held(saved))
    if repaired.lost:
        show(console, Text(f"Not saved, {wording.count(len(repaired.lost), 'loss', 'losses')}:", "bold"))
        for each in repaired.lost:
            show(console, Text(line(each)), indent=2, lead=Look.of(console).bullet)
    else:
        _say(console, "No article, version or review was lost.")
    _say(
        console,
        f"{repaired.damaged} is as it was. Links and quotations were not taken over: `provenance audit` finds them "
        f"again. `provenance restore {saved.path}` puts it in place.",
    )


def size_words(size: int) -> str:
    """ "913,408 bytes", "302.7 MB"."""
    return f"{size:,} bytes" if size < 10_000_000 else f"{size / 1e6:,.1f} MB"


def _held(kept: KeptArchive) -> str:
    counted = [wording.count(number, SINGULAR.get(name, name), name) for name, number in kept.counts.items()]
    return f"{wording.listing(counted)}."


def _say(console: Console, *sentences: str) -> None:
    from rich.text import Text

    for sentence in sentences:
        show(console, Text(line(sentence)))
