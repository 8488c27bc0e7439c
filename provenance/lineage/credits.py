"""Whether one article credits another: its outlet, its agency or its author, as the source of what it says.

A credit is a name in a construction that credits ("the Valley Post reported", `credit_grammar`), and its strength is
the part of its sentence that the other article has: "according to the Post" is no credit of an article of the Post
that says nothing of the kind. Naming another article's author is strong evidence and no proof: a letter to the
editor names the author whom it answers. Notes that a whole article is a reprint are in `reprints`, marks of agencies
in `marks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.kernels.signatures import made
from provenance.lineage.agencies import SHIPPED, Agencies
from provenance.lineage.credit_grammar import Manner
from provenance.lineage.credit_times import speaks_of_earlier
from provenance.lineage.kernels import pairs as kernels
from provenance.lineage.marks import agency_of, contributors
from provenance.lineage.outlets import NO_NAMES, Credited, Outlet, credits_in, names_in, outlet_of
from provenance.lineage.reprints import reprint_of
from provenance.lineage.texts import Texts
from provenance.model import Article, Span
from provenance.model.nobody import is_nobody
from provenance.text import tokens
from provenance.text.common_words import content_table
from provenance.text.sentences import sentences

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,200}")
_PARTS = re.compile(r"[,;/&|]|\band\b|\bund\b|\bet\b|\by\b")
_NOT_A_NAME = frozenset((
    "by", "staff", "editor", "editors", "desk", "newsroom", "reporter", "correspondent", "writer", "admin", "the",
    "a", "an", "from", "for", "news", "agencies",
))  # fmt: skip
_NAMES_EACH = 4  # authors of one article that are looked for
_CONTENT = 64  # weight from which a word is content: 2 nats, in one of seven articles
_LEAST_CONTENT = 4 * 96  # weight of the content that a crediting sentence is held to have at least: four words


@dataclass(frozen=True, slots=True)
class SourceCredit:
    """That a text credits an article: where, in which words, how, and how much of what it credits the article has.

    `strength` is 0 to 1; `span` and `words` are of the name in the crediting text.
    """

    span: Span
    words: str
    manner: Manner
    strength: float


def credit(source: Article, article: Article, agencies: Agencies = SHIPPED) -> float:
    """How much of what `article` ascribes to the outlet, agency or author of `source` is in `source`: 0 without a
    credit, 1 where all of a crediting sentence's content is, or where the article says that it is a reprint."""
    if reprint_of(article, source, agencies):
        return 1.0
    found = credit_of(source, article, agencies)
    best = found.strength if found else 0.0
    sender = agencies.of_publisher(source)
    if sender and any(agencies.same(sender, name) for name in contributors(article, agencies)):
        best = max(best, held_share(source, article))
    return best


def credit_of(source: Article, article: Article, agencies: Agencies = SHIPPED) -> SourceCredit | None:
    """The strongest credit of `source` in the prose of `article`, the first of equals; None without one.

    An article credits neither its own outlet nor its own author.
    """
    return _strongest(source, article, _places(source, article, agencies))


def agency_credit(agency: str, source: Article, article: Article, agencies: Agencies = SHIPPED) -> float:
    """How much of what `article` ascribes to an agency is in `source`, which prints the agency's text: 0 to 1.

    What was told to the agency counts as well as what it reported.
    """
    outlet = outlet_of(None, agency, agencies)
    found = _strongest(source, article, list(credits_in(article, outlet)) if names_in(article, outlet) else [])
    return found.strength if found else 0.0


def crediting_sentences(article: Article, agency: str, agencies: Agencies = SHIPPED) -> frozenset[str]:
    """The sentences in which an article credits an agency, white space apart."""
    outlet = outlet_of(None, agency, agencies)
    places = credits_in(article, outlet) if names_in(article, outlet) else ()
    return frozenset(" ".join(_sentence_at(article, each.span).of(article.text).split()) for each in places)


def _strongest(source: Article, article: Article, credited: list[Credited]) -> SourceCredit | None:
    """The credit of whose sentence `source` has most, the first of equals."""
    places = {each.span: each for each in credited}
    if not places:
        return None
    held = _content(source, source.body)
    named = {int(stem) for each in places for stem in tokens.tokenise(each.of(article.text)).stems}
    best: SourceCredit | None = None
    for span in sorted(places):
        sentence = _sentence_at(article, span)
        content = {stem: weight for stem, weight in _content(article, sentence).items() if stem not in named}
        strength = round(_held(held, content), 3)
        if best is None or strength > best.strength:
            best = SourceCredit(span, span.of(article.text), places[span].manner, strength)
    return best


