"""A small newsroom written for these tests: five articles, what was found between them, and hostile ones."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from provenance.model import (
    Appearance,
    Article,
    Attribution,
    CreditShares,
    Difference,
    Evidence,
    Findings,
    LineageEdge,
    LineageView,
    Link,
    Match,
    Passage,
    PublicationTime,
    Quotation,
    QuotationRow,
    QuotationUse,
    Sibling,
    Span,
    TraceView,
)
from provenance.model.evidence import RecordedSentence

HERALD = """Dam inspectors warned of cracks a year ago

HARBOUR CITY — Inspectors told the water ministry a year ago that the outer wall of the Orr Dam had begun to \
crack, according to papers seen by the Harbour Herald.

“We told the ministry twice, in writing, and nobody came,” said Ana Ruiz, who led the inspection until May. “You \
could put a hand into the widest of them.”

The papers list 14 cracks, the longest of 2.3 metres. Repairs were put at 40 million crowns and postponed to next \
year.

A spokesman for the ministry, Piet Holm, said the wall was safe and that every report had been answered.
"""

POST = """Cracks at Orr Dam were known, papers show

The water ministry knew for a year that the outer wall of the Orr Dam had begun to crack, the Harbour Herald \
reports.

An inspector, Ana Ruiz, said the ministry had been told twice in writing and that nobody had come. The papers \
list 41 cracks, the longest of 2.3 metres.

In Lower Orr, 900 people live below the wall. The mayor, Ines Fabri, wants the reservoir lowered by ten metres \
before the spring rain and has called a meeting for Thursday.

