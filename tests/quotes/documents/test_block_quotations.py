"""Quotations that an article sets off without marks: behind ">", indented, or behind a colon."""

import pytest

from provenance.quotes import extract

WORDS = "The county never oiled the lock in nine years, and I will not drown for a rusty gate."
LEAD = "The mayor of Velden has lost her patience. Lena Ortiz wrote to the council on Monday:"
REST = "The county of Tarn did not answer. It has said before that the lock is no longer used by many boats."

FORMS = {
    "lines behind >": f"{LEAD}\n\n> {WORDS}\n\n{REST}",
    "several lines behind >": (
        f"{LEAD}\n\n> The county never oiled the lock in nine years,\n> and I will not drown for a rusty "
        f"gate.\n\n{REST}"
    ),
    "indented": (
        f"{LEAD}\n\n    The county never oiled the lock in nine years,\n    and I will not drown for a rusty "
        f"gate.\n\n{REST}"
    ),
    "behind a tab": f"{LEAD}\n\n\t{WORDS}\n\n{REST}",
    "a paragraph behind a colon": f"{LEAD}\n\n{WORDS}\n\n{REST}",
    "a statement": f"Mayor Lena Ortiz issued the following statement on Monday:\n\n{WORDS}\n\n{REST}",
}
PLAIN = {
    "a list": (
        "Lena Ortiz named three things on Monday, she said:\n\n- the gate must be oiled by us\n\n- the wall "
        "must be mended\n"
    ),
    "a heading": f"What the county says:\n\n{REST}",
    "narration behind a colon": f"One thing is sure:\n\n{REST}",
    "first lines indented": (
        f"   {REST}\n\n   {REST}\n\n   Lena Ortiz has lost her patience with the county, it seems."
    ),
    "a table of indented lines": (
        "The county announced the following gates on Monday:\n\n\tUpper Velden\n\tTarn\n\tThe Old Weir "
        "Gate\n\nNo more."
    ),
    "an address": (
        "Letters should be sent to the keeper, she said:\n\n    Karl Dunmore\n    Lock Street 12\n    Velden\n\nSoon."
    ),
    "code": "Run this:\n\n    print(1)\n\nThen go on.",
}


@pytest.mark.parametrize("form", FORMS)
def test_words_set_off_are_a_quotation_of_who_leads_to_them(form: str) -> None:
    text = FORMS[form]
    (quotation,) = [each for each in extract(text) if each.type == "direct"]
    assert quotation.speaker == "Lena Ortiz"
    assert " ".join(mark.of(text) for mark in quotation.marks) == WORDS


@pytest.mark.parametrize("form", PLAIN)
def test_lists_headings_and_narration_are_none(form: str) -> None:
    assert not [each for each in extract(PLAIN[form]) if each.type == "direct"]


def test_a_letter_inside_an_article_is_its_signers() -> None:
    text = (
        f"{REST} The mayor has now written a letter. {REST}\n\n{REST}\n\nDear Mr "
        f"Dunmore,\n\n{WORDS}\n\nSincerely,\n\nLena Ortiz\n\n{REST}"
    )
    (quotation,) = [each for each in extract(text) if each.type == "direct"]
    assert (quotation.speaker, quotation.span.of(text)) == ("Lena Ortiz", WORDS)


def test_quoted_posts_below_each_other_are_two() -> None:
    text = (
        f"> {WORDS}\n\nI think so, too, says the reader from Tarn.\n\n> The lock is shut for all of us from today on."
    )
    assert len([each for each in extract(text) if each.type == "direct"]) == 2
