"""The folder of a static site: written anew without touching what is not of a site.

A list of the files is among them, so that the next site can take away those that it has no more. Nothing but files
of names that a site can have is ever written or removed.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from provenance.errors import UsageError

LIST = "site.json"
_FILE = re.compile(r"(?:(?:articles|compare|static)/)?[A-Za-z0-9][A-Za-z0-9.-]*\.(?:html|js|css|txt|json)")


class SiteFolder:
    """A folder to write a site to; raises UsageError where it holds anything but a former site."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._files: set[str] = set()
        if path.is_symlink() or (path.exists() and not path.is_dir()):
            raise UsageError(f"cannot write {path}: it is no folder")
        self._former = self._listed()
        if self._former is None and path.is_dir() and any(path.iterdir()):
            raise UsageError(
                f"cannot write {path}: the folder has files that are no site; name a new or an empty folder"
            )
        path.mkdir(parents=True, exist_ok=True)

    def write(self, name: str, content: bytes) -> None:
        """Write one file."""
        target = self._place(name)
        if target is None:
            raise ValueError(f"{name!r} is no file of a site")
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(content)
        self._files.add(name)

    def finish(self) -> None:
        """Take away the files of the former site that this one has no more, and write the list of files."""
        for name in sorted(set(self._former or ()) - self._files - {LIST}):
            target = self._place(name)
            if target is not None and target.is_file():
                target.unlink()
        listed = json.dumps({"files": sorted(self._files)}, indent=1)
        (self._path / LIST).write_text(f"{listed}\n", "utf-8")

    def _place(self, name: str) -> Path | None:
        """Where a file is, None for a name that no file of a site has or that a link leads out of the folder."""
        if not _FILE.fullmatch(name) or ".." in name:
            return None
        target = self._path / name
        return None if target.is_symlink() or target.parent.is_symlink() else target

    def _listed(self) -> list[str] | None:
        """The files of a former site; None where there is none."""
        try:
            known = json.loads((self._path / LIST).read_text("utf-8"))
            files = known["files"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        return [each for each in files if isinstance(each, str)] if isinstance(files, list) else None
