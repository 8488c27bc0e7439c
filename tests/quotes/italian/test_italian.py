"""Quotations in Italian: each construction in a sentence of its own."""

import pytest

from provenance.quotes import extract
from provenance.quotes.languages import language

# A text, then of each quotation its type, its speaker and its words, without the marks.
CASES = [
    (
        (
            "Il sindaco di Velden, Mario Rossi, ha detto che il ponte riaprirà a giugno. «Rispetteremo "
            "la scadenza», ha aggiunto."
        ),
        [
            ("indirect", "Mario Rossi", ["il ponte riaprirà a giugno"]),
            ("direct", "Mario Rossi", ["Rispetteremo la scadenza"]),
        ],
    ),
    (
        "«Il ponte è sicuro», assicura la ministra Anna Bianchi, «lo è sempre stato».",
        [("direct", "Anna Bianchi", ["Il ponte è sicuro", "lo è sempre stato"])],
    ),
    ("Secondo Anna Bianchi il ponte è sicuro.", [("indirect", "Anna Bianchi", ["il ponte è sicuro"])]),
    (
        "Il ponte è sicuro, secondo quanto riferito da Anna Bianchi.",
        [("indirect", "Anna Bianchi", ["Il ponte è sicuro"])],
    ),
    ("L’azienda fa sapere che i lavori sono finiti.", [("indirect", "L’azienda", ["i lavori sono finiti"])]),
    ("“È finita”, sospira Mario Rossi. “Non torneremo”.", [("direct", "Mario Rossi", ["È finita", "Non torneremo"])]),
    ("Anna Bianchi ha chiesto se il ponte reggerà.", [("indirect", "Anna Bianchi", ["se il ponte reggerà"])]),
    ("Come ha spiegato Mario Rossi, la diga non terrà.", [("indirect", "Mario Rossi", ["la diga non terrà"])]),
    (
        "Il ponte, ha detto Mario Rossi, è sicuro.",
        [("indirect", "Mario Rossi", ["Il ponte, ha detto Mario Rossi, è sicuro"])],
    ),
    ("Anna Bianchi: «Resto qui».", [("direct", "Anna Bianchi", ["Resto qui"])]),
    ("A detta di Mario Rossi, la diga non terrà.", [("indirect", "Mario Rossi", ["la diga non terrà"])]),
    ("Rossi ha definito il progetto «una follia pura».", [("direct", "Rossi", ["una follia pura"])]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_who_says_what(text: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    found = extract(text, spoken=language("it"))
    said = [(one.type, one.speaker, [mark.of(text) for mark in one.marks] or [one.span.of(text)]) for one in found]
    assert said == expected
