"""Says in words how a text was disguised, with places that a reader can look up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from provenance.model import Article, Findings
from provenance.model.disguises import Disguise
from provenance.reports.characters import line
from provenance.reports.naming import Naming

SHOWN = 3  # words of each kind
KINDS = {
    "other_alphabet": ("letter of another alphabet looks", "letters of other alphabets look", "like Latin ones"),
    "hidden_characters": ("hidden character is", "hidden characters are", "inside its words"),
    "marks_on_letters": ("mark is", "marks are", "laid over its letters"),
    "letter_shapes": ("letter has", "letters have", "the shape of a sign"),
}


def disguise_words(findings: Findings, naming: Naming, *, named: bool = False) -> Iterator[str]:
    """A sentence per disguise, those of the article asked about first, which goes by its name if `named`."""
    for article in (findings.article, *findings.others.values()):
        for disguise in findings.disguises.get(article.id, ()):
            subject = "The text" if article is findings.article and not named else naming.story(article.id)
            yield f"{line(subject)} is disguised: {_words(article, disguise)}."


def disguise_objects(findings: Findings) -> dict[str, list[dict[str, Any]]]:
    """The same for programs, by id of article."""
    articles = {findings.article.id: findings.article, **findings.others}
    return {
        name: [
            {
                "kind": each.kind,
                "words": _words(articles[name], each),
                "count": each.count,
                "places": [
                    {"start": span.start, "end": span.end, "text": span.of(articles[name].text)}
                    for span in each.places
                ],
            }
            for each in found
        ]
        for name, found in sorted(findings.disguises.items())
    }


def _words(article: Article, disguise: Disguise) -> str:
    if disguise.kind == "as_read":
        return disguise.words
    one, many, rest = KINDS[disguise.kind]
    shown = ", ".join(f"“{line(span.of(article.text))}” at {span.start}" for span in disguise.places[:SHOWN])
    more = len(disguise.places) - SHOWN
    others = f" and {more:,} more" if more > 0 else ""
    where = f" ({shown}{others})" if shown else ""
    return f"{disguise.count:,} {one if disguise.count == 1 else many} {rest}{where}"
