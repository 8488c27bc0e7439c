"""Marks, acronyms, full names and publisher names of one agency are one; those of two are two."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from newsroom import article

from provenance.lineage.agencies import SHIPPED, Agencies, learn
from provenance.model import Article
from provenance.model.agencies import abbreviates, calls_itself_agency

OWN = article("own", "Bread is dear.", publisher="Fenmark News Agency", agency="FNA")


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        ("FNA", "Fenmark News Agency"),
        ("FNA", "The Fenmark News Agency"),
        ("KUNA", "Kuwait News Agency"),
        ("dpa", "Deutsche Presse-Agentur"),
        ("PTI", "Press Trust of India"),
        ("CTK", "Česká tisková kancelář"),
        ("PAP", "Polska Agencja Prasowa"),
    ],
)
def test_a_mark_has_the_initials_of_the_name(mark: str, name: str) -> None:
    assert abbreviates(mark, name)


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        ("FNA", "Fenmark News Agency of the Southern Coast"),
        ("FN", "Fenmark News Agency"),
        ("NA", "Fenmark News Agency"),
        ("Fenmark", "Fenmark News Agency"),
        ("FNA", "Fenmark"),
        ("", "Fenmark News Agency"),
        ("F" * 10_000, "Fenmark News " * 10_000),
    ],
)
def test_other_letters_abbreviate_nothing(mark: str, name: str) -> None:
    assert not abbreviates(mark, name)


@pytest.mark.parametrize(
    "name", ["Meridian Wire", "The Fenmark News Agency", "Agencia Litoral", "Norsk telegrambyrå"]
)
def test_a_name_may_say_that_it_is_an_agency(name: str) -> None:
    assert calls_itself_agency(name)


@pytest.mark.parametrize(
    "name", ["The Wire", "Valley Post", "told by the coast wire", "Wire", "Newswire Street Gang"]
)
def test_other_names_do_not(name: str) -> None:
    assert not calls_itself_agency(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AP", "The Associated Press"),
        ("dpa", "Deutsche Presse-Agentur"),
        ("DPA", "German Press Agency"),
        ("TASS", "ТАСС"),
        ("PA", "Press Association"),
        # Not in the table: the letters say it.
        ("FNA", "Fenmark News Agency"),
        ("Fenmark", "Fenmark News Agency"),
        ("the Fenmark News Agency", "FENMARK NEWS AGENCY"),
    ],
)
def test_names_of_one_agency(one: str, other: str) -> None:
    assert SHIPPED.same(one, other)
    assert SHIPPED.same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AP", "AFP"),
        ("AP", "Atlantic Press"),
        ("FNA", "Marsh News Agency"),
        ("FNA", "Valley Post"),
        ("VP", "Valley Post"),
        ("Fenmark", "Fenmark Council"),
    ],
)
def test_names_of_two(one: str, other: str) -> None:
    assert not SHIPPED.same(one, other)
    assert not SHIPPED.same(other, one)


def test_a_publisher_that_says_agency_teaches_its_initials() -> None:
    agencies = learn([replace(OWN, agency=None)])
    assert agencies.named("FNA") == "Fenmark News Agency"
    assert agencies.names_of("FNA") == ("Fenmark News Agency", "FNA")
    assert SHIPPED.named("FNA") is None
    assert SHIPPED.names_of("Fenmark News Agency") == ("Fenmark News Agency", "FNA")


def test_the_mark_of_its_own_dispatches_is_learned_whatever_its_letters() -> None:
    own = article("own", "Bread is dear.", publisher="Coastal Wire", agency="CNX")
    assert learn([own]).named("CNX") == "Coastal Wire"
    assert learn([own, replace(own, agency="AP")]).named("AP") == "Associated Press"


def test_a_text_that_explains_a_mark_teaches_it() -> None:
    told = article("a", "The baker told the Lowland Press Bureau (LPB) that bread is dear.", publisher="Valley Post")
    assert learn([told]).named("LPB") == "Lowland Press Bureau"
    bakers = article("a", "The Lowland Union of Bakers (LUB) says that bread is dear.", publisher="Valley Post")
    assert learn([bakers]).named("LUB") is None


def test_a_mark_of_two_agencies_is_left_alone_and_fits_either() -> None:
    other = article("other", "Bread is dear.", publisher="Fjord News Agency", agency="FNA")
    agencies = learn([OWN, other])
    assert agencies.named("FNA") is None
    assert agencies.same("FNA", "Fenmark News Agency")
    assert agencies.same("FNA", "Fjord News Agency")
    assert not agencies.same("Fenmark News Agency", "Fjord News Agency")


def test_what_is_learned_has_no_order() -> None:
    articles = [
        OWN,
        article("a", "The Lowland Press Bureau (LPB) said so.", publisher="Valley Post", agency="FNA"),
        article("b", "Bread.", publisher="Fenmark news agency", agency="Fenmark"),
        article("c", "Bread.", publisher="Coastal Wire", agency="CNX"),
    ]

    def shown(agencies: Agencies) -> tuple:
        return sorted(agencies.learned.items()), sorted(agencies.marks.items())

    assert len({repr(shown(learn(order))) for order in itertools.permutations(articles)}) == 1


@pytest.mark.parametrize(
    ("publisher", "url", "agency"),
    [
        ("The Associated Press", None, "Associated Press"),
        ("apnews.com", None, "Associated Press"),
        (None, "https://www.reuters.com/world/bread", "Reuters"),
        ("afp.com/en", None, "Agence France-Presse"),
        ("Fenmark News Agency", None, "Fenmark News Agency"),
        # Outlets that mark their copy are no agencies; neither is any other paper.
        ("CNN", None, None),
        ("Sky News", None, None),
        ("Valley Post", "https://reuters.com/bread", None),
        (None, None, None),
    ],
)
def test_the_agency_that_publishes(publisher: str | None, url: str | None, agency: str | None) -> None:
    made = replace(article("a", "Bread."), publisher=publisher, url=url)
    assert learn([made]).of_publisher(made) == agency


def test_whose_own_text_it_is() -> None:
    def published(name: str | None) -> Article:
        return article("a", "", publisher=name)

    assert SHIPPED.published_by(published("Reuters"), "Reuters")
    assert SHIPPED.published_by(published("The Associated Press"), "AP")
    assert SHIPPED.published_by(published("Fenmark News Agency"), "FNA")
    assert SHIPPED.published_by(published("cnn.com"), "CNN")
    assert not SHIPPED.published_by(published(None), "Reuters")
    assert not SHIPPED.published_by(published("Valley Post"), "Reuters")
