"""Bytes of an archive that are not what was written: said to be damaged, whatever reads them."""

from contextlib import suppress

from provenance.errors import DamagedArchive
from provenance.model import Evidence, Link, Match, Passage, Span
from provenance.model.evidence import RecordedSentence
from provenance.quotes.linking.utterance_bytes import sizes_of
from provenance.store.findings.link_bytes import bare_link, link_from_bytes, link_to_bytes
from provenance.store.meanings.meaning_bytes import codes_from_bytes, page_from_bytes, spans_from_bytes

MATCH = Match("edited", Span(3, 60), Span(7, 66), 0.9, ((Span(3, 20), Span(7, 24)), (Span(30, 60), Span(36, 66))))
LINK = Link(
    "a",
    "b",
    "derived",
    0.9,
    0.5,
    0.6,
    (Passage(MATCH),),
    "b",
    "a",
    evidence=(Evidence(RecordedSentence.of("later", "It is later."), "a", 1.5),),
)
SEEDS = [
    link_to_bytes(LINK),
    link_to_bytes(LINK, with_passages=False),
    b"[2,null]",
    bytes(12),
    b"\x01\x02\x03\x04" * 8,
]
RUNS = 8000


def attempt(data: bytes) -> None:
    """Read it as each kind of stored bytes."""
    for read in (
        lambda: link_from_bytes(data),
        lambda: link_from_bytes(link_to_bytes(LINK, with_passages=False), data),
        lambda: bare_link(data),
        lambda: sizes_of(data),
        lambda: spans_from_bytes(data),
        lambda: codes_from_bytes(data, len(data) % 5),
    ):
        try:
            read()
        except DamagedArchive as error:
            assert "\n" not in str(error), error
    with suppress(DamagedArchive, ValueError):
        page_from_bytes(data[:16], data[:8], data[8:])
