"""One message of mail: its newest words, who wrote it and when, and what is attached to it."""

from __future__ import annotations

import email
import email.errors
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from typing import cast

from provenance.model import SkippedInput
from provenance.sources import assembly
from provenance.sources.characters.decoding import UndecodableInput, decode
from provenance.sources.pages import markup
from provenance.sources.readers import Request, Result, Source

MOST_PARTS = 500
# The library makes an object of each part and each line of a header, of .3 to 2 KB: 50 MB of them took 1.2 GB.
# A letter to a thousand people, with what each server on its way added, has some hundred lines.
MOST_LINES = 50_000
_HEADS = re.compile(rb"\n(?:[!-9;-~]{1,200}:|--)")
# What the library of mail raises for damaged messages, in versions 3.11 to 3.14 of Python.
FAULTS = (
    *(ValueError, LookupError, TypeError, AttributeError, RecursionError, ArithmeticError, AssertionError),
    email.errors.MessageError,
)
_SEPARATOR = re.compile(rb"From (?:\S{1,200} {1,3})?.{0,80}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?.{0,40}[0-9]{4}")
# How programs introduce the message that is answered, in the languages of their users.
_ANSWERED = re.compile(
    r"^[ \t]*(?:-{2,}[ ]?(?:original message|ursprüngliche nachricht|message d'origine|mensaje original"
    r"|messaggio originale|oorspronkelijk bericht|forwarded message|weitergeleitete nachricht)[ ]?-{2,}"
    r"|(?:on|am|le|el|il|op)\b.{6,120}\b(?:wrote|schrieb|écrit|escribió|scritto|schreef)\b.{0,80}:[ \t]*$"
    r"|_{20,}[ \t]*$)",
    re.IGNORECASE | re.MULTILINE,
)
_OUTLOOK = re.compile(
    r"^(?:from|von|de|da|van):[ \t].{1,200}\n(?:sent|gesendet|envoyé|enviado|inviato|verzonden|date|datum):[ \t]",
    re.IGNORECASE | re.MULTILINE,
)


def is_separator(line: bytes) -> bool:
    """Whether a line of a mailbox begins a message, not a sentence with "From "."""
    return _SEPARATOR.match(line) is not None


def is_overgrown(data: bytes) -> bool:
    """Whether a message has more lines that may be headers or begin parts than any that somebody sent."""
    return len(data) > MOST_LINES and any(place >= MOST_LINES for place, _ in enumerate(_HEADS.finditer(data)))


