"""Where an article says whose text it carries, and where the same name says nothing of the sort."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import article

from provenance.lineage.agencies import learn
from provenance.lineage.marks import agency_of, contributors, is_dispatch, resold
from provenance.model import Span

LONG = "Bread is dear, and nobody will bake less of it before the end of next week. " * 9
AGENCIES = learn([article("own", LONG, publisher="Fenmark News Agency", agency="FNA")])
FENMARK, AP, DPA = "Fenmark News Agency", "Associated Press", "Deutsche Presse-Agentur"


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("TEASEL (AP) — Bread is dear.", AP),
        ("TEASEL, May 4 (FNA) - Bread is dear.", FENMARK),
        ("(Reuters) - Bread is dear.", "Reuters"),
        ("Reuters - Bread is dear.", "Reuters"),
        ("TEASEL, May 4. /TASS/. Bread is dear.", "TASS"),
        ("TEASEL (AFP) Bread is dear.", "Agence France-Presse"),
        (f"{LONG}(AP)", AP),
        (f"{LONG}(dpa/AFP)", DPA),
        (f"{LONG}\n\n— dpa", DPA),
        (f"{LONG}\n-dpa-", DPA),
        (f"{LONG}dpa", DPA),
        (f"{LONG}\n\nFNA/Staff", FENMARK),
        (f"{LONG}\n\nStaff/AFP", "Agence France-Presse"),
        (f"{LONG}\n\ndpa/red", DPA),
        (f"{LONG}\n\nSource: FNA", FENMARK),
        (f"{LONG}\n\nQuelle: dpa", DPA),
        (f"{LONG}\n\nFuente: EFE", "EFE"),
        (f"{LONG}\n\n© 2025 Fenmark News Agency", FENMARK),
        (f"By Fenmark News Agency\n\n{LONG}", FENMARK),
        (f"By FNA Staff\n\n{LONG}", FENMARK),
        (f"By INES FABRI and OTHO PELL - Associated Press\n{LONG}", AP),
        (f"{LONG}\n\nAssociated Press\n", AP),
        (f"{LONG}\n\nMeridian Wire", "Meridian Wire"),
    ],
)
def test_marks_of_an_agencys_text(text: str, agency: str) -> None:
    assert agency_of(article("a", text), AGENCIES) == agency


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG} So says the Associated Press",
        f"{LONG} The Associated Press contributed to this report.",
        f"{LONG}\n\n(Fabri/Invision/AP)",
        f"The Fenmark News Agency (FNA) said on Monday that bread is dear. {LONG}",
        f"A baker in Pittsburgh (PA) said that bread is dear. {LONG}",
        f"Photo: AP\n{LONG}",
        f"UK bakers, says the Fenmark News Agency (FNA), will bake less. {LONG}",
        f"{LONG}\n\nJane Reuters",
        f"{LONG} (FNX)",
        "(" * 30_000 + "/" * 30_000 + "told the " * 10_000,
    ],
)
def test_what_is_no_mark(text: str) -> None:
    assert agency_of(article("a", text), AGENCIES) is None


def test_a_sign_off_behind_the_body_counts() -> None:
    text = f"{LONG}\n\n(AFP)\n"
    cut = replace(article("a", text), body=Span(0, len(LONG)))
    assert agency_of(cut, AGENCIES) == "Agence France-Presse"


@pytest.mark.parametrize(
    ("note", "names"),
    [
        ("The Associated Press contributed to this report.", (AP,)),
        ("AP contributed to this report.", (AP,)),
        ("Ines Fabri of The Associated Press and Reuters contributed.", (AP, "Reuters")),
        ("With reporting from FNA and AFP.", (FENMARK, "Agence France-Presse")),
        ("Mit Material von dpa.", (DPA,)),
        ("(mit Material von dpa und AFP)", (DPA, "Agence France-Presse")),
        ("Mit dpa-Material", (DPA,)),
        ("(mit dpa)", (DPA,)),
        ("(avec AFP)", ("Agence France-Presse",)),
        ("Con información de EFE", ("EFE",)),
        ("Com informações da Lusa", ("Lusa",)),
        ("(med NTB)", ("NTB",)),
        ("Ines Fabri contributed $400 to the fund, the AP said.", ()),
        ("Ines Fabri contributed to this report.", ()),
        ("", ()),
    ],
)
def test_who_had_a_part_in_it(note: str, names: tuple[str, ...]) -> None:
    made = article("a", f"{LONG}\n\n{note}")
    assert contributors(made, AGENCIES) == names
    assert agency_of(made, AGENCIES) is None


def test_whose_text_an_outlet_ran() -> None:
    ran = article("a", LONG, publisher="Valley Post", agency="FNA")
    own = article("b", LONG, agency="FNA")
    published = article("c", LONG, publisher="Fenmark News Agency", agency="FNA")
    assert [resold(each, AGENCIES) for each in (ran, own, published)] == [FENMARK, None, None]
    assert is_dispatch(own, "FNA", AGENCIES)
    assert is_dispatch(published, "FNA", AGENCIES)
    assert not is_dispatch(ran, "FNA", AGENCIES)
