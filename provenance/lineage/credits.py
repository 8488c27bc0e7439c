"""The sources that an article names: authors and outlets, agencies' marks, credits in its prose, links.

`Credits` says where one article of a pair names the author or the outlet of the other. `Mentions` has the sources
that one article names, whatever the others are. Agencies are known from the lexicon, from readers (`Article.agency`)
and from other articles; nothing here guesses who a person is. Naming another article's author is strong evidence and
no proof: a letter to the editor names the author whom it answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from provenance.kernels.signatures import made
from provenance.lineage.kernels import pairs as kernels
from provenance.lineage.lexicon import lexicon, lexicon_with
from provenance.lineage.texts import Texts, occurrences
from provenance.model import Article, Evidence, Favours
from provenance.model.evidence import AgencyMark, CreditedAlike, LinkTo, Revision
from provenance.model.evidence_kinds import Side
from provenance.text import tokens

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,200}")
_PARTS = re.compile(r"[,;/&|]|\band\b|\bund\b|\bet\b|\by\b")
_NOT_A_NAME = frozenset((
    "by", "staff", "editor", "editors", "desk", "newsroom", "reporter", "correspondent", "writer", "admin", "the",
    "a", "an", "from", "for", "news", "agencies",
))  # fmt: skip
_NAMES_EACH = 4  # authors of one article that are looked for
_MARK_WITHIN = 400  # characters at the start and the end of the body in which an agency's mark is looked for
LEAST = 0.05  # part of enough copied prose: with less of it, an agency's mark shows nothing


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


def names_of(article: Article) -> tuple[str, ...]:
    """The names under which others would credit this article: full names of its authors, and its publisher."""
    names = []
    author = _MAIL.sub(" ", (article.author or "")[:400])
    for part in _PARTS.split(author.replace("(", ",").replace(")", ",").replace("<", " ").replace(">", " ")):
        words = [word for word in part.split() if word.lower().strip(".") not in _NOT_A_NAME]
        if len(words) >= 2 or (words and len(words[0]) >= 5 and words[0][0].isupper()):
            names.append(" ".join(words[:5]))
    outlet = (article.publisher or "").strip()
    outlet = outlet[4:] if outlet.lower().startswith("the ") else outlet
    if outlet and len(outlet) <= 80:
        names.append(outlet)
    return tuple(dict.fromkeys(names[:_NAMES_EACH]))


def find_credits(texts: Texts, articles: Mapping[str, Article], pairs: NDArray[np.int64]) -> Credits:
    """Look for each text's names in the other text of its pairs; people also by their last name."""
    owners, begins, names = [0], [0], []
    for name in texts.ids:
        for sequence in _sequences(articles[name]):
            names += sequence
            begins.append(len(names))
        owners.append(len(begins) - 1)
    place, length = np.full((len(pairs), 2), -1, np.int64), np.zeros((len(pairs), 2), np.int64)
    sought = made(kernels.Names, np.array(owners, np.int64), np.array(begins, np.int64), np.array(names, np.uint64))
    kernels.find_names(texts.as_arrays(), pairs, sought, place, length)
    return Credits(place, length)


def _sequences(article: Article) -> list[list[int]]:
    """Word hashes of each name; for an author of two words or more the last name alone serves as well."""
    found = []
    for name in names_of(article):
        words = tokens.tokenise(name).words.tolist()
        last = name.split()[-1]
        if words:
            found.append(words)
        if len(words) >= 2 and len(last) >= 4 and name != (article.publisher or ""):
            found.append(words[-1:])
    return found


@dataclass(frozen=True, slots=True)
class Mentions:
    """The sources that one article names: the `agency` whose mark it carries, the outlets `credited` in its prose,
    and `haystacks`, the parts of its text and metadata that may contain addresses."""

    agency: str | None
    credited: tuple[str, ...]
    haystacks: tuple[str, ...]

    @property
    def everything(self) -> tuple[str, ...]:
        """The agency and the credited outlets."""
        return (*((self.agency,) if self.agency else ()), *self.credited)

    def links_to(self, other: Article) -> bool:
        """Whether the address of `other` is in the text or the metadata."""
        address = address_of(other)
        return bool(address) and any(address in haystack for haystack in self.haystacks)


def mentions_of(article: Article, known: frozenset[str] = frozenset()) -> Mentions:
    """Read one article; `known` are agencies beyond the lexicon, such as those that other articles carry."""
    haystacks = (article.text, *(article.metadata[key] for key in sorted(article.metadata)))
    return Mentions(
        agency_of(article, known), credited_agencies(article, known), tuple(each for each in haystacks if "/" in each)
    )


def address_of(article: Article) -> str:
    """The address without scheme, "www." and last slash; "" where it is that of a whole site."""
    if not article.url:
        return ""
    address = re.sub(r"^https?://(?:www\.)?", "", article.url).rstrip("/")
    return address if len(address) >= 8 and "/" in address else ""


def agency_of(article: Article, known: frozenset[str] = frozenset()) -> str | None:
    """The agency whose text the article says it carries: its `agency`, or near the start or the end a mark such as
    "(AP)", a line that is its name, or a byline that ends with it."""
    if article.agency:
        return lexicon().agencies.get(article.agency.strip(), article.agency.strip())
    start, end = article.body
    patterns = lexicon_with(known)
    for place in ((start, min(end, start + _MARK_WITHIN)), (max(start, end - _MARK_WITHIN), end)):
        found = patterns.agency_mark.search(article.text, *place)
        if found:
            return patterns.agencies[next(filter(None, found.groups()))]
    return None


