from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from newsroom import article

from provenance.lineage.agencies import Agencies
from provenance.lineage.credits import author_names, find_credits, names_source
from provenance.lineage.marks import agency_of
from provenance.lineage.mentions import mentions_of
from provenance.lineage.texts import lay_out


@pytest.mark.parametrize(
    ("author", "publisher", "names"),
    [
        ("Ines Fabri", "The Valley Post", ("Ines Fabri",)),
        ("Ines Fabri and Otho Pell", None, ("Ines Fabri", "Otho Pell")),
        ("fabri@post.example (Ines Fabri)", None, ("Ines Fabri",)),
        ("By Ines Fabri, staff reporter", None, ("Ines Fabri",)),
        ("admin", None, ()),
        (None, None, ()),
        ("x" * 100_000, "y" * 100_000, ()),
    ],
)
def test_names_that_others_would_credit(author: str | None, publisher: str | None, names: tuple[str, ...]) -> None:
    made = replace(article("a", ""), author=author, publisher=publisher)
    assert author_names(made) == names


def one_sided(text_a: str, text_b: str, author: str = "Ines Fabri", publisher_b: str | None = None) -> float:
    a = replace(article("a", text_a), author=author, publisher="The Valley Post")
    b = replace(article("b", text_b), author="Otho Pell", publisher=publisher_b)
    world = lay_out({"a": a, "b": b}, {})
    return float(find_credits(world, {"a": a, "b": b}, np.array([[0, 1]])).one_sided[0])


def test_who_names_the_author_or_the_outlet_of_the_other() -> None:
    assert one_sided("Bread is dear.", "Bread is dear, writes Ines Fabri.") == 1
    assert one_sided("Bread is dear.", "Bread is dear, Fabri writes.") == 1
    assert one_sided("Bread is dear.", "Bread is dear, according to the Valley Post.") == 1
    assert one_sided("As Otho Pell noted, bread is dear.", "Bread is dear.") == -1
    assert one_sided("As Otho Pell noted.", "As Ines Fabri noted.") == 0
    assert one_sided("Bread is dear.", "Bread is dear.") == 0


def test_a_small_letter_is_no_name() -> None:
    assert one_sided("Bread is dear.", "The valley post office sells bread.") == 0


def test_articles_of_one_outlet_name_themselves() -> None:
    assert one_sided("Bread.", "Read the Valley Post.", publisher_b="The Valley Post") == 0


@pytest.mark.parametrize(
    ("text", "agency", "credited"),
    [
        ("HARBOUR CITY (AP) — Bread is dear.", "Associated Press", ()),
        ("(Reuters) - Bread is dear.", "Reuters", ()),
        ("Bread is dear, the baker told Reuters.", None, ("Reuters",)),
        ("Bread is dear, according to the Valley Herald, and scarce.", None, ("Valley Herald",)),
        ("The APple pie is dear (APs say).", None, ()),
        ("Bread is dear. (Northern Wire)", "Northern Wire", ()),
    ],
)
def test_agencies_and_outlets_in_a_text(text: str, agency: str | None, credited: tuple[str, ...]) -> None:
    found = mentions_of(article("a", text), Agencies({"northernwire": "Northern Wire"}))
    assert (found.agency, found.credited) == (agency, credited)


def test_the_agency_that_a_reader_recognised_counts() -> None:
    assert mentions_of(article("a", "Bread.", agency="Southern Wire")).agency == "Southern Wire"
    assert mentions_of(article("a", "Bread.", agency="AP")).agency == "Associated Press"


def test_an_outlet_is_named_as_a_whole_word() -> None:
    outlet = article("o", "", publisher="The Valley Post")
    assert names_source(article("a", "The mill burned down, the Valley Post reported."), outlet) == "The Valley Post"
    assert names_source(article("a", "The valley postman said so."), outlet) is None
    assert names_source(article("a", "Valley Post", publisher="Valley Post"), outlet) is None


def test_long_texts_without_credits_are_read_quickly() -> None:
    hostile = "told the " * 30_000 + "A " * 30_000 + "(" * 30_000
    assert mentions_of(article("a", hostile)).credited == ()  # a pattern that backtracks would never end


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("TEASEL (AP) — Bread is dear.", "Associated Press"),
        ("By INES FABRI and OTHO PELL - Associated Press\nBread is dear.", "Associated Press"),
        ("Bread is dear.\n\nAssociated Press\n", "Associated Press"),
        ("Bread is dear, says the Associated Press", None),
        ("Bread is dear. The Associated Press contributed to this report.", None),
        ("(Fabri/Invision/AP)\nBread is dear.", None),
    ],
)
def test_marks_of_an_agencys_text(text: str, agency: str | None) -> None:
    assert agency_of(article("a", text)) == agency
