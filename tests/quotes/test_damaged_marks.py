"""Marks that became "\\ufffd" or "?" on the way: what is quoted is found, and nobody is called by a "
"broken character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.quotes import extract
from provenance.quotes.damaged_marks import lost_marks, readable

WHOLE = (
    "“We have been forgotten on this river,” said Karl Dunmore, the keeper of the lock. “Nobody’s barge "
    "will run – and "
    "nobody’s bread will come.”\n\nThe lock at Velden can’t be opened. The café at the quay has closed, too.\n\n"
    "“The county’s books don’t add up,” Dunmore said. The council asked: “Who has the key?” It called "
    "the gate “rusty”."
)
BEYOND = "“”’–é"


def damaged(mark: str) -> str:
    return "".join(mark if letter in BEYOND else letter for letter in WHOLE)


def said(text: str) -> list[tuple[str | None, int, int]]:
    return [(each.speaker, *each.span) for each in extract(text) if each.type == "direct"]


@pytest.mark.parametrize("mark", ["\ufffd", "?"])
def test_quotations_are_found_where_their_marks_were(mark: str) -> None:
    text = damaged(mark)
    assert lost_marks(text) == mark
    assert said(text)[:3] == said(WHOLE)[:3]
    assert len(said(WHOLE)) >= 2
    assert not any(mark in (each.speaker or "") for each in extract(text))


def test_three_lost_bytes_are_one_mark() -> None:
    text = WHOLE.replace("“", "\ufffd" * 3).replace("”", "\ufffd" * 3)
    assert [speaker for speaker, _, _ in said(text)][:2] == ["Karl Dunmore", "Karl Dunmore"]


def test_british_marks_behind_a_word_close_too() -> None:
    text = "He spoke of \ufffda hole that no county sees\ufffd, said Lena Ortiz."
    (quotation,) = [each for each in extract(text) if each.marks]
    assert quotation.marks[0].of(text) == "a hole that no county sees"


@pytest.mark.parametrize(
    "text",
    [
        "Who has the key? Nobody knows. Why is the lock shut? Ask the county. What now?",
        "Bj\u00f6rn and Zo\u00eb asked: “Why?”",
        "Is it ?, or is it not? Who knows?",
        "",
    ],
)
def test_a_text_without_damage_stays_itself(text: str) -> None:
    assert readable(text) is text


def test_lost_letters_stay_lost() -> None:
    assert readable("Bj\ufffdrn ate at the caf\ufffd on the quay.") == "Bj\ufffdrn ate at the caf\ufffd on the quay."
    assert (
        readable("It isn\ufffdt the caf\ufffd \ufffd it is the quay.") == "It isn’t the caf\ufffd – it is the quay."
    )


def test_many_lost_marks_take_no_time() -> None:
    assert len(readable("\ufffda \ufffd" * 20_000)) == 80_000


@given(st.text(alphabet="ab,. ?\n\ufffd’s"))
def test_the_length_stays_and_only_lost_marks_change(text: str) -> None:
    found = readable(text)
    assert len(found) == len(text)
    assert all(one == other or one in "?\ufffd" for one, other in zip(text, found, strict=True))
