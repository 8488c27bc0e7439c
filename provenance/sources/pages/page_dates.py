"""The dates that an HTML page shows: its line of publication beside the headline, and elements that say theirs.

A date counts as published where it says so, or where it is on a line of its own beside the headline of the story.
What says that it was updated is never that; the dates of comments, other stories, calendars, clocks and the prose of
the story are not its publication. Nothing here reads JSON-LD or meta elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from provenance.model import PublicationTime
from provenance.sources.pages.page_date_words import (
    BESIDE,
    BY,
    CLOCK_WORDS,
    OTHER,
    PUBLISHED,
    TALK,
    UPDATED,
    by_language,
)
from provenance.sources.times.date_doubts import shown_order
from provenance.sources.times.timestamps import find_time, parse_time

if TYPE_CHECKING:
    from provenance.sources.times.timestamps import DateOrder

MOST_BLOCKS = 40  # elements with words between the headline and the story
MOST_DATES = 1000  # elements with a date that are looked at; pages with 300 comments have as many
LONGEST_LINE = 200  # characters of a line with a date; one with a byline and two dates has 150
STORY = 25  # words with which a paragraph is the story's, no line beside the headline
_DATE_CLASS = re.compile(r"\bdate\b", re.IGNORECASE)
_FIRST = re.compile(r"^[\W_]{0,9}(?:first|originally|zuerst)?[\W_]{0,9}", re.IGNORECASE)
_NO_DIGITS = re.compile(r"\D{0,40}")
_SEPARATED = re.compile(r"[|,.·•–—]")
_HEADING = re.compile(r"h[1-6]")
_BLOCKS = frozenset(("p", "div", "section", "article", "ul", "h1", "h2", "h3", "span", "header", "figure"))
_WORD = re.compile(r"[^\W_]+")
_STARTS = re.compile(r"(?<![^\W_])[^\W_]")


@dataclass(frozen=True, slots=True)
class ShownDates:
    """What the page shows; `unread` is a line of publication whose date could be two days, `language` the one by
    which it was read after all."""

    published: PublicationTime | None = None
    modified: PublicationTime | None = None
    unread: str | None = None
    language: str | None = None


def shown_dates(tree: Any, modified: PublicationTime | None, order: DateOrder | None) -> ShownDates:
    """The dates of publication and of the last change that the page shows; `modified` is what its metadata give."""
    shown = _shown(tree, modified, order)
    if shown.unread is None or order is not None:
        return shown
    language = next((each.get("lang") or "" for each in tree.iter("html")), "")
    usual = by_language(language)
    return replace(_shown(tree, modified, usual), language=language) if usual is not None else shown


def _shown(tree: Any, modified: PublicationTime | None, order: DateOrder | None) -> ShownDates:
    blocks = list(_beside_headline(tree))
    order = order or _order("\n".join(text for _, text in blocks))
    found: dict[str, PublicationTime] = {}
    for role, time in _elements(tree, order):
        found.setdefault(role, time)
    lines = [date for element, text in blocks for date in _line(element, text, order)]
    for role, time in lines:
        if role != "unsaid":
            found.setdefault(role, time)
    changed = modified or found.get("modified")
    if "published" not in found:
        unsaid = [time for role, time in lines if role == "unsaid"] or _only_time(tree, order)
        for time in unsaid[:1]:
            if changed is None or not _same(time, changed):
                found["published"] = time
    unread = None
    if "published" not in found:
        unread = next((date for _, text in blocks if (date := _could_be_two(text))), None)
    return ShownDates(found.get("published"), found.get("modified"), unread)


def only_changed(published: PublicationTime | None, modified: PublicationTime | None) -> bool:
    """Whether a date that was found in the text is that of the last change."""
    return published is not None and modified is not None and _same(published, modified)


def _same(one: PublicationTime, other: PublicationTime) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest


def _elements(tree: Any, order: DateOrder | None) -> Iterator[tuple[str, PublicationTime]]:
    """Elements that say by an attribute which date they have."""
    looked_at = 0
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("meta", "script"):
            continue
        role = {"datepublished": "published", "datemodified": "modified", "datecreated": "published"}.get(
            (element.get("itemprop") or "").lower()
        )
        looked_at += role is not None or element.tag in ("time", "abbr")
        if looked_at > MOST_DATES:
            return
        if role is None and element.tag in ("time", "abbr"):
            role = _role(element) if element.get("pubdate") is None else "published"
            role = None if role == "other" else role
        if role is None or beside(element):
            continue
        value = element.get("content") or element.get("datetime") or element.get("title") or _text(element)
        time = parse_time(value[:LONGEST_LINE], _how(element), order)
        if time is not None:
            yield role, time


def _role(element: Any) -> str | None:
    """Published or modified, by the class of an element or the words in front of it; None where neither says."""
    own = f"{element.get('class') or ''} {element.get('id') or ''}"
    parent = element.getparent()
    before = element.getprevious()
    near = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    near = near.strip()[-40:] or (_text(before)[-40:] if before is not None and before.tag != "time" else "")
    inside = _text(element)[:40]
    for words in (own, near, inside):
        if UPDATED.search(words):
            return "modified"
    if OTHER.search(near):
        return "other"
    return "published" if PUBLISHED.search(own) or PUBLISHED.search(near) else None


def _beside_headline(tree: Any) -> Iterator[tuple[Any, str]]:
    """The short elements between the headline and the story, and those in front of it in the same element."""
    headline = next((each for each in tree.iter("h1") if _text(each) and not beside(each)), None)
    if headline is None:
        headline = next((each for each in islice(tree.iter("h2", "h3"), MOST_BLOCKS) if _is_headline(each)), None)
    if headline is None:
        return
    box = headline.getparent()
    count, after = 0, False
    for element in _following(headline, box):
        if element is headline:
            after = True
            continue
        text = _text(element)
        if not text or (element.tag == "a" and len(_WORD.findall(text)) > 4):
            continue
        if after and element.tag in ("p", "div") and len(_WORD.findall(text)) >= STORY:
            return
        if len(text) <= LONGEST_LINE and not _inside(element, headline) and not beside(element):
            yield element, text
            count += 1
        if count > MOST_BLOCKS or (after and _HEADING.fullmatch(element.tag) and element.tag in ("h1", "h2")):
            return


def _is_headline(element: Any) -> bool:
    """Whether a smaller heading says that it is that of the story, as in blogs."""
    own = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
    return any(word in own for word in ("post-title", "entry-title", "headline", "article-title")) and not beside(
        element
    )


def _following(headline: Any, box: Any) -> Iterator[Any]:
    """Elements without blocks inside them, from the first of the headline's element on."""
    started = False
    inner: set[Any] = set()  # elements inside one that was given
    for element in box.getroottree().getroot().iter():
        started = started or element is box
        if not started or not isinstance(element.tag, str) or element.tag in ("script", "style", "noscript", "svg"):
            continue
        if element.getparent() in inner:
            inner.add(element)
        elif element is headline or not any(child.tag in _BLOCKS for child in element):
            inner.add(element)
            yield element


