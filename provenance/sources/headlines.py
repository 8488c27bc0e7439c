"""Whether the first line of a text is set as a headline: by its letters, its end, and what follows it."""

from __future__ import annotations

import re

MOST_WORDS = 30
_FOLD = re.compile(r"[\W_]+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]?$|[.!?][\"”’')\]]\.$")  # of three characters at most
_CONTINUES = re.compile(  # of five
    r"[,;:–—-]$|\b(?:a|an|and|as|at|but|by|for|from|in|is|of|on|or|that|the|to|was|were|which|with)$"
)


def same(line: str, title: str) -> bool:
    """Whether a line repeats a title, case and punctuation aside."""
    folded = _FOLD.sub("", line).casefold()
    return bool(folded) and folded == _FOLD.sub("", title).casefold()


def possible(line: str) -> bool:
    """Whether a line could be a headline at all: 3 to 30 words (2 are a name) that do not stop in mid-sentence."""
    words = line.split()
    if len(words) > 20 and _ends_sentence(line):
        return False
    if not 3 <= len(words) <= MOST_WORDS or len(line) > 220:
        return False
    return not _CONTINUES.search(line, max(0, len(line) - 5))


def in_capitals(line: str) -> bool:
    """Three words or more of which nearly every letter is a capital."""
    if len(line.split(maxsplit=2)) < 3:
        return False
    letters = list(filter(str.isalpha, line))
    return sum(map(str.isupper, letters)) > 0.85 * len(letters) > 0


def is_masthead(line: str) -> bool:
    """One to four words in capitals: the name of a paper above a headline, where one follows."""
    words = line.split()
    return (
        len(words) <= 4
        and 4 <= len(line) <= 40
        and line == line.upper()
        and all(w.isalpha() or w == "&" for w in words)
    )


def in_title_case(line: str) -> bool:
    """Most words of four letters or more begin with a capital, and there are at least three of them."""
    words = [word.strip("\"'“”‘’().,:;!?-—–") for word in line.split()]
    long = [word for word in words if len(word) >= 4 and word[0].isalpha()]
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)


def strong(line: str, apart: bool, following: str | None) -> bool:
    """Whether the line shows by itself that it is a headline. `apart`: a blank line comes before `following`."""
    if following is None or not possible(line) or len(following) < 0.8 * len(line):
        return False
    if in_capitals(line) or in_title_case(line):
        return True
    if _ends_sentence(line) or len(line.split()) > 20 or line[0].islower():
        return False
    # A wrapped paragraph's first line has no full stop either, but its next line is as short.
    return (apart and len(following) > 60) or len(following) >= max(160, 1.5 * len(line))


def _ends_sentence(line: str) -> bool:
    return _SENTENCE_END.search(line, max(0, len(line) - 3)) is not None


def cleaned(line: str) -> str:
    """The title that a headline gives: one line, without the full stop that some collections add."""
    title = " ".join(line.split())
    return title[:-1] if title.endswith(".") and not title.endswith("..") and "." not in title[-5:-1] else title
