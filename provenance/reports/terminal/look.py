"""How things look on one console: what it can show, and the few styles and marks that every command uses.

Only the terminal's own sixteen colours are used, and none as a background, so that light and dark schemes both stay
readable; no meaning is carried by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

SIDE_BY_SIDE = 100  # columns from which two passages stand beside each other
WIDEST = 140  # lines longer than this are hard to read; wider terminals get margins instead
BAR = 24
GAP = 3  # columns between two columns of a table


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
        """What stands before an item."""
        return "- " if self.ascii else "• "

    @property
    def branch(self) -> str:
        """What stands before a node of a tree."""
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


def show(console: Console, part: RenderableType, *, indent: int = 0, lead: str = "") -> None:
    """Print one part within the widest comfortable width, without blanks at line ends.

    Every line is indented; `lead` stands before the first one and the others hang below what follows it.
    """
    from rich.segment import Segment, Segments

    hang = len(lead)
    options = console.options.update(
        width=max(Look.of(console).width - indent - hang, 10), markup=False, highlight=False
    )
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
