"""Which two texts are notices of the deaths of different people."""

from __future__ import annotations

import pytest

from provenance.lineage import death_notices
from provenance.lineage.death_notices import of_two_people
from provenance.model import Span

FORM = (
    "{who} of {town}, passed away peacefully on {day}, surrounded by family. {she} worked as a {work} for many years "
    "and is survived by {kin}. Visitation will be held from 4 to 7 p.m. at Harper & Sons Funeral Home, 114 Mill "
    "Street. In lieu of flowers, gifts may be made to the Ather Valley Hospice. Arrangements are in the care of "
    "Harper & Sons Funeral Home."
)
EDNA = FORM.format(who="Edna Marsh, 87,", town="Brackwell", day="9 May", she="She", work="teacher", kin="two girls")
WALTER = FORM.format(who="Walter Quill, 91,", town="Marrow", day="10 May", she="He", work="baker", kin="his wife")
MAUD = FORM.format(who="Mrs. Maud Quill, age 90,", town="Marrow", day="2 June", she="She", work="baker", kin="a son")
NICKNAME = FORM.format(who='Walter "Wat" Quill', town="Marrow", day="10 May", she="He", work="baker", kin="his wife")
NEWS = (
    "The lock keeper Walter Quill, 91, died on Friday. He leaves a wife and had worked on the canal since 1951. The "
    "funeral service is on Tuesday, the canal company said, and no barge will move between ten and eleven."
)


def whole(text: str) -> tuple[str, Span]:
    return text, Span(0, len(text))


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        (EDNA, WALTER, True),
        (WALTER, MAUD, True),
        (EDNA, f"MARROW — {WALTER}", True),
        (WALTER, WALTER.replace("many years", "forty years"), False),
        (WALTER, NICKNAME.replace('"Wat" ', ""), False),
        (EDNA, NEWS, False),
        (NEWS, NEWS.replace("Walter", "Otho"), False),
        ("", EDNA, False),
    ],
)
def test_notices_of_two_people(one: str, two: str, found: bool) -> None:
    assert of_two_people(whole(one), whole(two)) is found
    assert of_two_people(whole(two), whole(one)) is found


def test_a_long_text_of_names_is_read_quickly() -> None:
    text = "Edna " * 50_000 + "passed away visitation interment condolences"
    assert not of_two_people(whole(text), whole(EDNA[:40]))


def test_what_is_looked_for_first_leaves_out_no_turn() -> None:
    """Each alternative of the pattern, in capital letters and in letters that only folding makes the same."""
    assert len(death_notices._TURNS.groupindex) == len(death_notices._NEEDED)
    samples = {
        "died": "passed away", "kin": "is survived by", "before": "predeceased", "home": "funeral home",
        "visit": "visitation", "service": "memorial mass", "burial": "interment", "gifts": "memorial gifts",
        "order": "in the care of", "words": "guest book",
    }  # fmt: skip
    others = {
        "died": "entered into rest", "kin": "survivors include", "before": "preceded in death", "home": "crematorium",
        "visit": "friends may call", "service": "celebration of life", "burial": "cremation",
        "gifts": "donations may be", "order": "arrangements", "words": "guestbook",
    }  # fmt: skip
    for said in (samples, others):
        for words, (name, written) in zip(death_notices._NEEDED, said.items(), strict=True):
            for text in (written, written.upper(), written.replace("s", "ſ"), written.replace("i", "İ")):
                found = death_notices._TURNS.search(text)
                assert found is not None
                assert found.lastgroup == name
                folded = text.casefold().replace("i\u0307", "i").replace("\u0131", "i")
                assert any(each in folded for each in words), text
