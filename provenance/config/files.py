"""Settings of files: the limits at which inputs are read, and how the archive's file is used.

None of them changes how two texts are judged, so none of them enters a settings digest.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from provenance.errors import SettingsError


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """Limits are in bytes of one decompressed input; what is longer is skipped with a note and never held whole.

    `largest_text`: a text file, a JSON line or a table row. The longest article of the collections at hand has .2 MB
    and long novels 5 MB, so 64 MiB can only be a broken file.
    `largest_page`: an HTML page; 6 MiB made of nothing but attributes cost 1 GB and 5 s.
    `largest_document`: a JSON document, which has to be held whole (JSON Lines has no such limit).
    `guess`: whether title, byline, dateline, agency and scraped navigation are looked for in the text itself.
    """

    largest_text: int = 64 * 2**20
    largest_page: int = 6 * 2**20
    largest_document: int = 128 * 2**20
    guess: bool = True

    def validate(self) -> None:
        """Raise SettingsError naming every limit that is not at least one byte."""
        bad = [f.name for f in fields(self) if f.name != "guess" and getattr(self, f.name) < 1]
        if bad:
            raise SettingsError(f"limits must be at least 1 byte: {', '.join(bad)}")


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """How one process uses the archive file.

    `busy_seconds`: how long to wait for another process that is writing before giving up with ArchiveBusy.
    `cache_mib`: pages of the file that SQLite keeps in memory; 16 MiB hold the inner nodes of the index pages of a
    million articles, so that a lookup reads one leaf a key.
    `compression_level`: zlib level of stored texts, 0 stores them plain. Measured on 10,000 press releases (36 MB):
    plain 0.09 CPU s and 1.23 bytes a byte of text, level 1 0.54 s and .53 bytes, level 6 0.85 s and .50 bytes.
    Everything else in the archive takes about .7 bytes a byte of text, so plain texts stay far below three and leave
    the time to fingerprinting; compress where disk is dearer than time. Both kinds may stand in one archive.
    """

    busy_seconds: float = 30.0
    cache_mib: int = 16
    compression_level: int = 0

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
