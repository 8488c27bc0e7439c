"""How articles are read: limits that keep memory bounded, and whether plain text may be guessed from."""

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
