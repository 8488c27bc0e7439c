"""Whether words were said in public, so that two articles may have them without each other.

A press conference, a hearing, a rally or a written statement is open to every outlet. A text says so beside the
words, or where it names who speaks. What one outlet was told is its own, wherever else a press conference is named.
English only; where a text tells nothing, nothing is concluded. Nothing here decides a relation.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from provenance.lineage.lexicon import lexicon
from provenance.model import Article, Evidence, Passage, Span
from provenance.model.agencies import AGENCY_BY_MARK
from provenance.model.evidence import SaidInPublic

OccasionKind = Literal["press conference", "hearing", "meeting", "speech", "statement", "post"]

AROUND = 300  # code points before and behind the words: about two sentences
MOSTLY = 0.8  # part of the shared text that is quoted on both sides
ONE_SIDE = 0.5  # of the weight where only one of the two texts names the occasion
_WHO = r"(?:reporters|journalists|the press|the media|news ?men|the assembled press)"
_TO = r"(?:told|tells|telling|at|during|in|before|addressing|addressed)"
_SOME = r"(?:an?|the|his|her|their|its|\w+day['’]s|yesterday['’]s) (?:[\w'’-]+ ){0,3}"
_KINDS: tuple[tuple[OccasionKind, str], ...] = (
    (
        "press conference",
        rf"(?:news|press|media) (?:conference|briefing|call|availability|scrum)|briefing (?:reporters|journalists)"
        rf"|(?:told|tells|telling|answered|asked by|spoke to|speaking to|said to) {_WHO}|conference call",
    ),
    (
        "hearing",
        rf"{_TO} {_SOME}(?:hearing|trial|inquest|inquiry|tribunal|court|committee|panel|commission)|testified"
        r"|(?:told|in|to) (?:parliament|congress|the senate|the house|mps|lawmakers|court|deputies)"
        r"|on the (?:senate|house) floor|under oath",
    ),
    (
        "meeting",
        rf"{_TO} {_SOME}(?:meeting|assembly|session|forum|summit|conference|hustings)"
        r"|told (?:the )?(?:council|councillors|shareholders|delegates|residents|members)",
    ),
    (
        "speech",
        rf"{_TO} {_SOME}(?:rally|demonstration|vigil|funeral|service|ceremony|speech|address|remarks|sermon|debate"
        r"|crowd)|told (?:supporters|the crowd|demonstrators|a crowd)|in remarks|in a televised",
    ),
    (
        "statement",
        r"in (?:an? |the |his |her |their |its )?(?:[\w'’-]+ ){0,2}(?:statement|release|letter|memo|report|filing"
        r"|ruling|judgment|open letter)|(?:issued|released|published) (?:an? |the )?(?:[\w'’-]+ ){0,2}"
        r"(?:statement|letter)"
        r"|the statement (?:said|read|added)|a statement from",
    ),
    (
        "post",
        r"tweeted|in a (?:tweet|post|video|blog|thread)|(?:wrote|posted|said|writing) on (?:x|twitter|facebook"
        r"|instagram|tiktok|social media|linkedin|telegram|truth social|bluesky|his blog|her blog)",
    ),
)
_PATTERNS = tuple((kind, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for kind, pattern in _KINDS)
# What one outlet was told: its own reporter, or an interview.
_PRIVATE = re.compile(
    r"\b(?:told|speaking to|spoke to|talked to) (?:this|our) (?:newspaper|paper|magazine|website|reporter"
    r"|correspondent|programme|program|station|agency|news ?room)\b|\b(?:in|during) an? (?:[\w-]+ ){0,2}interview\b"
    r"|\b(?:told|speaking to|spoke to) (?:the )?(?:[A-Z][\w&’'-]{0,30} ){0,3}(?:[Rr]adio|TV|[Tt]elevision|News|Times"
    r"|Post|Gazette|Herald|Courier|Tribune|Journal|Chronicle|Argus|Observer|Guardian|Mail|Star|Telegraph|Monitor)\b"
)
_ENDS = re.compile(r"[.!?][\"'”’»]?\s|\n")


@dataclass(frozen=True, slots=True)
class PublicOccasion:
    """Where words were said in public: of which kind, by which words of the text, and where these are."""

    kind: OccasionKind
    words: str
    place: Span


def said_in_public(article: Article, passage: Span, speaker: str | None = None) -> PublicOccasion | None:
    """The public occasion of a passage, by the text around it; None where the text names none, or a private one.

    Of several the nearest counts. Where nothing is near, it is what a sentence names together with the `speaker`.
    """
    text, body = article.text, article.body
    start, end = max(body.start, passage.start - AROUND), min(body.end, passage.end + AROUND)
    found = _nearest(text, passage, start, end)
    if found is not None or speaker is None:
        return found[1] if found else None
    surname = speaker.split()[-1] if speaker.split() else ""
    if len(surname) < len("abc"):
        return None
    place = text.find(surname, body.start, body.end)
    while place >= 0:
        sentence = _sentence(text, place, body)
        named = _nearest(text, Span(place, place + len(surname)), *sentence)
        if named is not None:
            return named[1]
        place = text.find(surname, max(sentence[1], place + 1), body.end)
    return None


@functools.cache
def _agency_credit() -> re.Pattern[str]:
    """Credits of agencies: what an agency was told is no public occasion."""
    cues = "|".join(map(re.escape, lexicon().credit_cues))
    names = sorted({*AGENCY_BY_MARK, *AGENCY_BY_MARK.values()}, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{cues})\s(?:the\s)?(?:{'|'.join(map(re.escape, names))})\b")


def _nearest(text: str, words: Span, start: int, end: int) -> tuple[int, PublicOccasion | None] | None:
    """The nearest occasion, as its distance and itself (None: a private one); None where there is none."""
    found: list[tuple[int, int, PublicOccasion | None]] = []
    for order, (kind, pattern) in enumerate(_PATTERNS):
        for match in pattern.finditer(text, start, end):
            place = Span(*match.span())
            found.append((_distance(words, place), order, PublicOccasion(kind, " ".join(match[0].split()), place)))
    for private in (_PRIVATE, _agency_credit()):
        found += [(_distance(words, Span(*match.span())), -1, None) for match in private.finditer(text, start, end)]
    if not found:
        return None
    distance, _, occasion = min(found, key=lambda one: one[:2])
    return distance, occasion


def _distance(words: Span, place: Span) -> int:
    return max(words.start - place.end, place.start - words.end, 0)


def _sentence(text: str, place: int, body: Span) -> tuple[int, int]:
    start = max(body.start, place - AROUND)
    for match in _ENDS.finditer(text, start, place):
        start = match.end()
    after = _ENDS.search(text, place, min(body.end, place + AROUND))
    return start, after.end() if after else min(body.end, place + AROUND)


def weigh_public_speech(
    a: Article, b: Article, passages: Sequence[Passage], argued: Mapping[str, float]
) -> list[Evidence]:
    """That nearly all that is shared was quoted on both sides from one public occasion; scaled by the quoted part.

    Half the weight where only one text names the occasion; nothing where one says that an outlet was told.
    """
    total = sum(each.match.a.length for each in passages)
    quoted = [each for each in passages if each.in_quotes == (True, True)]
    share = sum(each.match.a.length for each in quoted) / total if total else 0.0
    if share < MOSTLY:
        return []
    longest = max(quoted, key=lambda each: (each.match.a.length, -each.match.a.start))
    places = (
        said_in_public(a, longest.match.a, longest.speakers[0] or longest.speaker),
        said_in_public(b, longest.match.b, longest.speakers[1] or longest.speaker),
    )
    if _is_private(a, longest.match.a) or _is_private(b, longest.match.b):
        return []
    named = [place for place in places if place is not None]
    if not named:
        return []
    weight = argued["said_in_public"] * share * (1 if len(named) > 1 else ONE_SIDE)
    arguments = SaidInPublic(longest.speaker, named[0].kind, named[0].words)
    return [Evidence(arguments, "common", round(weight, 3))]


def _is_private(article: Article, words: Span) -> bool:
    """Whether the nearest that a text says of words is that an outlet was told."""
    start, end = max(article.body.start, words.start - AROUND), min(article.body.end, words.end + AROUND)
    found = _nearest(article.text, words, start, end)
    return found is not None and found[1] is None
