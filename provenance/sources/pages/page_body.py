"""What trafilatura leaves out of a story, put back where it belongs, or counted so that it can be told.

trafilatura is right about where the story is, and drops parts of it that are set in an unusual way: tables,
quotations in figures, bare text. Its text is compared with the page's own blocks (`page_blocks`) inside the element
that holds the story. Sentences between those it found are put back; tables of figures, captions, side boxes and
embedded posts are counted. Its own lines are never changed; they come in the order of the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from provenance.sources.heads import navigation
from provenance.sources.pages.page_blocks import Block, blocks, embedded

HELD = 0.7  # share of a block's runs of three words in the text that makes it part of the text
STORY = 0.9  # share of the story's words that the element of the story holds
MOST_BLOCKS = 6000  # of one page; a book on one page has 4,000
PROSE_CELL = 7  # words in a cell that make a table one of sentences
LONG = 5  # words of a sentence that may begin or end a story by itself
LONG_ASIDE = 12  # words of a paragraph among navigation inside a story that are told of
_WORD = re.compile(r"\w+")
# What is left out -> what one of it is called, what several are.
_CALLED = {
    "table": ("table", "tables"),
    "caption": ("picture caption", "picture captions"),
    "box": ("side box", "side boxes"),
    "embed": ("embedded post", "embedded posts"),
    "marked": ("part marked as no story", "parts marked as no story"),
}


@dataclass(frozen=True, slots=True)
class Completed:
    """The text of a story: `added` blocks were put back, `left_out` counts what was not, by the keys of _CALLED."""

    text: str
    added: int
    left_out: tuple[tuple[str, int], ...]

    @property
    def told(self) -> str | None:
        """ "2 tables, 1 picture caption", or None where nothing was left out."""
        return ", ".join(f"{n} {_CALLED[what][n > 1]}" for what, n in self.left_out) or None


def completed(tree: Any, text: str) -> Completed:
    """The text that was found in `tree`, made whole. The tree is as it was before anything was taken from it."""
    found = [block for block, _ in zip(blocks(tree), range(MOST_BLOCKS + 1), strict=False)]
    if not text.strip() or len(found) > MOST_BLOCKS:
        return Completed(text, 0, ())
    known = KnownWords(text)
    held = [known.holds(block.text) for block in found]
    root = _story(found, held)
    if root is None:
        return Completed(text, 0, ())
    inside = [place for place, block in enumerate(found) if root in block.around]
    known.put_in_order([found[place].text for place in inside if held[place]])
    first = next(place for place in inside if held[place])
    last = next(place for place in reversed(inside) if held[place])
    left_out = Counter[str]()
    parts: set[Any] = set()
    tables: dict[Any, bool] = {}
    added: list[tuple[int, str]] = []
    line = -1
    for place in inside:
        block = found[place]
        if held[place]:
            line = known.line_of(block.text, line)
            continue
        what = _belongs(block, first < place < last, tables)
        if what == "":
            added.append((line, f"- {block.text}" if block.tag == "li" else block.text))
        elif what in _CALLED:
            parts.add((what, _part(block, what)))
    left_out.update(what for what, _ in parts)
    left_out["embed"] += sum(embedded(element) for element in root.iter())
    counted = tuple((what, left_out[what]) for what in _CALLED if left_out[what])
    return Completed(known.with_lines(added), len(added), counted)


class KnownWords:
    """The words of a text: which runs of three it has, and which line begins how."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        whole = [word for line in self.lines for word in _words(line)]
        self.words = set(whole)
        self.runs = set(zip(whole, whole[1:], whole[2:], strict=False))
        self.beginnings = self._beginnings()

    def share_of(self, other: str) -> float:
        """The share of another text's words that are in lines which this one holds."""
        lines = [line for line in other.split("\n") if line.strip()]
        sizes = [len(line) for line in lines]
        return sum(size for line, size in zip(lines, sizes, strict=True) if self.holds(line)) / max(1, sum(sizes))

    def holds(self, written: str) -> bool:
        """Whether nearly all runs of three words are in the text."""
        words = _words(written)
        if len(words) < 3:
            return all(word in self.words for word in words)
        runs = list(zip(words, words[1:], words[2:], strict=False))
        return sum(run in self.runs for run in runs) >= HELD * len(runs)

    def put_in_order(self, written: Sequence[str]) -> None:
        """Set the lines in the order of the page's blocks, where each line is the beginning of one of them."""
        places: dict[tuple[str, ...], list[int]] = {}
        for place, text in enumerate(written):
            places.setdefault(tuple(_words(text)[:4]), []).append(place)
        for of_key in places.values():
            of_key.reverse()
        order: list[int] = []
        for line in self.lines:
            of_line = places.get(tuple(_words(line)[:4]))
            if not of_line:
                return
            order.append(of_line.pop())
        if order != sorted(order):
            self.lines = [line for _, line in sorted(zip(order, self.lines, strict=True))]
            self.beginnings = self._beginnings()

    def _beginnings(self) -> dict[tuple[str, ...], list[int]]:
        numbers: dict[tuple[str, ...], list[int]] = {}
        for number, line in enumerate(self.lines):
            numbers.setdefault(tuple(_words(line)[:4]), []).append(number)
        return numbers

    def line_of(self, written: str, at_least: int) -> int:
        """The line that begins as a block does, not before `at_least`; that itself where there is none."""
        numbers = self.beginnings.get(tuple(_words(written)[:4]), ())
        return next((number for number in numbers if number >= at_least), at_least)

    def with_lines(self, added: Sequence[tuple[int, str]]) -> str:
        """The text with further lines, each after the line of its number."""
        if not added:
            return "\n".join(self.lines)
        after: dict[int, list[str]] = {}
        for line, written in added:
            after.setdefault(line, []).append(written)
        result = list(after.get(-1, ()))
        for number, kept in enumerate(self.lines):
            result += [kept, *after.get(number, ())]
        return "\n".join(result)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _story(found: Sequence[Block], held: Sequence[bool]) -> Any:
    """The innermost element with nearly all words that were found, or the article element around it."""
    weights: dict[Any, int] = {}
    total = 0
    for block, is_held in zip(found, held, strict=True):
        if is_held and (count := len(block.text.split())) > 5 and block.zone not in ("junk", "hidden"):
            total += count
            for element in block.around:
                weights[element] = weights.get(element, 0) + count
    # Elements with that much are inside each other, and an element is met before those in it.
    heavy = [element for element, count in weights.items() if count >= STORY * total]
    if not heavy:
        return None
    root = heavy[-1]
    return next((element for element in (root, *root.iterancestors()) if element.tag == "article"), root)


