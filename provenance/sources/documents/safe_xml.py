"""XML from strangers: no entity is expanded, nothing outside is loaded, depth and size are bounded.

Every reader of XML parses here and nowhere else. A document that declares entities of its own is refused: no format
that is read here needs them, and they are how a few bytes become gigabytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

MOST_HELD = 16 * 2**20  # bytes of XML between two elements that are forgotten; their tree takes ten times as much
MOST_TAGS = 600_000  # of such a part, or of a document: an element takes some 120 bytes however short it is written
DEEPEST = 200  # elements inside each other; the parser itself stops at 256
_PROLOG = 65536  # bytes in which a declaration of entities must begin
_ENTITY = re.compile(rb"<!\s{0,3}ENTITY\b", re.IGNORECASE)


class UnreadableXml(Exception):
    """The XML cannot be read; the message says why, for people."""


def declares_entities(data: bytes) -> bool:
    """Whether a document declares entities of its own."""
    return _ENTITY.search(_plain(data[:_PROLOG])) is not None


def events(stream: BinaryIO, *tags: str) -> Iterator[tuple[str, Any]]:
    """("start" or "end", element) of a document in the order of the file; `tags` limits which, "{*}p" for any
    namespace. The caller forgets what was seen (`forget`), so that memory does not grow. Raises UnreadableXml."""
    from lxml import etree

    checked = _Checked(stream)
    try:
        for event, element in etree.iterparse(
            checked,
            events=("start", "end"),
            tag=tags or None,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        ):
            yield event, element
            if event == "end" and len(element) == 0 and element.text is None:
                checked.held = checked.tags = 0
    except etree.XMLSyntaxError as error:
        raise UnreadableXml(f"its XML is damaged ({_short(error)})") from None
    except (ValueError, LookupError) as error:
        raise UnreadableXml(f"its XML cannot be read ({_short(error)})") from None


def document(data: bytes, *, recover: bool = False) -> Any:
    """The root element of a whole document. Raises UnreadableXml."""
    from lxml import etree

    if declares_entities(data):
        raise UnreadableXml("its XML declares entities, which no article needs and attacks use")
    if data.count(b"<") > MOST_TAGS:
        raise UnreadableXml(f"its XML has more than {MOST_TAGS:,} tags; no article has")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableXml(f"its XML is damaged ({_short(error)})") from None
    except (ValueError, LookupError) as error:
        raise UnreadableXml(f"its XML cannot be read ({_short(error)})") from None
    if root is None:
        raise UnreadableXml("it holds no XML")
    if _too_deep(root):
        raise UnreadableXml(f"its XML has more than {DEEPEST} elements inside each other")
    return root


def forget(element: Any) -> None:
    """Free an element that was read, and its elder siblings."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def local(element: Any) -> str:
    """The name of an element without its namespace; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


class _Checked:
    """A stream that refuses declarations of entities at its beginning."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._seen = b""
        self.held = self.tags = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self._stream.read(size)
        self.held += len(data)
        self.tags += data.count(b"<")
        if self.tags > MOST_TAGS:
            raise UnreadableXml(f"a part of its XML has more than {MOST_TAGS:,} tags; no article has")
        if self.held > MOST_HELD:
            raise UnreadableXml(f"a part of its XML is longer than {MOST_HELD:,} bytes; no article is")
        if len(self._seen) < _PROLOG:
            self._seen += data[: _PROLOG - len(self._seen)]
            if _ENTITY.search(_plain(self._seen)):
                raise UnreadableXml("its XML declares entities, which no article needs and attacks use")
        return data


def _plain(data: bytes) -> bytes:
    """UTF-16 as if each character were one byte."""
    return data.replace(b"\0", b"")


def _too_deep(root: Any) -> bool:
    from lxml import etree

    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            return True
    return False


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
