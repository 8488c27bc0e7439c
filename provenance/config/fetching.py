"""Settings of fetching: what a person who names addresses allows, and the limits of each request.

None of them changes how two texts are judged, so none of them enters a settings digest.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from provenance.errors import SettingsError


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How addresses are fetched. Times are in seconds, sizes in bytes of the unpacked answer."""

    allow_local: bool = False
    """Whether addresses of this computer and of its own network may be asked (they may hold what is not public)."""
    connect_seconds: float = 10.0
    """To connect, and between two pieces of an answer."""
    total_seconds: float = 60.0
    """For one answer, redirects included."""
    pause_seconds: float = 1.0
    """Between two requests to one host; robots.txt may ask for more, up to `longest_pause_seconds`."""
    longest_pause_seconds: float = 30.0
    largest_answer: int = 16 * 2**20
    """Of one answer; a page may have 6 MiB, a feed or a PDF more."""
    most_redirects: int = 5
    most_pages: int = 500
    """Fetched because of one feed or sitemap; its own format allows 50,000."""
    keep_source: Path | None = None
    """The folder in which the page of each article is kept as it came; None keeps none."""

    def validate(self) -> None:
        """Raise SettingsError naming every impossible value at once."""
        bad = [
            one.name
            for one in fields(self)
            if one.name not in ("allow_local", "keep_source", "pause_seconds", "most_redirects")
            and not getattr(self, one.name) > 0
        ]
        bad += [name for name in ("pause_seconds", "most_redirects") if getattr(self, name) < 0]
        if bad:
            raise SettingsError(f"limits must be more than 0: {', '.join(bad)}")
