"""Quotations in Chinese: each construction in a sentence of its own."""

import pytest

from provenance.quotes import extract
from provenance.quotes.languages import language

# A text, then of each quotation its type, its speaker and its words, without the marks.
CASES = [
    ("“桥很安全。”市长王明说，“一直很安全。”", [("direct", "王明", ["桥很安全。", "一直很安全。"])]),
    (
        "王明表示，大桥将于六月开放。他补充说：“我们会按时完成。”",
        [("indirect", "王明", ["大桥将于六月开放"]), ("direct", "王明", ["我们会按时完成。"])],
    ),
    ("据警方介绍，司机超速行驶。", [("indirect", "警方", ["司机超速行驶"])]),
    ("部长李红承认犯了错误。", [("indirect", "李红", ["犯了错误"])]),
    (
        "“太晚了！”约翰·史密斯（John Smith）叹道。史密斯说，他不会回来。",
        [("direct", "约翰·史密斯", ["太晚了！"]), ("indirect", "约翰·史密斯", ["他不会回来"])],
    ),
    ("李红在接受采访时强调，大坝撑不住。", [("indirect", "李红", ["大坝撑不住"])]),
    ("“我们走了，”李红说，“不会回来了。”", [("direct", "李红", ["我们走了，", "不会回来了。"])]),
    ("『我不知道。』李红回答。", [("direct", "李红", ["我不知道。"])]),
    ("用李红的话说，这是“纯粹的疯狂”。", [("mixed", "李红", ["纯粹的疯狂"])]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_who_says_what(text: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    found = extract(text, spoken=language("zh"))
    said = [(one.type, one.speaker, [mark.of(text) for mark in one.marks] or [one.span.of(text)]) for one in found]
    assert said == expected
