"""Mail: a message (.eml), a mailbox (.mbox), or a page saved as one file (.mht).

Of a message the newest words are read, without what it quotes from earlier ones and without its signature.
Attachments of kinds
that have a reader are articles of their own. A mailbox is read one message at a time.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from provenance.model import Article, Note, SkippedInput
from provenance.sources import nested
from provenance.sources.characters.decoding import CHUNK, headed
from provenance.sources.documents import mail_messages
from provenance.sources.readers import Request, Result, Source

# Bytes of one message with its attachments, held as bytes and as text: servers take 25 to 50 MB.
LARGEST = 48 * 2**20


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield the articles, or why there are none."""
    head, stream = headed(source.stream, 256)
    if not head.strip():
        yield SkippedInput(source.name, "it is empty", "empty")
        return
    if not head.startswith(b"From "):
        data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            yield SkippedInput(source.name, f"it is longer than {LARGEST:,} bytes, too long for a mail", "too-large")
            return
        yield from _message(data, source.name, source.stem, source, request)
        return
    number = 0
    for number, message in enumerate(_messages(stream), 1):
        where = f"{source.name} message {number}"
        if message is None:
            yield SkippedInput(where, f"it is longer than {LARGEST:,} bytes; save it by itself", "too-large")
        else:
            yield from _message(message, where, f"{source.stem}:{number}", source, request)
    if not number:
        yield SkippedInput(source.name, "it is a mailbox without messages", "empty")


def _messages(stream: object) -> Iterator[bytes | None]:
    """The messages of a mailbox; None for one that is too long."""
    lines: list[bytes] = []
    size = 0
    blank = True
    for line in iter(lambda: cast("io.BufferedReader", stream).readline(CHUNK), b""):
        if blank and line.startswith(b"From ") and mail_messages.is_separator(line):
            if lines:
                yield b"".join(lines) if size <= LARGEST else None
            lines, size = [], 0
            continue
        blank = not line.strip()
        size += len(line)
        if size <= LARGEST:
            lines.append(line[1:] if line.startswith(b">From ") else line)
    if lines:
        yield b"".join(lines) if size <= LARGEST else None


def _message(data: bytes, where: str, name: str, source: Source, request: Request) -> Iterator[Result]:
    if mail_messages.is_overgrown(data):
        reason = f"it has more than {mail_messages.MOST_LINES:,} headers and parts; save what is in it by itself"
        yield SkippedInput(where, reason, "too-large")
        return
    message = mail_messages.parsed(data)
    if message is None:
        yield SkippedInput(where, "it is no readable mail", "broken-document")
        return
    if mail_messages.is_saved_page(message):
        page = mail_messages.page_of(message)
        if page is not None:
            yield from nested.read_inside("page.html", io.BytesIO(page), source, request)
            return
    one = mail_messages.article_of(message, where, name, source, request)
    if isinstance(one, Article) and mail_messages.is_cut_off(message):
        note = Note(where, "it ends before its parts do; what came after that is missing", "ends-early")
        one = replace(one, notes=(*one.notes, note))
    yield one
    for number, (attached, content) in enumerate(mail_messages.attachments(message), 1):
        shown = attached or f"attachment-{number}"
        yield from nested.read_inside(f"{name}/{shown}", io.BytesIO(content), source, request)