def credited_agencies(article: Article, known: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Agencies and outlets that the text credits ("told Reuters", "according to the Herald"), in reading order."""
    patterns = lexicon_with(known)
    cues = [occurrences(article.text, cue, article.body) for cue in patterns.credit_cues]
    places = sorted(set(chain.from_iterable(cues)))
    agencies = _credits(patterns.agency_credit, article, places)
    found = [(each.start(), patterns.agencies[each.group(1)]) for each in agencies]
    found += [(each.start(), each.group(1)) for each in _credits(patterns.outlet_credit, article, places)]
    own = (article.publisher or "").lower()
    names = [" ".join(name.split()) for _, name in sorted(found)]
    return tuple(dict.fromkeys(name for name in names if name.lower() not in own))


def _credits(pattern: re.Pattern[str], article: Article, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches of `finditer` in a body, tried only at the ascending `places` of cues: a fifth of the time."""
    reached = 0
    for place in places:
        found = pattern.match(article.text, place, article.body.end) if place >= reached else None
        if found:
            reached = found.end()
            yield found


def weigh_mentions(
    a: Article, b: Article, mentions: tuple[Mentions, Mentions], argued: Mapping[str, float], copied: float
) -> list[Evidence]:
    """Reasons from links and agencies. `copied`, 0 to 1: whether enough prose is shared to be an agency's text."""
    one, two = mentions
    found = []
    back, forth = one.links_to(b), two.links_to(a)
    if back != forth:
        found.append(Evidence(LinkTo(), "a" if forth else "b", argued["link"]))
    found += _weigh_revision(a, b, argued["revision"])
    found += _weigh_agencies(a, b, one.agency, two.agency, argued, copied)
    alike = [name for name in one.credited if name in two.credited]
    if alike:
        found.append(Evidence(CreditedAlike(tuple(alike)), "common", argued["credited_alike"]))
    return found


def _weigh_agencies(
    a: Article, b: Article, one: str | None, two: str | None, argued: Mapping[str, float], copied: float
) -> list[Evidence]:
    """Evidence of agency marks: an agency is the source of its own article, else it sent the text to both."""
    if copied < LEAST:
        return []
    for source, other, mark in ((a, b, two), (b, a, one)):
        if mark and published_by(source, mark) and not published_by(other, mark):
            return [_agency(mark, "publisher", "a" if source is a else "b", argued["same_agency"] * copied)]
    if one is not None and one == two:
        if (a.publisher is None) != (b.publisher is None):
            return [_agency(one, "dispatch", "a" if a.publisher is None else "b", argued["own_dispatch"] * copied)]
        if a.publisher is not None and not published_by(a, one):
            return [_agency(one, "both", "common", argued["same_agency"] * copied)]
    if (one is None) == (two is None):
        return []
    marked: Side = "b" if one is None else "a"
    agency, article = (one or two or ""), (b if one is None else a)
    if not article.publisher or published_by(article, agency):
        return []
    return [Evidence(AgencyMark(agency, "one", marked), "common", round(argued["one_agency"] * copied, 3))]


def _agency(agency: str, shows: Literal["publisher", "dispatch", "both"], favours: Favours, nats: float) -> Evidence:
    return Evidence(AgencyMark(agency, shows), favours, round(nats, 3))


def is_dispatch(article: Article, agency: str) -> bool:
    """Whether an article is the agency's own: published by it, or under its mark and by nobody else."""
    return published_by(article, agency) or (article.publisher is None and agency_of(article) == agency)


def resold(article: Article) -> str | None:
    """The agency whose text an outlet ran under the agency's mark; None for the agency's own dispatches."""
    agency = agency_of(article)
    return agency if agency and not is_dispatch(article, agency) else None


def _weigh_revision(a: Article, b: Article, weight: float) -> list[Evidence]:
    """Two versions of one address: the one that was modified later is the revision."""
    if not address_of(a) or address_of(a) != address_of(b):
        return []
    one, two = a.modified or a.published, b.modified or b.published
    if one is None or two is None or not (one.latest < two.earliest or two.latest < one.earliest):
        return []
    if one.latest < two.earliest:
        return [Evidence(Revision(address_of(a), two.written), "a", weight)]
    return [Evidence(Revision(address_of(a), one.written), "b", weight)]


def published_by(article: Article, agency: str) -> bool:
    """Whether the agency itself published the article; its site ("cnn.com") counts."""
    publisher = (article.publisher or "").strip().lower()
    return bool(publisher) and (
        publisher == agency.lower()
        or lexicon().agencies.get(article.publisher or "") == agency
        or agency.lower().replace(" ", "") in publisher.split("/")[0].split(".")
    )


def names_outlet(article: Article, outlet: Article) -> str | None:
    """The name of `outlet`'s publisher if it occurs in the body of `article`, or None."""
    name = (outlet.publisher or outlet.agency or "").strip()
    short = name[4:] if name.lower().startswith("the ") else name
    if len(short) < 4 or short.lower() == (article.publisher or "").lower().removeprefix("the "):
        return None
    found = re.search(rf"(?<!\w){re.escape(short)}(?!\w)", article.body.of(article.text), re.IGNORECASE)
    return name if found else None
