"""Quotations in Russian: each construction in a sentence of its own."""

import pytest

from provenance.quotes import extract
from provenance.quotes.languages import language

# A text, then of each quotation its type, its speaker and its words, without the marks.
CASES = [
    (
        "Мэр Вельдена Иван Петров заявил, что мост откроют в июне. «Мы уложимся в срок», — добавил он.",
        [("indirect", "Иван Петров", ["мост откроют в июне"]), ("direct", "Иван Петров", ["Мы уложимся в срок"])],
    ),
    (
        "— Не приду, — сказал Иван Петров. — Может, завтра.",
        [("direct", "Иван Петров", ["Не приду,", "Может, завтра."])],
    ),
    (
        "«Мост безопасен, — заверила министр Анна Орлова. — Он всегда был таким».",
        [("direct", "Анна Орлова", ["Мост безопасен, — заверила министр Анна Орлова. — Он всегда был таким"])],
    ),
    ("По словам Ивана Петрова, мост безопасен.", [("indirect", "Ивана Петрова", ["мост безопасен"])]),
    ("По данным полиции, водитель ехал слишком быстро.", [("indirect", "полиции", ["водитель ехал слишком быстро"])]),
    ("Как пояснила Анна Орлова, дамба не выдержит.", [("indirect", "Анна Орлова", ["дамба не выдержит"])]),
    (
        "Иван Петров спросил, знал ли кто-нибудь об этом.",
        [("indirect", "Иван Петров", ["знал ли кто-нибудь об этом"])],
    ),
    ("Мост безопасен, сообщила Анна Орлова.", [("indirect", "Анна Орлова", ["Мост безопасен"])]),
    ("Анна Орлова назвала проект «чистым безумием».", [("direct", "Анна Орлова", ["чистым безумием"])]),
    ("В полиции сообщили, что мост закрыт.", [("indirect", None, ["мост закрыт"])]),
    ("Иван Петров: «Я остаюсь».", [("direct", "Иван Петров", ["Я остаюсь"])]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_who_says_what(text: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    found = extract(text, spoken=language("ru"))
    said = [(one.type, one.speaker, [mark.of(text) for mark in one.marks] or [one.span.of(text)]) for one in found]
    assert said == expected
