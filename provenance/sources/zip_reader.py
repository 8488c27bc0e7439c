"""A zip file: every file in it that has a reader, in the order of their names; all others are told, as in a folder.

A document that is a zip file under another name (.docx, .odt, .epub, .wacz) is read as that document.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

from provenance.model import SkippedInput
from provenance.sources import nested
from provenance.sources.documents import document_articles, safe_zip
from provenance.sources.readers import Inside, Request, Result, Source

# A member that only one kind of document has -> the module whose `read_archive` reads it, or what it is.
_READERS = (
    ("word/document.xml", "word_reader"),
    ("META-INF/container.xml", "e_book_reader"),
    ("datapackage.json", "web_archive_reader"),
)
_REFUSED = (
    ("xl/workbook.xml", "it is a spreadsheet (.xlsx); save it as .csv"),
    ("ppt/presentation.xml", "it is a presentation (.pptx); save its text as .txt"),
)


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield the articles of its files, and what in it is none."""
    budget = request.inside.budget or safe_zip.Budget(request.settings.largest_unpacked)
    inside = replace(request, inside=Inside(request.inside.depth, budget))
    try:
        with safe_zip.opened(source.stream, request.settings.largest_unpacked) as archive:
            yield from read_archive(archive, source, inside)
    except document_articles.BROKEN as error:
        yield document_articles.skipped(source, error)


def read_archive(archive: zipfile.ZipFile, source: Source, request: Request) -> Iterator[Result]:
    """The same for a zip file that is open; `request.inside` has a budget."""
    names = archive.NameToInfo
    reader = next((module for member, module in _READERS if member in names), None)
    if reader is None and "content.xml" in names and "mimetype" in names:
        reader = "open_document_reader"
    if reader == "web_archive_reader" and not any(name.startswith("archive/") for name in names):
        reader = None
    refusal = next((reason for member, reason in _REFUSED if member in names), None)
    if reader is not None:
        yield from import_module(f"provenance.sources.{reader}").read_archive(archive, source, request)
    elif refusal is not None:
        yield SkippedInput(source.name, refusal, "other-format")
    else:
        yield from _members(archive, source, request)


def _members(archive: zipfile.ZipFile, source: Source, request: Request) -> Iterator[Result]:
    budget = request.inside.budget
    assert budget is not None  # noqa: S101 (given by `read`)
    empty = True
    for info in sorted(archive.infolist(), key=lambda one: one.filename):
        if info.filename.endswith("/"):  # `is_dir` fails for a name without a letter
            continue
        empty = False
        name = nested.printable(info.filename)
        left_out = _left_out(name, info)
        if left_out is not None:
            yield SkippedInput(f"{source.name}/{name}", *left_out)
            continue
        try:
            with safe_zip.member(archive, info, budget) as stream:
                yield from nested.read_inside(name, stream, source, request)
        except document_articles.BROKEN as error:
            yield SkippedInput(f"{source.name}/{name}", str(error), "broken-document")
        if budget.left < 0:
            yield SkippedInput(
                source.name, f"more than {budget.whole:,} bytes were unpacked; the rest is not read", "too-large"
            )
            return
    if empty:
        yield SkippedInput(source.name, "it is a zip file without files", "empty")


def _left_out(name: str, info: zipfile.ZipInfo) -> tuple[str, str] | None:
    """Why a member is left out whatever it holds, and the kind of that reason."""
    if any(part.startswith(".") or part == "__MACOSX" for part in name.split("/")):
        return "its name is hidden (it begins with a full stop); unpack it to read it", "hidden-names"
    if info.flag_bits & 1:
        return "it is encrypted; unpack it with its password", "encrypted"
    return None
