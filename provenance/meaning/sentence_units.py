"""Which sentences of a text are encoded, and the codes of an article.

Very short sentences ("He nodded.", a caption) are like hundreds of others, so they are left out. Nothing here knows
what an article is: it takes a text and the part of it that counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from provenance.meaning.codes import coded
from provenance.meaning.encoder import Encoder
from provenance.model import Span
from provenance.model.coded_text import CodedText
from provenance.text.sentences import sentences

# Letters and digits of a sentence that is encoded, one of Chinese, Japanese or Korean writing counted as three.
SHORTEST = 16
MOST = 2_000  # sentences of one text: 250 KB of codes


def units(text: str, within: Span) -> list[Span]:
    """The sentences of the part `within` that are worth encoding, ascending, at most MOST."""
    return [span for span in sentences(text, within) if _letters(span.of(text)) >= SHORTEST][:MOST]


def coded_texts(encoder: Encoder, texts: Sequence[tuple[str, Span]]) -> list[CodedText]:
    """The sentences of each text with their codes; texts are encoded one at a time, so that a text's codes are the
    same whatever others it is encoded with."""
    found = []
    for text, within in texts:
        spans = units(text, within)
        found.append(CodedText(tuple(spans), coded(encoder.encode([span.of(text) for span in spans]))))
    return found


def _letters(sentence: str) -> int:
    return sum(3 if character >= "\u2e80" else 1 for character in sentence if character.isalnum())
