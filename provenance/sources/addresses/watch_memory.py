"""What `watch` remembers of addresses between two runs: the version of each answer, in a file of JSON beside the
archive.

A file that cannot be read is as if nothing were known: everything is fetched once more, and the archive knows what
it has.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from provenance.sources.addresses.fetching import Fetched, Known

MOST = 200_000  # addresses; the oldest are forgotten


class WatchMemory:
    """Implements `address_reader.Memory`; `save` writes the file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, dict[str, str]] = {}
        try:
            value = json.loads(path.read_text("utf-8"))
            addresses = value["addresses"]
            self._known = {
                str(url): {str(key): str(one) for key, one in about.items()} for url, about in addresses.items()
            }
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            self._known = {}

    def known(self, url: str) -> Known | None:
        """What the server said about the version that was fetched last."""
        about = self._known.get(url)
        return Known(about.get("etag"), about.get("modified")) if about is not None else None

    def is_new(self, url: str, content: bytes) -> bool:
        """Whether the content is not that of the last time."""
        return self._known.get(url, {}).get("digest") != _digest(content)

    def keep(self, fetched: Fetched) -> None:
        """Remember an answer, behind those remembered before."""
        about = {"digest": _digest(fetched.content), "etag": fetched.etag, "modified": fetched.modified}
        self._known.pop(fetched.asked, None)
        self._known[fetched.asked] = {key: value for key, value in about.items() if value}

    def save(self) -> None:
        """Write the file, whole or not at all."""
        while len(self._known) > MOST:
            del self._known[next(iter(self._known))]
        from provenance.files.whole import write_whole

        write_whole(self._path, json.dumps({"addresses": self._known}, ensure_ascii=False, indent=0).encode())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
