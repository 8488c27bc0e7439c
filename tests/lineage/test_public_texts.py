"""Introductions of laws, hymns and statements, and the blocks that they introduce."""

from __future__ import annotations

import time

import pytest

from provenance.lineage.public_texts import public_texts
from provenance.model import Span

LAW = "No miller shall stop the water of the Lune between sunset and sunrise."
VERSE = "O vale between the waters,\nwhere morning finds the mill"
SECOND = "thy sons and all thy daughters\nshall sing upon the hill"
SORRY = "We regret it.\n\nOur keepers will pay."
STORY = "The geese of the mill pond were counted on Sunday."


def found(text: str) -> list[tuple[str, str]]:
    return [(each.name.casefold(), each.span.of(text).strip()) for each in public_texts(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (f"Article 5 of the constitution says:\n\n{LAW}\n\n{STORY}", "constitution", LAW),
        (f"Article 5 of the constitution says:\n{LAW * 2}\n{STORY}", "constitution", LAW * 2),
        (f"Article 5 of the constitution says: “{LAW}” {STORY}", "constitution", f"“{LAW}”"),
        (f"They quarrel. § 12 lautet:\n\n„{LAW}“\n\n{STORY}", "§", f"„{LAW}“"),
        (f"The mill code has this.\n\n> {LAW}\n\n{STORY}", "code", f"> {LAW}"),
        (f"It is in the charter:\n\n    {LAW}\n\n{STORY}", "charter", LAW),
        (f"They sang the anthem:\n\n{VERSE}\n\n{SECOND}\n\n{STORY}", "anthem", f"{VERSE}\n\n{SECOND}"),
        (f"They prayed:\n\n{LAW}\n— Psalm 23\n\n{STORY}", "psalm", LAW),
        (
            f"The company said in a statement:\n\nWe regret it.\n\nWe pay.\n\n{STORY}",
            "statement",
            "We regret it.\n\nWe pay.",
        ),
        (f"Art. 5 der Verfassung:\n\n(1) {LAW}\n\n(2) {LAW}\n\n{STORY}", "verfassung", f"(1) {LAW}\n\n(2) {LAW}"),
    ],
)
def test_what_is_introduced_and_set_off_is_found(text: str, name: str, words: str) -> None:
    if "Psalm" in text:
        text = text.replace("\n—", "\n\n—")
    assert found(text) == [(name, words)]


@pytest.mark.parametrize(
    "text",
    [
        f"The keeper gave three reasons:\n\n{STORY}",
        f"The constitution was read aloud. The keeper gave three reasons then and there:\n\n{STORY}",
        f"In article <1993Apr5> a miller writes:\n> {LAW}\n\n{STORY}",
        f"The law was passed at 10:30 on Monday. {STORY}",
        f"“{LAW}” {STORY}",
        "The constitution says:",
        "",
    ],
)
def test_what_no_public_text_introduces_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", [":\n" * 50_000, "> " * 50_000, "law: “" * 30_000, "\n>" * 50_000, "law:\n\n    \n" * 9_000]
)
def test_hostile_texts_take_no_time(text: str) -> None:
    start = time.perf_counter()
    public_texts(text, Span(0, len(text)))
    assert time.perf_counter() - start < 2
