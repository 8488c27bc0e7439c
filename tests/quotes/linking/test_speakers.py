"""Names that mean the same speaker, names that do not, and names that cannot tell."""

import pytest

from provenance.quotes.linking.speakers import same_speaker

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
