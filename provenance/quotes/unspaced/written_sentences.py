"""Sentences of scripts without blanks: they end at "。", and what a cue reports stays with the cue.

A token is a run of letters of one script or a mark; the rules of a pack read the text between quotations and not
tokens, so that a token's only use is where it begins and ends. Nothing here knows a word of any language.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from provenance.quotes.sentence_tokens import (
    COLON,
    COMMA,
    QUOTATION,
    STOP,
    Landmarks,
    Sentence,
    Token,
    Tokens,
    Vocabulary,
    last_character,
)
from provenance.quotes.word_classes import Lexicon

RUN = re.compile(
    r"([\u3400-\u9fff\u3005\u3007]++|[\u3041-\u309f]++|[\u30a0-\u30ff]++|[^\W\u3041-\u30ff\u3400-\u9fff]++|[^\w\s]|_)(\s*+)"
)
ENDS = frozenset("。！？!?…")
_MARKS = {"，": COMMA, "、": COMMA, ",": COMMA, "：": COLON, ":": COLON} | dict.fromkeys("。！？!?", STOP)
LONGEST = 400  # tokens


class Runs(Vocabulary):
    """Runs of letters as words without classes: capital letters make no names here."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon, RUN)

    def bits_of(self, word: str, lower: str) -> int:
        """The bits of a mark; a run of letters has none but WORD."""
        return _MARKS.get(word) or super().bits_of(word.lower(), lower)


def splitter(
    cued: Callable[[str], bool], follows: Callable[[str], bool], closes: Callable[[str], bool] = lambda text: False
) -> Callable[[Tokens, str], list[tuple[Sentence, Landmarks]]]:
    """The `sentences` of a language.

    `cued(text)`: whether the writer's words hold a cue; `follows(text)`: whether the words behind a quotation that
    ends in a full stop still report it, `closes(text)` whether those behind a full stop behind a quotation do.
    """

    def split(found: Tokens, text: str) -> list[tuple[Sentence, Landmarks]]:
        made: list[tuple[Sentence, Landmarks]] = []
        sentence: Sentence = []
        tokens = found.all
        for place, token in enumerate(tokens):
            token.index = len(sentence)
            sentence.append(token)
            if place + 1 == len(tokens) or len(sentence) >= LONGEST or _ends(tokens, place, text, follows, closes):
                made.append((sentence, _landmarks(sentence, text, cued)))
                sentence = []
        return made

    return split


def _ends(
    tokens: list[Token], place: int, text: str, follows: Callable[[str], bool], closes: Callable[[str], bool]
) -> bool:
    token, following = tokens[place], tokens[place + 1]
    if token.bits & STOP:
        quoted = place > 0 and tokens[place - 1].bits & QUOTATION
        return not following.bits & STOP and not (quoted and closes(_plain_behind(tokens, place + 1, text)))
    if token.bits & QUOTATION and last_character(token, text) in ENDS:
        if following.bits & (COMMA | STOP):
            return False
        return not follows(_plain_behind(tokens, place + 1, text))
    return False


def _plain_behind(tokens: list[Token], place: int, text: str) -> str:
    """The writer's words from a token to the next full stop or quotation, with the mark that ends them."""
    end = place
    while end < len(tokens) and not tokens[end].bits & (STOP | QUOTATION):
        end += 1
    if end < len(tokens):
        return text[tokens[place].start : tokens[end].start + 1]
    return text[tokens[place].start : tokens[-1].end]


def _landmarks(sentence: Sentence, text: str, cued: Callable[[str], bool]) -> Landmarks:
    quoted = [token.index for token in sentence if token.bits & QUOTATION]
    plain = "".join(text[token.start : token.end] for token in sentence if not token.bits & QUOTATION)
    return Landmarks([], [0] if cued(plain) else [], quoted)
