"""The text of HTML inside a row, as content systems export it: paragraphs on lines of their own, no marks."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_MARKUP = re.compile(
    r"</?(?:p|br|div|h[1-6]|ul|ol|li|blockquote|figure|table|section|article)\b[^<>]{0,1000}>", re.IGNORECASE
)
_BLOCKS = frozenset(
    (
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "blockquote",
        "figure",
        "table",
        "tr",
        "section",
    )
)
_UNREAD = frozenset(("script", "style", "template", "noscript", "figcaption", "iframe"))


def has_markup(text: str) -> bool:
    """Whether a text is HTML: it has an element that begins or ends a paragraph."""
    return "<" in text and _MARKUP.search(text) is not None


def plain(markup: str) -> str:
    """The words of the HTML, a blank line between its paragraphs."""
    reader = _Words()
    reader.feed(markup)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Words(HTMLParser):
    """Collects what is outside elements that nobody reads."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unread: list[str] = []

    def parse_html_declaration(self, i: int) -> int:
        """Read <![if ...]> of old word processors as a comment, as browsers do; the library stops at most of them."""
        if self.rawdata.startswith("<![", i):
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD:
            self._unread.append(tag)
        elif tag == "br":
            self.parts.append("\n")
        elif tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unread:
            del self._unread[self._unread.index(tag) :]
        elif tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.parts.append(re.sub(r"\s", " ", data))
