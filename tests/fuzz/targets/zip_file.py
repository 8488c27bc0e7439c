"""ZIP files: the bytes as they are, and a file of other files whose names and contents they are."""

from tests.fuzz.reading import read_as
from tests.sources.damage.seeds import SEEDS as WHOLE
from tests.sources.documents.samples import zipped

SEEDS = [
    WHOLE["all.zip"],
    b"../a.txt\n\nNothing sailed.",
    b"a/b.docx\n\nPK",
    b"x.html\n\n<p>Nothing sailed at all.</p>",
]
RUNS = 200


def attempt(data: bytes) -> None:
    """Read it, in a file where it is not one itself."""
    if not data.startswith(b"PK"):
        name, _, content = data.partition(b"\n\n")
        named = name.decode("utf-8", "replace").replace("\0", "") or "x"
        data = zipped({named: content, "b.txt": "Nothing sailed on Thursday."})
    read_as("all.zip", data)
