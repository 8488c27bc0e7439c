"""Tokens and sentences of a paragraph, as the rules for reported speech read them: a whole quotation is one token.

Each token carries the classes of its word as bits, so that a rule is a test of bits and not a search through lists.
Sentences are split here again, because a quotation that ends in a comma or a question mark does not end the sentence
that reports it. What a word is comes from the vocabulary of a language; nothing here knows one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from provenance.model import Span
from provenance.quotes.quotation_marks import Marked
from provenance.quotes.word_classes import (
    ABBREVIATION,
    BOUNDARY,
    CLAUSE_STARTER,
    CUE,
    DAY,
    DETERMINER,
    FIRST_MARK,
    PERSON,
    REPORTING,
    Lexicon,
)

# Rules look back and forth inside a sentence, so its length bounds their work: the longest true sentence of 840
# articles has 131 tokens.
LONGEST_SENTENCE = 160
ATTRIBUTION_AHEAD = 7  # tokens after “...?” in which a cue keeps the sentence going

# Bits beside the lexicon's: what a token is.
(
    QUOTATION,
    NAME,  # a capital letter, and neither a determiner nor a day
    WORD,  # starts with a letter or digit
    COMMA,
    DASH,
    COLON,
    SEMICOLON,
    STOP,
    OPENING,
    CLOSING,
    DOTS,
) = (1 << place for place in range(FIRST_MARK, FIRST_MARK + 11))
BREAK = COMMA | DASH | COLON | SEMICOLON | STOP | OPENING | CLOSING | DOTS
_PUNCTUATION = {
    ",": COMMA,
    "—": DASH,
    "–": DASH,
    "―": DASH,
    "--": DASH,
    "---": DASH,
    ":": COLON,
    ";": SEMICOLON,
    ".": STOP,
    "?": STOP,
    "!": STOP,
    "...": DOTS,
    "…": DOTS,
    "(": OPENING,
    "[": OPENING,
    ")": CLOSING,
    "]": CLOSING,
}

# A token and the blanks behind it, as two groups; whatever is no blank belongs to a token. Words of small letters are
# the most frequent and come first, and no part backtracks. A pattern without the blanks took twice the time.
# Groups have `*` and not `*+`, which says the same here: Python 3.11.2 loses its place in `(...)*+`.
TOKEN = re.compile(
    r"([a-z][a-z]*+[^\W_]*+(?:[-’'&][^\W_]++)*"
    r"|[A-Z](?:\.(?:[A-Z]\.)+|[A-Za-z]*+[^\W_]*+(?:[-’'&][^\W_]++)*)"
    r"|\d++(?:[.,]\d++)*(?:[-’'][^\W\d_]++)*"
    r"|[^\W_]++(?:[-’'&][^\W_]++)*"
    r"|\.\.\.|--+|[^\w\s]|_)(\s*+)"
)
_APOSTROPHE = re.compile(r"['’]")
_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}")

# What rules look for first, so that each begins at the places that concern it, as bits.
_NAMED, _CUES, _STOPS, _HYPHEN = 1, 2, 4, 8
# Words kept, as written, at 250 bytes each: 96 % of the words of press releases are among them (93 % with 20,000).
REMEMBERED = 40_000
LONGEST_REMEMBERED = 40  # letters


class Token:
    """A word, a punctuation mark, or a whole quotation (then `quotation` is set and `word` is empty)."""

    __slots__ = ("bits", "end", "index", "lower", "quotation", "start", "word")

    def __init__(
        self, start: int, end: int, word: str, lower: str, bits: int, quotation: Marked | None = None
    ) -> None:
        self.start = start
        self.end = end
        self.word = word
        self.lower = lower
        self.bits = bits
        self.quotation = quotation
        self.index: int  # place in its sentence, set by `sentences`

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(self.start, self.end)

    def __repr__(self) -> str:
        return f"<{self.word or 'quotation'} {self.start}>"


Sentence = list[Token]


def is_abbreviated(sentence: Sentence, place: int) -> bool:
    """Whether the token at `place` is the full stop of an abbreviation or an initial."""
    if place < 1 or sentence[place].word != ".":
        return False
    before = sentence[place - 1]
    return before.bits & ABBREVIATION != 0 or len(before.word) == 1


def span_of(phrase: Sequence[Token]) -> Span:
    """From the first token of a phrase to the last."""
    return Span(phrase[0].start, phrase[-1].end)


def last_character(token: Token, text: str) -> str:
    """The last character inside a quotation; "" for a word and for an empty quotation."""
    quotation = token.quotation
    if quotation is None or quotation.inner_end <= quotation.inner_start:
        return ""
    return text[quotation.inner_end - 1]


@dataclass(slots=True)
class Tokens:
    """The tokens of a paragraph in order, and the places of some of them, ascending.

    `named`: words of names, and pronouns of one person; `cues`: words that may report speech; `quoted`: whole
    quotations; `stops`: what may end a sentence.
    """

    all: list[Token] = field(default_factory=list)
    named: list[int] = field(default_factory=list)
    cues: list[int] = field(default_factory=list)
    quoted: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)


class Landmarks(NamedTuple):
    """The places in a sentence of names, cues and quotations, as in `Tokens`: rules begin there."""

    named: list[int]
    cues: list[int]
    quoted: list[int]


class Vocabulary(dict[str, tuple[str, int, int]]):
    """Each word as written -> in lower case, its bits, and the kinds of places that it is listed under in `Tokens`.

    An entry is worked out when it is first asked for. All are forgotten when there are too many, which changes no
    answer. A language whose words or names do not show in blanks and capital letters gives another `pattern` (as
    `TOKEN`) or overrides `bits_of`.
    """

    def __init__(self, lexicon: Lexicon, pattern: re.Pattern[str] = TOKEN) -> None:
        super().__init__()
        self.pattern = pattern
        self._classes = lexicon.words.get

    def __missing__(self, word: str) -> tuple[str, int, int]:
        known = self._worked_out(word)
        if len(word) <= LONGEST_REMEMBERED:
            if len(self) >= REMEMBERED:
                self.clear()
            self[word] = known
        return known

    def _worked_out(self, word: str) -> tuple[str, int, int]:
        lower = word.lower()
        bits = self.bits_of(word, lower)
        finds = _NAMED if bits & (NAME | PERSON) else 0
        if bits & CUE:
            finds |= _CUES
        if bits & STOP or word == "..." or (len(word) > 3 and _ACRONYM.fullmatch(word)):
            finds |= _STOPS
        return lower, bits, finds | (_HYPHEN if word == "-" else 0)

    def bits_of(self, word: str, lower: str) -> int:
        """The classes of a word, NAME and WORD among them, or of a punctuation mark."""
        bits = self._classes(lower, 0)
        if not bits and ("’" in word or "'" in word):
            bits = self._classes(_APOSTROPHE.split(lower, 1)[0], 0) & CLAUSE_STARTER  # "he’s"
        if word[0].isupper() and not bits & (DETERMINER | DAY):
            return bits | NAME | WORD
        return bits | (WORD if word[0].isalnum() else _PUNCTUATION.get(word, 0))


def tokenise(text: str, paragraph: Span, quotations: list[Marked], vocabulary: Vocabulary) -> Tokens:
    """The tokens of a paragraph that holds `quotations` (ascending), each of which is one token."""
    found = Tokens()
    place = paragraph.start
    for quotation in quotations:
        _plain(text, place, quotation.start, vocabulary, found)
        found.quoted.append(len(found.all))
        found.stops.append(len(found.all))
        found.all.append(Token(quotation.start, quotation.end, "", "", QUOTATION, quotation))
        place = quotation.end
    _plain(text, place, paragraph.end, vocabulary, found)
    return found


def _plain(text: str, start: int, end: int, known: Vocabulary, found: Tokens) -> None:
    """Add the tokens of a stretch without quotations."""
    tokens, named, cues, stops = found.all, found.named, found.cues, found.stops
    while start < end and text[start].isspace():
        start += 1
    for word, after in known.pattern.findall(text, start, end):
        lower, bits, finds = known[word]
        if finds:
            if finds & _NAMED:
                named.append(len(tokens))
            if finds & _CUES:
                cues.append(len(tokens))
            if finds & _STOPS:
                stops.append(len(tokens))
            if finds & _HYPHEN and text[start - 1 : start] == " " == text[start + 1 : start + 2]:
                bits |= DASH
        behind = start + len(word)
        tokens.append(Token(start, behind, word, lower, bits))
        start = behind + len(after)


def sentences(found: Tokens, text: str) -> list[tuple[Sentence, Landmarks]]:
    """The tokens of a paragraph as sentences of at most LONGEST_SENTENCE tokens; their `index` is set."""
    tokens = found.all
    ends = [place + 1 for place in found.stops if place + 1 < len(tokens) and _ends_at(tokens, place, text)]
    borders = [0, *ends, len(tokens)]
    starts = [start for begin, end in pairwise(borders) for start in range(begin, end, LONGEST_SENTENCE)]
    pieces = [tokens[start:end] for start, end in pairwise([*starts, len(tokens)])]
    for sentence in pieces:
        for index, token in enumerate(sentence):
            token.index = index
    if len(pieces) == 1:  # as are two paragraphs in three
        return [(pieces[0], Landmarks(found.named, found.cues, found.quoted))]
    landmarks = map(Landmarks, *(_cut(places, starts) for places in (found.named, found.cues, found.quoted)))
    return list(zip(pieces, landmarks, strict=True))


def _cut(places: list[int], starts: list[int]) -> list[list[int]]:
    """The places inside each piece, counted from its start."""
    firsts = [bisect_left(places, start) for start in starts]
    parts = zip(starts, pairwise([*firsts, len(places)]), strict=True)
    return [[place - start for place in places[first:end]] for start, (first, end) in parts]


def _ends_at(tokens: list[Token], place: int, text: str) -> bool:
    """Whether a sentence ends with the token at `place`, which another follows."""
    token = tokens[place]
    if token.quotation is not None:
        return _ends_with_quotation(tokens, place, text)
    if token.bits & STOP or token.word == "...":
        return _ends_at_stop(tokens, place)
    return _plain_opener(tokens[place + 1])


def _opens_sentence(token: Token) -> bool:
    first = token.word[:1]
    return token.quotation is not None or first.isupper() or first.isdigit() or token.bits & OPENING != 0


def _ends_at_stop(tokens: list[Token], place: int) -> bool:
    token, following = tokens[place], tokens[place + 1]
    opens = _opens_sentence(following)
    if token.word != "." or not place:
        return opens or not place
    before = tokens[place - 1]
    abbreviated = before.bits & ABBREVIATION or (len(before.word) == 1 and before.word.isupper())
    if token.start == before.end and abbreviated and not _plain_opener(following):
        return False
    return opens and not (following.start == token.end and following.quotation is None)


def _plain_opener(token: Token) -> bool:
    """A word that opens sentences: "The", "He", "But"."""
    return bool(token.bits & (CLAUSE_STARTER | BOUNDARY)) and token.word[:1].isupper()


def _ends_with_quotation(tokens: list[Token], place: int, text: str) -> bool:
    """Whether the sentence ends with the quotation at `place`: not when its report follows."""
    quotation, following = tokens[place].quotation, tokens[place + 1]
    last = last_character(tokens[place], text)
    if last == "," or following.bits & (COMMA | SEMICOLON | COLON | DASH | CLOSING) or following.word == "-":
        return False
    another = following.quotation is not None
    if not (another or following.word[:1].isupper()):
        return not (quotation and quotation.closed) and last not in ".?!…—-–’"
    if last == ".":
        return True
    if last and last in "?!…—-–’":
        return another or not _attribution_follows(tokens, place + 1)
    return not (quotation and quotation.closed)


def _attribution_follows(tokens: list[Token], place: int) -> bool:
    for token in tokens[place : place + ATTRIBUTION_AHEAD]:
        if token.bits & (QUOTATION | STOP):
            return False
        if token.bits & REPORTING:
            return True
    return False
