"""Laws and oaths that a sentence gives in passing are nobody's; what people say of laws is theirs."""

from __future__ import annotations

import time

import pytest

from provenance.lineage.inline_public_texts import inline_public_texts
from provenance.model import Span

LAW = "no miller shall stop the water of the Lune between sunset and sunrise"
OATH = "I do solemnly swear that I will faithfully discharge the duties of reeve of this vale"
KEEP = "faithfully discharge the duties of reeve of this vale and keep its bridges whole"


def found(text: str) -> list[tuple[str, str]]:
    return [(name.casefold(), span.of(text)) for span, name in inline_public_texts(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (f"Geese are counted. Section 12 of the Mills Act says “{LAW}.” So it is.", "section", f"“{LAW}.”"),
        (f"Under section 12, “{LAW}.” So it is.", "section", f"“{LAW}.”"),
        (f'The Mills Act clearly provides that "{LAW}". So it is.', "act", f'"{LAW}"'),
        (f"“{LAW},” reads section 12 of the code. So it is.", "section", f"“{LAW},”"),
        (f"“{LAW},” according to the town charter. So it is.", "charter", f"“{LAW},”"),
        (f"Ida Quill took the oath: {OATH}. Then the band played.", "oath", OATH),
        (f"She repeated the oath of office: {OATH}. Then the band played.", "oath", OATH),
        (f"The ordinance reads: {LAW}. Then the band played.", "ordinance", LAW),
        (f"She swore that she would {KEEP}. Then the band played.", "swore", KEEP),
        (f"She took the oath of office on Monday that she would {KEEP}.", "oath", KEEP),
        (f"Im Mühlengesetz heißt es nichts. Das Gesetz besagt, „{LAW}“. So ist es.", "gesetz", f"„{LAW}“"),
    ],
)
def test_laws_and_oaths_in_passing(text: str, name: str, words: str) -> None:
    assert (name, words) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        f"The act is a disgrace and he said “{LAW}.” So it is.",
        f"Of the law, Otho Pell said: “{LAW}.” So it is.",
        f"“{LAW},” said Otho Pell, who wrote the law. So it is.",
        f"Otho Pell says “{LAW}.” Section 12 is older.",
        f"The guild has one rule that everybody hates and one wish: {LAW}. So it is.",
        f"She told the court that she would {KEEP}.",
        f"He promised to {KEEP}.",
    ],
)
def test_what_somebody_says_is_no_law(text: str) -> None:
    assert found(text) == []


def test_hostile_texts_take_no_time() -> None:
    begun = time.perf_counter()
    for part in ("section 1 ", "act of the Mills Act says “", '" ', "oath: a", "swore to oath in office ", "“a", "§"):
        text = part * 30_000
        list(inline_public_texts(text, Span(0, len(text))))
    assert time.perf_counter() - begun < 5