“We told the ministry twice, in writing,” an expert said.
"""

WIRE = """(Northern Wire) — Repairs at the Orr Dam were put at 40 million crowns and postponed to next year, a \
list of public works shows. The wall was safe, a spokesman for the ministry said.
"""

BLOG = """The papers list 14 cracks, the longest of 2.3 metres. Repairs were put at 40 million crowns and \
postponed to next year. Make of that what you like.
"""


def moment(written: str, precision: str = "minute", how: str = "given") -> PublicationTime:
    start = datetime.fromisoformat(written).replace(tzinfo=UTC).timestamp()
    length = {"second": 1, "minute": 60, "day": 86400, "month": 31 * 86400, "year": 366 * 86400}[precision]
    return PublicationTime(written, precision, start, start + length, how)  # type: ignore[arg-type]


def written(
    name: str, text: str, publisher: str | None, published: PublicationTime | None, **more: object
) -> Article:
    title = text.split("\n", 1)[0] if "\n\n" in text else None
    begin = len(title) if title else 0
    return Article(name, text, Span(begin, len(text)), title, None, publisher, published=published, **more)  # type: ignore[arg-type]


def place(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


def match(kind: str, a: str, words_a: str, b: str, words_b: str, *shared: str, **more: object) -> Match:
    """A match of two stretches given by their words; `shared` are wordings that stand in both, in order."""
    one, two = place(a, words_a), place(b, words_b)
    pairs = []
    at_a, at_b = one.start, two.start
    for words in shared:
        pairs.append((place(a, words, at_a), place(b, words, at_b)))
        at_a, at_b = pairs[-1][0].end, pairs[-1][1].end
    total = sum(pair[0].length for pair in pairs)
    return Match(kind, one, two, round(min(1.0, total / one.length), 3), tuple(pairs), **more)  # type: ignore[arg-type]


def quotation(text: str, words: str, kind: str, speaker: str | None, cue: str | None = None) -> Quotation:
    span = place(text, words)
    marks = (Span(span.start + 1, span.end - 1),) if kind == "direct" else ()
    found = place(text, cue, max(0, span.start - 40)) if cue else None
    return Quotation(span, kind, marks, speaker, cue=found, confidence=0.95 if speaker else 0.0)  # type: ignore[arg-type]


@pytest.fixture
def herald() -> Article:
    return written(
        "herald-0304", HERALD, "Harbour Herald", moment("2024-03-04T07:30"), url="https://herald.example/dam"
    )


@pytest.fixture
def post() -> Article:
    return written("post-0305", POST, "The Valley Post", moment("2024-03-05", "day"), origin="incoming/post.txt")


@pytest.fixture
def wire() -> Article:
    return written("wire-77", WIRE, None, moment("2024-03-04T09:05"), agency="Northern Wire")


@pytest.fixture
def blog() -> Article:
    return written("blog-9", BLOG, None, None, origin="blogs/river.md")


@pytest.fixture
def post_from_herald() -> Link:
    passages = (
        Passage(
            match(
                "edited",
                POST,
                "the outer wall of the Orr Dam had begun to crack, the Harbour Herald reports.",
                HERALD,
                "the outer wall of the Orr Dam had begun to crack, according to papers seen by the Harbour Herald.",
                "the outer wall of the Orr Dam had begun to crack",
                "the Harbour Herald",
            )
        ),
        Passage(
            match(
                "paraphrase",
                POST,
                "An inspector, Ana Ruiz, said the ministry had been told twice in writing and that nobody had come.",
                HERALD,
                "“We told the ministry twice, in writing, and nobody came,” said Ana Ruiz",
                "the ministry",
                "twice",
                "in writing",
                "nobody",
            ),
            "Ana Ruiz",
            (False, True),
            speech="same speaker",
            speakers=("Ana Ruiz", "Ana Ruiz"),
        ),
        Passage(
            match(
                "edited",
                POST,
                "The papers list 41 cracks, the longest of 2.3 metres.",
                HERALD,
                "The papers list 14 cracks, the longest of 2.3 metres.",
                "The papers list",
                "cracks, the longest of 2.3 metres.",
                differences=(Difference("number", "41", "14"),),
            )
        ),
        Passage(
            match(
                "quotation",
                POST,
                "“We told the ministry twice, in writing,”",
                HERALD,
                "“We told the ministry twice, in writing, and nobody came,”",
                "“We told the ministry twice, in writing,",
            ),
            "Ana Ruiz",
            (True, True),
            altered=True,
            speech="re-credited",
            speakers=("an expert", "Ana Ruiz"),
        ),
    )
    return Link(
        "post-0305",
        "herald-0304",
        "derived",
        0.93,
        0.384,
        0.41,
        passages,
        derived="post-0305",
        source="herald-0304",
        credited_source="Harbour Herald",
        credited=True,
        evidence=(
            Evidence(
                RecordedSentence.of("credit", "names the Harbour Herald: “the Harbour Herald reports”"), "b", 3.1
            ),
            Evidence(
                RecordedSentence.of("dates", "published on 5 March 2024, the other on 4 March 2024 at 07:30"),
                "b",
                1.4,
            ),
            Evidence(RecordedSentence.of("quotation_cut", "a quotation of 57 characters is cut to 40"), "b", 0.6),
            Evidence(RecordedSentence.of("shared_wording", "4 passages of 9 to 17 words"), "none", 0.0),
        ),
        likeliest="b->a",
        jaccard=0.21,
        containment=(0.34, 0.3),
    )


@pytest.fixture
def blog_and_post() -> Link:
    """The archived article is side A, the article asked about side B, and the direction is open."""
    passage = Passage(
        match(
            "edited",
            BLOG,
            "The papers list 14 cracks, the longest of 2.3 metres.",
            POST,
            "The papers list 41 cracks, the longest of 2.3 metres.",
            "The papers list",
            "cracks, the longest of 2.3 metres.",
            differences=(Difference("number", "14", "41"),),
        )
    )
    return Link(
        "blog-9",
        "post-0305",
        "undetermined",
        0.58,
        0.36,
        0.08,
        (passage,),
        evidence=(Evidence(RecordedSentence.of("no_date", "one of the two has no date"), "none", 0.0),),
        likeliest="common_source",
    )


@pytest.fixture
def findings(post: Article, herald: Article, blog: Article, post_from_herald: Link, blog_and_post: Link) -> Findings:
    return Findings(
        post,
        (post_from_herald, blog_and_post),
        {"herald-0304": herald, "blog-9": blog},
        0.384,
        {
            "post-0305": (
                quotation(POST, "the ministry had been told twice in writing", "indirect", "Ana Ruiz", "said"),
                quotation(POST, "“We told the ministry twice, in writing,”", "direct", None),
            ),
            "herald-0304": (
                quotation(HERALD, "“We told the ministry twice, in writing, and nobody came,”", "direct", "Ana Ruiz"),
            ),
        },
        {"scheme": "affine32", "minimum length": "8 words", "reporting confidence": ".80"},
        compared=4,
        candidates=3,
        attribution=Attribution(CreditShares(0.0, 0.06, 0.08), CreditShares(0.24), 0.0),
    )


@pytest.fixture
def nothing(post: Article) -> Findings:
    return Findings(post, (), {}, 0.0, compared=4)


@pytest.fixture
def lineage_view(
    post: Article, herald: Article, wire: Article, blog: Article, post_from_herald: Link, blog_and_post: Link
) -> LineageView:
    wired = Passage(
        match(
            "verbatim",
            WIRE,
            "put at 40 million crowns and postponed to next year",
            HERALD,
            "put at 40 million crowns and postponed to next year",
            "put at 40 million crowns and postponed to next year",
        )
    )
    up = Link("wire-77", "herald-0304", "derived", 0.88, 0.4, 0.1, (wired,), "wire-77", "herald-0304")
    far = Link("post-0305", "wire-77", "common_source", 0.81, 0.1, 0.1, (), common_source="herald-0304")
    use = Link("herald-0304", "blog-9", "derived", 0.84, 0.1, 0.6, (), source="herald-0304", derived="blog-9")
    return LineageView(
        post,
        (herald, wire, post, blog),
        (
            LineageEdge(post_from_herald),
            LineageEdge(blog_and_post),
            LineageEdge(up, hops=2),
            LineageEdge(far, direct=False),
        ),
        (Sibling(wire, up, 51), Sibling(blog, use, 0)),
    )


@pytest.fixture
def quotation_rows(post: Article, herald: Article) -> tuple[QuotationRow, ...]:
    told = quotation(
        HERALD, "“We told the ministry twice, in writing, and nobody came,”", "direct", "Ana Ruiz", "said"
    )
    cut = quotation(POST, "“We told the ministry twice, in writing,”", "direct", None, "said")
    reported = quotation(POST, "the ministry had been told twice in writing", "indirect", "Ana Ruiz", "said")
    one = (
        place(HERALD, "We told the ministry twice, in writing,"),
        place(POST, "We told the ministry twice, in writing,"),
    )
    back = (one[1], one[0])
    return (
        QuotationRow(herald, told, None, (QuotationUse(post, reported), QuotationUse(post, cut, True, (one,)))),
        QuotationRow(post, cut, QuotationUse(herald, told, True, (back,)), (), True),
    )


@pytest.fixture
def trace_view(post: Article, herald: Article, blog: Article) -> TraceView:
    asked = "The papers list 14 cracks, the longest of 2.3 metres."
    changed = "The papers list 41 cracks, the longest of 2.3 metres."
    whole, start, rest = Span(0, len(asked)), "The papers list", "cracks, the longest of 2.3 metres."
    found = place(POST, changed)
    pieces = ((place(asked, start), place(POST, start)), (place(asked, rest), place(POST, rest)))
    return TraceView(
        asked,
        (
            Appearance(herald, place(HERALD, asked), asked, "verbatim", 1.0, ((whole, place(HERALD, asked)),)),
            Appearance(post, found, changed, "edited", 0.92, pieces),
            Appearance(blog, place(BLOG, asked), asked, "verbatim", 1.0, ((whole, place(BLOG, asked)),)),
        ),
        compared=4,
        origins=1,
    )


@pytest.fixture
def comparison(post: Article, herald: Article, post_from_herald: Link) -> Findings:
    return Findings(post, (post_from_herald,), {herald.id: herald}, 0.384, compared=1, candidates=1)


@pytest.fixture
def apart(wire: Article, blog: Article) -> Findings:
    return Findings(wire, (Link(wire.id, blog.id, "undetermined", 0.0, 0.0, 0.0, ()),), {blog.id: blog}, 0.0)
