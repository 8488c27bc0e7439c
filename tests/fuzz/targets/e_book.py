"""EPUB: the bytes as they are, as the list of chapters, and as a chapter."""

from tests.fuzz.reading import read_as
from tests.sources.damage.seeds import SEEDS as WHOLE
from tests.sources.documents.samples import chapter, zipped
from tests.sources.documents.test_open_document_and_books import LONG

BOOK = (
    b'<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>'
    b'Quay</dc:title></metadata><manifest><item id="c0" href="c0.xhtml"/></manifest>'
    b'<spine><itemref idref="c0"/></spine></package>'
)
CONTAINER = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
SEEDS = [WHOLE["book.epub"], BOOK, chapter("One", LONG)]
RUNS = 300


def attempt(data: bytes) -> None:
    """Read it, in its file where it is not one itself."""
    if not data.startswith(b"PK"):
        is_book = b"package" in data[:200]
        book, page = (data, chapter("One", LONG)) if is_book else (BOOK, data)
        names = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER}
        data = zipped({**names, "OPS/book.opf": book, "OPS/c0.xhtml": page})
    read_as("book.epub", data)
