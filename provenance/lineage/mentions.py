"""What an article says of where its text comes from: an agency's mark, credits in the prose, links.

Knows a short list of agencies that most English news carries; an agency that the reader of the article recognised
(`Article.agency`) counts whatever its name. Reads one article at a time, then weighs what two say of each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from provenance.model import Article, Evidence

# Marks of the agencies that most English news carries, and how the sentence goes that credits them.
_AGENCIES = {
    "AP": "Associated Press",
    "Associated Press": "Associated Press",
    "Reuters": "Reuters",
    "AFP": "Agence France-Presse",
    "Agence France-Presse": "Agence France-Presse",
    "UPI": "United Press International",
    "United Press International": "United Press International",
    "DPA": "Deutsche Presse-Agentur",
    "dpa": "Deutsche Presse-Agentur",
    "PA": "PA Media",
    "PA Media": "PA Media",
    "Press Association": "PA Media",
    "Bloomberg": "Bloomberg",
    "Interfax": "Interfax",
    "TASS": "TASS",
    "Xinhua": "Xinhua",
    "Kyodo": "Kyodo News",
    "ANSA": "ANSA",
    "EFE": "EFE",
    "Yonhap": "Yonhap",
    "CNN": "CNN",
}
_AGENCY_NAMES = "|".join(sorted((re.escape(name) for name in _AGENCIES), key=len, reverse=True))
_MARK = re.compile(rf"[(\[]\s?({_AGENCY_NAMES})\s?[)\]]|^\W{{0,3}}({_AGENCY_NAMES})\s?[-–—:]", re.MULTILINE)
_CREDIT = re.compile(
    rf"\b(?:told|tells|informed|according to|reported by|reports?|as reported by|first reported by|citing|cited by|"
    rf"quoted by|an interview with|source:)\s(?:the\s)?({_AGENCY_NAMES})\b"
)


_MARK_WITHIN = 400  # characters of the body in which an agency's mark stands


@dataclass(frozen=True, slots=True)
class Mentions:
    """`agency` whose mark the article carries, outlets that it `credited` in its prose, `addresses` that it holds."""

    agency: str | None
    credited: tuple[str, ...]
    haystacks: tuple[str, ...]

    @property
    def everything(self) -> tuple[str, ...]:
        """The agency and the credited outlets."""
        return (*((self.agency,) if self.agency else ()), *self.credited)

    def links_to(self, other: Article) -> bool:
        """Whether the text or the metadata holds the address of `other`."""
        address = address_of(other)
        return bool(address) and any(address in haystack for haystack in self.haystacks)


def mentions_of(article: Article) -> Mentions:
    """Read one article."""
    haystacks = (article.text, *(article.metadata[key] for key in sorted(article.metadata)))
    return Mentions(agency_of(article), credited_agencies(article), tuple(each for each in haystacks if "/" in each))


def address_of(article: Article) -> str:
    """The address without scheme, "www." and last slash; empty where it names no page of a site."""
    if not article.url:
        return ""
    address = re.sub(r"^https?://(?:www\.)?", "", article.url).rstrip("/")
    return address if len(address) >= 8 and "/" in address else ""


def agency_of(article: Article) -> str | None:
    """The agency whose text the article says it carries: its `agency`, or a mark such as "(AP)" near the start."""
    if article.agency:
        return _AGENCIES.get(article.agency.strip(), article.agency.strip())
    body = article.text[article.body.start : min(article.body.end, article.body.start + _MARK_WITHIN)]
    found = _MARK.search(body)
    return _AGENCIES[found.group(1) or found.group(2)] if found else None


def credited_agencies(article: Article) -> tuple[str, ...]:
    """Agencies and outlets of the list that the text credits ("told Reuters"), in reading order."""
    found = _CREDIT.finditer(article.text, article.body.start, article.body.end)
    return tuple(dict.fromkeys(_AGENCIES[each.group(1)] for each in found))


def weigh_mentions(
    a: Article, b: Article, mentions: tuple[Mentions, Mentions], argued: Mapping[str, float]
) -> list[Evidence]:
    """Reasons from links and agencies."""
    one, two = mentions
    found = []
    back, forth = one.links_to(b), two.links_to(a)
    if back != forth:
        linking, linked = (b, a) if forth else (a, b)
        detail = f"{linking.label} links to {linked.label}"
        found.append(Evidence("link", "a" if forth else "b", argued["link"], detail))
    found += _weigh_agencies(a, b, one.agency, two.agency, argued)
    alike = [name for name in one.credited if name in two.credited]
    if alike:
        detail = f"both credit {', '.join(alike)} in their text"
        found.append(Evidence("credited_alike", "common", argued["credited_alike"], detail))
    return found


def _weigh_agencies(
    a: Article, b: Article, one: str | None, two: str | None, argued: Mapping[str, float]
) -> list[Evidence]:
    """What agency marks say: an agency that published one of the two is its author, else it sent the text to both."""
    for source, other, side, mark in ((a, b, "a", two), (b, a, "b", one)):
        if mark and published_by(source, mark) and not published_by(other, mark):
            detail = f"{other.label} carries the mark of {mark}, which published {source.label}"
            return [Evidence("agency", "a" if side == "a" else "b", argued["same_agency"], detail)]
    if one and one == two:
        detail = f"both carry the mark of {one}, whose own text is not in the archive"
        return [Evidence("agency", "common", argued["same_agency"], detail)]
    if (one is None) != (two is None):
        marked, other = (a, b) if one else (b, a)
        detail = f"{marked.label} carries the mark of {one or two}, {other.label} carries none"
        return [Evidence("agency", "common", argued["one_agency"], detail)]
    return []


def published_by(article: Article, agency: str) -> bool:
    """Whether the agency itself published the article."""
    publisher = (article.publisher or "").strip().lower()
    return bool(publisher) and (publisher == agency.lower() or _AGENCIES.get(article.publisher or "") == agency)
