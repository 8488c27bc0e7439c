"""Metadata found in a text itself: headline, byline, dateline, agency; and the parts that are not the article.

Each value comes with the way it was got, and lines that are not recognised with confidence stay in the body.
Precision before recall: a wrong date would turn a lineage around.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from provenance.model import PublicationTime, Span
from provenance.model.agencies import AGENCY_BY_MARK
from provenance.sources.heads import navigation
from provenance.sources.heads.bylines import byline_above, glued_author, read_byline
from provenance.sources.heads.head_lines import (
    dateline_at,
    dateline_further_on,
    in_capitals,
    is_headline,
    is_masthead,
    may_be_headline,
    repeats_title,
    title_of,
)
from provenance.sources.heads.outer_lines import OuterLines, first_lines, last_lines, trimmed
from provenance.sources.heads.publisher_lines import copyright_holder, is_outlet, labelled_publisher, outlet_in_byline
from provenance.sources.heads.wire_marks import agency_further_down
from provenance.sources.times.timestamps import find_time, has_digit

HEAD = 10  # lines that a head may have
LONGEST_HEAD_LINE = 220
_UPDATED = re.compile(r"(?:last )?(?:updated|modified)(?: (?:on|at))?:?", re.IGNORECASE)
_YEARLESS = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? [0-9]{1,2}"
    r"(?: at [0-9]{1,2}(?::[0-9]{2})? ?[ap]\.?m\.?)?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:by|(?:last )?updated|published|posted(?: on)?|on)[: ]{0,2}", re.IGNORECASE)
_NAME_BEFORE = re.compile(
    r"[A-Z][\w&.'’-]{1,20}(?: [\w&.'’-]{1,20}){0,3}, (?=[0-9]{1,2} [A-Z]|[A-Z][a-z]{2,8}\.? [0-9])"
)
_GLUED_NAME = re.compile(
    r"(?P<join>[ \t]{0,2}[|·•—–-][ \t]{0,2}|)(?P<name>[A-Z][\w&.'’-]{1,20}(?: [\w&.'’-]{1,20}){0,4})"
)


@dataclass(frozen=True, slots=True)
class Clues:
    """The article's own span, and values guessed from the text with the way each was got."""

    body: Span
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: PublicationTime | None = None
    modified: PublicationTime | None = None
    agency: str | None = None
    guesses: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Findings:
    given_author: str | None = None
    values: dict[str, str] = field(default_factory=dict)
    times: dict[str, PublicationTime] = field(default_factory=dict)
    how: dict[str, str] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)

    def set(self, key: str, value: str | None, how: str) -> None:
        if value and key not in self.values:
            self.values[key], self.how[key] = value, how

    def set_time(self, key: str, value: PublicationTime | None, how: str) -> None:
        if value is not None and key not in self.times:
            self.times[key], self.how[key] = value, how

    def leave_out(self, what: str) -> None:
        if what not in self.left_out:
            self.left_out.append(what)


def observe(text: str, start: int = 0, given_title: str | None = None, given_author: str | None = None) -> Clues:
    """The clues of a text whose own words begin at `start`; title and author may be known already.

    The body is never empty where the text from `start` on holds more than white space.
    """
    whole = trimmed(text, Span(start, len(text)))
    found = _Findings(given_author=given_author)
    begin = _read_head(text, whole, given_title, found)
    end = _read_tail(text, begin, whole.end, found)
    body = trimmed(text, Span(begin, end))
    if body.length == 0:
        return Clues(whole)
    if "agency" not in found.values:
        title = given_title or found.values.get("title")
        found.set("agency", agency_further_down(text, body, title), "agency mark further down in the text")
    if found.left_out:
        found.how["body"] = "without " + ", ".join(found.left_out)
    return Clues(
        body,
        **found.values,
        published=found.times.get("published"),
        modified=found.times.get("modified"),
        guesses=found.how,
    )


