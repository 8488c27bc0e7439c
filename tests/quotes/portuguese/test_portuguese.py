"""Quotations in Portuguese: each construction in a sentence of its own."""

import pytest

from provenance.quotes import extract
from provenance.quotes.languages import language

# A text, then of each quotation its type, its speaker and its words, without the marks.
CASES = [
    (
        (
            "O prefeito de Velden, João Silva, disse que a ponte abrirá em junho. “Vamos cumprir o "
            "prazo”, acrescentou."
        ),
        [
            ("indirect", "João Silva", ["a ponte abrirá em junho"]),
            ("direct", "João Silva", ["Vamos cumprir o prazo"]),
        ],
    ),
    ("— Não venho — disse João Silva. — Amanhã sim.", [("direct", "João Silva", ["Não venho", "Amanhã sim."])]),
    (
        "“A ponte é segura”, garantiu à imprensa a ministra Ana Costa. “Sempre foi”, disse ela.",
        [("direct", "Ana Costa", ["A ponte é segura"]), ("direct", "Ana Costa", ["Sempre foi"])],
    ),
    ("Segundo Ana Costa, a ponte é segura.", [("indirect", "Ana Costa", ["a ponte é segura"])]),
    (
        "A ponte, afirmou João Silva, é segura.",
        [("indirect", "João Silva", ["A ponte, afirmou João Silva, é segura"])],
    ),
    ("Conforme explicou Ana Costa, a barragem não aguenta.", [("indirect", "Ana Costa", ["a barragem não aguenta"])]),
    ("Ana Costa negou ter visto o relatório.", [("indirect", "Ana Costa", ["ter visto o relatório"])]),
    ("João Silva perguntou se alguém sabia.", [("indirect", "João Silva", ["se alguém sabia"])]),
    ("De acordo com a polícia, o carro ia depressa.", [("indirect", "a polícia", ["o carro ia depressa"])]),
    ("“É tarde demais”, suspira João Silva.", [("direct", "João Silva", ["É tarde demais"])]),
    (
        "«A ponte é segura», referiu o autarca, «sempre o foi».",
        [("direct", "o autarca", ["A ponte é segura", "sempre o foi"])],
    ),
    (
        "Questionada, Ana Costa respondeu: “Não tenho nada a esconder”.",
        [("direct", "Ana Costa", ["Não tenho nada a esconder"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_who_says_what(text: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    found = extract(text, spoken=language("pt"))
    said = [(one.type, one.speaker, [mark.of(text) for mark in one.marks] or [one.span.of(text)]) for one in found]
    assert said == expected


def test_the_last_speaker_goes_on_behind_a_colon_and_not_another_of_the_name() -> None:
    text = (
        "Ngozi Silva chorou. Emeka Silva chegou ontem. Silva garantiu que fica no clube. "
        "Sobre o pênalti cobrado por ele, foi franco: “Perdi um pênalti em maio e quero esquecer”."
    )
    assert extract(text, spoken=language("pt"))[-1].speaker == "Emeka Silva"
