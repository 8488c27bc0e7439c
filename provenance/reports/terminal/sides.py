"""A passage beside the passage that it corresponds to, with the words that both share marked.

Two columns where there is room, one above the other where there is not, and always one above the other where a text
reads from the right, because terminals would mix the columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from provenance.model import Passage, Span
from provenance.reports.characters import clean, reads_right_to_left
from provenance.reports.terminal.look import Look, show

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

LONGEST = 900  # characters of one side that are printed; the JSON and the page have all of them


def marked(text: str, span: Span, shared: Sequence[Span], look: Look) -> Text:
    """The words of `span` in `text` on one flowing line; the stretches `shared` (ascending, in `text`) stand out."""
    from rich.text import Text

    result = Text(overflow="fold")
    limit = min(span.end, span.start + LONGEST)
    place = span.start
    for start, end in shared:
        start, end = max(start, place), min(end, limit)
        if start >= end:
            continue
        result.append(_flow(text[place:start], result))
        words = _flow(text[start:end], result)
        if look.escapes:
            result.append(words, look.shared)
        else:
            result.append(f"[{words}]")
        place = end
    result.append(_flow(text[place:limit], result))
    if limit < span.end:
        result.append(f" … ({span.end - limit:,} characters more)", "dim")
    return result


def print_sides(
    console: Console, passage: Passage, texts: tuple[str, str], names: tuple[str, str], indent: int = 0
) -> None:
    """Both sides of a passage. `texts` and `names` (short) are those of side A and side B, in the order to print."""
    look = Look.of(console)
    match = passage.match
    same = match.kind == "verbatim"
    sides = []
    for which, (text, span) in enumerate(zip(texts, (match.a, match.b), strict=True)):
        whole = same and _same_words(texts, match.a, match.b)
        pieces = [] if whole else [pair[which] for pair in match.shared]
        sides.append(marked(text, span, pieces, look))
    heads = [f"{name}, {span.start}–{span.end}" for name, span in zip(names, (match.a, match.b), strict=True)]
    if look.ascii:
        heads = [head.replace("–", "-") for head in heads]
    if same and sides[0].plain == sides[1].plain:
        _print_one(console, f"both ({heads[0]}; {heads[1]})", sides[0], indent)
    elif look.side_by_side and not any(reads_right_to_left(side.plain) for side in sides):
        _print_beside(console, heads, sides, indent)
    else:
        for head, side in zip(heads, sides, strict=True):
            _print_one(console, head, side, indent)


def _print_one(console: Console, head: str, side: Text, indent: int) -> None:
    from rich.text import Text

    show(console, Text(head, "dim"), indent=indent)
    show(console, side, indent=indent + 2)


def _print_beside(console: Console, heads: Sequence[str], sides: Sequence[Text], indent: int) -> None:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 3, 0, 0), expand=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(*(Text(head, "dim") for head in heads))
    grid.add_row(*sides)
    show(console, grid, indent=indent)


def _same_words(texts: tuple[str, str], a: Span, b: Span) -> bool:
    if max(a.length, b.length) > 4 * LONGEST:  # no more than this is printed
        a, b = Span(a.start, a.start + 4 * LONGEST), Span(b.start, b.start + 4 * LONGEST)
    return a.of(texts[0]).split() == b.of(texts[1]).split()


def _flow(piece: str, before: Text) -> str:
    """The piece with runs of white space as one blank, and none at the start of the passage or after another."""
    cleaned = clean(piece)
    words = " ".join(cleaned.split())
    if cleaned[:1] == " " and before.plain and not before.plain.endswith(" "):
        words = " " + words
    if cleaned[-1:] == " " and words.strip():
        words += " "
    return words