def _read_head(text: str, whole: Span, given_title: str | None, found: _Findings) -> int:
    """Where the body begins; values of the head are put into `found`."""
    start = whole.start
    glued = _read_glued(text, whole, found)
    if glued is not None:
        return glued
    lines = first_lines(text, start)
    headline, last = _head_block(lines, given_title, found)
    if headline is not None and _confirmed(text, lines, headline, last, given_title):
        last = max(last, headline)
        found.leave_out("its headline")
        if given_title is None and (line := lines.at(headline)) is not None:
            found.set("title", title_of(line.text), "first line set as a headline")
    following = lines.at(last + 1)
    begin = following.start if following is not None else start
    if begin == start and last >= 0:
        found.left_out.clear()  # nothing would be left of the article
    dateline = dateline_at(text, begin)
    if dateline is None or dateline.end >= whole.end:
        return begin
    found.leave_out("its dateline")
    found.set("agency", dateline.agency, "agency mark in the dateline")
    found.set_time("published", dateline.published, "dateline in the text")
    return dateline.end


def _head_block(lines: OuterLines, given_title: str | None, found: _Findings) -> tuple[int | None, int]:
    """The place of a possible headline, and of the last line that belongs to the head (-1 for none).

    Dates, bylines and agencies prove that the lines above them are head; menus and notices only continue one.
    """
    headline: int | None = None
    masthead: str | None = None
    title = line = ""
    last, unknown = -1, 0
    for place, placed in enumerate(islice(lines.since(0), HEAD)):
        before, line = line, placed.text
        if placed.cut or len(line) > LONGEST_HEAD_LINE or dateline_at(line + " A", 0) or unknown > 2:
            break
        if given_title is not None and repeats_title(line, given_title):
            headline, title = place, line
            last = place
            found.leave_out("its headline")
        elif _firm(line, before, found, below_headline=headline is not None and headline == place - 1):
            last = place
        elif (what := _weak(line)) and (last == place - 1 or (headline == place - 1 and _alone(lines, headline))):
            last = place
            found.leave_out(what)
            found.set("agency", navigation.agency_of(line), "copyright notice in the text")
        elif place == 0 and (is_masthead(line) or is_outlet(line)):
            masthead = line
        elif headline is None and unknown == 0 and may_be_headline(line) and not navigation.is_photo_credit(before):
            headline, title = place, line
        elif headline is not None and repeats_title(line, title):
            last = place
        elif headline == place - 1 and is_outlet(line):
            last = place
            found.set("publisher", line, "name of a paper below the headline")
            found.leave_out("its publisher")
        elif len(line.split()) > 15 and line.endswith((".", "!", "?", "”", '"')):
            break  # the article has begun
        else:
            unknown += 1
    if lines.at(last + 1) is None:
        return None, -1
    if masthead is not None and may_be_headline(masthead) and (last < 0 or is_outlet(masthead)) and headline is None:
        return 0, last  # three words in capitals and no headline after them are the headline
    if masthead is not None and headline is not None and (last > headline or _below(masthead, lines, headline)):
        found.set("publisher", masthead, "first line set as a masthead")
        found.leave_out("its masthead")
    return headline, last


def _below(masthead: str, lines: OuterLines, headline: int) -> bool:
    """Whether a headline stands by itself below the name of a paper."""
    return headline == 1 and is_outlet(masthead) and _alone(lines, headline)


def _firm(line: str, before: str, found: _Findings, *, below_headline: bool = False) -> bool:
    """Whether a line of the head is a date, a byline or an agency; its values are put into `found`."""
    if _read_date(line, before, found):
        return True
    if found.given_author is not None and repeats_title(line.split(" (", maxsplit=1)[0], found.given_author):
        found.leave_out("its byline")
        return True
    byline = None if below_headline else byline_above(line, before)
    byline = byline or read_byline(f"By {line}" if before.lower() == "by" else line)
    if (byline is None or not byline.agency) and (named := labelled_publisher(line)):
        found.set("publisher", *named)
        found.leave_out("its publisher line")
        return True
    if byline is None:
        return False
    found.set("publisher", outlet_in_byline(line), "paper named in the byline")
    found.set("author", byline.author, "byline in the text")
    found.set("agency", byline.agency, "agency named in the byline")
    found.leave_out("its byline")
    return True


def _weak(line: str) -> str | None:
    """The sort of a line that may occur in a head but proves nothing (menu, notice, credit, row of signs), or
    None."""
    if navigation.is_photo_credit(line):
        return "a photo credit"
    if navigation.is_notice(line):
        return "notices at the beginning"
    if navigation.is_menu(line) or _LABEL.fullmatch(line) or not any(map(str.isalnum, line)):
        return "scraped navigation at the beginning"
    return None


