"""Whose text an article says it carries: an agency's mark, a line with its name, a note that it contributed.

Marks are looked for near the start and the end, each where marks are put: "PARIS (AFP) -", "... he said. (AP)",
"— dpa", "NNA/Staff", "By Northern News Agency". A name in brackets within a sentence explains an abbreviation, one in
a picture's credit belongs to the picture: neither is a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.languages.news_words import CATALOGUE, compiled, news_words
from provenance.lineage.agencies import SHIPPED, Agencies
from provenance.model import Article
from provenance.model.nobody import is_nobody

WITHIN = 400  # characters at the start and the end of the body in which marks are looked for
_BEYOND = 300  # characters behind the body, where notices are
_BRACKETS = re.compile(
    r"[(\[](?P<mark>[^()\[\]\n]{2,40})[)\]]"
    r"(?P<dash>\.?[ \t\u00a0]{0,3}[-–—―_:])?|(?<!\w)/(?P<slash>[^/\n]{2,30})/(?!\w)"
)
# "PARIS, May 4 ": what comes before a mark.
_DATELINE = re.compile(
    r"^\W{0,3}[^\W\d_a-zß-ÿ]{2}[\w.'’-]{0,20}[, ]{1,2}(?:[^\W_a-zß-ÿ][\w.'’-]{0,20}[, ]{1,2}){0,7}$"
    r"|\s[A-Z]{4,20},? {1,2}$"
)
_LEAD = re.compile(r"\W{0,3}(?P<name>[\w.'’ -]{2,40}?)[ \t]?[-–—:](?=\s)")  # "Reuters - ", "dpa: "
_LABEL = re.compile(
    r"(?:by|from|source|sources|via|von|quelle|quellen|fuente|fuentes|par|por|fonte|bron|kilde|källa|źródło|источник"
    r"|出典|来源|來源|©|\(c\)|copyright(?: \(c\))?)[: ]{0,2}(?:©[ ])?(?:\d{4} )?",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[/,+&]| and | und | et | y | e | with ")
_TAIL = re.compile(r"(?:^|[-–—,|/]\s?|[.!?”\"»]\s)(?P<name>[^\n,|/–—.!?()\[\]]{2,40}?)[-–—.]?$")
_ROLES = re.compile(r" (?:staff|writers?|correspondents?|reporters?|editors?|report|desk)$", re.IGNORECASE)
_EDITORS = frozenset(("red", "red.", "redaktion", "mit", "eigen", "own", "hlm", "sr", "ots", "agenturen", "agencias"))
_WIDE_BRACKETS = re.compile(r"[（【［](?P<mark>[^（）【】［］\n]{2,40})[）】］]")
_LONGEST_LINE = 120  # characters of a line that may be a credit as a whole
_LONGEST_NAMELESS = 60  # characters of a line that says "staff and agencies"
_AUTHORS = re.compile(r"[,;/|()\[\]]| of (?:the )?| for (?:the )?| von (?:der )?| - ")
_PLURALS = re.compile(
    r"(?<!\w)(?:agencies|agency reports|wires|wire (?:services?|reports?)|news services|agenturen|agences|agencias"
    r"|agenzie|agências|agentschappen|persbureaus|agencje|агентства)(?!\w)",
    re.IGNORECASE,
)
_SMALL_WORDS = re.compile(
    r"(?<!\w)(?:with|and|additional|reporting|material|inputs?|compiled|combined|mit|und|avec|con|com|met|med|et|y|e"
    r"|en|och|og|i|и|с)(?!\w)",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(r" (?:also )?contributed\b(?: reporting)?(?! \$?\d)")
_BEFORE = 80  # characters before "contributed"
_MATERIAL = re.compile(
    r"\b(?:[Ww]ith|[Ii]ncludes|[Aa]dditional|[Ss]ome)(?: \w{3,12}){0,2}"
    r" (?:reporting|files|material|information|content|copy) (?:from|by) (?P<english>[^.\n()]{2,80})"
    r"|\b[Mm]it (?:Material|Informationen|Angaben) (?:von|der|des)(?: der)? (?P<german>[^.\n()]{2,60})"
    r"|\b(?:[Mm]it|[Uu]nter Verwendung von) (?P<compound>\w{2,12})-(?:Material|Informationen)"
    r"|\((?:[Mm]it|[Aa]vec|[Cc]on|[Cc]om|[Mm]et|[Mm]ed|[Ww]ith)\s(?P<bracket>[^()\n]{2,40})\)"
    r"|\b[Cc]o[nm] (?:información|informaciones|informações|material) d[aeo][ls]? (?P<romance>[^.\n()]{2,60})"
    r"|\b[Aa]vec (?:les? )?(?:informations? )?(?:de l['’]|de |l['’])(?P<french>[^.\n()]{2,40})"
)
# One of these is in every note that `_MATERIAL` matches.
_HINTS: tuple[str, ...] = (
    "aterial",
    "eporting",
    " files ",
    "nformati",
    "nformac",
    "nformaç",
    " content ",
    " copy ",
    "vec ",
)
_HINTS += (
    "(mit ",
    "(Mit ",
    "(con ",
    "(Con ",
    "(com ",
    "(Com ",
    "(met ",
    "(Met ",
    "(med ",
    "(Med ",
    "(with ",
    "(With ",
)


def agency_of(article: Article, agencies: Agencies = SHIPPED) -> str | None:
    """The agency whose text the article says it carries: its `agency`, or near the start or the end a mark such as
    "(AP) —", a line that is its name, or a byline with it."""
    if article.agency:
        return agencies.settled(article.agency)
    if article.author and (found := _author(article.author, agencies)) is not None:
        return found
    if article.title and (found := agencies.named(article.title)) is not None:  # a line above a story without a head
        return found
    start, end = article.body
    head = (start, min(end, start + WITHIN))
    tail = (max(start, end - WITHIN), min(len(article.text), end + _BEYOND))
    for place, last in ((head, False), (tail, True)):
        for candidate in _candidates(article.text, *place, last=last):
            if (found := _agency_among(candidate, agencies)) is not None:
                return found
        if article.language in CATALOGUE:
            for candidate in _foreign_candidates(article.text, *place, article.language or ""):
                if (found := _agency_among(candidate, agencies)) is not None:
                    return found
    return None


def _author(author: str, agencies: Agencies) -> str | None:
    """The agency that an article's author is, or writes for: "Reuters", "Ines Fabri, Associated Press"."""
    if len(author) > _LONGEST_LINE:
        return None
    label = _LABEL.match(author)
    author = author[label.end() :] if label else author
    parts = (author, *_AUTHORS.split(author))
    return next((found for part in parts if (found := _agency_among(part, agencies)) is not None), None)


