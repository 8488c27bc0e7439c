"""Quotations in Polish: each construction in a sentence of its own."""

import pytest

from provenance.quotes import extract
from provenance.quotes.languages import language

# A text, then of each quotation its type, its speaker and its words, without the marks.
CASES = [
    (
        ("Burmistrz Velden Jan Nowak powiedział, że most zostanie otwarty w czerwcu. „Dotrzymamy terminu” – dodał."),
        [
            ("indirect", "Jan Nowak", ["most zostanie otwarty w czerwcu"]),
            ("direct", "Jan Nowak", ["Dotrzymamy terminu"]),
        ],
    ),
    (
        "– Nie przyjadę – powiedział Jan Nowak. – Może jutro.",
        [("direct", "Jan Nowak", ["Nie przyjadę", "Może jutro."])],
    ),
    (
        "Sytuacja jest trudna. – Nie mamy pieniędzy – mówi Anna Kowalska. – Nic nie zrobimy.",
        [("direct", "Anna Kowalska", ["Nie mamy pieniędzy", "Nic nie zrobimy."])],
    ),
    ("Według policji kierowca jechał za szybko.", [("indirect", "policji", ["kierowca jechał za szybko"])]),
    (
        "Zdaniem Anny Kowalskiej most jest bezpieczny. Anna Kowalska jest ministrem.",
        [("indirect", "Anny Kowalskiej", ["most jest bezpieczny"])],
    ),
    ("Jak wyjaśniła Anna Kowalska, tama nie wytrzyma.", [("indirect", "Anna Kowalska", ["tama nie wytrzyma"])]),
    ("Jan Nowak zapytał, czy ktoś o tym wiedział.", [("indirect", "Jan Nowak", ["czy ktoś o tym wiedział"])]),
    (
        "„Most jest bezpieczny” – zapewniła minister Anna Kowalska. „Zawsze był” – dodała.",
        [("direct", "Anna Kowalska", ["Most jest bezpieczny"]), ("direct", "Anna Kowalska", ["Zawsze był"])],
    ),
    ("Most jest bezpieczny, poinformowała Anna Kowalska.", [("indirect", "Anna Kowalska", ["Most jest bezpieczny"])]),
    ("Anna Kowalska nazwała projekt „czystym szaleństwem”.", [("direct", "Anna Kowalska", ["czystym szaleństwem"])]),
    (
        "Anna Kowalska, która zrezygnowała wczoraj, dodała: „Nie żałuję”.",
        [("direct", "Anna Kowalska", ["Nie żałuję"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_who_says_what(text: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    found = extract(text, spoken=language("pl"))
    said = [(one.type, one.speaker, [mark.of(text) for mark in one.marks] or [one.span.of(text)]) for one in found]
    assert said == expected
