"""Settings of files: the limits at which inputs are read, and how the archive's file is used.

None of them changes how two texts are judged, so none of them enters a settings digest.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from provenance.errors import SettingsError


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """How articles are read. Limits are in bytes of one decompressed input.

    What is longer is skipped with a note and never held whole.
    """

    largest_text: int = 16 * 2**20
    """Of a text file, a JSON line, a table row, or the text of a document in characters; the longest article at hand
    has .2 MB, long novels 5 MB. One emoji makes all letters of a text take four bytes each, and the text
    of a mail is held several times: at 64 MiB that was 1 GB, at this limit every format stays below 300 MB."""
    largest_page: int = 6 * 2**20
    """Of an HTML page; 6 MiB made of nothing but attributes cost 1 GB of memory and 5 s."""
    largest_document: int = 128 * 2**20
    """Of a JSON document, which has to be held whole (JSON Lines has no such limit)."""
    largest_unpacked: int = 2 * 2**30
    """Of all that is unpacked from one zip file, an e-book or an office document; a saved site has .1 GB."""
    guess: bool = True
    """Whether title, byline, dateline, agency and scraped navigation are looked for in the text itself."""

    def validate(self) -> None:
        """Raise SettingsError naming every limit that is not at least one byte."""
        bad = [f.name for f in fields(self) if f.name != "guess" and getattr(self, f.name) < 1]
        if bad:
            raise SettingsError(f"limits must be at least 1 byte: {', '.join(bad)}")


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """How one process uses the archive file."""

    busy_seconds: float = 30.0
    """Seconds to wait for another process that is writing before giving up with ArchiveBusy."""
    cache_mib: int = 16
    """MiB of the file's pages kept in memory; 16 hold the inner nodes of the index of a million articles."""
    compression_level: int = 0
    """zlib level of stored texts, 0 stores them plain: 1 takes .53 of the bytes and six times the time to write. Both
    kinds may be in one archive."""
    one_thread: bool = True
    """Whether only the thread that opened the file uses it. A server lets one thread after the other use it, never
    two at the same time."""

    def validate(self) -> None:
        """Raise SettingsError naming every impossible value at once."""
        faults = []
        if not self.busy_seconds >= 0:
            faults.append(f"busy_seconds must be 0 or more, not {self.busy_seconds}")
        if self.cache_mib < 1:
            faults.append(f"cache_mib must be 1 or more, not {self.cache_mib}")
        if not 0 <= self.compression_level <= 9:
            faults.append(f"compression_level must be 0 to 9, not {self.compression_level}")
        if faults:
            raise SettingsError("; ".join(faults))