def says_agencies(article: Article) -> bool:
    """Whether an article says that it is from agencies and not which: "Staff and agencies", "(with agencies)"."""
    if article.author and _is_agencies(article.author):
        return True
    start, end = article.body
    head = article.text[max(0, start - WITHIN) : min(end, start + WITHIN)]
    tail = article.text[max(start, end - WITHIN) : end + _BEYOND]
    return any(_is_agencies(line) for part in (head, tail) for line in part.split("\n"))


def _is_agencies(line: str) -> bool:
    """Whether no word of a short line says who it is, and one is "agencies" in some language."""
    if not 5 <= len(line.strip()) <= _LONGEST_NAMELESS or _PLURALS.search(line) is None:
        return False
    return is_nobody(_SMALL_WORDS.sub(" ", line))


def _candidates(text: str, start: int, end: int, *, last: bool) -> Iterator[str]:
    """What may be a mark in a window of the text, in the order of its lines."""
    first = True
    window = text[start:end]
    if end < len(text) and not last:
        window = window.rpartition("\n")[0] or window  # the last line may be cut
    for raw in window.split("\n"):
        line = raw.strip()
        if not line:
            continue
        for found in _BRACKETS.finditer(line) if "(" in line or "/" in line or "[" in line else ():
            before, behind = line[: found.start()], line[found.end() :].strip(" .\u00a0")
            if (
                found["dash"]
                or not behind
                or not before.strip()
                or _DATELINE.search(before, max(0, len(before) - 120))
            ):
                yield found["mark"] or found["slash"]
        if first and not last and (lead := _LEAD.match(line)):
            yield lead["name"]
        first = False
        if len(line) <= _LONGEST_LINE:
            label = _LABEL.match(line)
            yield line[label.end() :] if label else line
        if tail := _TAIL.search(line, max(0, len(line) - 60)):
            yield tail["name"]


