"""Files that a command writes: whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
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
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.write(text)
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def require_page(path: Path) -> None:
    """Raise UsageError where a name asks for anything but a page: a PDF that is HTML opens nowhere."""
    if str(path) != "-" and path.suffix and path.suffix.lower() not in PAGES:
        raise UsageError(f"{path}: a report is an HTML page; let the name end in .html, or - for standard output")
