"""Sentences of the program are read from left to right, and names in other directions stay whole inside them."""

from __future__ import annotations

from time import perf_counter

from provenance.reports.html.templating import environment

NAME, TITLE = "أخبار الجزيرة", "לא “עד” יום ה-5"


def shown(text: str) -> str:
    return environment().from_string("{{ text|sentence }}").render(text=text)


def test_names_are_kept_apart_from_the_words_around_them() -> None:
    assert shown(f"{NAME}'s article of 2 April (88%)") == f"<bdi>{NAME}</bdi>&#39;s article of 2 April (88%)"
    assert shown(f"made from “{TITLE}” (3 April)") == "made from “<bdi>לא “עד” יום ה</bdi>-5” (3 April)"
    assert shown("Coast Wire's article of 2 April") == "Coast Wire&#39;s article of 2 April"


def test_markup_in_names_stays_text() -> None:
    assert shown(f"{NAME}<script>{NAME}") == f"<bdi>{NAME}</bdi>&lt;script&gt;<bdi>{NAME}</bdi>"
    assert "\u202e" not in shown(f"\u202e{NAME}")


def test_long_names_take_no_time() -> None:
    begun = perf_counter()
    assert shown(f"ا{' ' * 50_000}x" * 3).count("<bdi>") == 3
    assert shown("ا " * 50_000).count("<bdi>") == 1
    assert perf_counter() - begun < 30
