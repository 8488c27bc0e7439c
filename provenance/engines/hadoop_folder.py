"""A folder of tables in any file system that Spark knows, reached through the Java libraries of Hadoop."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from provenance.engines.tables import InputFile
from provenance.errors import ProvenanceError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


class HadoopFolder:
    """A folder in a file system that Spark knows; see `Folder`."""

    def __init__(self, session: SparkSession, path: str) -> None:
        self.session, self.path = session, path.rstrip("/")
        self._java: Any = session._jvm
        self._configuration = session._jsc.hadoopConfiguration()
        if "://" not in self.path:
            self.path = Path(self.path).absolute().as_uri()

    def text(self, path: str) -> str | None:
        """See `Folder.text`."""
        system, place = self._of(path)
        if not system.exists(place):
            return None
        stream = system.open(place)
        try:
            return bytes(stream.readAllBytes()).decode()
        finally:
            stream.close()

    def write(self, path: str, text: str) -> None:
        """See `Folder.write`. Where a file system cannot replace a file at once, a reader may find none."""
        system, place = self._of(path)
        _, beside = self._of(f"{path}.new")
        stream = system.create(beside, True)
        stream.write(bytearray(text.encode()))
        stream.close()
        system.delete(place, False)
        if not system.rename(beside, place):
            raise ProvenanceError(f"{self.path}/{path} cannot be written")

    def sizes(self, path: str) -> dict[str, int]:
        """See `Folder.sizes`."""
        system, place = self._of(path)
        if not system.exists(place):
            return {}
        found = {each.getPath().getName(): int(each.getLen()) for each in system.listStatus(place)}
        return {name: found[name] for name in sorted(found) if name.startswith("part-")}

    def remove(self, path: str) -> None:
        """See `Folder.remove`."""
        system, place = self._of(path)
        system.delete(place, True)

    def files(self, address: str) -> list[InputFile]:
        """The files that an address with `*` and the like names, those of a folder below it, by path."""
        _, place = self._of("")
        place = self._java.org.apache.hadoop.fs.Path(address)
        system = place.getFileSystem(self._configuration)
        waiting = list(system.globStatus(place) or ())
        found = []
        while waiting:
            each = waiting.pop()
            name = each.getPath().getName()
            if each.isDirectory():
                waiting += list(system.listStatus(each.getPath()))
            elif not name.startswith(("_", ".")):
                changed = int(each.getModificationTime()) * 1_000_000
                found.append(InputFile(str(each.getPath().toString()), int(each.getLen()), changed))
        return sorted(found, key=lambda each: each.path)

    def _of(self, path: str) -> tuple[Any, Any]:
        place = self._java.org.apache.hadoop.fs.Path(f"{self.path}/{path}" if path else self.path)
        return place.getFileSystem(self._configuration), place
