"""Explaining an article by what its sentences mean: counted on texts whose sentences are drawn, not encoded."""

import numpy as np
import pytest

from provenance.events.copies import counted_once
from provenance.events.meaning_overlaps import MEANT, meant, near
from provenance.meaning.codes import coded

SENTENCES = np.random.default_rng(3).standard_normal((12, 128)).astype(np.float32)


def text(*numbers, noise=0.0, seed=0):
    """The codes of a text with these of the sentences, each a little changed."""
    rows = SENTENCES[list(numbers)] + noise * np.random.default_rng(seed).standard_normal((len(numbers), 128))
    return coded((rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32))


def measured(article, others, siblings=None, early=None, texts=None):
    found = [near(article, other) for other in others]
    flags, before = (np.array(some or [True] * len(others)) for some in (siblings, early))
    texts, lengths = np.arange(len(others)) if texts is None else np.array(texts), [1] * len(others)
    table = meant(found, *(counted_once(each, texts, lengths) for each in (flags, flags & before)))
    return [dict(zip(MEANT, row, strict=True)) for row in table.tolist()]


def test_what_only_one_report_says_speaks_for_it_and_what_all_say_does_not():
    public = [0, 1, 2, 3]
    article = text(*public, 4, 5, noise=0.3, seed=1)
    source, sibling = text(*public, 4, 5), text(*public, 8, 9)
    of_source, of_sibling = measured(article, [source, sibling])
    assert of_source["meant_margin"] > 0.1
    assert of_sibling["meant_margin"] < 0
    assert of_source["meant_clear"] == pytest.approx(2 / 6)
    assert of_sibling["meant_clear"] == 0
    assert of_sibling["meant_foreign"] == pytest.approx(2 / 6)
    (alone,) = measured(article, [source])
    assert alone["meant_clear"] == 1


def test_later_reports_explain_away_and_are_left_out_of_the_early_measures():
    article, source, copy = text(0, 1, 2, 3, noise=0.2), text(0, 1, 2, 3), text(0, 1, 2, 3, noise=0.01, seed=5)
    of_source, _ = measured(article, [source, copy], early=[True, False])
    assert of_source["meant_clear"] == 0
    assert of_source["early_meant_clear"] == 1
    without, _ = measured(article, [source, copy], siblings=[True, False])
    assert without["meant_clear"] == 1


def test_the_order_of_the_nearest_sentences():
    article = text(0, 1, 2, 3, 4, noise=0.2)
    forward, backward = measured(article, [text(0, 1, 2, 3, 4), text(4, 3, 2, 1, 0)])
    assert forward["meant_order"] == 1
    assert backward["meant_order"] == -1
    assert forward["meant_mutual"] == 1


def test_two_sentences_that_one_joins_are_told_by_both_together():
    joined = SENTENCES[0] + SENTENCES[1]
    article = coded((joined / np.linalg.norm(joined))[None, :].astype(np.float32))
    assert near(article, text(0, 1)).near[0] > 0.8
    assert near(article, text(0, 5)).near[0] < 0.8
    assert near(text(0, 1), article).back > 0.8


def test_the_measures_of_a_report_do_not_depend_on_the_order_of_the_others():
    article, others = text(0, 1, 2, 3, noise=0.2), [text(0, 1, 2, 9), text(0, 5, 2, 3), text(7, 8, 2, 1)]
    forward, backward = measured(article, others), measured(article, others[::-1])
    assert forward == backward[::-1]


def test_nothing_explains_where_there_is_no_other_report():
    assert meant([], np.zeros(0, bool), np.zeros(0, bool)).shape == (0, len(MEANT))


def test_copies_of_a_source_leave_it_what_it_explains():
    article, source, sibling = text(0, 1, 2, noise=0.3, seed=1), text(0, 1, 2), text(0, 8)
    alone = measured(article, [source, sibling])
    beside = measured(article, [source, sibling, source], texts=[0, 1, 0])
    assert beside == [*alone, alone[0]]
