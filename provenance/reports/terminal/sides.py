"""A passage beside the passage that it corresponds to, with the words that both share marked.

Two columns where there is room, one above the other where there is not, and always one above the other where a text
reads from the right, because terminals would mix the columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from provenance.model import Passage, Span
from provenance.reports.characters import clean, reads_right_to_left
from provenance.reports.shared_words import all_shared, joined
from provenance.reports.terminal.look import Look, show

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

LONGEST = 900  # characters of one side that are printed; the JSON and the page have all of them
FOLDED = 240  # a longer run of shared words is printed without its middle


def marked(text: str, span: Span, shared: Sequence[Span], look: Look) -> Text:
    """The words of `span` in `text` on one flowing line; the stretches `shared` (ascending, in `text`) stand out.

    The middle of a long shared stretch is left out, because what differs is what a reader looks for.
    """
    from rich.text import Text

    result = Text(overflow="fold")
    place = span.start
    for start, end in joined(text, span, shared):
        result.append(_flow(text[place:start], result))
        if len(result) > LONGEST:
            break
        words = _flow(_folded(text[start:end]), result)
        if look.escapes:
            result.append(words, look.shared)
        else:
            result.append(f"[{words}]")
        place = end
    if len(result) > LONGEST or span.end - place > LONGEST:
        cut = min(span.end, place + max(LONGEST - len(result), 0))
        result.append(_flow(text[place:cut], result))
        result.append(f" … ({span.end - cut:,} characters more)", "dim")
    else:
        result.append(_flow(text[place : span.end], result))
    return result


def _folded(words: str) -> str:
    """A long run without its middle, cut between words where there are blanks."""
    if len(words) <= FOLDED:
        return words
    head, tail = words[: FOLDED // 2], words[-FOLDED // 3 :]
    return f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"


def print_sides(
    console: Console, passage: Passage, texts: tuple[str, str], names: tuple[str, str], indent: int = 0
) -> None:
    """Both sides of a passage. `texts` and `names` (short) are those of side A and side B, in the order to print."""
    look = Look.of(console)
    match = passage.match
    spans = match.a, match.b
    pieces = [[pair[which] for pair in match.shared] for which in (0, 1)]
    if match.kind == "verbatim" and all(map(all_shared, texts, spans, pieces)):
        pieces = [[], []]  # marking every word would mark nothing
    sides = [marked(text, span, own, look) for text, span, own in zip(texts, spans, pieces, strict=True)]
    heads = [f"{name}, {span.start}–{span.end}" for name, span in zip(names, spans, strict=True)]
    if look.ascii:
        heads = [head.replace("–", "-") for head in heads]
    if sides[0].plain == sides[1].plain:
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


def _flow(piece: str, before: Text) -> str:
    """The piece with runs of white space as one blank, and none at the start of the passage or after another."""
    cleaned = clean(piece)
    words = " ".join(cleaned.split())
    if cleaned[:1] == " " and before.plain and not before.plain.endswith(" "):
        words = " " + words
    if cleaned[-1:] == " " and words.strip():
        words += " "
    return words
