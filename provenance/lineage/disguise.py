"""A text that is disguised was made to hide where its words come from: evidence of who took them.

It says which of two articles is the source, if one is, and nothing of whether one is. Where both are disguised, or
only as much as a web page may be by accident, it says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from provenance.model import Article, Evidence
from provenance.model.evidence import Disguised
from provenance.text.disguises import disguises

# Letters or characters of a kind from which on somebody meant it: editing systems leave some hidden characters, and
# keyboards some letters of another alphabet. None of 2,000 press releases of `senate` has as many.
LEAST = {"other_alphabet": 5, "hidden_characters": 10, "marks_on_letters": 10, "letter_shapes": 20}
AS_READ = "as_read"


def disguised_letters(article: Article) -> int | None:
    """How many letters or characters of an article are disguised; 0 where all of it was, None where it is not."""
    found = disguises(article.text, article.body, article.guesses)
    meant = [each for each in found if each.kind != AS_READ and each.count >= LEAST[each.kind]]
    if meant:
        return sum(each.count for each in meant)
    return 0 if any(each.kind == AS_READ for each in found) else None


def weigh_disguise(a: int | None, b: int | None, argued: Mapping[str, float]) -> list[Evidence]:
    """The evidence of two articles of which `disguised_letters` says this."""
    if (a is None) == (b is None):
        return []
    letters = b if a is None else a
    return [Evidence(Disguised(letters or 0), "a" if a is None else "b", argued["disguised"])]
