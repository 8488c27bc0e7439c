"""What people said, as pages list it: plain words and addresses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from provenance.model import ReviewRow
from provenance.reports import review_words, wording
from provenance.web.rendering import address

WORDS = 300  # letters of a passage that are shown


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One word of a person. `state` names it in style sheets, `compare` leads to the texts, where there are two."""

    state: str
    head: str
    when: str
    about: str
    words: str
    note: str
    since: tuple[str, ...]
    compare: str


def said_lines(rows: Iterable[ReviewRow]) -> list[SaidLine]:
    """The rows in their order, the newest first."""
    return [_line(row) for row in reversed(list(rows))]


def _line(row: ReviewRow) -> SaidLine:
    step, names = row.step, row.step.subject.names
    pair = step.subject.about in ("link", "passage") and len(row.articles) == 2
    titles = " / ".join(wording.name(article) for article in row.articles)
    passage = " ".join(next(filter(None, row.words), "").split())
    return SaidLine(
        "undone" if row.undone else "replaced" if row.replaced else step.said,
        wording.capital(review_words.row_said(row)),
        step.at[:16].replace("T", " "),
        _about(row, titles),
        passage if len(passage) <= WORDS else f"{passage[: WORDS - 1].rstrip()}…",
        step.note,
        tuple(review_words.row_since(row)),
        address("/compare", a=names[0], b=names[1]) if pair else "",
    )


def _about(row: ReviewRow, titles: str) -> str:
    """What it was said about: by titles where these are known, else by ids."""
    if not titles:
        return wording.capital(review_words.row_about(row))
    return f"A passage of {titles}" if row.step.subject.spans else titles
