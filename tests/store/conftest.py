"""Small archives made of numbers: the store keeps whatever keys it is given, so tests need no fingerprinting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from provenance.model import Article, Evidence, Fingerprint, Link, Match, Passage, Signature, Span
from provenance.model.evidence import RecordedSentence
from provenance.store import Entry
from provenance.text.folded_text import folded

RECIPE = "numbers for tests"


def make_entry(
    identity: str,
    text: str = "A sentence about nothing.",
    keys: Sequence[int] = (),
    bands: Sequence[int] = (),
    paragraphs: Sequence[int] = (),
    recipe: str = RECIPE,
    **known: Any,
) -> Entry:
    """An entry whose signature depends on its text alone."""
    seed = int.from_bytes(text.encode("utf-8", "surrogatepass"), "big") % (1 << 32)
    values = np.random.default_rng(seed).integers(0, 1 << 32, 16, dtype=np.uint32)
    fingerprint = Fingerprint(
        Signature(recipe, values), np.array(keys, np.uint64), np.arange(0, 3 * len(keys), 3, dtype=np.int32)
    )
    article = Article(identity, text, Span(0, len(text)), **known)
    return Entry(article, fingerprint, np.array(bands, np.uint64), np.array(paragraphs, np.uint64), folded(text))


def make_link(a: str, b: str, confidence: float = 0.9, detail: str = "earlier") -> Link:
    """A link with one passage and one reason."""
    match = Match("verbatim", Span(0, 5), Span(2, 7), 0.8, ((Span(0, 2), Span(2, 4)), (Span(3, 5), Span(5, 7))))
    return Link(
        a,
        b,
        "derived",
        confidence,
        0.5,
        0.25,
        (Passage(match, speaker="Ana Rao"),),
        derived=b,
        source=a,
        evidence=(Evidence(RecordedSentence.of("time", detail), "a", 1.5),),
        containment=(0.5, 0.25),
    )


@pytest.fixture
def entry() -> Callable[..., Entry]:
    return make_entry


@pytest.fixture
def link() -> Callable[..., Link]:
    return make_link


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"
