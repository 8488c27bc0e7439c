"""What a reader of a format is, and which reader reads which suffix.

A reader is a function of an open input and a request that yields articles and skipped inputs. Each format is a file
beside this one, with a function `read` and a line in MODULES, and is imported for the first file of the format. A
reader yields articles where it can and a `SkippedInput` otherwise; it never raises for the content of an input, and
never reads anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, cast

from provenance.config.files import SourceSettings
from provenance.model import Article, SkippedInput
from provenance.model.spreading import Spread

if TYPE_CHECKING:
    from provenance.sources.addresses.address_reader import Memory
    from provenance.sources.addresses.fetching import Fetcher
    from provenance.sources.documents.safe_zip import Budget
    from provenance.sources.times.timestamps import DateOrder

MODULES = {
    ".txt": "plain_text_reader",
    ".text": "plain_text_reader",
    ".md": "markdown_reader",
    ".markdown": "markdown_reader",
    ".html": "web_page_reader",
    ".htm": "web_page_reader",
    ".xhtml": "web_page_reader",
    ".json": "json_reader",
    ".jsonl": "json_lines_reader",
    ".ndjson": "json_lines_reader",
    ".csv": "table_reader",
    ".tsv": "table_reader",
    ".parquet": "parquet_reader",
    ".docx": "word_reader",
    ".docm": "word_reader",
    ".xml": "xml_reader",
    ".nitf": "xml_reader",
    ".newsml": "xml_reader",
    ".rss": "xml_reader",
    ".atom": "xml_reader",
    ".pdf": "pdf_reader",
    ".rtf": "rich_text_reader",
    ".odt": "open_document_reader",
    ".ott": "open_document_reader",
    ".epub": "e_book_reader",
    ".eml": "mail_reader",
    ".mbox": "mail_reader",
    ".mht": "mail_reader",
    ".mhtml": "mail_reader",
    ".zip": "zip_reader",
    ".warc": "web_archive_reader",
    ".wet": "web_archive_reader",
    ".wacz": "web_archive_reader",
    ".rdf": "xml_reader",
}
PACKED = ".gz"

Result = Article | SkippedInput


@dataclass(frozen=True, slots=True)
class Source:
    """One open input. `name` is what people call it, `stem` is what its articles are named after.

    `again` opens it once more, for what has to be known before the first row is read; a stream cannot be.
    """

    name: str
    stem: str
    stream: BinaryIO
    suffix: str = ""
    again: Callable[[], AbstractContextManager[BinaryIO]] | None = None


@dataclass(frozen=True, slots=True)
class Inside:
    """Where an input is: how many files it is inside of (a mail in a zip file is in 1), and how many bytes may still
    be
    unpacked from the outermost of them; None outside of all."""

    depth: int = 0
    budget: Budget | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """How to read: which key of a row is which field, the limits, and what spreads the work of many rows.

    `mapping` maps names of fields to keys of rows: {"text": "body"}. `spread`, an engine's `map`, draws tasks before
    results are taken; without it a reader has one article in memory at a time. `dates` is the order of day and month
    of dates in numbers; without it a file has to show it.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    settings: SourceSettings = field(default_factory=SourceSettings)
    spread: Spread | None = None
    dates: DateOrder | None = None
    inside: Inside = field(default_factory=Inside)
    fetcher: Fetcher | None = None  # of the addresses among the inputs; without one they are names of files
    memory: Memory | None = None


Reader = Callable[[Source, Request], Iterator[Result]]


def split_name(name: str) -> tuple[str, str]:
    """The stem and the suffix in lower case of a file's name: ("feed", ".jsonl") for "feed.JSONL.gz"."""
    bare = name[: -len(PACKED)] if name.lower().endswith(PACKED) and len(name) > len(PACKED) else name
    stem, dot, ending = bare.rpartition(".")
    return (stem, dot + ending.lower()) if stem else (bare, "")


def known(name: str) -> bool:
    """Whether the suffix of a file's name has a reader."""
    return split_name(name)[1] in MODULES


def is_file_name(name: str) -> bool:
    """Whether a name that is neither a file nor an article's was meant as a file's: its suffix has a reader."""
    return "://" not in name and known(name.replace("\\", "/").rpartition("/")[2])


def reader(suffix: str) -> Reader:
    """The reader of a suffix for which `known` is true."""
    module = import_module(f"provenance.sources.{MODULES[suffix]}")
    return cast("Reader", module.read)


def described() -> str:
    """The suffixes, for messages."""
    return " ".join(MODULES) + f", each also with {PACKED}"
