"""Hard cases of sentence splitting: `|` stands where a sentence ends, and nothing else may split."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Span
from provenance.text.sentences import LONGEST, SHORTEST, cut_overlong, sentences

CASES = [
    "The U.S. Senate met on Monday.| It adjourned at 5 p.m. Eastern time.",
    "She works for the U.S.| The ministry said so.",
    "Dr. Hale and Mrs. Ortiz met Gov. Lund in St. Albin on Jan. 4.| Nothing came of it.",
    "The mill at Velden, Mich., closed in Nov. 2019.| It never opened again.",
    "J. R. Okafor lost to Anna K. Bergström by 3.5 points.| He conceded.",
    "“We will not move,” he said.| “Never.”| She laughed.",
    'He asked: "Are you sure?"| She was.',
    "“Why now?” asked the mayor.| Nobody knew.",
    "“Why now?” Mayor Lena Ortiz asked.| Nobody knew.",
    "“Why now?”| The mayor shrugged.",
    "Prices rose by 3.2 percent, to $4.15.| Wages did not.",
    "It happened in 2014.| Twelve people saw it.",
    "The bill, No. 1182, passed.| Was it close?| No.| It was not.",
    "They came to the end.|Nobody clapped.",
    "“That is all.”|The room emptied.",
    "The firm, Tarn Co., was sold to Weil Inc. for $3 million.| The price fell.",
    "Visit example.org or mail J.Smith@example.org.| Then wait.",
    "He waited... and waited.| Then he left.",
    "He waited...| Then he left.",
    "The flagship Yahoo! Inc. office closed.",
    "(The board had met twice.| It failed.)| Then came spring.",
    "1. Open the lid.| 2. Close it.",
    "Plan B.| He had none.",
    "Neither did I.| Others did.",
    "It opened at 9 a.m. Monday.| It closed at 5 p.m.| Police came.",
    "The iPhone sold well.| iPhone cases did not.",
    "Er kam am 3. Oktober nach Bonn.| Das war z.B. Frau Dr. Meier bekannt.",
    "„Wir gehen nicht.“| Dann ging er.",
    "»Wir gehen nicht.«| Dann ging er.",
    "« Nous restons. »| Elle est partie.",
    "¿Quién lo dijo?| ¡Nadie!| El Sr. Paz calló.",
    "Он пришёл в 2014 г. Москва ждала.",
    "«Мы остаёмся».| Она ушла.",
    "我们会赢。|他说。",
    "「行きます。」と彼は言った。|外は雨だった。",
    "“我们不走。”|她离开了。",
    "وصل الوفد؟| ثم غادر۔",
    "He said: “I saw it.| I left.| It was over.”| She nodded.",
]


def marked(text: str) -> str:
    """The text with `|` after each sentence but the last."""
    found = sentences(text)
    out, place = "", 0
    for span in found[:-1]:
        out += text[place : span.end] + "|"
        place = span.end
    return out + text[place:]


@pytest.mark.parametrize("case", CASES)
def test_hard_cases(case: str) -> None:
    text = case.replace("|", "")
    assert marked(text) == case


def test_newlines_end_sentences_and_spans_are_trimmed() -> None:
    text = "Mill closes after fire\n\n  The mill closed.  It had burned. \r\nNobody was hurt"
    assert [span.of(text) for span in sentences(text)] == [
        "Mill closes after fire",
        "The mill closed.",
        "It had burned.",
        "Nobody was hurt",
    ]


def test_within_gives_offsets_into_the_whole_text() -> None:
    text = "One thing. Another thing. A third thing."
    assert [span.of(text) for span in sentences(text, Span(4, 25))] == ["thing.", "Another thing."]


@given(st.text(alphabet=st.sampled_from(list("ab AB1.!?…。\"'“”»«()\n\r\t,-\u2028é\ud800\x00"))))
def test_every_word_is_in_one_sentence(text: str) -> None:
    found = sentences(text)
    assert found == sorted(found)
    place = 0
    for span in found:
        assert 0 <= place <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
        assert not text[place : span.start].strip()
        place = span.end
    assert not text[place:].strip()


@given(st.text(alphabet=st.sampled_from(list("ab A.!? “”\n"))), st.text(alphabet="xY. \n"))
def test_a_part_is_split_as_if_it_were_the_whole(text: str, around: str) -> None:
    whole = around + "\n" + text + "\n" + around
    shift = len(around) + 1
    within = sentences(whole, Span(shift, shift + len(text)))
    assert within == [Span(s.start + shift, s.end + shift) for s in sentences(text)]


# Sentences that never end are cut, the others are left alone


def parts(text: str) -> list[str]:
    return [span.of(text) for span in cut_overlong(text, [Span(0, len(text))])]


def lengths(text: str) -> list[int]:
    return [len(part.split()) for part in parts(text)]


def test_a_sentence_of_eighty_words_is_left_whole() -> None:
    text = "word; " * 79 + "word"
    assert parts(text) == [text]


def test_a_text_without_any_mark_is_cut_at_the_limit() -> None:
    assert lengths("word " * 199 + "word") == [80, 80, 40]


def test_a_lost_full_stop_shows_in_two_blanks_before_a_capital() -> None:
    sentence = "The " + "harbour " * 19 + "closed"
    assert parts("  ".join([sentence] * 5)) == [sentence] * 5


def test_a_mark_is_a_pause_and_a_comma_is_none() -> None:
    assert lengths(("one, " * 19 + "two; ") * 5) == [20] * 5


def test_no_part_is_shorter_than_a_clause() -> None:
    assert lengths("Odd  " * 90 + "end") == [15] * 5 + [16]


def test_sentences_are_cut_too() -> None:
    assert [len(span.of("x " * 100).split()) for span in sentences("x " * 100)] == [80, 20]


@given(st.lists(st.sampled_from(["a", "B", "c;", "d.", " "]), min_size=60, max_size=300))
def test_parts_hold_every_word_once_and_none_is_too_long(words: list[str]) -> None:
    text = " ".join(words).strip()
    found = parts(text)
    assert [word for part in found for word in part.split()] == text.split()
    assert all(len(part.split()) <= LONGEST for part in found)
    assert all(len(part.split()) >= SHORTEST for part in found[:-1])
