"""Open archives for pages that read: as many as pages are made at a time, each used by one at a time.

Opening an archive takes a millisecond and its cache is worth keeping, so they are kept open. A reader sees the
archive as it is at one moment, whatever is written meanwhile, and no writer waits for it. Nothing is ever written
here.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from provenance.config.files import StoreSettings
from provenance.config.settings import Settings
from provenance.config.web import WebSettings
from provenance.errors import ArchiveError
from provenance.usecases.archive import Archive


class Readers:
    """The open archives of one file. Raises ArchiveError, at once, where the file is no archive."""

    def __init__(self, path: Path, settings: Settings, web: WebSettings) -> None:
        self._path = path
        self._settings = settings
        self._file = replace(StoreSettings(), cache_mib=web.cache_mib, one_thread=False)
        self._most = web.readers
        self._idle: deque[tuple[tuple[int, int], Archive]] = deque()
        with self.reading():
            pass

    @contextmanager
    def reading(self) -> Iterator[Archive]:
        """The archive, as it is now until the context ends."""
        known, archive = self._taken()
        try:
            with archive.store.snapshot():
                yield archive
        except ArchiveError:  # a file that went away or is damaged is opened anew, and says so itself
            archive.close()
            raise
        except BaseException:
            self._idle.append((known, archive))
            raise
        if len(self._idle) < self._most:
            self._idle.append((known, archive))
        else:
            archive.close()

    def close(self) -> None:
        """Close every archive that no page uses."""
        while self._idle:
            self._idle.pop()[1].close()

    def _taken(self) -> tuple[tuple[int, int], Archive]:
        """One that is open, if the file is still the one that was opened; a new one otherwise."""
        there = self._identity()
        while self._idle:
            try:
                known, archive = self._idle.pop()
            except IndexError:  # another thread took the last one
                break
            if known == there:
                return known, archive
            archive.close()
        archive = Archive(self._path, settings=self._settings, readonly=True, file=self._file)
        return self._identity(), archive

    def _identity(self) -> tuple[int, int]:
        """Which file has the archive's name."""
        try:
            found = os.stat(self._path)  # noqa: PTH116 (twice as fast as Path.stat, and asked for by every page)
        except OSError:
            return (0, 0)
        return found.st_dev, found.st_ino
