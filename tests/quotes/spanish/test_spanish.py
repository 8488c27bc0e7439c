"""Quotations in Spanish: each construction in a sentence of its own."""

import pytest

from provenance.quotes import extract
from provenance.quotes.languages import language

# A text, then of each quotation its type, its speaker and its words, without the marks.
CASES = [
    (
        ("El alcalde de Velden, Juan Pérez, dijo que el puente abrirá en junio y añadió: «Cumpliremos el plazo»."),
        [
            ("indirect", "Juan Pérez", ["el puente abrirá en junio"]),
            ("direct", "Juan Pérez", ["Cumpliremos el plazo"]),
        ],
    ),
    ("—No vengo —dijo Juan Pérez—. Mañana sí.", [("direct", "Juan Pérez", ["No vengo", "Mañana sí."])]),
    (
        (
            "«El puente es seguro», aseguró ayer a los periodistas la ministra de Transportes, Ana "
            "Ruiz. «Siempre lo ha sido», añadió."
        ),
        [("direct", "Ana Ruiz", ["El puente es seguro"]), ("direct", "Ana Ruiz", ["Siempre lo ha sido"])],
    ),
    ("Según Ana Ruiz, el puente es seguro.", [("indirect", "Ana Ruiz", ["el puente es seguro"])]),
    ("El puente es seguro, según explicó la ministra Ana Ruiz.", [("indirect", "Ana Ruiz", ["El puente es seguro"])]),
    (
        "“Lo llaman ‘el puente maldito’”, bromea Juan Pérez.",
        [("direct", "Juan Pérez", ["Lo llaman ‘el puente maldito’"])],
    ),
    ("Ana Ruiz asegura haber visto el informe.", [("indirect", "Ana Ruiz", ["haber visto el informe"])]),
    ("Ana Ruiz negó que hubiera visto el informe.", [("indirect", "Ana Ruiz", ["hubiera visto el informe"])]),
    ("Juan Pérez preguntó si alguien lo sabía.", [("indirect", "Juan Pérez", ["si alguien lo sabía"])]),
    (
        "El puente, dijo Juan Pérez, es seguro.",
        [("indirect", "Juan Pérez", ["El puente, dijo Juan Pérez, es seguro"])],
    ),
    (
        "Ana Ruiz, que dimitió ayer, calificó la obra de «vergüenza nacional».",
        [("direct", "Ana Ruiz", ["vergüenza nacional"])],
    ),
    (
        "¿Qué pasará? «No lo sabemos», reconoce Ana Ruiz, portavoz de la empresa.",
        [("direct", "Ana Ruiz", ["No lo sabemos"])],
    ),
    ("De acuerdo con la policía, el coche iba rápido.", [("indirect", "la policía", ["el coche iba rápido"])]),
    ("—No vengo —dijo Juan Pérez—, pero mañana sí.", [("direct", "Juan Pérez", ["No vengo", "pero mañana sí."])]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_who_says_what(text: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    found = extract(text, spoken=language("es"))
    said = [(one.type, one.speaker, [mark.of(text) for mark in one.marks] or [one.span.of(text)]) for one in found]
    assert said == expected