def _line(element: Any, text: str, order: DateOrder | None) -> list[tuple[str, PublicationTime]]:
    """The dates of a line, each with what is said of it; none where the line is a sentence with a date in it."""
    found: list[tuple[str, PublicationTime]] = []
    place = 0
    for start in _STARTS.finditer(text):
        if start.start() < place:
            continue
        dated = _exact(element, find_time(text, start.start(), "line beside the headline", order), order)
        if dated is None or dated[0].precision in ("month", "year"):
            continue
        said = text[place : start.start()]
        lead = _NO_DIGITS.match(text, start.start())
        label = f"{said} {lead.group() if lead else ''}"
        own = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        first = not found
        place = dated[1]
        if UPDATED.search(label):
            found.append(("modified", dated[0]))
        elif PUBLISHED.match(_FIRST.sub("", _SEPARATED.split(label.rstrip(" \t\u00a0,"))[-1])):
            found.append(("published", dated[0]))
        elif first and _stands_alone(said, text[place:]):
            named = (PUBLISHED.search(own) or _DATE_CLASS.search(own)) and not UPDATED.search(own)
            found.append(("published" if named else "unsaid", dated[0]))
    return [] if [role for role, _ in found].count("unsaid") > 1 else found


def _exact(
    element: Any, dated: tuple[PublicationTime, int] | None, order: DateOrder | None
) -> tuple[PublicationTime, int] | None:
    """The same date with the time that an attribute of the element has."""
    if dated is None:
        return None
    for one in element.iter("time"):
        exact = parse_time(one.get("datetime") or "", "HTML time element", order)
        if exact is not None and _same(exact, dated[0]) and exact.latest - exact.earliest < 86000 < _width(dated[0]):
            return exact, dated[1]
    return dated


