"""Who takes from whom as a table: numbers, levels, and what is not in it."""

from __future__ import annotations

import re

import pytest

from provenance.model.lists import PublisherCell
from provenance.reports.html.matrix import LEVELS, matrix
from provenance.reports.html.templating import style_sheet


def test_rows_took_from_columns() -> None:
    made = matrix(
        [PublisherCell("Wire", "Post", 9), PublisherCell("Wire", "Blog", 1), PublisherCell("Post", "Post", 3)]
    )
    assert made.sources == ("Wire", "Post")
    assert [name for name, _ in made.rows] == ["Post", "Blog"]
    assert [[cell.links for cell in cells] for _, cells in made.rows] == [[9, 3], [1, 0]]
    assert [[cell.own for cell in cells] for _, cells in made.rows] == [[False, True], [False, False]]
    assert made.left_out == ""


def test_levels_rise_with_the_number_of_links() -> None:
    (_, cells), *_ = matrix([PublisherCell(f"P{n}", "Q", n) for n in (1, 2, 10, 100, 1_000)]).rows
    assert [cell.level for cell in cells] == sorted((cell.level for cell in cells), reverse=True)
    assert (cells[0].level, cells[-1].level) == (LEVELS, 1)


@pytest.mark.parametrize("links", [1, 2, 7])
def test_one_cell_alone_has_a_level(links: int) -> None:
    ((_, (cell,)),) = matrix([PublisherCell(None, None, links)]).rows
    assert 1 <= cell.level <= LEVELS
    assert cell.name == "publisher not known"


def test_what_is_not_in_the_table_is_said() -> None:
    cells = [PublisherCell(f"Source {n:02}", f"Taker {n:02}", 50 - n) for n in range(20)]
    made = matrix(cells, most=16)
    assert len(made.sources) == len(made.rows) == 16
    hidden = sum(cell.links for cell in cells[16:])
    assert (
        made.left_out
        == f"Not in this table: 8 further publishers and {hidden} links, of publishers with fewer links."
    )


def test_nothing_is_an_empty_table() -> None:
    assert matrix([]).rows == ()


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1])
def test_numbers_are_read_on_every_level(scheme: int) -> None:
    block = re.findall(r":root \{(.*?)\}", style_sheet("base.css"), re.DOTALL)[scheme]
    named = dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6});", block))
    for level in range(1, LEVELS + 1):
        front = named["on" if level > 3 else "ink"]
        front = front if len(front) == 7 else "#" + "".join(2 * each for each in front[1:])
        light, dark = sorted((luminance(front), luminance(named[f"h{level}"])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (scheme, level)
