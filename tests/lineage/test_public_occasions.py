"""What texts call the place where words were said; with the words around, never those of another sentence's place."""

from __future__ import annotations

import pytest
from newsroom import article, span

from provenance.lineage.public_occasions import OccasionNames

SAID = "“We will dredge the harbour twice”"


def named(*texts: str) -> str | None:
    articles = [article(f"a{number}", text) for number, text in enumerate(texts)]
    return OccasionNames().most((each, span(each.text, SAID)) for each in articles)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{SAID}, Anna Ek told a news conference on Monday.", "press conference"),
        (f"At a media briefing in Skerrow Anna Ek said: {SAID}.", "press briefing"),
        (f"{SAID}, she told the county council meeting.", "meeting"),
        (f"{SAID}, Ek told Skerrow District Court.", "court hearing"),
        (f"{SAID}, the skipper told her trial.", "court hearing"),
        (f"{SAID}, the minister told parliament.", "parliament"),
        (f"{SAID}, the minister told MPs on Tuesday.", "parliament"),
        (f"{SAID}, Ek told reporters on the quay.", "remarks to reporters"),
        (f"In a farewell speech Ek said: {SAID}.", "speech"),
        (f"{SAID}, the board said in a joint statement.", "statement"),
        (f"{SAID}, Ek told the RALLY.", "rally"),
        (f"Speaking at a candlelit vigil, Ek said: {SAID}.", "vigil"),
        (f"{SAID}, Ek said at the annual meeting of the union.", "meeting"),
        (f"A press conference was held on Monday. Anna Ek spoke. {SAID}.", "press conference"),
        (f"{SAID}, Ek said. There was a vigil at the quay, and one in the court.", None),
        (f"The case is in court. {SAID}, Ek said.", None),
        (f"{SAID}, Ek told a friend who works for the court.", None),
        (f"{SAID}, said Ek, who missed the meeting.", None),
        (f"{SAID}, Ek said.", None),
        (f"{SAID}, Ek said. The tennis court was closed.", None),
        ("The press conference was on Friday. " + "Boats waited. " * 30 + SAID, None),
    ],
)
def test_what_the_text_around_calls_it(text: str, name: str | None) -> None:
    assert named(text) == name


def test_the_nearest_of_several_counts() -> None:
    text = f"A public hearing had been called off in March. Nobody came then. {SAID}, Ek told a press conference."
    assert named(text) == "press conference"


def test_what_most_texts_say_counts_whatever_their_order() -> None:
    texts = (f"{SAID}, Ek told reporters.", f"{SAID}, Ek told a press conference.", f"{SAID} (press conference).")
    assert named(*texts) == named(*reversed(texts)) == "press conference"
    assert named(f"{SAID}, said at a rally.", f"{SAID}, said in a speech.") == "rally"


def test_a_long_line_of_one_word_takes_no_time() -> None:
    assert named(f"{SAID}, told the {'x' * 100_000}", f"told the {'a-' * 50_000} {SAID}") is None
