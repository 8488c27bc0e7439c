"""The words of a paragraph for the rules on cues and speakers: a whole quotation is one token.

Each token carries its bits from the lexicon, so that a rule is a test of bits and not a search through lists.
Sentences are told apart here again, because a quotation that ends in a comma or a question mark does not end the
sentence that reports it.
"""

from __future__ import annotations

import re

from provenance.model import Span
from provenance.quotes.lexicon import ABBREVIATION, BOUNDARY, CLAUSE_STARTER, DAY, DETERMINER, REPORTING, Lexicon
from provenance.quotes.marks import Marked

# Rules look back and forth inside a sentence, so its length bounds their work: the longest true sentence of 840
# articles has 131 tokens.
LONGEST_SENTENCE = 160
ATTRIBUTION_AHEAD = 7  # tokens after “...?” in which a cue keeps the sentence going

# Bits beside the lexicon's: what a token is.
QUOTATION = 1 << 65
NAME = 1 << 66  # a capital letter, and neither a determiner nor a day
COMMA, DASH, COLON, SEMICOLON, STOP, OPENING, CLOSING, DOTS = (1 << place for place in range(67, 75))
WORD = 1 << 75  # starts with a letter or digit
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

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|\d+(?:[.,]\d+)*(?:[-’'][^\W\d_]+)*|[^\W_]+(?:[-’'&][^\W_]+)*|\.\.\.|--+|[^\w\s]|_"
)
_APOSTROPHE = re.compile(r"['’]")
_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}")


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
        self.index = 0  # place in its sentence

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    def __repr__(self) -> str:
        return f"<{self.word or 'quotation'} {self.start}>"


Sentence = list[Token]


def last_character(token: Token, text: str) -> str:
    """The last character inside a quotation; "" for a word and for an empty quotation."""
    quotation = token.quotation
    if quotation is None or quotation.inner_end <= quotation.inner_start:
        return ""
    return text[quotation.inner_end - 1]


def tokenise(text: str, paragraph: Span, quotations: list[Marked], words: Lexicon) -> list[Token]:
    """The tokens of a paragraph that holds `quotations` (ascending), in order."""
    tokens: list[Token] = []
    place = paragraph.start
    for quotation in quotations:
        _plain(text, place, quotation.start, words, tokens)
        tokens.append(Token(quotation.start, quotation.end, "", "", QUOTATION, quotation))
        place = quotation.end
    _plain(text, place, paragraph.end, words, tokens)
    return tokens


def _plain(text: str, start: int, end: int, words: Lexicon, tokens: list[Token]) -> None:
    known = words.words.get
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        lower = word.lower()
        bits = known(lower, 0)
        if not bits and ("’" in word or "'" in word):
            bits = known(_APOSTROPHE.split(lower, 1)[0], 0) & CLAUSE_STARTER  # "he’s"
        if word[0].isupper() and not bits & (DETERMINER | DAY):
            bits |= NAME | WORD
        elif word[0].isalnum():
            bits |= WORD
        else:
            bits |= _PUNCTUATION.get(word, 0)
            if word == "-" and text[match.start() - 1 : match.start()] == " " == text[match.end() : match.end() + 1]:
                bits |= DASH
        tokens.append(Token(match.start(), match.end(), word, lower, bits))


def sentences(tokens: list[Token], text: str) -> list[Sentence]:
    """The tokens of a paragraph as sentences of at most LONGEST_SENTENCE tokens; their `index` is set."""
    found: list[Sentence] = []
    begin = 0
    for place in range(len(tokens) - 1):
        token = tokens[place]
        if token.quotation is not None:
            ends = _ends_with_quotation(tokens, place, text)
        elif token.bits & STOP or token.word == "...":
            ends = _ends_at_stop(tokens, place)
        else:
            ends = len(token.word) > 3 and token.word[-1] == "." and _ends_at_acronym(token, tokens[place + 1])
        if ends:
            found.append(tokens[begin : place + 1])
            begin = place + 1
    if begin < len(tokens):
        found.append(tokens[begin:])
    pieces = [
        sentence[start : start + LONGEST_SENTENCE]
        for sentence in found
        for start in range(0, len(sentence), LONGEST_SENTENCE)
    ]
    for sentence in pieces:
        for index, token in enumerate(sentence):
            token.index = index
    return pieces


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


def _ends_at_acronym(token: Token, following: Token) -> bool:
    return _plain_opener(following) and _ACRONYM.fullmatch(token.word) is not None


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
