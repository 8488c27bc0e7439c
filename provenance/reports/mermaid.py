"""A lineage as a Mermaid flow chart, for pages and wikis that draw those.

Node names are numbered, because Mermaid has no quoting for them; titles are quoted labels with everything that
Mermaid or HTML could read as markup written as entities.
"""

from __future__ import annotations

from typing import Any

from provenance.model import LineageView, Link
from provenance.reports import review_words, wording
from provenance.reports.characters import line
from provenance.reports.formats import Answer, Output

ARROWS = {"derived": "-->", "near_duplicate": "==>"}
TIE = "-.-"  # no arrow: nobody is known to have taken from the other
_MARKUP = {ord(character): f"#{ord(character)};" for character in '"#&<>`[]{}()|\\;'}


def write(answer: Answer, value: Any, output: Output) -> None:
    """A lineage."""
    output.write(lineage_mermaid(value))


def lineage_mermaid(view: LineageView) -> str:
    """The articles of a view as boxes, the links as labelled arrows; ends in a newline."""
    numbers = {node.id: f"n{number}" for number, node in enumerate(view.nodes)}
    rows = ["flowchart LR"]
    for node in view.nodes:
        label = f"{wording.name(node)}, {wording.short_time(node.published)}"
        rows.append(f'  {numbers[node.id]}["{escaped(label)}"]')
    for edge in view.drawn:
        source, derived, arrow = _ends(edge.link)
        if source in numbers and derived in numbers:
            words = f"{edge.link.relation.replace('_', ' ')} {wording.confidence(edge.link.confidence)}"
            indirect = "" if edge.direct else ", indirect"
            if edge.link.review:
                indirect += f", {review_words.label(edge.link.review)}"
            rows.append(f'  {numbers[source]} {arrow}|"{escaped(words + indirect)}"| {numbers[derived]}')
    if view.article.id in numbers:
        rows.append(f"  style {numbers[view.article.id]} stroke-width:3px")
    return "\n".join(rows) + "\n"


def escaped(text: str) -> str:
    """One clean line in which no character means anything to Mermaid."""
    return line(text).translate(_MARKUP)


def _ends(link: Link) -> tuple[str, str, str]:
    if link.source is not None and link.derived is not None:
        return link.source, link.derived, ARROWS.get(link.relation, "-->")
    return link.a, link.b, TIE