def _belongs(block: Block, between: bool, tables: dict[Any, bool]) -> str:
    """ "" for words of the story; otherwise what they are, or "nothing" for what is no part of it."""
    words = len(block.text.split())
    if block.zone == "junk" and between and words >= LONG_ASIDE and block.linked < 0.5:
        return "nothing" if navigation.is_notice(block.text) else "marked"
    if block.zone in ("junk", "hidden"):
        return "nothing"
    if block.zone == "table":
        return "" if _has_sentences(block, tables) else "table"
    if block.zone == "caption":
        return "caption"
    if block.zone == "box":
        return "box" if words >= LONG else "nothing"
    if block.linked > 0.5 or navigation.is_notice(block.text) or navigation.is_menu(block.text):
        return "nothing"
    ends = block.text.rstrip("\"”’»')]").endswith((".", "!", "?", "…", ":", "。", "！", "？"))
    if block.zone in ("quote", "embed"):
        return ""
    if between:
        return "" if ends or words >= LONG else "nothing"
    return "" if ends and words >= LONG else "nothing"


def _has_sentences(block: Block, tables: dict[Any, bool]) -> bool:
    """Whether a row is of a table with sentences, as a chronicle has; `tables` keeps the answers."""
    table = next(element for element in reversed(block.around) if element.tag == "table")
    if table not in tables:
        cells = (cell for cell in table.iter("td") if cell.find("a") is None)
        tables[table] = any(len(" ".join(cell.itertext()).split()) >= PROSE_CELL for cell in cells)
    return tables[table]


def _part(block: Block, what: str) -> Any:
    """The element of which a block is a part, so that each table and box is counted once."""
    tags = {"table": ("table",), "caption": ("figure", "figcaption"), "box": ("aside",)}.get(what, ())
    named = next((element for element in reversed(block.around) if element.tag in tags), None)
    return named if named is not None else block.around[-1]
