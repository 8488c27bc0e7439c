"""Every kernel of `events` gives what its plain Python gives, to the last bit, on real and on generated texts."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from articles_apart import taken_apart
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_twins import corpus_texts, plain, same

from provenance import kernels
from provenance.events import copies, explaining, overlaps, telling
from provenance.events.explaining import World, explained, of_two

KERNELS = "provenance.events.kernels"
WORDS = ["Norrvik", "harbour", "ferry", "Lund", "pier", "42", "storm", "“we", "saw", "nobody", "there”", "bridge"]
SENTENCES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join), max_size=12)
TEXTS = st.lists(SENTENCES.map(". ".join), min_size=2, max_size=5)

pytestmark = pytest.mark.skipif(not kernels.is_compiled(), reason="kernels run as plain Python")


def use_plain(patch: pytest.MonkeyPatch) -> None:
    """Let all of `events` call the plain twins of its kernels."""
    patch.setattr(overlaps, "kernel", plain(f"{KERNELS}.overlaps"))
    patch.setattr(overlaps, "Overlaps", plain(f"{KERNELS}.overlaps").Overlaps)
    patch.setattr(copies, "kernel", plain(f"{KERNELS}.overlaps"))
    patch.setattr(explaining, "kernel", plain(f"{KERNELS}.explaining"))
    patch.setattr(explaining, "Siblings", plain(f"{KERNELS}.explaining").Siblings)
    patch.setattr(explaining, "_constants", lambda: plain(f"{KERNELS}.explaining").Constants(*CONSTANTS))
    patch.setattr(telling, "Told", plain(f"{KERNELS}.overlaps").Told)
    patch.setattr(telling, "number_runs", plain(f"{KERNELS}.telling").number_runs)
    patch.setattr(telling, "index_sentences", plain(f"{KERNELS}.overlaps").index_sentences)


CONSTANTS = (
    explaining.USUAL, explaining.UNKNOWN, explaining.CLEARLY, explaining.ELSEWHERE,
    float(np.log(1 - explaining.TAKEN)),
)  # fmt: skip


def answers(texts: list[str], flags: list[bool]) -> list[Any]:
    """All that is measured of the first text beside the others, as arrays."""
    mine, *others = map(taken_apart, texts)
    siblings = np.resize(np.array(flags), len(others))
    world = World(mine, others, siblings, siblings[::-1].copy())
    shared = [overlaps.share_grams(mine, each, least) for each in others for least in (1, 2, 9)]
    spans = np.array([span for row in of_two(world) for span in row], np.int64)
    return [explained(world), spans, overlaps.told_alike(mine, others), shared, *world.beside[:5]]


def both_worlds_agree(texts: list[str], flags: list[bool]) -> None:
    compiled = answers(texts, flags)
    with pytest.MonkeyPatch.context() as patch:
        use_plain(patch)
        assert all(map(same, compiled, answers(texts, flags)))


def test_articles_of_the_corpus_measure_alike_in_both_worlds() -> None:
    texts = corpus_texts(step=9)[:6]
    assert len(texts) == 6
    both_worlds_agree([*texts, texts[0]], [True, True, False])


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.lists(st.booleans(), min_size=1, max_size=5))
def test_generated_texts_measure_alike_in_both_worlds(texts: list[str], flags: list[bool]) -> None:
    both_worlds_agree(texts, flags)
