"""Quotations in French: each construction in a sentence of its own."""

import pytest

from provenance.quotes import extract
from provenance.quotes.languages import language

# A text, then of each quotation its type, its speaker and its words, without the marks.
CASES = [
    (
        (
            "Claire Dumont, maire de Velden, a assuré mardi que le pont rouvrirait en juin. « Nous "
            "tiendrons ce délai », a-t-elle ajouté."
        ),
        [
            ("indirect", "Claire Dumont", ["le pont rouvrirait en juin"]),
            ("direct", "Claire Dumont", [" Nous tiendrons ce délai "]),
        ],
    ),
    (
        "« Le pont est sûr, insiste Paul Renaud. Il l’a toujours été. »",
        [("direct", "Paul Renaud", [" Le pont est sûr, insiste Paul Renaud. Il l’a toujours été. "])],
    ),
    (
        "Le ministre des Transports, Luc Morel, a qualifié le projet de « pure folie ».",
        [("direct", "Luc Morel", [" pure folie "])],
    ),
    (
        "« Nous partons », a déclaré à la presse Luc Morel, « et nous ne reviendrons pas ».",
        [("direct", "Luc Morel", [" Nous partons ", " et nous ne reviendrons pas "])],
    ),
    ("Le pont est sûr, selon Paul Renaud, ingénieur à Velden.", [("indirect", "Paul Renaud", ["Le pont est sûr"])]),
    (
        "D’après la police, le conducteur roulait trop vite. Selon elle, il avait bu.",
        [("indirect", "la police", ["le conducteur roulait trop vite"]), ("indirect", "la police", ["il avait bu"])],
    ),
    (
        "Comme l’a expliqué Claire Dumont, la digue ne tiendra pas.",
        [("indirect", "Claire Dumont", ["la digue ne tiendra pas"])],
    ),
    ("Il n’a pas dit que le pont était fermé.", []),
    ("Claire Dumont : « Je reste. »", [("direct", "Claire Dumont", [" Je reste. "])]),
    (
        ("“Nous avons gagné”, se félicite la présidente du club, Anne Petit. “C’est un “beau jour” pour nous.”"),
        [("direct", "Anne Petit", ["Nous avons gagné", "C’est un “beau jour” pour nous."])],
    ),
    (
        "Luc Morel dit ne pas savoir qui a ouvert la vanne.",
        [("indirect", "Luc Morel", ["savoir qui a ouvert la vanne"])],
    ),
    (
        "Interrogée, Claire Dumont a répondu : « Je n’ai rien à cacher. »",
        [("direct", "Claire Dumont", [" Je n’ai rien à cacher. "])],
    ),
    (
        "La société Norvent, qui exploite le parc, affirme avoir prévenu les riverains.",
        [("indirect", "Norvent", ["avoir prévenu les riverains"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_who_says_what(text: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    found = extract(text, spoken=language("fr"))
    said = [(one.type, one.speaker, [mark.of(text) for mark in one.marks] or [one.span.of(text)]) for one in found]
    assert said == expected
