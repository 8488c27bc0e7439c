"""Quotations in Japanese: each construction in a sentence of its own."""

import pytest

from provenance.quotes import extract
from provenance.quotes.languages import language

# A text, then of each quotation its type, its speaker and its words, without the marks.
CASES = [
    (
        "「橋は安全だ」と山田太郎市長は述べた。「これまでもそうだった」とも語った。",
        [("direct", "山田太郎", ["橋は安全だ"]), ("direct", "山田太郎", ["これまでもそうだった"])],
    ),
    ("山田太郎市長は、橋は6月に開通すると述べた。", [("indirect", "山田太郎", ["橋は6月に開通する"])]),
    ("警察によると、運転手は速度を出しすぎていた。", [("indirect", "警察", ["運転手は速度を出しすぎていた"])]),
    ("「もう遅い」。ジョン・スミス氏はこう語った。", [("direct", "ジョン・スミス", ["もう遅い"])]),
    ("田中花子さんは「何も知らない」と話した。", [("direct", "田中花子", ["何も知らない"])]),
    ("同社は28日、工事が終わったと発表した。", [("indirect", "同社", ["工事が終わった"])]),
    (
        "「橋は『安全』だと言われていた」と田中花子さんは振り返る。",
        [("direct", "田中花子", ["橋は『安全』だと言われていた"])],
    ),
    ("ジョン・スミス氏は計画は失敗だったと指摘した。", [("indirect", "ジョン・スミス", ["計画は失敗だった"])]),
    ("「信じられない」と話すのは田中花子さん。", [("direct", "田中花子", ["信じられない"])]),
    ("市長は「遅い」「危ない」などと訴えた。", [("direct", "市長", ["遅い", "危ない"])]),
    (
        "山田太郎市長は住民に対し、家から出ないよう呼びかけた。",
        [("indirect", "山田太郎", ["住民に対し、家から出ない"])],
    ),
    ("田中花子さんは、橋は安全だと繰り返し強調した。", [("indirect", "田中花子", ["橋は安全だ"])]),
    ("市長は工事が終わったとの見方を示した。", [("indirect", "市長", ["工事が終わった"])]),
    ("スミス氏は友人とともに語った。", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_who_says_what(text: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    found = extract(text, spoken=language("ja"))
    said = [(one.type, one.speaker, [mark.of(text) for mark in one.marks] or [one.span.of(text)]) for one in found]
    assert said == expected
