"""Where an article gives words that are nobody's: a law, a hymn, a poem, a statement that was sent to many.

Whoever quotes an article of the constitution has it from the constitution. Two articles that give the same one, each
introducing it as what it is, have nothing from each other, unless they share more than that. An article is looked at
alone: its introductions ("Article 5 of the constitution reads:") and the blocks or quotations that they introduce.
Who had the words first is nothing that is decided here.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from provenance.lineage.inline_public_texts import inline_public_texts
from provenance.model import Match, Span
from provenance.model.text_parts import overlap, union

INTRODUCTION = 240  # characters before a block in which it is named
SIGNATURE = 80  # characters of a line under a block that may name it ("Psalm 23")
MOST = 60  # blocks of one text that are looked at: a law in full has more colons, and introduces nothing
LONGEST = 4000  # characters of what is introduced
VERSE = 60  # characters of the longest line of a verse
WRAPPED = 100  # characters of a line that was broken to fit
NEAR = 8  # characters of white space between an introduction and a marked block
SHORT = 25  # characters of a sentence that goes with the one before it
PROSE = "prose"
# Small words shared beside the words of nobody that are a phrase of the trade and no copied prose.
BESIDE = 10
HALF = 0.5  # part of the shared words that must be nobody's

# What public texts are called, in words or parts of them. A word of three letters is one only by itself.
_NAMES = re.compile(
    r"constitution|amendment|statute|charter|treaty|convention|covenant|ordinance|regulation|by-?law|decree|edict"
    r"|proclamation|declaration|resolution|preamble|manifesto|communiqu|statement|press release|open letter|letter"
    r"|oath|pledge|creed|motto|prayer|psalm|hymn|anthem|gospel|scripture|bible|qur.?an|koran|torah"
    r"|genesis|exodus|proverb|stanza|verse|poem|sonnet|ballad|rhyme|song|lyrics|chorus|inscription|epitaph"
    r"|\b(?:act|law|code|ode|poet|psalter)\b|§"
    r"|\b(?:section|article|art\.|clause|paragraph|chapter|canto|rule)\s+[\dIVXLC]"
    r"|verfassung|grundgesetz|gesetz|\bartikel|\bparagra[fp]h?|\babsatz|hymne|gedicht|strophe|\blied\b|erklärung"
    r"|mitteilung|offene[rn]? brief|\bloi\b|\bpoème|\bcommuniqué|déclaration|lettre ouverte|\bley\b|artículo|himno"
    r"|poema|comunicado|declaración|carta abierta|legge|articolo|costituzione|\binno\b|poesia|comunicato|\blei\b"
    r"|\bartigo|constitui|\bhino\b|grondwet|\bwet\b|volkslied|verklaring|grunnlov|grundlov|\bloven\b|\blov\b"
    r"|paragraf|salme|nasjonalsang|nationalsang|\bdikt|sangen\b|pressemelding|uttalelse|erklæring|grundlag|\blagen\b"
    r"|nationalsång|\bvers\b|pressmeddelande|konstytucj|ustaw|hymn|wiersz|oświadczeni|конституц|закон|стать|гимн"
    r"|псал|стих|заявлени",
    re.IGNORECASE,
)
_QUOTES = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’"}
_BLANK_LINE = re.compile(r"[ \t\r\xa0]*\n")
_BLANK = re.compile(r"\n[ \t]*\n")
_MARKED = re.compile(r"\s*(?:>|[ ]{2,8}\S|\t|\(?\d{1,3}[.)]|§|Art)")
_FIRST_PERSON = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y|[Ww]ir|[Uu]nser|[Nn]ous|[Nn]otre|[Nn]uestr[oa]s?|[Vv]i|[Vv]år)\b"
)


@dataclass(frozen=True, slots=True)
class PublicText:
    """Words of nobody in one article: where they are, and the words by which the article names them."""

    span: Span
    name: str


@functools.lru_cache(maxsize=1024)  # an audit judges the links of one article one after the other
def public_texts(text: str, body: Span) -> tuple[PublicText, ...]:
    """What an article introduces as a public text and sets off, ascending."""
    found: list[PublicText] = []
    begins = (*islice(_after_colons(text, body), MOST), *islice(_after_marks(text, body), MOST))
    for place, start in sorted(set(begins)):
        if found and place < found[-1].span.end:
            continue
        end = _end(text, start, body.end)
        name = _named(text, place, body.start) or _signed(text, end, body.end)
        if name and end > start:
            found.append(PublicText(Span(start, end), name))
    inline = sorted(inline_public_texts(text, body))
    found += [PublicText(*each) for each in inline if not overlap([each[0]], [one.span for one in found])]
    return tuple(sorted(found, key=lambda each: each.span))


def _after_colons(text: str, body: Span) -> Iterator[tuple[int, int]]:
    """Where introductions with a colon end, and where the block or quotation after each begins."""
    place = text.find(":", body.start, body.end)
    while place >= 0:
        start = place + 1
        while start < min(body.end, place + 4) and text[start] in " \t\r\xa0":
            start += 1
        if start < body.end and (text[start] == "\n" or text[start] in _QUOTES):
            yield place + 1, start
        place = text.find(":", place + 1, body.end)


def _after_marks(text: str, body: Span) -> Iterator[tuple[int, int]]:
    """Where blocks begin whose lines are marked with ">", and where the line before each ends."""
    place = text.find("\n>", body.start, body.end)
    last = -2
    while place >= 0:
        before = place
        while before > max(body.start, place - NEAR) and text[before - 1].isspace():
            before -= 1
        line = text.rfind("\n", max(body.start, before - INTRODUCTION), before) + 1
        if last < line:  # the line before is none of the block
            yield before, place + 1
        last = place + 1
        place = text.find("\n>", place + 1, body.end)


@dataclass(frozen=True, slots=True)
class SharedPublicText:
    """What two articles share of public texts: how each names them, and the characters of their equal words that are
    in one, of so many in all. `beside` counts the small words that are equal beside them."""

    names: tuple[str, str]
    characters: int
    shared: int
    beside: int

    @property
    def is_all(self) -> bool:
        """Whether nothing else of what they share speaks of copying."""
        return self.beside < BESIDE and self.characters >= HALF * self.shared


def shared_public_text(a: tuple[str, Span], b: tuple[str, Span], matches: Sequence[Match]) -> SharedPublicText | None:
    """What two articles, each (text, body), share of texts that both introduce; None without any."""
    texts = []
    for article in (a, b):
        found = public_texts(*article)
        if not found:
            return None
        texts.append(found)
    shared = [union(pair[side] for match in matches for pair in match.shared) for side in (0, 1)]
    public = [_common(equal, [each.span for each in found]) for equal, found in zip(shared, texts, strict=True)]
    if not all(public):
        return None
    lengths = [sum(each.length for each in spans) for spans in public]
    beside = max(
        _small_words(text, equal) - _small_words(text, inside)
        for (text, _), equal, inside in zip((a, b), shared, public, strict=True)
    )
    names = [
        max(found, key=lambda each: (overlap([each.span], inside), -each.span.start)).name
        for found, inside in zip(texts, public, strict=True)
    ]
    return SharedPublicText((names[0], names[1]), min(lengths), sum(each.length for each in shared[0]), beside)


def _common(equal: Sequence[Span], public: Sequence[Span]) -> list[Span]:
    """The parts of equal words that are in a public text."""
    return [span for each in public for span in union(equal, each)]


def _small_words(text: str, spans: Sequence[Span]) -> int:
    """Words in small letters: names and numbers are shared by whoever reports the same."""
    return sum(word[0].islower() for span in spans for word in span.of(text).split())


def _named(text: str, end: int, limit: int) -> str | None:
    """The name of a public text in the sentence that ends at `end`, None without any."""
    start = max(limit, end - INTRODUCTION, text.rfind("\n", limit, end - 1) + 1)
    before = text.rfind(
        ". ", start, end - SHORT
    )  # the sentence before a very short one counts as well: "Art. 5 reads:"
    named = [found.group() for found in _NAMES.finditer(text, max(start, before + 1), end)]
    return named[-1] if named else None


def _signed(text: str, end: int, limit: int) -> str | None:
    """The name of a public text in a line like "- Psalm 23" under a block."""
    line = text[end : min(limit, end + SIGNATURE)].strip().partition("\n")[0]
    found = _NAMES.search(line) if line[:1] in {"-", "–", "—", "("} else None
    return found.group() if found else None


def _end(text: str, start: int, limit: int) -> int:
    """Where the quotation or block that begins at `start` ends."""
    limit = min(limit, start + LONGEST)
    closing = _QUOTES.get(text[start : start + 1])
    if closing is not None:
        ends = [place for mark in closing if (place := text.find(mark, start + 1, limit)) >= 0]
        return min(ends) + 1 if ends else start
    while (blank := _BLANK_LINE.match(text, start, limit)) is not None:
        start = blank.end()
    end = _paragraph_end(text, start, limit)
    first = _form(text[start:end])
    while first != PROSE:
        after = _BLANK.match(text, end, limit)
        if after is None:
            break
        following = _verse_end(text, after.end(), limit) if first == "verse" else 0
        following = following or _paragraph_end(text, after.end(), limit)
        if _form(text[after.end() : following]) != first:
            break
        end = following
    return end


def _paragraph_end(text: str, start: int, limit: int) -> int:
    """Where the paragraph ends: at a blank line, or with a line that is too long to be wrapped."""
    while start < limit:
        end = text.find("\n", start, limit)
        if end < 0:
            return limit
        if end - start > WRAPPED or not text[end + 1 : limit].partition("\n")[0].strip():
            return end
        start = end + 1
    return limit


def _verse_end(text: str, start: int, limit: int) -> int:
    """Where a stanza ends, also where prose follows without a blank line; 0 for fewer than two short lines."""
    lines = place = 0
    while (end := text.find("\n", start, limit)) >= 0 and text[start:end].strip() and end - start <= VERSE:
        place, start, lines = end, end + 1, lines + 1
    return place if lines > 1 else 0


def _form(paragraph: str) -> str:
    """Whether a paragraph is set off by marks, is a verse, speaks in the first person, or is prose like any other."""
    lines = [line for line in paragraph.split("\n") if line.strip()]
    if lines and _MARKED.match(lines[0]):
        return "marked"
    if len(lines) > 1 and all(len(line) <= VERSE for line in lines):
        return "verse"
    return "speech" if _FIRST_PERSON.search(paragraph) else PROSE
