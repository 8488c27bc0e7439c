"""What people say, and filters as a command gets them: stored, and read as it was said."""

from provenance.errors import ProvenanceError
from provenance.sources.given_values import given_values
from provenance.sources.row_keys import check_mapping
from provenance.usecases.filters import Filters
from tests.fuzz.reading import text_of
from tests.fuzz.small_archive import small_archive

SEEDS = [
    "note\x00dana\x00seen; agreed",
    "reject\x00steady leak below\x00a set phrase",
    "confirm\x00\x00\ud800",
    "undo\x00x\x00",
]
RUNS = 20
LONGEST = 400


def attempt(data: bytes) -> None:
    """Say it of a link, of a phrase, of two publishers; edit an article; undo it all."""
    text = text_of(data)
    word, by, note = [*text.split("\0"), "", "", ""][:3]
    archive = small_archive()
    sayings = (
        lambda: archive.review("dam-1", "dam-0", word or "note", note, by=by or None),
        lambda: archive.review_phrase(note, "reject", by, by=by or None),
        lambda: archive.review_publishers("Argus", by or note, "reject", note),
        lambda: archive.edit("dam-2", given_values([text]), by=by or None),
        lambda: check_mapping({word: note}),
        lambda: archive.links(Filters.of([by], min_words=2, languages=[word] if len(word) == 2 else [])),
    )
    for say in sayings:
        try:
            say()
        except ProvenanceError as error:
            assert "\n" not in str(error), error
    archive.reviews(everything=True)
    for undo in (
        lambda: archive.review("dam-1", "dam-0", "undo"),
        lambda: archive.undo_edit("dam-2", everything=True),
        lambda: archive.review_phrase(note, "undo"),
        lambda: archive.review_publishers("Argus", by or note, "undo"),
    ):
        try:
            undo()
        except ProvenanceError:
            continue
