"""A passage through time for people: the earliest known appearance, then every later one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.model import Appearance, PublicationTime, Span, TraceView
from provenance.model.dated_parts import time_of
from provenance.reports import passage_words, wording
from provenance.reports.characters import line
from provenance.reports.origin_words import origins
from provenance.reports.terminal.look import Look, marked, show

if TYPE_CHECKING:
    from rich.console import Console


def print_trace(console: Console, view: TraceView) -> None:
    """Every appearance with its words; those that it shares with the passage asked about are marked."""
    from rich.text import Text

    look = Look.of(console)
    passage = marked(view.passage, Span(0, len(view.passage)), (), look)
    show(console, Text.assemble('"', passage, '"') if look.ascii else Text.assemble("“", passage, "”"))
    if view.article and view.span:
        where = f"from {wording.name(view.article)}, {view.span.start} to {view.span.end}"
        show(console, Text(line(where), "dim"))
    show(console, look.rule())
    show(console, Text(line(_answer(view))))
    for sentence in origins(view):
        show(console, Text(line(sentence)))
    console.print()
    dated = True
    for number, appearance in enumerate(view.appearances, 1):
        if dated and _time(appearance) is None:
            dated = False
            if number > 1:
                show(console, Text("Without a date; each may be earlier than those above:", "dim"))
        _print_appearance(console, appearance, number)
    left = max(view.found, len(view.appearances)) - len(view.appearances)
    if left:
        show(console, Text(f"{left:,} more; --limit 0 or --format json lists them all.", "dim"))
    for note in view.notes:
        show(console, Text(line(note), "dim"))


def _answer(view: TraceView) -> str:
    if not view.appearances:
        return f"Found in none of the {wording.count(view.compared, 'archived article')}."
    first, time = view.appearances[0].article, _time(view.appearances[0])
    found = max(view.found, len(view.appearances))
    answer = f"Found in {found:,} of {wording.count(view.compared, 'article')}"
    if view.word_for_word == found:
        answer += ", word for word"
    elif view.word_for_word:
        answer += f", word for word in {view.word_for_word:,}"
    if time is None:
        return f"{answer}. None of them has a date, so no appearance is known to be the earliest."
    return f"{answer}. Earliest known: {wording.name(first)}, {wording.time_words(time)}."


def _time(appearance: Appearance) -> PublicationTime | None:
    """The date of the words: of those of a live page that of their update."""
    return (
        time_of(appearance.article, [appearance.span]) if appearance.version is None else appearance.article.published
    )


def _print_appearance(console: Console, appearance: Appearance, number: int) -> None:
    from rich.text import Text

    look, article = Look.of(console), appearance.article
    show(console, Text(line(wording.name(article)), "bold"), lead=f"{number:>2}. ")
    kind = passage_words.KINDS[appearance.kind]
    if appearance.times > 1:
        kind += f", {appearance.times:,} times"
    if appearance.version is not None:
        kind += f", last in version {appearance.version}, which a later one replaced"
    if appearance.kind != "verbatim":
        kind += f", {wording.percent(appearance.score)} of the wording shared"
    place = f"{appearance.span.start} to {appearance.span.end}"
    show(console, Text(line(f"{wording.time_words(_time(appearance))} · {kind} · {place}"), "dim"), indent=4)
    whole = Span(0, len(appearance.text))
    begin = appearance.span.start
    shared = (
        [] if appearance.kind == "verbatim" else [Span(b.start - begin, b.end - begin) for _, b in appearance.shared]
    )
    show(console, marked(appearance.text, whole, shared, look), indent=4)
