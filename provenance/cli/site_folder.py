"""The folder of a static site: written anew without touching what is not of a site.

A list of the files is among them, so that the next site can take away those that it has no more. While a site is
written, another list says which files are begun: where the process is killed, the next one knows them. Each file is
whole or as it was. Nothing but files of names that a site can have is ever written or removed.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from provenance.errors import UsageError
from provenance.files.leftovers import is_partial, sweep_files
from provenance.files.whole import write_whole

LIST = "site.json"
BEGUN = ".site-unfinished"  # names, one a line, of an unfinished site
_FILE = re.compile(r"(?:(?:articles|compare|static)/)?[A-Za-z0-9][A-Za-z0-9.-]*\.(?:html|js|css|txt|json)")


class SiteFolder:
    """A folder to write a site to; raises UsageError where it holds anything but a former site."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._files: set[str] = set()
        if path.is_symlink() or (path.exists() and not path.is_dir()):
            raise UsageError(f"cannot write {path}: it is no folder")
        self._former = self._listed()
        if self._former is None and path.is_dir() and not all(map(is_partial, path.iterdir())):
            raise UsageError(
                f"cannot write {path}: the folder has files that are no site; name a new or an empty folder"
            )
        path.mkdir(parents=True, exist_ok=True)
        self._begun = set(self._former or ())
        write_whole(path / BEGUN, "".join(f"{name}\n" for name in sorted(self._begun)).encode())

    def write(self, name: str, content: bytes) -> None:
        """Write one file."""
        target = self._place(name)
        if target is None:
            raise ValueError(f"{name!r} is no file of a site")
        target.parent.mkdir(exist_ok=True)
        if name not in self._begun:
            self._begun.add(name)
            with (self._path / BEGUN).open("a", encoding="utf-8") as begun:
                begun.write(f"{name}\n")
        write_whole(target, content, durable=False)
        self._files.add(name)

    def finish(self) -> None:
        """Take away the files of the former site that this one has no more, and write the list of files."""
        for name in sorted(set(self._former or ()) - self._files - {LIST, BEGUN}):
            target = self._place(name)
            if target is not None and target.is_file():
                target.unlink()
        listed = json.dumps({"files": sorted(self._files)}, indent=1)
        write_whole(self._path / LIST, f"{listed}\n".encode())
        (self._path / BEGUN).unlink(missing_ok=True)
        for folder in (
            self._path,
            *(each for each in self._path.iterdir() if each.is_dir() and not each.is_symlink()),
        ):
            sweep_files(folder)

    def _place(self, name: str) -> Path | None:
        """Where a file is, None for a name that no file of a site has or that a link leads out of the folder."""
        if not _FILE.fullmatch(name) or ".." in name:
            return None
        target = self._path / name
        return None if target.is_symlink() or target.parent.is_symlink() else target

    def _listed(self) -> list[str] | None:
        """The files of a former site, whole or unfinished; None where there is none."""
        found: list[str] | None = None
        try:
            files = json.loads((self._path / LIST).read_text("utf-8"))["files"]
            found = [each for each in files if isinstance(each, str)] if isinstance(files, list) else None
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            pass
        try:
            begun = (self._path / BEGUN).read_text("utf-8").split("\n")
        except (OSError, ValueError):
            return found
        return sorted({*(found or ()), *(name for name in begun if _FILE.fullmatch(name))})
