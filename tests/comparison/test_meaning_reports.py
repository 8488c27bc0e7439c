"""Reports in two languages meet where their sentences say the same; those in one language as without codes."""

import numpy as np
import pytest

from provenance.comparison.event_reports import Reporter
from provenance.comparison.meaning_reports import LEAST_SENTENCES, MeantReporter
from provenance.events.meaning_overlaps import MEANT
from provenance.meaning.codes import coded
from provenance.model import Article, Span
from provenance.model.coded_text import CodedText

STORY = """The council of Tarnwick voted on Monday night to sell the old brewery to a builder of boats from Sandholm.
Mayor Ida Quell said the price of 4.2 million crowns would pay for a new school in the Weaver Street quarter.
Opponents counted 212 letters against the sale, most of them from brewers who lost their work in 2019.
The builder, Anton Reese, promised 80 jobs by May and said that the chimney, 43 metres high, would stay.
Nine councillors voted for the sale and eight against it, and one of them left the hall before the count.
"""
VECTORS = np.random.default_rng(5).standard_normal((20, 128)).astype(np.float32)


def article(name, text=STORY, language="en"):
    return Article(name, text, Span(0, len(text)), publisher=f"The {name} Post", language=language)


def codes(*numbers):
    rows = VECTORS[list(numbers)]
    spans = tuple(Span(place, place + 1) for place in range(len(numbers)))
    return CodedText(spans, coded((rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)))


HOME, OTHER = article("home"), article("other", STORY.replace("said", "told people"))
GERMAN = article("german", "Der Rat von Tarnwick hat verkauft. " * 20, "de")
STRANGE = article("strange", "Die Ernte fiel in diesem Jahr gut aus. " * 20, "de")
CODES = {
    "home": codes(0, 1, 2, 3, 4),
    "other": codes(0, 1, 2, 6, 7),
    "german": codes(0, 1, 2, 3, 4),
    "strange": codes(10, 11, 12, 13, 14),
}


def reported(asked, others, known=CODES):
    reporter = MeantReporter(lambda _: (), lambda each: known.get(each.id))
    return reporter.report(asked, others, [True] * len(others))


def test_a_report_in_another_language_takes_part_where_it_says_the_same():
    found = reported(HOME, [GERMAN, OTHER, STRANGE])
    assert found.sources == ("other", "german")
    assert found.abroad == {"german"}
    assert found.meant.shape == (2, len(MEANT))
    assert found.of_two[1] == ()


def test_those_in_one_language_are_measured_as_without_codes_and_compete_with_each_other_only():
    plain = Reporter(lambda _: ()).report(HOME, [OTHER], [True])
    found = reported(HOME, [GERMAN, OTHER])
    assert found.measures[:1].tolist() == plain.measures.tolist()
    clear = found.meant[:, MEANT.index("meant_clear")]
    assert clear.tolist() == [reported(HOME, [OTHER]).meant[0, MEANT.index("meant_clear")], 1.0]


def test_without_codes_it_is_the_report_that_words_give():
    plain = Reporter(lambda _: ()).report(HOME, [OTHER], [True])
    found = reported(HOME, [GERMAN, OTHER], {})
    assert (found.sources, found.abroad, found.meant) == (plain.sources, frozenset(), None)


def test_an_unencoded_report_is_measured_by_words_alone():
    found = reported(HOME, [OTHER], {"home": CODES["home"]})
    assert found.sources == ("other",)
    assert np.isnan(found.meant).all()


@pytest.mark.parametrize("count", [LEAST_SENTENCES - 1, LEAST_SENTENCES])
def test_a_text_of_few_sentences_says_too_little(count):
    found = reported(HOME, [GERMAN], {**CODES, "german": codes(*range(count))})
    assert bool(found.sources) is (count >= LEAST_SENTENCES)


def test_texts_whose_language_is_not_known_are_compared_by_words():
    found = reported(HOME, [article("unknown", STORY, None)])
    assert found.sources == ("unknown",)
    assert found.abroad == frozenset()
