"""Articles and passages for tests of the judgement; every sentence was written for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from provenance.model import Article, Match, Passage, PublicationTime, Quotation, Span

CANAL = (
    "The lock keepers of Marrow Vale will walk out on Friday over night shifts that last fourteen hours. "
    "Union secretary Dora Quill said the canal company had been warned in March and again in May. "
    "Barges carrying grain to the mills at Teasel Bridge are expected to wait for at least four days. "
    "The company runs thirty-one locks and says only six of them can be worked without a keeper. "
    "Talks broke down on Monday evening after both sides had shouted at each other for an hour."
)
MILLS = (
    "Millers at Teasel Bridge have flour for nine days, the guild said after a meeting in the old weigh house. "
    "Nobody will bake less bread before the end of next week, according to its chairman, Otho Pell. "
)
ORCHARD = (
    "Beekeepers above the Lune counted their hives after the frost and found two thirds of them silent. "
    "The county will pay for new queens if the claims arrive before the last day of April. "
    "A swarm that survived in a church tower has become something of an attraction for visitors."
)


def moment(written: str, precision: str = "second") -> PublicationTime:
    """A time given to the second or to the day (UTC)."""
    start = datetime.fromisoformat(written).replace(tzinfo=UTC).timestamp()
    if precision == "day":
        return PublicationTime(written, "day", start, start + 86399)
    return PublicationTime(written, "second", start, start)


def article(
    name: str, text: str, published: PublicationTime | None = None, publisher: str | None = None, **more: str
) -> Article:
    """An article whose body is its text."""
    return Article(
        name,
        text,
        Span(0, len(text)),
        title=more.get("title"),
        author=more.get("author"),
        publisher=publisher,
        url=more.get("url"),
        published=published,
        agency=more.get("agency"),
    )


def span(text: str, words: str) -> Span:
    """Where `words` stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def verbatim(a: Article, b: Article, words: str) -> Passage:
    """The same words in both."""
    one, two = span(a.text, words), span(b.text, words)
    return Passage(Match("verbatim", one, two, 1.0, ((one, two),)))


def reworded(a: Article, words_a: str, b: Article, words_b: str, **more: object) -> Passage:
    """Other words for the same thing."""
    score = float(str(more.get("score", 0.4)))
    match = Match("paraphrase", span(a.text, words_a), span(b.text, words_b), score)
    speakers: Sequence[str | None] = more.get("speakers", (None, None))  # type: ignore[assignment]
    quoted: Sequence[bool] = more.get("in_quotes", (False, False))  # type: ignore[assignment]
    return Passage(
        match,
        speaker=speakers[0] or speakers[1],
        in_quotes=(quoted[0], quoted[1]),
        speech=str(more["speech"]) if "speech" in more else None,
        speakers=(speakers[0], speakers[1]),
    )


def direct(text: str, words: str, speaker: str | None = None) -> Quotation:
    """A direct quotation; `words` stand between the marks."""
    mark = span(text, words)
    return Quotation(
        Span(mark.start - 1, mark.end + 1), "direct", (mark,), speaker, confidence=0.9 if speaker else 0.0
    )
