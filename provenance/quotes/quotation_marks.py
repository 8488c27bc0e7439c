"""Quotation marks: where quoted text begins and ends, in any language's style.

A paragraph is read once from left to right. Curly, straight, single, doubled, low-high, reversed and CJK marks are
known, nested or not; a quotation that never closes reaches to the end of its paragraph, and goes on in the next one
where that opens with a mark again, as newspapers print long quotations. Nothing here reads words beyond the letters
beside a mark, and the time grows with the number of marks. A language says only what its apostrophes may be instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from provenance.model import Span

# Any mark, then what makes it a doubled one: '' (of three ' only the last two) and ``. Since it begins with a set of
# characters it is looked for in a quarter of the time that alternatives take.
_MARK = re.compile(r"[\"“”„‟«»‹›‘’‚'`「」『』﹁﹂〝〞＂](?:(?<=')(?!''(?!'))'|(?<=`)`)?")
_OPENING = {
    "“": "”",
    "„": "“",
    "‟": "”",
    "«": "»",
    "‹": "›",
    "``": "''",
    "「": "」",
    "『": "』",
    "﹁": "﹂",
    "〝": "〞",
}
_BALANCED = (("“", "”"), ("„", "“"), ("«", "»"), (" ‘", "’"), (" '", "'"), (' "', '"'))
_CLOSING = {"”", "»", "›", "」", "』", "﹂", "〞"}
_STRAIGHT = {'"', "''", "＂"}
_BRACKETS = {"「", "『", "﹁", "〝"}  # these never mean anything else
_BEFORE_OPENING = "([{—–-/¿¡=*:"
LONGEST_ELIDED = 6  # code points of "cause " and "90s "
_LOSES_OPENING = {'"', "”", "''", "＂"}
_SENTENCE_END = re.compile(r"[.?!…][”\"’)]?\s+(?=[^\W\d_a-z])")
_LONGEST_LOST, _SHORTEST_LOST = 600, 10  # code points of a quotation whose opening mark was lost
_BLANKS = " \u00a0\u202f"
_SPACED_CLOSE = re.compile(r"[ \u00a0\u202f](?:\"|''|＂)(?=[,.;:!?)\s]|$)")  # '" Nous avons tout perdu ", dit-elle'
_LONGEST_PLURAL = 80  # code points: "the workers' rights" inside single marks


class Apostrophes(NamedTuple):
    """What a single mark may be in a language instead of a quotation mark.

    `elided` matches words that begin with an apostrophe ("'em"), `plural` is the letter after which an apostrophe may
    end an owner in the plural ("the workers' rights"); None and "" where there are none.
    """

    elided: re.Pattern[str] | None = None
    plural: str = ""


NO_APOSTROPHES = Apostrophes()


class Marked(NamedTuple):
    """Text inside quotation marks: with the marks, without them, and how it was marked.

    `closed` is False where the paragraph ended first; `single` is True for single marks; `continues` is True where
    the quotation goes on from the paragraph before.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    single: bool
    continues: bool


def balanced(name: str) -> str:
    """A phrase with both marks of what is quoted in it: "The group 'Mothers of Tarn" gets its last mark.

    A closing mark alone ends what is not part of the phrase.
    """
    for opening, closing in _BALANCED:
        at = name.find(opening)
        if at >= 0 and name.find(closing, at + len(opening)) < 0 and name[at + len(opening) :]:
            return name + closing.strip()
    for mark in "”»":
        before, found, after = name.partition(mark)
        if found and after.strip() and not any(opening in before for opening in "“„«»"):
            return after.strip()
    return name


def marked(text: str, paragraphs: Iterable[Span], apostrophes: Apostrophes = NO_APOSTROPHES) -> list[Marked]:
    """The outermost quotations of the paragraphs, ascending, none overlapping."""
    found: list[Marked] = []
    open_before = False
    for start, end in paragraphs:
        marks = list(_MARK.finditer(text, start, end))
        if not marks:
            open_before = False
            continue
        reader = _Reader(text, start, end, open_before, apostrophes)
        reader.last_single = _last_closing_single(text, start, end, marks)
        for mark in marks:
            reader.read(mark.group(), *mark.span())
        open_before = reader.finish()
        found.extend(reader.found)
    return found


def _last_closing_single(text: str, start: int, end: int, marks: list[re.Match[str]]) -> int:
    """The place of the last ' or ’ that could close a quotation, or -1."""
    for mark in reversed(marks):
        if mark.group() in "’'":
            place = mark.start()
            after = mark.end()
            if place > start and not text[place - 1].isspace() and (after >= end or not text[after].isalnum()):
                return place
    return -1


