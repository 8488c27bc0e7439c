"""The pack for every language without one of its own: what is between quotation marks is found, its speaker is not.

Verbs, names and word order are unknown here, and another language's would name wrong speakers. A word between marks
may be a title or kept at a distance, so it takes several, or an end as sentences have it, to be speech. Scripts
without blanks or capital letters are read as well; nothing here knows a word of any language.
"""

from __future__ import annotations

import re

from provenance.quotes.languages import Language, is_all_quotation
from provenance.quotes.sentence_tokens import CLOSING, NAME, OPENING, Sentence, Token, Vocabulary
from provenance.quotes.word_classes import read_lexicon

FEWEST_WORDS = 3  # of a sentence between marks: "No comment."
FEWEST_INSIDE = 5  # of words between marks inside the writer's own sentence
LETTERS_A_WORD = 2  # in scripts that put no blanks between words

# A word of letters, or one letter of a script without blanks: Thai, Lao, Myanmar, Khmer, Chinese, Japanese.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"([{_UNSPACED}])|[^\W_{_UNSPACED}]+")
_ENDS = frozenset(".?!…。？！؟۔।,،、—")

LEXICON = read_lexicon({})


class Words(Vocabulary):
    """Words without names: a capital letter makes none in languages that are not known."""

    def bits_of(self, word: str, lower: str) -> int:
        """As for any vocabulary, without NAME."""
        return super().bits_of(word, lower) & ~NAME


def words_in(text: str) -> int:
    """How many words a text has, as its readers count them, more or less."""
    found = _WORD.findall(text)
    alone = sum(map(bool, found))
    return len(found) - alone + (alone + 1) // LETTERS_A_WORD


def is_speech(token: Token, sentence: Sentence, text: str) -> bool:
    """Whether a quotation is long enough for speech: a sentence by itself, or a stretch of one."""
    quotation = token.quotation
    if quotation is None:
        return False
    inner = text[quotation.inner_start : quotation.inner_end].strip()
    words = words_in(inner)
    before = sentence[token.index - 1] if token.index else None
    alone = is_all_quotation(sentence)
    bracketed = before is not None and before.bits & (OPENING | CLOSING)
    if bracketed or words < FEWEST_WORDS:
        return False
    return alone or inner[-1] in _ENDS or words >= FEWEST_INSIDE


LANGUAGE = Language(
    name="unlisted",
    lexicon=LEXICON,
    vocabulary=Words(LEXICON),
    reports=lambda sentence, landmarks, text, names: [],
    is_speech=is_speech,
)
