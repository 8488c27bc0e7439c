"""Lines that begin with who speaks: "LUND: words", "Q. words", "[00:12:31] MS LUND: words", "Lund (Ind): words".

A label alone proves nothing: recipes, programmes and credits have lines of that form. `dialogues` decides by what
the lines of a text are like together. Nothing here knows who a label means.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from provenance.model import Span
from provenance.quotes.documents.document_words import DocumentWords
from provenance.quotes.languages import Language
from provenance.quotes.word_classes import DETERMINER, PARTICLE, PREPOSITION, PRONOUN, TITLE

LONGEST_GAP, _ENDINGS = 12, tuple('.?!…)]”"')  # blanks between a sentence and a label behind it on the line
LONGEST_LABEL = 80  # code points, roles and places in brackets included
LONGEST_START = 120  # code points of a line in which the colon behind a label is
MOST_WORDS = 5  # of a name, without titles
MOST_ROLE_WORDS = 10

_TIME = r"[\[(<]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])>]?"
# A colon inside a time ends no label.
_COLON = re.compile(
    rf"[ \t>*_#•–—-]{{0,12}}(?:{_TIME}[ \t–—-]{{0,4}})?[*_>\[ \t]{{0,8}}"
    r"([^\W\d_](?:[^:\n\r]|(?<=\d):(?=\d\d)){0,78})"
    r"[*_\]]{0,3}:(?![/\d])[*_]{0,3}[ \t]*+"
)
# "Q. Why?", "A – Because", and "Mr. LUND. I rise", as the United States Congress prints its members.
_LETTER = re.compile(r"[ \t>*_]{0,8}(?:([QA])(?:\.|[ \t]?[–—-]|[*_]{1,3})[*_]{0,3}[ \t]++|(Q)(?=[A-Z][a-z’']))")
_MEMBER = re.compile(
    r"[ \t]{0,8}((?:(?:Mr|Mrs|Ms|Miss|Dr)\.?|The|Mme) [A-Z][A-Z'’-]{2,}(?: [A-Z][A-Z'’-]+){0,2}"
    r"(?: of [A-Z]\w{2,}(?: [A-Z]\w+)?)?)\.[ \t]++(?=[A-Z“\"])"
)
# A name and a time, or a name in capitals, on a line of its own above what is said.
_TIMED = re.compile(rf"(?m)[ \t*_>]{{0,6}}([^\W\d_][^\d:\n\r]{{1,50}}?)[ \t,–—-]{{1,5}}{_TIME}[*_ \t]{{0,4}}$")
_CAPITALS = re.compile(r"(?m)[ \t*_]{0,6}([A-Z][A-Z.'’ -]{2,40}[A-Z])[*_ \t]{0,4}$")
# Pages lose line ends: "... in nine years. TVEIT: The company ..."
_INSIDE = re.compile(r"(?<=[ \t])([A-Z][A-Z.'’-]{2,}(?: [A-Z][A-Z.'’-]+){0,3}|[QA])(?: \([^()\n]{1,40}\))?$")
_BRACKETS = re.compile(r"[(\[][^()\[\]\n]{0,60}[)\]]")
_TIMES = re.compile(_TIME)


class Label(NamedTuple):
    """A label and what may be its words: `place` is the label in the text, `start` where words begin behind it.

    `name` is the label without time, brackets and role; `bracket` what the first bracket has, which may be a name
    ("The Chair (Berit Lund)"); `kind` says "asks", "answers", "role", "unknown" or "name".
    """

    name: str
    bracket: str
    kind: str
    place: Span
    start: int


def labels(text: str, within: Span, language: Language, words: DocumentWords) -> list[Label]:
    """What may be labels, ascending, at most one a place."""
    found: dict[int, Label] = {}
    start, colon = within.start, text.find(":", *within)
    while start < within.end:
        end = text.find("\n", start, within.end)
        end = within.end if end < 0 else end
        if 0 <= colon < start:
            colon = text.find(":", start, within.end)
        patterns: tuple[re.Pattern[str], ...] = (_LETTER, _MEMBER, _CAPITALS)
        if 0 <= colon < min(end, start + LONGEST_START):
            patterns = (_COLON, _LETTER, _TIMED, _MEMBER, _CAPITALS)
        for pattern in patterns:
            line = pattern.match(text, start, within.end)
            if line is not None:
                group = line.lastindex or 1
                _take(found, line[group], Span(*line.span(group)), line.end(), language, words)
        start = end + 1
    if len(found) < MOST_WORDS:
        inside = _inside(text, within)
        for each, after in inside if len(inside) > 1 else ():
            _take(found, each[1], Span(*each.span(1)), after, language, words)
    return [found[place] for place in sorted(found)]


def _inside(text: str, within: Span) -> list[tuple[re.Match[str], int]]:
    """Labels inside a line, behind the end of a sentence, with the places where words begin behind them."""
    found = []
    colon = text.find(": ", *within)
    while colon >= 0:
        label = _INSIDE.search(text, max(within.start, colon - LONGEST_LABEL), colon)
        if label is not None:
            gap = text[max(within.start, label.start() - LONGEST_GAP) : label.start()]
            after = colon + 1
            while after < within.end and text[after] in " \t":
                after += 1
            if gap.rstrip()[-1:] in _ENDINGS:
                found.append((label, after))
        colon = text.find(": ", colon + 1, within.end)
    return found


def _take(
    found: dict[int, Label], raw: str, place: Span, start: int, language: Language, words: DocumentWords
) -> None:
    label = label_of(raw, place, start, language, words)
    if label is not None:
        found.setdefault(label.place.start, label)


def label_of(raw: str, place: Span, start: int, language: Language, words: DocumentWords) -> Label | None:
    """What a label says; None where a line of another kind begins so."""
    if len(raw) > LONGEST_LABEL:
        return None
    bracket = _BRACKETS.search(raw)
    plain = _BRACKETS.sub(" ", _TIMES.sub(" ", raw))
    first, _, role = plain.replace("*", " ").replace("_", " ").partition(",")
    listed = first.strip(" –—-.").split()
    while len(listed) > 1 and listed[0].lower() in language.lexicon.verbs:
        listed = listed[1:]  # "Continued Lund:"
    name = " ".join(listed)
    if _tells(role, language):
        return None
    lower = name.lower().replace(".", "")
    inner = bracket.group()[1:-1].strip() if bracket else ""
    if lower in words.asking or lower in words.answering:
        kind = "asks" if lower in words.asking else "answers"
    elif not name or lower in words.no_labels or words.no_labels.issuperset(lower.split()):
        return None
    elif lower in words.roles:
        kind = "role"
    elif lower.rstrip("0123456789 ") in words.unknown or re.fullmatch(r"(?:speaker|voice|man|woman) \w{1,3}", lower):
        kind = "unknown"
    elif is_name_like(name, language):
        kind = "name"
    else:
        return None
    return Label(name, inner, kind, place, start)


def _tells(role: str, language: Language) -> bool:
    """Whether what follows a name is no role but a sentence: ", the chair, was quoted as saying:"."""
    listed = role.split()
    return len(listed) > MOST_ROLE_WORDS or any(word.lower() in language.lexicon.verbs for word in listed)


def is_name_like(name: str, language: Language) -> bool:
    """Whether every word has a capital, is a particle or an initial, and there are few of them."""
    listed = name.split()
    classes = [language.lexicon.words.get(word.lower().rstrip("."), 0) for word in listed]
    core = [word for word, bits in zip(listed, classes, strict=True) if not bits & TITLE] or listed
    if not 0 < len(core) <= MOST_WORDS or not core[-1][:1].isupper() or (len(core) > 1 and classes[0] & PRONOUN):
        return False
    if not core[0][:1].isupper() and not classes[0] & (PARTICLE | DETERMINER):
        return False
    small = PARTICLE | PREPOSITION | DETERMINER
    return all(word[:1].isupper() or bits & small for word, bits in zip(listed, classes, strict=True)) and not any(
        mark in name for mark in '“”"«»?!;/=@#%'
    )
