"""Files that a command writes: whole or not at all."""

from __future__ import annotations

import sys
from pathlib import Path

from provenance.errors import UsageError

PAGES = (".html", ".htm", ".xhtml")


def write_whole(path: Path, text: str) -> None:
    """Write `text` as UTF-8 so that a crash or a full disk leaves the old file or none; `-` is standard output."""
    if str(path) == "-":
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        return
    if not path.parent.is_dir():
        raise UsageError(f"cannot write {path}: the folder {path.parent} does not exist")
    from provenance.files import whole

    whole.write_whole(path, text.encode("utf-8", "backslashreplace"))


def require_page(path: Path) -> None:
    """Raise UsageError where a name asks for anything but a page: a PDF that is HTML opens nowhere."""
    if str(path) != "-" and path.suffix and path.suffix.lower() not in PAGES:
        raise UsageError(f"{path}: a report is an HTML page; let the name end in .html, or - for standard output")
