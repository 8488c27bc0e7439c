"""`show --versions` for people: each text that an article had, and what it changed of the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.model import Span, VersionsView, VersionView
from provenance.reports import wording
from provenance.reports.characters import line
from provenance.reports.terminal.look import Look, show
from provenance.reports.version_words import before, facts, folded

if TYPE_CHECKING:
    from rich.console import Console

VERSIONS, CHANGES = 40, 12  # shown: the newest versions, and the first places of each; the JSON has all


def print_versions(console: Console, view: VersionsView) -> None:
    """The versions, oldest first, so that the last lines say how the article came to be what it is."""
    from rich.text import Text

    look = Look.of(console)
    show(console, Text(line(wording.name(view.article)), "bold"))
    show(console, Text(f"{wording.count(len(view.versions), 'version')} of {line(view.article.id)}", "dim"))
    hidden = len(view.versions) - VERSIONS
    if hidden > 0:
        show(console, Text(f"The first {hidden:,} are left out; --format json has all.", "dim"))
    former = ""
    for place, version in enumerate(view.versions):
        if place >= hidden:
            show(console, look.rule())
            _print_version(console, version, former)
        former = version.article.text


def _print_version(console: Console, version: VersionView, former: str) -> None:
    from rich.text import Text

    head = f"Version {version.version}" + (", the current one" if version.current else "")
    show(console, Text(head, "bold"))
    show(console, Text(" · ".join(facts(version)), "dim"))
    if version.version == 1:
        return
    if not version.changes:
        show(console, Text("No word differs from the version before."))
        return
    taken, put = (wording.count(number, "word") for number in (version.words_taken_out, version.words_put_in))
    places = wording.count(len(version.changes), "place")
    show(console, Text(f"{places} changed: {taken} taken out, {put} put in"))
    for number, (out, into) in enumerate(version.changes[:CHANGES], 1):
        _print_change(console, number, former, out, version.article.text, into)
    if len(version.changes) > CHANGES:
        more = wording.count(len(version.changes) - CHANGES, "more place")
        show(console, Text(f"{more}; --format json has all.", "dim"), indent=2)


def _print_change(console: Console, number: int, former: str, out: Span, text: str, into: Span) -> None:
    """One place: the words before it, then what was taken out and what was put in, each on lines of their own."""
    from rich.text import Text

    opening = "at the beginning of a paragraph" if text[: into.start].strip() else "at the beginning"
    show(console, Text(line(before(text, into.start)) or opening, "dim"), lead=f"{number:>3}  ")
    for sign, style, span, whole in (("-", "red", out, former), ("+", "green", into, text)):
        if span.length:
            show(console, Text(folded(line(span.of(whole))), style), indent=5, lead=f"{sign} ")
