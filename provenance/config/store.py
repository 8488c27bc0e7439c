"""Settings of the archive file: how it waits, how much it caches, how it packs texts.

None of them changes a result, so none of them enters a settings digest.
"""

from __future__ import annotations

from dataclasses import dataclass

from provenance.errors import SettingsError


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
