"""Two whole texts beside each other, cut into pieces that know the passages over them and the words of their own.

A passage has one number in both texts. Inside one, words that the other side does not have are told apart, as far as
the passage was found by its words. Nothing is dropped: the pieces of all paragraphs are the text in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.model import Article, Difference, Link, Passage, Span
from provenance.reports import passage_words, review_words
from provenance.reports.characters import all_shared, joined
from provenance.reports.html.marks import Cover, Stretch, paragraphs
from provenance.reports.html.pairs import Pair, pair
from provenance.reports.html.places import Places

COLOURS = 8
OWN = -1  # the source of a cover over words that only one side has: it comes before all others
MOST = 600  # passages that are shown; the JSON has all
WHAT = {"number": "Number", "name": "Name", "negation": "Negation"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text. `passages` are the numbers of those over it, the first one's colour is shown; `begins` those
    that begin here; `own`: the other side lacks these words; `inside`: it belongs to the article's body."""

    text: str
    passages: tuple[int, ...]
    begins: tuple[int, ...]
    own: bool
    inside: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """One of two texts. `share` is the part of its body inside passages."""

    article: Article
    version: int | None
    paragraphs: tuple[tuple[Piece, ...], ...]
    share: float


@dataclass(frozen=True, slots=True)
class Differing:
    """Numbers, names or negations that differ in a passage; `a` and `b` may be "" where one side has none."""

    passage: int
    what: str
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """A passage with its number and colour. `place` is where it is in A, as a form sends it; `decided` what people
    said of it in one word."""

    pair: Pair
    colour: int
    place: str
    decided: str
    rejected: bool
    in_both: bool


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two texts and what they share; `left_out` counts passages that are not shown."""

    a: Beside
    b: Beside
    passages: tuple[Numbered, ...]
    differing: tuple[Differing, ...]
    left_out: int

    def colour(self, number: int) -> int:
        """The colour of a passage, 1 to `COLOURS`."""
        return colour_of(number)


def colour_of(number: int) -> int:
    """The colour of a passage, 1 to `COLOURS`: neighbours have different ones."""
    return (number - 1) % COLOURS + 1


def side_by_side(
    a: Article, b: Article, link: Link, names: tuple[str, str], versions: tuple[int | None, int | None] = (None, None)
) -> SideBySide:
    """The texts of A and B, in the order of the link; `names` are what they are called.

    `versions` are the versions that `a` and `b` are, None for current ones. Passages in other versions than these are
    listed and marked in no text. Rejected ones are listed, too, and not marked.
    """
    shown = sorted(link.passages, key=lambda each: (each.match.a, each.match.b))[:MOST]
    numbered, places = list(enumerate(shown, 1)), Places()
    marked = [(number, each) for number, each in numbered if not each.rejected and not link.rejected]
    passages = tuple(_numbered(number, each, (a, b), names[1], link, places) for number, each in numbered)
    differing = tuple(_differing(number, each) for number, passage in marked for each in passage.match.differences)
    return SideBySide(
        Beside(a, versions[0], tuple(_paragraphs(a, marked, 0)), link.share_a),
        Beside(b, versions[1], tuple(_paragraphs(b, marked, 1)), link.share_b),
        passages,
        differing,
        len(link.passages) - len(shown),
    )


def _numbered(
    number: int, passage: Passage, articles: tuple[Article, Article], name: str, link: Link, places: Places
) -> Numbered:
    span = passage.match.a
    return Numbered(
        pair(number, number, articles, name, link, passage, places),
        colour_of(number),
        f"{span.start} {span.end}",
        review_words.short_decision(passage.review),
        passage.rejected,
        passage.versions == (None, None) and not passage.rejected and not link.rejected,
    )


def _differing(number: int, difference: Difference) -> Differing:
    return Differing(number, WHAT.get(difference.what, difference.what), difference.a, difference.b)


def _paragraphs(article: Article, marked: Sequence[tuple[int, Passage]], side: int) -> Iterator[tuple[Piece, ...]]:
    covers = []
    for number, passage in marked:
        if passage.versions[side] is not None:
            continue
        span = (passage.match.a, passage.match.b)[side]
        covers.append(Cover(number, number, span.start, span.end))
        covers += [Cover(OWN, number, *each) for each in _own_words(article.text, passage, side)]
    for paragraph in paragraphs(article.text, article.body, covers):
        yield tuple(_piece(stretch) for stretch in paragraph)


def _piece(stretch: Stretch) -> Piece:
    return Piece(
        stretch.text,
        tuple(cover.source for cover in stretch.covers if cover.source != OWN),
        tuple(cover.source for cover in stretch.begins if cover.source != OWN),
        any(cover.source == OWN for cover in stretch.covers),
        stretch.inside,
    )


def _own_words(text: str, passage: Passage, side: int) -> Iterator[Span]:
    """The stretches of a passage with words that the other side does not have."""
    match = passage.match
    span, shared = (match.a, match.b)[side], [each[side] for each in match.shared]
    if match.by == "meaning" or not shared or all_shared(text, span, shared):
        return
    place = span.start
    for start, end in [*joined(text, span, shared), (span.end, span.end)]:
        if any(each.isalnum() for each in text[place:start]):
            yield Span(place, start)
        place = end


def kinds_of(link: Link) -> str:
    """How many passages there are of which kind: "3 word for word, 1 edited"."""
    counts: dict[str, int] = {}
    for passage in link.asserted:
        words = passage_words.KINDS[passage.match.kind]
        counts[words] = counts.get(words, 0) + 1
    return ", ".join(
        f"{count:,} {words}" for words, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    )
