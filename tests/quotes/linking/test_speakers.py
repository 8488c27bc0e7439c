"""Names that mean the same speaker, names that do not, and names that cannot tell."""

import pytest

from provenance.quotes.linking.speakers import same_speaker, speaker_keys

CASES = [
    ("Oleg Ignatov of the International Crisis Group", "Oleg Ignatov, senior Russia analyst at Crisis Group", True),
    ("Ignatov", "Oleg Ignatov", True),
    ("Mr. Ignatov", "Oleg Ignatov", True),
    ("Kim", "Kim Jong Un", True),
    ("Sen. Lena M. Ortiz", "Lena Ortiz (D-Mich.)", True),
    ("Judge Ilse Marran", "Ilse Marron", True),
    ("José Peña", "Jose Pena", True),
    ("experts", "some experts", True),
    ("a spokesman for the company", "the spokesman", True),
    ("the Stimson Center’s Rachel Lee", "Rachel Lee", True),
    ("Oleg Ignatov", "experts", False),
    ("Oleg Ignatov", "Anna Ignatov", False),
    ("Oleg Ignatov", "Lena Ortiz", False),
    ("Marran", "Marron", None),
    ("analysts", "officials", None),
    (None, "Lena Ortiz", None),
    ("", "Lena Ortiz", None),
]


@pytest.mark.parametrize(("a", "b", "same"), CASES)
def test_same_speaker(a: str | None, b: str | None, same: bool | None) -> None:
    assert same_speaker(a, b) is same
    assert same_speaker(b, a) is same


NAMES = [
    *(
        "Lena Ortiz",
        "L. Ortiz",
        "Ortiz",
        "Mayor Lena Ortiz",
        "Lena Ortis",
        "Lena Maria Ortiz",
        "Lena Órtiz",
        "Ortiz of Velden",
    ),
    *(
        "the harbour master",
        "harbour masters",
        "A harbour master",
        "the masters of the harbour",
        "Karl Dunmore",
        "K Dunmoer",
    ),
    *("Kirsten Dunmore", "Anna van der Meer", "van der Meer", "police", "the Police", "Police", "it", "the", ""),
]


@pytest.mark.parametrize("name", NAMES)
def test_names_of_one_speaker_share_a_key(name: str) -> None:
    for other in NAMES:
        if same_speaker(name, other) is True:
            assert speaker_keys(name) & speaker_keys(other), other
