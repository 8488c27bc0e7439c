"""Quotations in Dutch: each construction in a sentence of its own."""

import pytest

from provenance.quotes import extract
from provenance.quotes.languages import language

# A text, then of each quotation its type, its speaker and its words, without the marks.
CASES = [
    (
        (
            "Burgemeester Jan de Vries zei dinsdag dat de brug in juni opengaat. ‘We halen die "
            "termijn’, voegde hij eraan toe."
        ),
        [
            ("indirect", "Jan de Vries", ["de brug in juni opengaat"]),
            ("direct", "Jan de Vries", ["We halen die termijn"]),
        ],
    ),
    ("‘De brug is veilig’, aldus minister Anna Bakker.", [("direct", "Anna Bakker", ["De brug is veilig"])]),
    (
        "“Het is te laat”, verzucht Jan de Vries. “We komen niet terug.”",
        [("direct", "Jan de Vries", ["Het is te laat", "We komen niet terug."])],
    ),
    ("Volgens de politie reed de bestuurder te hard.", [("indirect", "de politie", ["reed de bestuurder te hard"])]),
    (
        "De brug is volgens Anna Bakker veilig.",
        [("indirect", "Anna Bakker", ["De brug is volgens Anna Bakker veilig"])],
    ),
    ("De brug is veilig, zegt Anna Bakker.", [("indirect", "Anna Bakker", ["De brug is veilig"])]),
    (
        "Volgens Anna Bakker, minister van Verkeer, is de brug veilig.",
        [("indirect", "Anna Bakker", ["is de brug veilig"])],
    ),
    ("Zoals Anna Bakker uitlegde, houdt de dijk het niet.", []),
    (
        "Anna Bakker zegt niets te weten van het rapport.",
        [("indirect", "Anna Bakker", ["niets te weten van het rapport"])],
    ),
    ("Jan de Vries vroeg of iemand het wist.", [("indirect", "Jan de Vries", ["of iemand het wist"])]),
    ("Het bedrijf liet weten dat het werk klaar is.", [("indirect", "Het bedrijf", ["het werk klaar is"])]),
    ("Anna Bakker noemt het plan ‘pure waanzin’.", [("direct", "Anna Bakker", ["pure waanzin"])]),
    ("Anna Bakker: ‘Ik blijf.’", [("direct", "Anna Bakker", ["Ik blijf."])]),
    (
        "De minister heeft gisteren gezegd dat de brug dichtgaat.",
        [("indirect", "De minister", ["de brug dichtgaat"])],
    ),
    (
        "‘De brug’, zegt Jan de Vries, ‘is altijd veilig geweest.’",
        [("direct", "Jan de Vries", ["De brug", "is altijd veilig geweest."])],
    ),
    ("Daarbij wees de minister erop dat de brug oud is.", [("indirect", "de minister", ["de brug oud is"])]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_who_says_what(text: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    found = extract(text, spoken=language("nl"))
    said = [(one.type, one.speaker, [mark.of(text) for mark in one.marks] or [one.span.of(text)]) for one in found]
    assert said == expected
