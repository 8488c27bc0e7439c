"""Words, sentences, paragraphs, folded text, signatures, keys: everything that is made of one text."""

import itertools

from provenance.config.fingerprint import FingerprintSettings
from provenance.fingerprint.keys import query_keys, stored_keys
from provenance.fingerprint.minhash import make_all, shingle_hashes, signature_values
from provenance.model import Span
from provenance.text.disguises import disguises
from provenance.text.folded_text import folded, holds, places_of
from provenance.text.paragraphs import paragraphs
from provenance.text.sentences import sentences
from provenance.text.tokens import tokenise
from tests.fuzz.reading import text_of

SEEDS = [
    "Dr. Rao said it’s 3.5 % – naïve e.g. U.S. co-operation.\n\n• one\n• two\n\nＦＵＬＬ width ﬁ ligature",
    "港口停了三天。修理需要四百万克朗。ラオ氏は「誰も出航しない」と述べた。", "Привет, мир! Ты где? ١٢٣ ไม่มีใคร",
    "a\u0301\u0327\u200d\u00ad\ufeff\u202e 👩‍👩‍👧 \U0010ffff \x00 x", "word " * 60,
]  # fmt: skip
RUNS = 1500
SETTINGS = FingerprintSettings()


def attempt(data: bytes) -> None:
    """Make everything of it."""
    text = text_of(data)
    within = Span(0, len(text))
    tokens = tokenise(text)
    assert all(0 <= start < end <= len(text) for start, end in zip(tokens.starts, tokens.ends, strict=True))
    for found in (sentences(text), paragraphs(text)):
        assert all(0 <= one.start <= one.end <= len(text) for one in found)
        assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    words = folded(text)
    assert holds(words, words) == bool(words)
    places_of(text, folded(text[: len(text) // 2])[:40])
    signature_values(tokens, SETTINGS)
    shingle_hashes(tokens, SETTINGS)
    stored_keys(tokens, SETTINGS)
    if text.strip():
        made = list(make_all([(text, within), (text, within)], SETTINGS).unpacked(SETTINGS))
        assert len(made) == 2
    disguises(text, within)
    assert query_keys
