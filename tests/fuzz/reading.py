"""Bytes read as a file of some format, and what must hold of what a reader gives, whatever the bytes are."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from provenance.model import Article, SkippedInput
from provenance.sources import read


@cache
def folder() -> Path:
    """A folder of this process, gone when it ends."""
    path = Path(tempfile.mkdtemp(prefix="fuzz-"))
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


def put(name: str, data: bytes) -> Path:
    """A file with these bytes."""
    path = folder() / name
    path.write_bytes(data)
    return path


def read_as(name: str, data: bytes, mapping: Mapping[str, str] | None = None) -> list[Article | SkippedInput]:
    """What a file of this name with these bytes gives; fails where nothing is said or something cannot be."""
    found = list(read([put(name, data)], mapping))
    assert found, "nothing was said"
    for one in found:
        if isinstance(one, SkippedInput):
            assert one.reason, one
            assert one.kind != "unforeseen", one.reason
            assert "\n" not in one.reason, one.reason
            assert "\n" not in one.where, one.where
        else:
            whole(one)
    return found


def whole(article: Article) -> None:
    """What holds of every article."""
    assert 0 <= article.body.start < article.body.end <= len(article.text)
    article.text.encode("utf-8")
    for value in (article.title, article.author, article.publisher, article.url, article.language):
        assert value is None or value.strip(), value


def text_of(data: bytes) -> str:
    """Any text, half pairs of characters too, which JSON and terminals can bring."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")
