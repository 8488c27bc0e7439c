"""Layout on one console: its abilities, the few styles and marks that every command uses, the columns of tables, and
a passage beside the passage that it corresponds to.

Two passages are in two columns where there is room, one above the other where there is not, and always one above the
other where a text reads from the right, because terminals would mix the columns.

Only the terminal's own sixteen colours are used, and none as a background, so that light and dark schemes both stay
readable; no meaning is carried by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.model import Passage, Span
from provenance.reports.characters import all_shared, clean, joined, line, reads_right_to_left

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

SIDE_BY_SIDE = 100  # from so many columns on, two passages are printed beside each other
WIDEST = 140  # lines longer than this are hard to read; wider terminals get margins instead
BAR = 24
GAP = 3  # columns between two columns of a table
LONGEST = 900  # characters of one side that are printed; the JSON and the page have all of them
FOLDED = 240  # a longer run of shared words is printed without its middle
LEFT_TO_RIGHT_MARK = "\N{LEFT-TO-RIGHT MARK}"


@dataclass(frozen=True, slots=True)
class Look:
    """What a console can show. `escapes`: bold and underline reach the reader; `ascii`: nothing beyond ASCII does."""

    width: int
    escapes: bool
    colour: bool
    ascii: bool

    @staticmethod
    def of(console: Console) -> Look:
        """The look that fits this console."""
        escapes = console.is_terminal and not console.is_dumb_terminal and console.color_system is not None
        plain = not console.encoding.lower().startswith("utf")
        return Look(min(console.width, WIDEST), escapes, escapes and not console.no_color, plain)

    @property
    def drawn(self) -> bool:
        """Whether lines and blocks may be drawn."""
        return self.escapes and not self.ascii

    @property
    def side_by_side(self) -> bool:
        """Whether there is room for two columns of text."""
        return self.width >= SIDE_BY_SIDE

    @property
    def shared(self) -> str:
        """Style of words that both sides share."""
        return "bold magenta" if self.colour else "bold underline"

    @property
    def bullet(self) -> str:
        """What is printed before an item."""
        return "- " if self.ascii else "• "

    @property
    def branch(self) -> str:
        """What is printed before a node of a tree."""
        return "└─" if self.drawn else "-"

    def bar(self, share: float, width: int = BAR) -> Text:
        """A bar filled to `share`; a share above 0 shows at least one cell."""
        from rich.text import Text

        full = min(width, max(round(share * width), 1 if share > 0 else 0))
        mark, rest = ("█", "░") if self.drawn else ("#", ".")
        return Text.assemble((mark * full, "magenta"), (rest * (width - full), "dim"))

    def rule(self, *, heavy: bool = False) -> Text:
        """A line across."""
        from rich.text import Text

        mark = ("━" if heavy else "─") if self.drawn else "=" if heavy else "-"
        return Text(mark * self.width, "dim")


def show(console: Console, part: RenderableType, *, indent: int = 0, lead: str = "", widest: int = 0) -> None:
    """Print one part within the widest comfortable width, without blanks at line ends.

    Every line is indented; `lead` is printed before the first one, and the others begin below what follows it. In a
    pipe, where another program may look for it, no id or address is broken over two lines, and a table may be
    `widest`.
    """
    from rich.segment import Segment, Segments

    hang = len(lead)
    width = max(Look.of(console).width - indent - hang, 10)
    if not console.is_terminal:
        part, width = _with_whole_names(console, part, max(width, widest))
    options = console.options.update(width=width, markup=False, highlight=False)
    pieces = []
    for number, segments in enumerate(console.render_lines(part, options, pad=False)):
        while segments and not segments[-1].text.rstrip() and not segments[-1].control:
            segments.pop()
        if segments:
            text, style, control = segments[-1]
            segments[-1] = Segment(text.rstrip(), style, control)
            pieces.append(Segment(" " * indent + (lead if number == 0 else " " * hang)))
        pieces.extend([*segments, Segment.line()])
    console.print(Segments(pieces), end="", soft_wrap=True)


def _with_whole_names(console: Console, part: RenderableType, width: int) -> tuple[RenderableType, int]:
    """A text with an id or an address that fills more than a line, on lines of its own, and how wide it is then."""
    from rich.text import Text

    if not isinstance(part, Text) or part.overflow is not None or len(part) <= width:
        return part, width
    longest = max((len(word) for word in part.plain.split() if word.isascii()), default=0)
    if longest <= width:
        return part, width
    lines = part.wrap(console, width, overflow="ignore")
    return Text("\n").join(lines), max(width, *(each.cell_len for each in lines))


def columns(console: Console, heads: Sequence[tuple[str, str]]) -> Table:
    """A table with a ruled head: (head, "left" or "right") for each column; lines are drawn only where they show."""
    from rich import box
    from rich.table import Table

    look = Look.of(console)
    style = box.SIMPLE_HEAD if look.drawn else box.Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
    table = Table(box=style, header_style="bold", pad_edge=False, show_edge=False)
    for head, side in heads:
        table.add_column(head, justify="right" if side == "right" else "left", overflow="ellipsis", no_wrap=True)
    return table


def cell(text: str, width: int) -> str:
    """One clean line of at most `width` columns. Text that reads from the right is closed off with marks, so that it
    cannot pull the next column to its other side."""
    from rich.cells import cell_len, set_cell_size

    shown = line(text)
    if cell_len(shown) > width:
        shown = set_cell_size(shown, max(width - 1, 0)).rstrip() + "…"
    if reads_right_to_left(shown):
        return f"{LEFT_TO_RIGHT_MARK}{shown}{LEFT_TO_RIGHT_MARK}"
    return shown


def marked(text: str, span: Span, shared: Sequence[Span], look: Look) -> Text:
    """The words of `span` in `text` on one flowing line; the stretches `shared` (ascending, in `text`) are marked.

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
        pieces = [[], []]  # marks on every word would show nothing
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
    """The piece with each run of white space as one blank; none at the start of the passage or after another
    blank."""
    cleaned = clean(piece)
    words = " ".join(cleaned.split())
    if cleaned[:1] == " " and before.plain and not before.plain.endswith(" "):
        words = " " + words
    if cleaned[-1:] == " " and words.strip():
        words += " "
    return words
