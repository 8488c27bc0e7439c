"""Two texts aligned: passages lie inside them, and turned around they are the same."""

from provenance.align.aligner import align
from provenance.align.prepared_text import prepare
from provenance.config.align import profile
from provenance.model import Span
from tests.fuzz.reading import text_of

WORDS = "the outer wall of the Orr Dam had begun to crack and nobody came to put a hand into the widest of them "
SEEDS = [
    f"{WORDS * 2}\x00{WORDS}of which more\x00",
    "Repairs were put at 40 million crowns and postponed to next year.\x00"
    "Repairs of 41 million crowns were postponed to next year, it says.",
    "它在港口停了三天。修理需要四百万克朗。\x00港口说：修理需要四百万克朗。",
    "a a a a a a a a a a a a a a a a\x00a a a a a a a a a a a",
]
RUNS = 500
LONGEST = 3000
SETTINGS = [profile("news"), profile("essay"), profile("pan")]


def attempt(data: bytes) -> None:
    """Align two halves of it."""
    a, _, b = text_of(data).partition("\0")
    settings = SETTINGS[len(data) % 3]
    one, other = prepare(a, Span(0, len(a))), prepare(b, Span(0, len(b)))
    found = align(one, other, settings)
    for match in found:
        assert 0 <= match.a.start < match.a.end <= len(a)
        assert 0 <= match.b.start < match.b.end <= len(b)
        assert 0 <= match.score <= 1
        for left, right in match.shared:
            assert match.a.start <= left.start <= left.end <= match.a.end
            assert match.b.start <= right.start <= right.end <= match.b.end
    if settings.summary == "off":
        turned = align(prepare(b, Span(0, len(b))), prepare(a, Span(0, len(a))), settings)
        assert sorted((match.b, match.a) for match in turned) == sorted((match.a, match.b) for match in found)
