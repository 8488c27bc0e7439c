"""Pages that take long to make are made once for each state of the archive, and sent again until it changes.

Overviews and pictures are made of the whole archive and of nothing else than it and their address, so a finished
page stays right until somebody writes. Readers who ask at the same time wait for the one who makes it. Nothing that
depends on who asks may be kept here: no cookie, no header, no time of day.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable

MOST_BYTES = 24 * 2**20  # twelve networks of 2,000 articles, or the pages of a hundred filters


class KeptPages:
    """Finished pages by what they were made of; those that nobody asked for longest go first. Threads may ask."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._pages: OrderedDict[Hashable, bytes] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def of(self, made_of: Hashable, make: Callable[[], bytes]) -> bytes:
        """The page, made now by one of the threads that ask where it is not kept; what `make` raises is raised."""
        with self._lock:
            making = self._making.setdefault(made_of, threading.Lock())
        with making:
            page = self._known(made_of)
            if page is None:
                try:
                    page = make()
                    self._keep(made_of, page)
                finally:
                    with self._lock:
                        self._making.pop(made_of, None)
            return page

    def _known(self, made_of: Hashable) -> bytes | None:
        with self._lock:
            page = self._pages.get(made_of)
            if page is not None:
                self._pages.move_to_end(made_of)
                self._making.pop(made_of, None)
            return page

    def _keep(self, made_of: Hashable, page: bytes) -> None:
        with self._lock:
            self._bytes += len(page) - len(self._pages.pop(made_of, b""))
            self._pages[made_of] = page
            while self._bytes > self._most_bytes:
                self._bytes -= len(self._pages.popitem(last=False)[1])
