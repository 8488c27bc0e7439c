"""One address, fetched: politely (robots.txt, a pause per host), within limits, and only from public hosts.

The one place that makes a connection. Requests are made one after another, so that no host sees two at a time.
Redirects are
followed here and not by the library: every address on the way is checked like the first.
"""

from __future__ import annotations

import errno
import http.client
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

import urllib3

from provenance.config.fetching import FetchSettings
from provenance.errors import DISTRIBUTION
from provenance.model import SkippedInput
from provenance.sources.addresses import robots
from provenance.sources.addresses.public_hosts import PrivateAddress, pool

CHUNK = 1 << 16
LONGEST_ADDRESS = 8000
_MOVED = frozenset((301, 302, 303, 307, 308))


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: `asked` is the address that was named, `url` the one that answered after redirects.

    `date` is what the server says the time is. `unchanged` is an answer without content: nothing changed since
    `known`.
    """

    asked: str
    url: str
    kind: str
    charset: str | None
    content: bytes
    date: str | None = None
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier answer of an address said about its version."""

    etag: str | None = None
    modified: str | None = None


@dataclass(slots=True)
class Fetcher:
    """Fetches addresses; remembers the rules of each host, and when it was last asked."""

    settings: FetchSettings
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _pool: Any = None
    _rules: dict[str, robots.Rules] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, address: str, known: Known | None = None) -> Fetched | SkippedInput:
        """The answer of an address, or why there is none."""
        self.settings.validate()
        deadline = self.clock() + self.settings.total_seconds
        url = urldefrag(address.strip())[0]
        for _ in range(self.settings.most_redirects + 1):
            reason = refused(url)
            if reason is not None:
                return SkippedInput(shown(address), reason, "unreadable")
            try:
                rules = self._rules_of(url, deadline)
                if not rules.allow(url):
                    if rules.failure:
                        return SkippedInput(shown(address), rules.failure, "unreadable")
                    why = "its site asks programs not to fetch it (robots.txt)"
                    if rules.parser is None:
                        why = "its site does not answer for robots.txt, which says what may be fetched; try later"
                    return SkippedInput(shown(address), why, "robots")
                status, headers, content = self._ask(url, known, deadline, rules.pause())
            except _TooLarge:
                reason = f"the answer is longer than {self.settings.largest_answer:,} bytes"
                return SkippedInput(shown(address), reason, "too-large")
            except (PrivateAddress, urllib3.exceptions.HTTPError, OSError, ValueError, UnicodeError) as error:
                return SkippedInput(shown(address), _why(error), "unreadable")
            if status in _MOVED and headers.get("Location"):
                url = urldefrag(urljoin(url, headers["Location"].strip()))[0]
                continue
            return self._answer(address, url, status, headers, content)
        return SkippedInput(
            shown(address), f"it redirects more than {self.settings.most_redirects} times", "unreadable"
        )

    def _answer(
        self, asked: str, url: str, status: int, headers: Mapping[str, str], content: bytes
    ) -> Fetched | SkippedInput:
        kind = headers.get("Content-Type") or ""
        charset = kind.lower().partition("charset=")[2].split(";")[0].strip("\"' ")
        if status != 304 and not 200 <= status < 300:
            return SkippedInput(shown(asked), f"its server answers {status} {_meaning(status)}".strip(), "unreadable")
        return Fetched(
            asked,
            url,
            kind.split(";")[0].strip().lower(),
            charset if charset.isascii() and charset.isprintable() and charset else None,
            content,
            headers.get("Date"),
            headers.get("ETag"),
            headers.get("Last-Modified"),
            unchanged=status == 304,
        )

    def _rules_of(self, url: str, deadline: float) -> robots.Rules:
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._rules:
            place, status, data, failure = f"{host}/robots.txt", None, b"", ""
            try:
                for _ in range(self.settings.most_redirects + 1):
                    status, headers, data = self._ask(place, None, deadline, 0)
                    if status not in _MOVED or not headers.get("Location"):
                        break
                    place = urljoin(place, headers["Location"].strip())
                    if refused(place) is not None:
                        status = None
                        break
            except PrivateAddress:
                raise
            except (urllib3.exceptions.HTTPError, OSError, ValueError, UnicodeError, _TooLarge) as error:
                if isinstance(error.__cause__, PrivateAddress):
                    raise
                status, failure = None, "" if isinstance(error, _TooLarge) else _why(error)
            self._rules[host] = robots.rules(status, data, failure)
        return self._rules[host]

    def _ask(
        self, url: str, known: Known | None, deadline: float, pause: float
    ) -> tuple[int, Mapping[str, str], bytes]:
        """Status, headers and content of one request, without following it."""
        host = urlsplit(url).netloc
        self._wait(host, pause)
        headers = {
            "User-Agent": f"Mozilla/5.0 (compatible; {robots.NAME}; {DISTRIBUTION})",
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,application/feed+json;q=0.9,*/*;q=0.5",
            "Accept-Encoding": "gzip, deflate",
        }
        if known is not None and known.etag:
            headers["If-None-Match"] = known.etag
        if known is not None and known.modified:
            headers["If-Modified-Since"] = known.modified
        if self._pool is None:
            self._pool = pool(allow_local=self.settings.allow_local)
        left = deadline - self.clock()
        if left <= 0:
            raise TimeoutError("it took too long")
        seconds = min(self.settings.connect_seconds, left)
        try:
            answer = self._pool.request(
                "GET", url, headers=headers, redirect=False, retries=False, preload_content=False,
                timeout=urllib3.Timeout(connect=seconds, read=seconds),
            )  # fmt: skip
            try:
                return answer.status, answer.headers, self._content(answer, deadline)
            finally:
                answer.close()
        finally:
            self._asked[host] = self.clock()

    def _content(self, answer: Any, deadline: float) -> bytes:
        parts: list[bytes] = []
        size = 0
        for part in answer.stream(CHUNK, decode_content=True):
            size += len(part)
            if size > self.settings.largest_answer:
                raise _TooLarge
            if self.clock() > deadline:
                raise TimeoutError("it took too long")
            parts.append(part)
        return b"".join(parts)

    def _wait(self, host: str, asked: float) -> None:
        """Wait until a host may be asked again."""
        pause = min(max(self.settings.pause_seconds, asked), self.settings.longest_pause_seconds)
        last = self._asked.get(host)
        if last is not None and (left := last + pause - self.clock()) > 0:
            self.sleep(left)


class _TooLarge(Exception):
    pass


def is_address(name: str) -> bool:
    """Whether a name is an address of the web, not a file's."""
    return name.lower().startswith(("http://", "https://"))


def refused(url: str) -> str | None:
    """Why an address is not asked at all; None where it is."""
    if len(url) > LONGEST_ADDRESS:
        return f"it is longer than {LONGEST_ADDRESS:,} characters"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "it is no possible address"
    if parts.scheme not in ("http", "https"):
        return f"only addresses of the web are fetched (http, https), not {parts.scheme[:20] or 'this'}"
    if not parts.hostname or any(sign.isspace() or not sign.isprintable() for sign in url):
        return "it is no possible address"
    if parts.username is not None or parts.password is not None:
        return "it holds a name and a password; save the page and name the file"
    return "it is no possible address" if port == 0 else None


def shown(url: str) -> str:
    """An address as it may be printed."""
    return "".join(sign if sign.isprintable() else " " for sign in url)[:500]


def _why(error: Exception) -> str:
    """What went wrong, in words for people."""
    causes: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in causes:
        causes.append(cause)
        cause = cause.__cause__ or cause.__context__
    said = next((words for words in map(_cause, reversed(causes)) if words is not None), None)
    return said or f"its server could not be reached ({_short(str(error))})"


def _cause(error: BaseException) -> str | None:
    """What one error means; None for one that only says that there was one."""
    if isinstance(error, PrivateAddress):
        return str(error)
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({_short(error.verify_message)})"
    if isinstance(error, ssl.SSLError):
        return f"no secure connection could be made with its server ({_short(error.reason or str(error))})"
    if isinstance(error, socket.gaierror):
        return "no host has this name, or there is no network"
    if isinstance(error, TimeoutError | urllib3.exceptions.TimeoutError):
        return "its server did not answer in time; try later"
    if isinstance(error, ConnectionRefusedError):
        return "its server refused the connection"
    if isinstance(error, ConnectionResetError | BrokenPipeError | http.client.RemoteDisconnected):
        return "its server closed the connection without an answer; try later"
    if isinstance(error, http.client.HTTPException | urllib3.exceptions.InvalidHeader):
        return "its server does not answer as one of the web"
    if isinstance(error, OSError) and error.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH):
        return "there is no way to its server from this network"
    return None


def _short(said: str) -> str:
    return shown(" ".join(said.split()).replace("_", " ").lower())[:120]


def _meaning(status: int) -> str:
    from http import HTTPStatus

    try:
        return f"({HTTPStatus(status).phrase})"
    except ValueError:
        return ""
