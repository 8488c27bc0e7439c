"""What two articles have in common as one outlet's or one author's work, and what only looks like it."""

from __future__ import annotations

import pytest

from provenance.model import Article, Span
from provenance.model.own_work import in_common


def made(author: str | None, publisher: str | None) -> Article:
    return Article("a", "", Span(0, 0), author=author, publisher=publisher)


@pytest.mark.parametrize(
    ("one", "two", "common"),
    [
        (("Lena Ortiz", "Coast"), ("LENA  ORTIZ", "Inland"), "Lena Ortiz"),
        (("Lena Ortiz", "Coast"), ("Karl Dunmore", " coast "), "Coast"),
        (("admin", "Coast"), ("admin", "Coast"), "Coast"),
        (("admin", "Coast"), ("admin", "Inland"), None),
        (("Coast Staff", "Coast"), ("Coast Staff", "Inland"), None),
        (("AFP", "Coast"), ("AFP", "Inland"), None),
        (("Suhasini", "Coast"), ("Suhasini", "Inland"), None),
        (("Suhasini", "Coast"), ("Suhasini", None), "Suhasini"),
        (("Lena Ortiz", None), ("Karl Dunmore", None), None),
        ((None, "Unknown"), (None, "unknown"), None),
        ((None, None), (None, None), None),
    ],
)
def test_what_is_in_common(one: tuple, two: tuple, common: str | None) -> None:
    assert in_common(made(*one), made(*two)) == common
