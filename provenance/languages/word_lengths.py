"""How many characters make a word where a script writes none apart, and how many words a reader would count.

Chinese, Japanese, Thai, Lao, Khmer and Burmese are read a character at a time by this program, while their readers
count words (a Chinese word has 1.6 characters in running text, a Japanese one 1.8, a Thai one 4.4 letters with their
signs). Counts of such texts are estimates within a tenth; dictionaries of words would take megabytes. Nothing here
parts a text.
"""

from __future__ import annotations

import re

IDEOGRAPHS, KANA, JAPANESE, SYLLABLES = 1.6, 3.0, 1.8, 4.4  # characters of a word
LEAST_KANA = 0.12  # of the characters of a Japanese text, at least; Chinese has names of firms in kana
_IDEOGRAPH = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_KANA = re.compile("[\u3005\u3040-\u30ff]")
_SYLLABLE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_UNPARTED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
# Words of the program (a character each) per word of a reader.
TOKENS_PER_WORD = {"zh": 1.6, "ja": 1.8, "th": 3.6, "lo": 3.6, "km": 3.0, "my": 3.0}


def counted_words(text: str) -> int:
    """The number of words that a reader would count: those between spaces, or an estimate where none part words."""
    if not counts_characters(text):
        return len(text.split())
    ideographs, kana = len(_IDEOGRAPH.findall(text)), len(_KANA.findall(text))
    others = [word for word in _UNPARTED.sub(" ", text).split() if any(map(str.isalnum, word))]
    chinese = ideographs / IDEOGRAPHS + kana / KANA
    japanese = (ideographs + kana) / JAPANESE
    words = japanese if kana > LEAST_KANA * (ideographs + kana) else chinese
    return len(others) + max(1, round(words + len(_SYLLABLE.findall(text)) / SYLLABLES))


def counts_characters(text: str) -> bool:
    """Whether most letters of a text are of a script that is written without spaces between words."""
    return not text.isascii() and 2 * len(_UNPARTED.findall(text)) > sum(map(str.isalpha, text))
