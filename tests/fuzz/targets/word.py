"""Word documents: the bytes as they are, and as the text of a document that is whole otherwise."""

from tests.fuzz.reading import read_as
from tests.sources.damage.seeds import SEEDS as WHOLE
from tests.sources.documents.samples import zipped
from tests.sources.exports.samples import TEXT, W

DOCUMENT = f'<w:document xmlns:w="{W}"><w:body>{{}}</w:body></w:document>'
PARAGRAPHS = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in TEXT)
SEEDS = [
    WHOLE["story.docx"],
    DOCUMENT.format(PARAGRAPHS),
    DOCUMENT.format(f"<w:tbl><w:tr><w:tc>{PARAGRAPHS}</w:tc></w:tr></w:tbl>"),
]
RUNS = 500


def attempt(data: bytes) -> None:
    """Read it, in its file where it is not one itself."""
    if not data.startswith(b"PK"):
        data = zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": data})
    read_as("story.docx", data)
