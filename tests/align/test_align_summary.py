"""A summary found, and a plain text left alone."""

from provenance.align import align, prepare
from provenance.align.summary import candidates
from provenance.config.align import profile
from provenance.model import Span


def side(words):
    text = " ".join(words)
    return prepare(text, Span(0, len(text)))


NAMES = [f"{chr(97 + number % 26)}{chr(97 + number // 26)}{number * 7919:x}" for number in range(676)]


def test_a_text_made_of_words_from_all_over_another_is_its_summary():
    source = side(NAMES[:600])
    suspicious = side([f"other{number}" for number in range(300)] + NAMES[:600:6])
    ((match,),) = [align(suspicious, source, profile("pan"))]
    assert match.b == source.within
    assert match.a.overlap(Span(suspicious.text.index(NAMES[0]), len(suspicious.text))) > 0.9 * match.a.length
    assert align(suspicious, source, profile("news")) == ()


def test_a_long_passage_is_no_summary():
    assert candidates(side(NAMES[:600]), side(NAMES[100:]), []) == []
