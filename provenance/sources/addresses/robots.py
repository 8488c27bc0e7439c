"""robots.txt (RFC 9309): whether an address may be fetched, and how long to wait between two requests.

A site without the file allows everything; one whose server fails to give it allows nothing for now.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.robotparser import RobotFileParser

NAME = "provenance"  # the name under which a site may address this program
LONGEST = 500 * 1024  # bytes that are read, as the standard asks at least


@dataclass(frozen=True, slots=True)
class Rules:
    """What one host allows; `failure` says why its server gave no answer at all, "" where it gave one."""

    parser: RobotFileParser | None
    everything: bool = False
    failure: str = ""

    def allow(self, url: str) -> bool:
        """Whether an address may be fetched."""
        return self.everything or (self.parser is not None and self.parser.can_fetch(NAME, url))

    def pause(self) -> float:
        """The seconds that the site asks to wait between two requests; 0 where it asks for none."""
        delay = self.parser.crawl_delay(NAME) if self.parser is not None else None
        return float(delay) if delay else 0.0


def rules(status: int | None, data: bytes, failure: str = "") -> Rules:
    """The rules of an answer to a request for robots.txt; the status is None where there was no answer, `failure`
    says why."""
    if status is None or status >= 500 or status == 429:
        return Rules(None, failure=failure)
    if status >= 400:
        return Rules(None, everything=True)
    parser = RobotFileParser()
    parser.parse(data[:LONGEST].decode("utf-8", "replace").splitlines())
    return Rules(parser)