def _width(time: PublicationTime) -> float:
    return time.latest - time.earliest


def _stands_alone(before: str, after: str) -> bool:
    """Whether the words around a date are no sentence: nothing, a byline, or a place, apart by a sign."""
    clock = CLOCK_WORDS.match(after)
    before, after = before.strip(), after[clock.end() if clock else 0 :].strip()
    ahead = (
        not before or BY.match(before) is not None or (before[-1] in "|·•–—-/," and len(_WORD.findall(before)) <= 6)
    )
    behind = (
        not after
        or after[0] in "|·•–—-/,("
        or BY.match(after) is not None
        or len(_WORD.findall(after)) <= 4
        or UPDATED.match(_FIRST.sub("", after)) is not None
        or after.lower().startswith(("last ", "zuletzt ", "letzte "))
    )
    return ahead and behind and not (before and after.endswith("."))


def _only_time(tree: Any, order: DateOrder | None) -> list[PublicationTime]:
    """The only time element of the story's own element that is no part of a sentence and no headline's link."""
    times: dict[str, PublicationTime] = {}
    articles = list(tree.iter("article"))
    ahead = next((each for each in tree.iter("p") if len(_WORD.findall(_text(each))) >= STORY), None)
    seen_story = False
    for element in islice(tree.iter("p", "time"), MOST_DATES):
        if element.tag == "p":
            seen_story = seen_story or element is ahead
            continue
        around = {parent.tag for parent in element.iterancestors()}
        inside = bool(around & {"article", "main"})
        placed = len(articles) <= 1 if inside else not seen_story and "header" not in around
        if not placed or beside(element) or _in_prose(element) or _role(element) in ("modified", "other"):
            continue
        value = element.get("datetime") or ""
        time = parse_time(value, "HTML time element", order)
        if time is not None:
            times[value] = time
    return list(times.values()) if len(times) == 1 else []


def _in_prose(element: Any) -> bool:
    """Whether an element is inside a sentence or a link to another story."""
    beside_it = element.getparent()
    if beside_it is not None and any(len(_WORD.findall(_text(each))) > 3 for each in beside_it.iterchildren("a")):
        return True
    for parent in element.iterancestors():
        if parent.tag in ("a", "td", "dd"):
            return True
        if parent.tag in ("p", "li", "blockquote", "figcaption"):
            return len(_WORD.findall(_text(parent))) - len(_WORD.findall(_text(element))) > 4
    return False


def beside(element: Any) -> bool:
    """Whether an element is inside comments, a side column, a list, another story or a footer."""
    for parent in (element, *element.iterancestors()):
        if not isinstance(parent.tag, str) or parent.tag in ("html", "body"):
            continue
        if parent.tag in ("aside", "footer", "nav", "li"):
            return True
        names = f"{parent.get('class')} {parent.get('id')} {parent.get('itemtype')}"
        if BESIDE.search(names) or (parent.get("itemprop") or "").lower() == "comment":
            return True
        if parent.tag in ("section", "div") and _headed_as_talk(parent):
            return True
    return False


def _headed_as_talk(element: Any) -> bool:
    first = next(iter(element), None)
    return (
        first is not None
        and isinstance(first.tag, str)
        and _HEADING.fullmatch(first.tag) is not None
        and TALK.match(_text(first)) is not None
    )


def _order(text: str) -> DateOrder | None:
    shown = {order for word in text.split() if (order := shown_order(word.strip(".,;()")))}
    return next(iter(shown)) if len(shown) == 1 else None


def _could_be_two(text: str) -> str | None:
    """The date at the beginning of a line that has two readings."""
    if len(text) > LONGEST_LINE // 2 or find_time(text) is not None or UPDATED.match(text):
        return None
    found = find_time(text, 0, "", "day-first")
    return text[: found[1]] if found is not None else None


def _how(element: Any) -> str:
    return "HTML time element" if element.tag == "time" else "HTML element of the page"


def _inside(element: Any, other: Any) -> bool:
    return any(parent is other for parent in element.iterancestors())


def _text(element: Any) -> str:
    if element is None or not isinstance(element.tag, str):
        return ""
    return " ".join(" ".join(islice(element.itertext(), 200))[:2000].split())
