"""Which reader reads which suffix; readers are imported when the first file of their format is met."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from provenance.sources.interface import Reader

MODULES = {
    ".txt": "plain_text",
    ".text": "plain_text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "web_page",
    ".htm": "web_page",
    ".xhtml": "web_page",
    ".json": "json_document",
    ".jsonl": "json_lines",
    ".ndjson": "json_lines",
    ".csv": "table",
    ".tsv": "table",
    ".parquet": "parquet",
}
PACKED = ".gz"


def split_name(name: str) -> tuple[str, str]:
    """The stem and the suffix in lower case of a file's name: ("feed", ".jsonl") for "feed.JSONL.gz"."""
    bare = name[: -len(PACKED)] if name.lower().endswith(PACKED) and len(name) > len(PACKED) else name
    stem, dot, ending = bare.rpartition(".")
    return (stem, dot + ending.lower()) if stem else (bare, "")


def known(name: str) -> bool:
    """Whether the suffix of a file's name has a reader."""
    return split_name(name)[1] in MODULES


def reader(suffix: str) -> Reader:
    """The reader of a suffix that is `known`."""
    module = import_module(f"provenance.sources.{MODULES[suffix]}")
    return cast("Reader", module.read)


def described() -> str:
    """The suffixes, for messages."""
    return " ".join(MODULES) + f", each also with {PACKED}"
