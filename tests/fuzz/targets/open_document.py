"""OpenDocument texts: the bytes as they are, and as the content of a document that is whole otherwise."""

from tests.fuzz.reading import read_as
from tests.sources.damage.seeds import SEEDS as WHOLE
from tests.sources.documents.samples import zipped

NAMES = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
CONTENT = (
    f"<office:document-content {NAMES}><office:body><office:text><text:h>Quay</text:h><text:p>Nothing <text:s text:c="
    '"3"/>sailed<text:tab/>on Thursday.</text:p><text:list><text:list-item><text:p>At all.</text:p></text:list-item>'
    "</text:list></office:text></office:body></office:document-content>"
)
SEEDS = [WHOLE["story.odt"], CONTENT]
RUNS = 500


def attempt(data: bytes) -> None:
    """Read it, in its file where it is not one itself."""
    if not data.startswith(b"PK"):
        data = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": data})
    read_as("story.odt", data)