def parsed(data: bytes) -> EmailMessage | None:
    """The message; None where there is none."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        return message if message.keys() else None
    except FAULTS:
        return None


def is_cut_off(message: EmailMessage) -> bool:
    """Whether the end of its last part is missing, or all of its parts are."""
    ends = (email.errors.CloseBoundaryNotFoundDefect, email.errors.StartBoundaryNotFoundDefect)
    parts = [message, *_parts(message)]
    return any(isinstance(defect, ends) for part in parts for defect in part.defects)


def is_saved_page(message: EmailMessage) -> bool:
    """Whether a browser saved a page as this message."""
    sender = _header(message, "from") or ""
    return "saved by" in sender.lower() or (
        message.get_content_type() == "multipart/related" and message.get("snapshot-content-location") is not None
    )


def page_of(message: EmailMessage) -> bytes | None:
    """The first page among the parts of a message."""
    for part in _parts(message):
        if part.get_content_type() == "text/html":
            return _bytes(part)
    return None


def article_of(message: EmailMessage, where: str, name: str, source: Source, request: Request) -> Result:
    """The article of the newest words, or why there is none."""
    words = _words(message, request.settings.largest_text)
    if words is None:
        return SkippedInput(where, "its text is too long; split it", "too-large")
    text = newest(words)
    title = _header(message, "subject")
    if not text:
        return SkippedInput(where, f'it has no words of its own ("{(title or "")[:60]}")', "no-text")
    times, unread = assembly.dated({"published": _header(message, "date")})
    sender = _header(message, "from") or ""
    shown = re.sub(r"\s{0,5}<[^<>]{1,300}>\s{0,5}", "", sender).strip(' "')
    identifier = (_header(message, "message-id") or "").strip("<> ").replace("\0", "")
    kept = {key: _header(message, key) for key in ("from", "to", "list-id")}
    known = assembly.Known(
        title=title,
        author=shown or sender or None,
        published=times.get("published"),
        metadata={**{key: value[:500] for key, value in kept.items() if value}, **unread},
    )
    return assembly.article(identifier or name, text, source.name, known, request.settings.guess)


def newest(text: str) -> str:
    """The words of a message without those of earlier ones that it quotes, and without its signature."""
    text = text.replace("\r\n", "\n")
    cuts = [found.start() for pattern in (_ANSWERED, _OUTLOOK) for found in (pattern.search(text),) if found]
    own = text[: min(cuts)] if cuts else text
    if not own.strip():  # forwarded without a word: what is forwarded is what was sent
        own = text
    lines = [line.rstrip() for line in own.split("\n")]
    if "--" in lines and any(line.strip() for line in lines[: lines.index("--")]):
        lines = lines[: lines.index("--")]
    kept = [line for line in lines if not line.startswith(">")] if cuts or _mostly_own(lines) else lines
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def _mostly_own(lines: list[str]) -> bool:
    return any(line.strip() and not line.startswith(">") for line in lines)


def attachments(message: EmailMessage) -> Iterator[tuple[str | None, bytes]]:
    """Name and bytes of what is attached, also of mails inside the mail."""
    for part in _parts(message):
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload() if part.is_multipart() else None
            if isinstance(inner, list) and inner:
                yield "forwarded.eml", cast("EmailMessage", inner[0]).as_bytes(policy=email.policy.compat32)
        elif _is_attached(part):
            content = _bytes(part)
            if content:
                yield _filename(part), content


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts in order, without those of mails inside."""
    waiting = [message]
    count = 0
    while waiting and count < MOST_PARTS:
        part = waiting.pop()
        count += 1
        inner = part.get_payload() if part.is_multipart() else None
        if part.get_content_type() != "message/rfc822" and isinstance(inner, list):
            waiting.extend(reversed(cast("list[EmailMessage]", inner)))
        else:
            yield part


def _words(message: EmailMessage, longest: int) -> str | None:
    """The words of the message: its plain part, else its HTML; None where they are longer than so many bytes."""
    found: dict[str, list[str]] = {"text/plain": [], "text/html": []}
    size = 0
    for part in _parts(message):
        kind = part.get_content_type()
        if kind in found and not _is_attached(part):
            data = _bytes(part)
            size += len(data)
            if size > longest:
                return None
            found[kind].append(_text(part, data))
    plain = "\n\n".join(text for text in found["text/plain"] if text.strip())
    return plain or "\n\n".join(map(markup.plain, found["text/html"]))


def _is_attached(part: EmailMessage) -> bool:
    try:
        disposition = part.get_content_disposition()
    except FAULTS:
        disposition = None
    return disposition == "attachment" or (
        part.get_content_maintype() not in ("text", "multipart", "image") or _filename(part) is not None
    )


def _filename(part: EmailMessage) -> str | None:
    try:
        return part.get_filename()
    except FAULTS:
        return None


def _bytes(part: EmailMessage) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except FAULTS:
        return b""
    return content if isinstance(content, bytes) else b""


def _text(part: EmailMessage, data: bytes) -> str:
    try:
        charset = part.get_content_charset() or ""
    except FAULTS:
        charset = ""
    try:
        return decode(data, charset if charset.isprintable() and charset else None).text if data else ""
    except (UndecodableInput, LookupError):
        return data.decode("utf-8", "replace").replace("\0", "")


def _header(message: EmailMessage, name: str) -> str | None:
    """A header in one line; None where there is none that can be read."""
    try:
        value = message.get(name)
        return " ".join(str(value).replace("\0", " ").split()) or None if value is not None else None
    except FAULTS:
        return None
