"""What one article tells: names, figures, wording and quoted words, by places and rarity."""

import time

import numpy as np

from provenance.events.overlaps import beside
from provenance.events.telling import MOST_WORDS

TEXT = (
    "Twenty-three boats left Norrvik before dawn, and 4,200 crowns were lost. Berit Lund said the harbour master had "
    "been warned. “Nobody asked the harbour master for his opinion,” she said. The council of Norrvik meets today."
)


def examples(telling, text):
    return {text[start:end] for start, end in telling.fact_spans.tolist()}


def test_names_and_figures_are_facts_and_words_that_begin_a_sentence_are_not(told):
    found = examples(told(TEXT), TEXT)
    assert {"Norrvik", "4,200", "Twenty-three"} <= found
    assert not {"The", "harbour", "Nobody"} & found


def test_a_figure_is_one_fact_however_it_is_written(told):
    one, two = told("They lost 4,200 crowns and twenty-three boats."), told("Lost were 4200 crowns, with 23 boats.")
    assert len(np.intersect1d(one.facts, two.facts)) == 2


def test_quoted_words_are_kept_apart_from_other_wording(told):
    found = told(TEXT)
    said = told("“Nobody asked the harbour master for his opinion,” he wrote.")
    assert len(np.intersect1d(found.quoted, said.quoted)) == len(said.quoted) > 0
    assert len(np.intersect1d(found.grams, said.quoted)) == 0
    assert len(found.cuts) == 1


def test_a_text_without_words_tells_nothing(told):
    for text in ("", "...", "¡!"):
        found = told(text)
        assert (found.length, len(found.facts), len(found.grams), len(found.sentences)) == (0, 0, 0, 1)


def test_sentences_hold_their_words(told):
    found = told("The ferry struck the pier. Fishermen saved twelve passengers.")
    assert len(found.sentences) == 3
    assert set(found.sentence_words[: found.sentences[1]]).isdisjoint(found.sentence_words[found.sentences[1] :])


def test_of_a_book_its_beginning_tells(told):
    """Sentences are compared each with each: 2 MB beside 2 MB took minutes of each check and audit."""
    sentence = "Harbour {0} of Norrvik lost {1} crowns to storm {2}. "
    book = "".join(sentence.format(each, each * 7, each % 97) for each in range(40_000))
    began = time.process_time()
    one, other = told(book), told("A prologue. " + book)
    found = beside(one, [other])
    assert time.process_time() - began < 10
    assert len(one.sentences) < MOST_WORDS
    assert one.length > 300_000
    assert found.near.max() > 0.9
    short = "".join(sentence.format(each, each * 7, each % 97) for each in range(MOST_WORDS // 9 - 1))
    assert len(told(short).facts) == len(told(f"{short} {short}").facts)
