"""Settings of the server that shows an archive in a browser. None of them changes an answer."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.errors import SettingsError


@dataclass(frozen=True, slots=True)
class WebSettings:
    """How much one server takes in and holds at a time."""

    readers: int = 6
    """Pages that are made at a time, each with its own view of the archive. Two processors are busy with two; the
    others let short pages pass a long check."""
    cache_mib: int = 8
    """MiB of the archive's pages that each reader keeps."""
    largest_request: int = 32 * 2**20
    """Bytes of one request. The longest article at hand has .2 MB; a folder of a hundred pages 20 MB."""
    most_files: int = 100
    """Files dropped at a time."""
    most_checked: int = 50
    """Articles that one form checks; the command takes any number."""
    fetch: bool = False
    """Whether addresses that readers give are fetched; never those of this computer and its own network."""
    largest_field: int = 8 * 2**20
    """Bytes of one field of a form, pasted text, say; long novels have 5 MB."""

    def validate(self) -> None:
        """Raise SettingsError naming every value below 1."""
        names = ("readers", "cache_mib", "largest_request", "most_files", "most_checked", "largest_field")
        bad = [name for name in names if getattr(self, name) < 1]
        if bad:
            raise SettingsError(f"must be at least 1: {', '.join(bad)}")