def _foreign_candidates(text: str, start: int, end: int, code: str) -> Iterator[str]:
    """What may be a mark in the words of another language than English, in the order of its lines."""
    words = news_words(code)
    if words is None:
        return
    for raw in text[start:end].split("\n"):
        line = raw.strip()
        for found in compiled(words.marks).finditer(line):
            yield found["mark"]
        for found in _WIDE_BRACKETS.finditer(line):
            yield found["mark"]
        if len(line) <= _LONGEST_LINE and (label := compiled(rf"(?:{words.labels})[：: ]{{0,2}}").match(line)):
            yield line[label.end() :].strip("（）() ")


def _agency_among(candidate: str, agencies: Agencies) -> str | None:
    """The first agency of "NNA", "dpa/AFP", "NNA/Staff" or "NNA Staff"; None where any part is something else."""
    candidate = candidate.strip(" \t\u00a0-–—.")
    whole = agencies.named(candidate) or agencies.named(_ROLES.sub("", candidate))
    if whole:
        return whole
    parts = [part.strip() for part in _JOINED.split(candidate)]
    if len(parts) < 2 or len(parts) > 6:
        return None
    named = [(agencies.named(part) or agencies.named(_ROLES.sub("", part)), part) for part in parts if part]
    if any(agency is None and part.casefold() not in _EDITORS and not is_nobody(part) for agency, part in named):
        return None
    return next((agency for agency, _ in named if agency), None)


def contributors(article: Article, agencies: Agencies = SHIPPED) -> tuple[str, ...]:
    """Agencies that the article says had a part in it: "The Associated Press contributed to this report", "mit
    Material von dpa"; in reading order."""
    start, end = article.body
    text = article.text[max(start, end - WITHIN) : end + _BEYOND]
    phrases = []
    if " contributed" in text:
        for each in _CONTRIBUTED.finditer(text):
            line = text[max(0, each.start() - _BEFORE) : each.start()].rpartition("\n")[2]
            phrases.append((each.start(), line.rpartition(". ")[2]))
    if any(hint in text for hint in _HINTS):
        phrases += [(each.start(), next(filter(None, each.groups()))) for each in _MATERIAL.finditer(text)]
    words = news_words(article.language)
    if words is not None:
        ends = rf"(?:{words.share_ends}|(?=[.。\n()（）]|$))"
        pattern = compiled(rf"(?<!\w)(?:{words.shares})(?P<who>[^.。\n()（）]{{2,60}}?){ends}")
        phrases += [(each.start(), each["who"]) for each in pattern.finditer(text)]
    parts = [part for _, phrase in sorted(phrases) for part in _JOINED.split(phrase)]
    return tuple(dict.fromkeys(name for part in parts if (name := _named_in(part, agencies)) is not None))


def _named_in(phrase: str, agencies: Agencies) -> str | None:
    """The agency that a phrase is, ends with or begins with: "Ines Fabri of The Associated Press"."""
    words = phrase.split()
    for count in range(min(len(words), 5), 0, -1):
        for part in (words[-count:], words[:count]):
            if (found := agencies.named(" ".join(part))) is not None:
                return found
    return None


def is_dispatch(article: Article, agency: str, agencies: Agencies = SHIPPED) -> bool:
    """Whether an article is the agency's own: published by it, or under its mark and by nobody else."""
    if agencies.published_by(article, agency):
        return True
    carried = None if article.publisher else agency_of(article, agencies)
    return carried is not None and agencies.same(carried, agency)


def resold(article: Article, agencies: Agencies = SHIPPED) -> str | None:
    """The agency whose text an outlet ran under the agency's mark; None for the agency's own dispatches."""
    agency = agency_of(article, agencies)
    return agency if agency and not is_dispatch(article, agency, agencies) else None
