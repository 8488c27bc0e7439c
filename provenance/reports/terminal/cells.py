"""Text for the columns of a table: one clean line that fits, and that cannot pull its neighbours about."""

from __future__ import annotations

from provenance.reports.characters import line, reads_right_to_left

LEFT_TO_RIGHT_MARK = "\N{LEFT-TO-RIGHT MARK}"


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
