"""`list` and `show` for people: archived articles as rows, and one article with all that is known about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from provenance.languages.codes import language_name
from provenance.model import Article, ArticleView, Correction, ListedArticle
from provenance.model.dated_parts import EARLIER_TIMES, UPDATE_TIMES, parts_of
from provenance.reports import wording
from provenance.reports.characters import clean, line
from provenance.reports.terminal.look import GAP, Look, cell, columns, show

if TYPE_CHECKING:
    from rich.console import Console

ROWS = 200
LABELS = 24  # columns of the names of fields


def print_list(console: Console, rows: Sequence[ListedArticle], *, limit: int = ROWS) -> None:
    """The first `limit` rows in the order given."""
    from rich.cells import cell_len
    from rich.text import Text

    if not rows:
        show(console, Text("No articles."))
        return
    heads = [("id", ""), ("published", ""), ("publisher", ""), ("title", ""), ("length", "right")]
    several = len({row.language for row in rows if row.language}) > 1
    if several:
        heads.insert(2, ("", ""))  # two letters say for themselves that they name a language
    table = columns(console, heads)
    days = [wording.listed_day(row.published) for row in rows[:limit]]
    wide = max(10, *map(len, days)) if days else 10
    room = Look.of(console).width - 4 * GAP - wide - 9 - several * (2 + GAP)  # what dates and lengths leave
    # An id is what the next command is given, so it is cut only where nothing else would be left of the line.
    longest = max(cell_len(line(row.id)) for row in rows[:limit])
    identity = min(longest, room - 20) if console.is_terminal else longest  # in a pipe it is never cut
    publisher = max((room - identity) * 2 // 5, 8)
    title = max(room - identity - publisher, 10)
    for row, day in zip(rows[:limit], days, strict=True):
        table.add_row(
            Text(cell(row.id, max(identity, 12))),
            Text(cell(day, wide), "dim"),
            *([Text(row.language or "", "dim")] if several else []),
            Text(cell(row.publisher or "", publisher)),
            Text(cell(row.title or row.url or "", title)),
            Text(f"{row.characters:,}", "dim"),
        )
    show(console, table, widest=Look.of(console).width - room + max(identity, 12) + publisher + title)
    total = wording.count(len(rows), "article")
    if len(rows) > limit:
        total += f", the first {limit:,} shown; --format jsonl lists them all"
    if any(day.startswith("by ") for day in days):
        total += ". By a day: a program fetched it then; when it was published is not known"
    show(console, Text(total + ".", "dim"))


def print_article(console: Console, view: ArticleView, *, paragraphs: int = 400) -> None:
    """One article: its fields, each guess with the way it was got, then its text; what is not body is dimmed."""
    from rich.table import Table
    from rich.text import Text

    article = view.article
    show(console, Text(line(article.title or article.id), "bold"))
    table = Table.grid(padding=(0, 2, 0, 0))
    for label, value in _fields(view):
        table.add_row(Text(line(label), "dim"), Text(line(value)))
    show(console, table, widest=len(line(article.id)) + LABELS)
    show(console, Look.of(console).rule())
    body = article.body
    pieces = (article.text[: body.start], "dim"), (body.of(article.text), ""), (article.text[body.end :], "dim")
    shown = 0
    for piece, style in pieces:
        for paragraph in piece.splitlines():
            if paragraph.strip() and shown < paragraphs:
                show(console, Text(" ".join(clean(paragraph).split()), style))
                console.print()
                shown += 1
    if shown == paragraphs:
        show(console, Text(f"Only the first {paragraphs:,} paragraphs are shown; --format json has all.", "dim"))


def _fields(view: ArticleView) -> Iterator[tuple[str, str]]:
    article = view.article
    yield "id", article.id
    for label in ("publisher", "author", "agency", "url", "origin"):
        value = getattr(article, label)
        if value:
            yield label, _with_guess(article, label, value)
    if article.language:
        yield "language", _with_guess(article, "language", language_name(article.language))
    yield "published", _with_guess(article, "published", wording.time_words(article.published))
    for each in view.corrections:
        yield "corrected", _correction(each)
    if article.modified:
        yield "modified", wording.time_words(article.modified)
    if "body" in article.guesses:
        yield "body", f"{article.body.start} to {article.body.end} ({article.guesses['body']})"
    yield "text", f"{len(article.text):,} characters, SHA-256 {article.text_digest[:16]}"
    if view.version is not None:
        newest = view.version == len(view.versions)
        yield "version", f"{view.version} of {len(view.versions)}" + ("" if newest else "; a newer one replaced it")
    if len(view.versions) > 1:
        yield "versions", ", ".join(version[:16] for version in view.versions)
    for label, number in view.counts.items():
        if label == "characters":  # is printed beside the digest
            continue
        yield label.replace("_", " "), f"{number:,}"
    parts = parts_of(article)
    if parts:
        times = sorted((time for _, time in parts), key=lambda time: time.latest)
        first, last = (wording.short_time(each) for each in (times[0], times[-1]))
        yield "updates", f"{len(parts):,} parts of the text have times of their own: {first} to {last}"
    for label, value in sorted(article.metadata.items()):
        if label not in (UPDATE_TIMES, EARLIER_TIMES):
            yield label, value


def _correction(each: Correction) -> str:
    """Who corrected which field and what had been read, and whether that was taken back."""
    value, read = (f"“{one}”" if one else "nothing" for one in (each.value, each.as_read))
    words = f"{each.field} to {value} by {each.by}, {each.made[:10]} (read: {read})"
    return f"{words}; undone by {each.undone_by}, {each.undone[:10]}" if each.undone else words


def _with_guess(article: Article, label: str, value: str) -> str:
    guess = article.guesses.get(label)
    return f"{value} (guessed: {guess})" if guess and guess not in value else value