def credited_sentences(source: Article, article: Article, agencies: Agencies = SHIPPED) -> list[Span]:
    """The sentences of `article` that credit `source`, ascending."""
    found = sorted(each.span for each in _places(source, article, agencies))
    return [_sentence_at(article, each) for each in found]


def credited_for_earlier(source: Article, article: Article, agencies: Agencies = SHIPPED) -> bool:
    """Whether `article` credits the outlet of `source` with what it had before that appeared."""
    return any(
        speaks_of_earlier(article, each.span, each.manner, source)
        for outlet in _credited_names(source, article, agencies, people=False)
        if names_in(article, outlet)
        for each in credits_in(article, outlet)
    )


def names_source(article: Article, source: Article, agencies: Agencies = SHIPPED) -> str | None:
    """The name of the outlet or agency of `source` that `article` gives as where it has its text from, or None: in a
    note, by a mark, in its prose."""
    sender = agencies.of_publisher(source)
    name = (source.publisher or source.agency or "").strip()
    if reprint_of(article, source, agencies):
        return name or None
    carried = agency_of(article, agencies)
    if carried and (agencies.published_by(source, carried) or (sender and agencies.same(sender, carried))):
        return max(name, carried, key=len) if sender else name
    if sender and any(agencies.same(sender, each) for each in contributors(article, agencies)):
        return sender
    outlets = _credited_names(source, article, agencies, people=False)
    return name or None if any(True for each in outlets for _ in _credits_of(source, article, each)) else None


def held_share(source: Article, article: Article) -> float:
    """The part of the content of `article`, 0 to 1, that `source` has."""
    return _held(_content(source, source.body), _content(article, article.body))


def _places(source: Article, article: Article, agencies: Agencies) -> list[Credited]:
    outlets = _credited_names(source, article, agencies)
    return [found for outlet in outlets for found in _credits_of(source, article, outlet)]


def _credits_of(source: Article, article: Article, outlet: Outlet) -> Iterator[Credited]:
    """Where `article` credits an outlet of `source`, but for what the outlet had before `source` appeared."""
    if names_in(article, outlet):
        for each in credits_in(article, outlet):
            if not speaks_of_earlier(article, each.span, each.manner, source):
                yield each


def _credited_names(source: Article, article: Article, agencies: Agencies, *, people: bool = True) -> list[Outlet]:
    """The names by which `article` may credit `source`: those of its outlet, which may be an agency, and its authors.
    Who credits the agency whose text an outlet only prints credits the agency and not the outlet."""
    sender = agencies.of_publisher(source) or (None if source.publisher else agency_of(source, agencies))
    own = agencies.of_publisher(article)
    outlet = outlet_of(source.publisher, sender, agencies)
    mine = outlet_of(article.publisher, own, agencies)
    found = []
    if not set(outlet.full) & set(mine.full) and (not outlet.site or outlet.site != mine.site):
        found.append(outlet)
    if not people:
        return found
    theirs = set(author_names(article))
    names = tuple(name for name in author_names(source) if name not in theirs and " " in name)
    return [*found, Outlet(names)] if names else found


def _sentence_at(article: Article, place: Span) -> Span:
    """The sentence of the body that has a place."""
    start = article.text.rfind("\n", article.body.start, place.start) + 1 or article.body.start
    end = article.text.find("\n", place.end, article.body.end)
    paragraph = Span(start, end if end >= 0 else article.body.end)
    return next(
        (each for each in sentences(article.text, paragraph, article.language) if each.end > place.start), paragraph
    )


def _content(article: Article, within: Span) -> dict[int, int]:
    """The light stems of the content words in a part of the text, with their weights."""
    stems = np.unique(tokens.tokenise(article.text, within).stems)
    weights = content_table().weights_of(stems)
    return {int(stem): int(weight) for stem, weight in zip(stems, weights, strict=True) if weight >= _CONTENT}


def _held(held: Mapping[int, int], content: Mapping[int, int]) -> float:
    """The part of some content, by weight, that a text has."""
    total = sum(content.values())
    return sum(weight for stem, weight in content.items() if stem in held) / max(total, _LEAST_CONTENT)


