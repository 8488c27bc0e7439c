from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from newsroom import article

from provenance.lineage.agencies import learn
from provenance.lineage.credits import author_names, credit, find_credits, names_source
from provenance.lineage.texts import lay_out
from provenance.model import Article


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ines Fabri", ("Ines Fabri",)),
        ("Ines Fabri and Otho Pell", ("Ines Fabri", "Otho Pell")),
        ("fabri@post.example (Ines Fabri)", ("Ines Fabri",)),
        ("By Ines Fabri, staff reporter", ("Ines Fabri",)),
        ("admin", ()),
        ("Web Desk", ()),
        (None, ()),
        ("x" * 100_000, ()),
    ],
)
def test_names_of_the_authors(author: str | None, names: tuple[str, ...]) -> None:
    assert author_names(replace(article("a", ""), author=author)) == names


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


VALLEY = article(
    "valley",
    "Bread is dear in the valley, the guild of bakers warned on Monday. Flour from Teasel Bridge ran out in March.",
    publisher="The Valley Post",
    author="Ines Fabri",
)


def strength(text: str, source: Article = VALLEY, publisher: str = "Hill Herald") -> float:
    return credit(source, article("b", text, publisher=publisher))


@pytest.mark.parametrize(
    "text",
    [
        "Bread is dear in the valley, the Valley Post reported on Monday.",
        "According to the Valley Post, bread is dear in the valley.",
        "Bread is dear in the valley, according to a report in the Valley Post.",
        "The Valley Post first reported that bread is dear in the valley.",
        "Bread is dear, a Valley Post report said.",
        "Bread is dear in the valley, the bakers told the Valley Post.",
        "Bread is dear in the valley, writes Ines Fabri.",
        "Bread is dear, the guild of bakers warned, berichtet die Valley Post.",
        "Bread is dear in the valley. Source: Valley Post",
        "The Valley Post has a story. Bread is dear in the valley, the Post reported.",
    ],
)
def test_what_an_article_ascribes_to_another_outlet_is_a_credit(text: str) -> None:
    assert strength(text) >= 0.5


@pytest.mark.parametrize(
    "text",
    [
        "The Hill Herald has more readers than the Valley Post, in the valley where bread is dear.",
        "Berta Lund, who warned that bread is dear, writes for the Valley Post on Sundays.",
        "Bread is dear in the valley, says Otho Pell, a Valley Post contributor.",
        "Bread is dear in the Valley Post Office, according to the guild.",
        "The guild of bakers met in the Valley Post building on Monday.",
        "Bread is dear in the valley, the Sunday Valley Post reported.",
        "Bread is dear in the valley, the Post reported.",
        "The valley post reported that bread is dear in the valley.",
    ],
)
def test_a_mention_is_no_credit(text: str) -> None:
    assert strength(text) == 0


def test_a_credit_is_as_strong_as_what_is_ascribed_is_there() -> None:
    there = strength("Flour from Teasel Bridge ran out in March, the Valley Post reported.")
    other = strength("Two trains collided near Marrow in heavy fog, the Valley Post reported.")
    assert there > 0.8
    assert other == 0


def test_nobody_credits_an_outlet_of_their_own() -> None:
    text = "Bread is dear in the valley, the Valley Post reported."
    assert strength(text, publisher="Valley Post") == 0


FOX = replace(VALLEY, publisher="Fox", author=None)


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        (
            "Bread is dear in the valley, Vicente Fox told reporters. Fox said the guild of bakers warned in March.",
            False,
        ),
        ("Mr. Fox, who is a baker, told the guild. Bread is dear in the valley, according to Fox.", False),
        ("Bread is dear in the valley, Fox reported on Monday.", True),
        ("Bread is dear in the valley, according to Fox.", True),
        ("A fox reported for bread in the valley.", False),
    ],
)
def test_a_person_is_no_outlet(text: str, credited: bool) -> None:
    assert (strength(text, FOX) > 0.5) == credited


@pytest.mark.parametrize("name", ["Fenmark News Agency", "FNA", "the news agency FNA"])
def test_an_agency_is_credited_under_any_of_its_names(name: str) -> None:
    wire = replace(VALLEY, publisher="Fenmark News Agency")
    assert strength(f"Bread is dear in the valley, according to {name}.", wire) >= 0.75


def test_an_address_has_the_letters_of_a_name() -> None:
    site = replace(VALLEY, publisher="valleypost.com")
    assert strength("Bread is dear in the valley, the Valley Post reported.", site) >= 0.5
    assert strength("Bread is dear in the valley, according to valleypost.com.", site) >= 0.5
    assert strength("The valley postal service reported that bread is dear.", site) == 0


def test_a_reprint_credits_all_of_it() -> None:
    assert strength("Rain.\n\nOriginally published by the Valley Post.") == 1


def test_material_of_an_agency_is_a_credit_of_its_dispatch() -> None:
    wire = replace(VALLEY, publisher="dpa")
    text = "Bread is dear in the valley, the guild of bakers warned.\n\nMit Material von dpa"
    assert strength(text, wire) >= 0.6
    assert strength("Two trains collided near Marrow.\n\nMit Material von dpa", wire) < 0.2


def test_where_an_article_has_its_text_from() -> None:
    wire = replace(VALLEY, publisher="Fenmark News Agency")
    marked = article("b", "TEASEL (FNA) - Bread is dear.", publisher="Hill Herald")
    assert names_source(marked, wire, learn([wire])) == "Fenmark News Agency"
    told = article("b", "Bread is dear, the Valley Post reported.", publisher="Hill Herald")
    assert names_source(told, VALLEY) == "The Valley Post"
    assert names_source(article("b", "The Valley Post is old.", publisher="Hill Herald"), VALLEY) is None


def test_a_last_name_after_another_first_name_is_somebody_else() -> None:
    assert one_sided("Bread is dear.", "Bread is dear, Vicente Fabri said.") == 0
    assert one_sided("Bread is dear.", "Bread is dear, I. Fabri said.") == 1
