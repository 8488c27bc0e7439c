"""`show --versions` for people: each text that an article had, and what it changed of the one before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from provenance.model import Span, VersionsView, VersionView
from provenance.reports import wording
from provenance.reports.characters import line
from provenance.reports.terminal.look import Look, show

if TYPE_CHECKING:
    from rich.console import Console

VERSIONS, CHANGES = 40, 12  # shown: the newest versions, and the first places of each; the JSON has all
AROUND = 48  # characters of unchanged text before a place
LONGEST = 600  # characters of one stretch; the middle of a longer one is left out


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
    show(console, Text(" · ".join(_facts(version)), "dim"))
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


def _facts(version: VersionView) -> Iterator[str]:
    article = version.article
    yield f"added {line(version.added)[:16].replace('T', ' ')} UTC"
    if article.published:
        yield f"published {line(wording.time_words(article.published))}"
    if article.modified:
        yield f"modified {line(wording.time_words(article.modified))}"
    yield wording.count(len(article.text), "character")


def _print_change(console: Console, number: int, former: str, out: Span, text: str, into: Span) -> None:
    """One place: the words before it, then what was taken out and what was put in, each on lines of their own."""
    from rich.text import Text

    opening = "at the beginning of a paragraph" if text[: into.start].strip() else "at the beginning"
    show(console, Text(line(_before(text, into.start)) or opening, "dim"), lead=f"{number:>3}  ")
    for sign, style, span, whole in (("-", "red", out, former), ("+", "green", into, text)):
        if span.length:
            show(console, Text(_folded(line(span.of(whole))), style), indent=5, lead=f"{sign} ")


def _before(text: str, place: int) -> str:
    """The end of the paragraph's text before a place, from the beginning of a word."""
    start = max(text.rfind("\n", 0, max(place - 1, 0)) + 1, place - AROUND)
    around = text[max(start, 0) : place]
    cut = start > 0 and text[start - 1 : start] not in {"\n", ""}
    return f"… {around.partition(' ')[2]}" if cut else around


def _folded(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    head, tail = words[: LONGEST // 2], words[-LONGEST // 3 :]
    left_out = len(words) - len(head) - len(tail)
    return f"{head.rpartition(' ')[0] or head} … ({left_out:,} characters) … {tail.partition(' ')[2] or tail}"