class _Reader:
    """Reads the marks of one paragraph in order."""

    def __init__(self, text: str, start: int, end: int, open_before: bool, apostrophes: Apostrophes) -> None:
        self.text = text
        self.elided, self.plural = apostrophes
        self.start = start
        self.end = end
        self.open_before = open_before
        self.found: list[Marked] = []
        self.glyph = ""  # what opened the quotation that is open now
        self.opened = (0, 0)  # that mark's place
        self.depth = 0
        self.continues = False
        self.single: tuple[int, int] | None = None
        self.inside_single = 0  # how many quotations were found when the single mark opened
        self.last_single = -1

    def read(self, glyph: str, at: int, after: int) -> None:
        before = self.text[at - 1] if at > self.start else " "
        following = self.text[after] if after < self.end else " "
        if glyph in _STRAIGHT:
            self._straight(glyph, at, after, before, following)
        elif glyph in _OPENING:
            self._opening(glyph, at, after, before, following)
        elif glyph in _CLOSING:
            self._closing(glyph, at, after, before, following)
        elif not self.glyph:
            self._single(glyph, at, after, before, following)

    def finish(self) -> bool:
        """Close what is open at the end of the paragraph; whether the next one may continue it."""
        if not self.glyph:
            return False
        self.found.append(Marked(self.opened[0], self.end, self.opened[1], self.end, False, False, self.continues))
        return True

    def _open(self, glyph: str, at: int, after: int) -> None:
        self.glyph, self.opened, self.depth = glyph, (at, after), 1
        self.continues = self.open_before and at == self.start

    def _close(self, at: int, after: int) -> None:
        self.found.append(Marked(self.opened[0], after, self.opened[1], at, True, False, self.continues))
        self.glyph = ""
        self.open_before = False

    def _opening(self, glyph: str, at: int, after: int, before: str, following: str) -> None:
        if not self.glyph:
            self._open(glyph, at, after)
            return
        if at == self.start:
            return
        ends = not before.isspace() and (following.isspace() or not following.isalnum())
        if ends and (
            (glyph == "“" and self.glyph in "„“‟")
            or (glyph == "«" and self.glyph == "»")
            or (glyph == "‹" and self.glyph == "›")
        ):
            self._close(at, after)
        elif glyph == self.glyph:
            self.depth += 1

    def _closing(self, glyph: str, at: int, after: int, before: str, following: str) -> None:
        if not self.glyph:
            # Swedish opens with ”, German also with »; a closing mark that never opened comes after a letter
            if glyph in "”»›" and (before.isspace() or before in "([—–") and following.isalnum():
                self._open(glyph, at, after)
            else:
                self._lost_opening(glyph, at, after, before, following)
            return
        if self.glyph in _BRACKETS and glyph != _OPENING[self.glyph]:
            return
        if self.glyph not in _STRAIGHT and self.glyph != glyph:
            self.depth -= 1
            if self.depth > 0 and self.text.find(glyph, after, self.end) >= 0:
                return
        self._close(at, after)

    def _straight(self, glyph: str, at: int, after: int, before: str, following: str) -> None:
        spaced = before.isspace()
        opens = (spaced or before in _BEFORE_OPENING) and not self._ends_clause(after)
        if not self.glyph:
            if spaced and following in _BLANKS and self._opens_spaced(at, after):
                self._open(glyph, at, after)
                return
            if glyph == "''" and not (spaced or before in "([—–-"):
                return
            if self._lost_opening(glyph, at, after, before, following):
                return
            if opens or before in "“”" or (before > "\u2e7f" and following > "\u2e7f"):
                self._open(glyph, at, after)
            return
        if self.glyph in _STRAIGHT:
            if glyph != self.glyph:
                return
            if opens and at - self.opened[0] > 2 and not (spaced and following.isspace()):
                self._open(glyph, at, after)  # the earlier one never closed
                return
        elif self.glyph in _BRACKETS or opens:
            return
        self._close(at, after)

    def _ends_clause(self, after: int) -> bool:
        """Whether a blank, or a mark that ends a clause, follows: but not the dots before what was left out."""
        following = self.text[after : min(after + 2, self.end)]
        return (
            not following
            or following[0].isspace()
            or following[0] in ",;:)]"
            or (following[0] in ".!?" and (len(following) == 1 or following[1].isspace()))
        )

    def _opens_spaced(self, at: int, after: int) -> bool:
        """Whether a mark between blanks opens a quotation, as typists of French part marks from words."""
        behind = self.text[after + 1 : after + 2]
        inches = self.text[max(self.start, at - 2) : max(self.start, at - 1)].isdigit()
        return behind.isalnum() and not inches and _SPACED_CLOSE.search(self.text, after, self.end) is not None

    def _lost_opening(self, glyph: str, at: int, after: int, before: str, following: str) -> bool:
        """Take in a quotation whose opening mark was lost: from the beginning of the sentence that the mark closes.

        A comma or full stop right before the mark tells it from inches and other signs.
        """
        if glyph not in _LOSES_OPENING or before not in ",.?!…" or not following.isspace():
            return False
        floor = self.found[-1].end if self.found else self.start
        start = floor
        for border in _SENTENCE_END.finditer(self.text, max(floor, at - _LONGEST_LOST), at):
            start = border.end()
        while start < at and not self.text[start].isalnum():
            start += 1
        if at - start < _SHORTEST_LOST or not self.text[start].isupper():
            return False
        self.found.append(Marked(start, after, start, at, True, False, False))
        return True

    def _single(self, glyph: str, at: int, after: int, before: str, following: str) -> None:
        if self.single is None:
            if (
                glyph in "‘'‚"
                and (before.isspace() or before in "([—–")
                and following.isalnum()
                and self.last_single > at
                and not (self.elided and self.elided.match(self.text, after, after + LONGEST_ELIDED))
            ):
                self.single, self.inside_single = (at, after), len(self.found)
            return
        if glyph in "’'‘" and not before.isspace() and not following.isalnum():
            if before == self.plural and following == " " and self.last_single > at and self._plural(at, after):
                return
            if len(self.found) > self.inside_single:
                if before not in ',.?!…”"':
                    self.single = None
                    return
                del self.found[self.inside_single :]  # British style: double marks inside single ones
            self.found.append(Marked(self.single[0], after, self.single[1], at, True, True, False))
            self.single = None

    def _plural(self, at: int, after: int) -> bool:
        lower_next = after + 1 < self.end and self.text[after + 1].islower()
        return lower_next and self.single is not None and at - self.single[0] < _LONGEST_PLURAL
