"""The words of all texts as one script, and the script that reads it."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from provenance.reports.site.search_index import Searchable, search_index, words_of


def index_of(*texts: str) -> dict[str, object]:
    script = search_index(Searchable(f"articles/{n}.html", "", "", text) for n, text in enumerate(texts))
    head, _, rest = script.partition("window.searchIndex=")
    assert head == '"use strict";\n'
    return json.loads(rest.removesuffix(";\n"))


def test_words_have_no_accents_and_no_capitals() -> None:
    assert words_of("Café, CAFÉ! naïve 1984 a x2") == {"cafe", "naive", "1984", "x2"}
    assert words_of("東京で") == {"東", "京", "て"} | words_of("で")


def test_articles_of_a_word_are_differences_in_base_36() -> None:
    texts = ["dam"] + ["ferry"] * 40 + ["dam"]
    words = index_of(*texts)["words"]
    assert words["dam"] == "1 15"  # the first, and 41 after it
    assert words["ferry"].split() == ["2"] + ["1"] * 39


def test_the_script_holds_nothing_that_ends_it() -> None:
    script = search_index(
        [Searchable("a.html", "</script><script>alert(1)</script>\u2028", "", "__proto__ constructor")]
    )
    assert script.isascii()
    assert script.count("\n") == 2


@given(st.lists(st.text(max_size=40), max_size=6))
def test_every_word_leads_back_to_its_articles(texts: list[str]) -> None:
    words = index_of(*texts)["words"]
    for word, steps in words.items():
        place, found = -1, set()
        for step in steps.split():
            place += int(step, 36)
            found.add(place)
        assert found == {n for n, text in enumerate(texts) if word in words_of(text)}