def _alone(lines: OuterLines, headline: int) -> bool:
    """Whether a line shows by itself that it is a headline, menus and notices after it aside."""
    placed = lines.at(headline)
    following = next((placed for placed in lines.since(headline + 1) if not _weak(placed.text)), None)
    return placed is not None and following is not None and is_headline(placed.text, placed.apart, following.text)


def _read_date(line: str, before: str, found: _Findings) -> bool:
    """Whether a line is a date, alone or with an agency before it or a name after it. `before` may say "Updated"."""
    if not has_digit(line):
        return False
    if _YEARLESS.fullmatch(line):
        found.leave_out("its date line")
        return True
    first = line.split(maxsplit=1)[0]
    agency = AGENCY_BY_MARK.get(first)
    named = _NAME_BEFORE.match(line)
    begin = len(first) + 1 if agency else named.end() if named else 0
    dated = find_time(line, begin, "date line in the text")
    if dated is None or dated[0].precision in ("year", "month"):
        return False
    time, end = dated
    rest = line[end:].strip(" \t.,|·•—–-")
    byline = read_byline(rest) if rest else None
    name = _GLUED_NAME.fullmatch(line[end:]) if rest and byline is None and not navigation.is_menu(rest) else None
    if rest and byline is None and name is None and not navigation.is_menu(rest):
        return False
    updated = _UPDATED.match(line) or _UPDATED.fullmatch(before)
    found.set_time("modified" if updated else "published", time, "date line in the text")
    found.set("agency", agency, "agency mark in the date line")
    if byline is not None:
        found.set("author", byline.author, "byline in the text")
        found.set("agency", byline.agency, "agency named in the byline")
    elif name is not None:
        found.set("publisher", name["name"], "name glued to the date line")
    found.leave_out("its date line")
    return True


def _confirmed(text: str, lines: OuterLines, headline: int, last: int, given_title: str | None) -> bool:
    """Whether a possible headline is one: more of the head follows it, or its letters say so."""
    placed, following = lines.at(headline), lines.at(headline + 1)
    if last > headline:
        return True
    if placed is None:
        return False
    if given_title is not None:
        return repeats_title(placed.text, given_title) or (
            in_capitals(placed.text)
            # Where all is in capitals they set nothing apart.
            and not all(in_capitals(line.text) for line in lines.since(headline + 1))
        )
    if following is None:
        return False
    return dateline_at(text, following.start) is not None or _alone(lines, headline)


def _read_glued(text: str, whole: Span, found: _Findings) -> int | None:
    """A head that was run together: date, headline, byline and dateline without a break between them."""
    place = dateline_further_on(text, whole.start)
    if place is None or place == whole.start:
        return None
    prefix = text[whole.start : place]
    dated = find_time(prefix, 0, "date line in the text")
    author = glued_author(prefix)
    if "\n" in prefix or author is None or re.search(r"[a-z]{3}[.!?] +[A-Z]", prefix):
        return None
    dateline = dateline_at(text, place)
    if dateline is None or dateline.end >= whole.end:
        return None
    title = prefix[dated[1] if dated else 0 : author[1]].strip()
    if dated and dated[0].precision not in ("year", "month"):
        found.set_time("published", dated[0], "date glued to the beginning of the text")
    found.set("author", author[0], "byline in the text")
    found.set("agency", dateline.agency, "agency mark in the dateline")
    if may_be_headline(title):
        found.set("title", title_of(title), "words before the byline")
    for what in ("its headline", "its byline", "its dateline"):
        found.leave_out(what)
    return dateline.end


def _read_tail(text: str, begin: int, end: int, found: _Findings) -> int:
    """Where the body ends."""
    lines = last_lines(text, Span(begin, end))
    count = navigation.trailing(lines)
    for placed in reversed(list(islice(lines.since(0), count))):
        found.set("agency", navigation.agency_of(placed.text), "notice at the end of the text")
        if named := copyright_holder(placed.text):
            found.set("publisher", *named)
        if placed.text.lower().startswith(("first published", "originally published")):
            dated = find_time(placed.text, 0, "notice at the end of the text")
            found.set_time("published", dated[0] if dated else None, "notice at the end of the text")
    last = lines.at(count)
    if count == 0 or last is None:
        return end
    found.leave_out("scraped navigation or notices at the end")
    return last.end