def author_names(article: Article) -> tuple[str, ...]:
    """The full names of the authors, at most four; nobody and agencies' names as the reader gave them are none."""
    names = []
    author = _MAIL.sub(" ", (article.author or "")[:400])
    for part in _PARTS.split(author.replace("(", ",").replace(")", ",").replace("<", " ").replace(">", " ")):
        words = [word for word in part.split() if word.lower().strip(".") not in _NOT_A_NAME]
        if len(words) >= 2 or (words and len(words[0]) >= 5 and words[0][0].isupper()):
            names.append(" ".join(words[:5]))
    return tuple(dict.fromkeys(name for name in names if not is_nobody(name)))[:_NAMES_EACH]


@dataclass(frozen=True, slots=True)
class Credits:
    """Which texts name the author or outlet of the other one. `place[p, side]`: of pair p, the number of the word in
    text `side` where the other's is named, or -1; `length[p, side]`: how many words the name has."""

    place: NDArray[np.int64]
    length: NDArray[np.int64]

    @property
    def one_sided(self) -> NDArray[np.float64]:
        """+1 where only the second text names the first, -1 where only the first names the second, else 0."""
        named = self.place >= 0
        return named[:, 1].astype(np.float64) - named[:, 0].astype(np.float64)


def find_credits(
    texts: Texts, articles: Mapping[str, Article], pairs: NDArray[np.int64], agencies: Agencies = SHIPPED
) -> Credits:
    """Look for each text's authors in the other text of its pairs, also by their last name, and for credits of its
    outlet and agency; the first place counts. A last name that others have ("Vicente Fox") is nobody's here."""
    owners, begins, names = [0], [0], list[int]()
    for name in texts.ids:
        for sequence in _sequences(articles[name]):
            names += sequence
            begins.append(len(names))
        owners.append(len(begins) - 1)
    place, length = np.full((len(pairs), 2), -1, np.int64), np.zeros((len(pairs), 2), np.int64)
    sought = made(kernels.Names, np.array(owners, np.int64), np.array(begins, np.int64), np.array(names, np.uint64))
    kernels.find_names(texts.as_arrays(), pairs, sought, place, length)
    for row, side in np.argwhere((place >= 0) & (length == 1)).tolist():
        text, other = int(pairs[row, side]), int(pairs[row, 1 - side])
        if _is_another(texts, articles, text, other, int(place[row, side])):
            place[row, side], length[row, side] = -1, 0
    _find_outlets(texts, articles, pairs, agencies, place, length)
    return Credits(place, length)


def _find_outlets(
    texts: Texts,
    articles: Mapping[str, Article],
    pairs: NDArray[np.int64],
    agencies: Agencies,
    place: NDArray[np.int64],
    length: NDArray[np.int64],
) -> None:
    """Put credits of outlets beside those of authors, where they come first."""
    ends = [articles[name] for name in texts.ids]
    outlets = [outlet_of(each.publisher, agencies.of_publisher(each), agencies) for each in ends]
    names = [set(each.full) for each in outlets]
    for row, pair in enumerate(pairs.tolist()):
        for side in range(2):
            text, other = pair[side], pair[1 - side]
            outlet = outlets[other]
            if names[text] & names[other]:
                continue
            credited = min((each.span for each in _credits_of(ends[other], ends[text], outlet)), default=None)
            if credited is None:
                continue
            first, last = texts.words_of(text, credited)
            if last > first and (place[row, side] < 0 or first < place[row, side]):
                place[row, side], length[row, side] = first, last - first


def _is_another(texts: Texts, articles: Mapping[str, Article], text: int, other: int, place: int) -> bool:
    """Whether a last name has a first name before it that no author of the other article has."""
    if not place:
        return False
    article = articles[texts.ids[text]]
    before, name = texts.span_of(text, place - 1, place), texts.span_of(text, place, place + 1)
    word = before.of(article.text)
    if article.text[before.end : name.start] != " " or not word[:1].isupper() or word in NO_NAMES:
        return False
    given = {part.casefold() for each in author_names(articles[texts.ids[other]]) for part in each.split()}
    return word.casefold() not in given and word[:1].casefold() not in {part[:1] for part in given if len(word) <= 2}


def _sequences(article: Article) -> list[list[int]]:
    """Word hashes of each author's name; of two words or more the last name alone serves as well."""
    found = []
    for name in author_names(article):
        words = tokens.tokenise(name).words.tolist()
        last = name.split()[-1]
        if words:
            found.append(words)
        if len(words) >= 2 and len(last) >= 4:
            found.append(words[-1:])
    return found
