"""Where a sentence gives words of a law or an oath in passing: `Under section 12, "no person shall ..."`.

Unlike a block that is set off (`public_texts`) such words are part of a sentence that names where they are from:
right before the quotation marks, behind them, or before a colon. An oath is told without marks, too: "swore that she
would faithfully ...". Only names of laws and oaths count here: what a person or a statement says is somebody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from provenance.model import Span

MOST = 60  # places of one text that are looked at
NEAR = 140  # characters before a quotation in which its law is named
BEHIND = 90  # characters behind it
LONGEST = 2000  # characters of what is given
CLOSING = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"'}

_OATHS = r"oaths?|pledge of allegiance|creed|eide?s?|serment|juramento|giuramento"
_LAWS = (
    r"constitution|amendment|statutes?|charter|treaty|convention|covenant|ordinances?|regulations?|by-?laws?|acts?"
    r"|laws?|code|bill|rules?|sections?|articles?|clauses?|paragraphs?|grundgesetz|verfassung|gesetz(?:es)?|artikel"
    r"|paragra[fp]h|loi|ley|legge|lei|wet|artículo|articolo|artigo"
)
_NAME = rf"(?P<name>\b(?i:[\w-]{{0,20}}(?:gesetz|verfassung)(?:es)?|{_LAWS}|{_OATHS})\b|§)"
# What belongs to the name of a law: numbers, capitals, "of the", and other names of laws.
_PART = (
    rf"(?: ?(?:\(?\d[\w.()]{{0,8}}|[IVXLC]{{1,7}}\b|[A-Z][\w'’-]{{0,24}}|of|the|and|in|its|his|her|our|this|that|des"
    rf"|der|du|de|la|della|office|allegiance|(?i:{_LAWS})\b))"
)
_VERB = (
    r"(?: (?:also|clearly|expressly|explicitly|now|still|only|itself))?"
    r" (?:says|said|states|stated|reads|read|provides|provided|declares|declared|requires|required|stipulates"
    r"|stipulated|guarantees|guaranteed|prohibits|ordains|holds|begins|runs|demands|demanded|makes clear|made clear"
    r"|lautet|besagt|bestimmt|regelt|dispose|stipule|prévoit|dice|establece|dispone|stabilisce|prevede)(?: that)?"
)
_BEFORE = re.compile(rf"{_NAME}{_PART}{{0,8}}(?:{_VERB})?[,:]? $")
_AFTER = re.compile(
    rf"[,.]? (?:reads|read|says|said|states|stated|provides|according to|under|as|in the words of|so|heißt es in)"
    rf"(?: [\w’'-]{{1,20}}){{0,4}}? {_NAME}"
)
_COLON = re.compile(rf"{_NAME}{_PART}{{0,8}}(?:{_VERB})?$")
_SWORN = re.compile(
    r"\b(?P<name>swore|sworn|swear|oath)\b"
    r"(?: (?:an |the )?(?:oath|of|office|allegiance|in|on|today|[A-Z][a-z]{2,6}day)){0,4}"
    r",? (?:that (?:she|he|they) (?:would|will) |to )"
)
_SENTENCE = re.compile(r"[.!?](?=\s|$)|\n")


def inline_public_texts(text: str, body: Span) -> Iterator[tuple[Span, str]]:
    """The words of laws and oaths that sentences give in passing, and what each is called; in no particular order."""
    yield from islice(_in_marks(text, body), MOST)
    yield from islice(_after_colons(text, body), MOST)
    for found in islice(_SWORN.finditer(text, *body), MOST):
        yield Span(found.end(), _sentence_end(text, found.end(), body.end)), found["name"]


def _in_marks(text: str, body: Span) -> Iterator[tuple[Span, str]]:
    """Quotations of which the words right before or right behind them name a law."""
    place = body.start
    while (found := _OPENING.search(text, place, body.end)) is not None:
        start = found.start()
        place = start + 1
        ends = [end for mark in CLOSING[text[start]] if (end := text.find(mark, place, start + LONGEST)) >= 0]
        if not ends or min(ends) >= body.end or "\n" in text[start : min(ends)]:
            continue
        end = place = min(ends) + 1
        before = text[max(body.start, start - NEAR) : start].rpartition("\n")[2]
        named = _BEFORE.search(before.rpartition(". ")[2])
        if named is None:
            named = _AFTER.match(text[end : min(body.end, end + BEHIND)].partition("\n")[0])
        if named is not None:
            yield Span(start, end), named["name"]


_OPENING = re.compile(r"(?<![\w.,])[“„«»\"](?=\w)")


def _after_colons(text: str, body: Span) -> Iterator[tuple[Span, str]]:
    """The rest of a sentence behind a colon, without marks, where the words right before it name a law or an oath."""
    place = text.find(": ", body.start, body.end)
    while place >= 0:
        start = place + 2
        if start < body.end and text[start].isalpha():
            before = text[max(body.start, place - NEAR) : place].rpartition("\n")[2]
            named = _COLON.search(before.rpartition(". ")[2])
            if named is not None:
                yield Span(start, _sentence_end(text, start, body.end)), named["name"]
        place = text.find(": ", start, body.end)


def _sentence_end(text: str, start: int, limit: int) -> int:
    limit = min(limit, start + LONGEST)
    found = _SENTENCE.search(text, start, limit)
    return found.start() if found else limit
