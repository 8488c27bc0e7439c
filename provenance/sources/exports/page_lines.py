"""The words of elements of a page, line by line, for the layouts of databases that mark their parts by classes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_LINES = frozenset(
    ("p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "pre", "blockquote", "table", "section")
)
_UNREAD = frozenset(("script", "style", "noscript", "template", "button", "svg", "iframe", "img", "aside", "form"))
_OTHER_PLACES = "apd-"  # begins the classes of Europresse's list of other outlets with the article


def parsed(markup: str) -> Any:
    """The tree of a piece of a page; None where there is none."""
    from lxml import etree, html

    try:
        return html.fragment_fromstring(markup.replace("\0", ""), create_parent="div")
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def lines_of(element: Any) -> Iterator[str]:
    """The lines of an element, without empty ones; a line ends with its paragraph or at <br>."""
    from lxml import etree

    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, one in walk:
        tag = one.tag if isinstance(one.tag, str) else ""
        if tag in _LINES and (words := " ".join("".join(parts).split())):
            yield words
        if tag in _LINES:
            parts.clear()
        if event == "start":
            if not tag or tag in _UNREAD or (one.get("class") or "").startswith(_OTHER_PLACES):
                walk.skip_subtree()
            elif one.text:
                parts.append(one.text)
        elif one is not element and one.tail:
            parts.append(one.tail)
    if words := " ".join("".join(parts).split()):
        yield words


def words_of(element: Any) -> str:
    """All words of an element on one line."""
    return " ".join(lines_of(element))


def classes(element: Any) -> list[str]:
    """The classes of an element."""
    return (element.get("class") or "").split()


def by_class(tree: Any, *names: str) -> Any:
    """The first element that has one of these classes, in the order of the names; None where there is none."""
    for name in names:
        for element in tree.iter():
            if isinstance(element.tag, str) and name in (element.get("class") or "").split():
                return element
    return None
