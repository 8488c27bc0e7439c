"""How common words are at large: a list that ships with the package, for whoever must tell content from the rest.

`common_words.txt` lists one word a line, with the share of articles (per thousand) that hold the word or another of
the same stem. Names of people and places are left out on purpose: what is on everybody's lips one year is a clue the
next. Nothing here says what a share means.
"""

from __future__ import annotations

from pathlib import Path

VERSION = "common1"

_LIST = Path(__file__).with_name("common_words.txt")


def common_words() -> list[tuple[str, float]]:
    """Each listed word with the share of articles, 0 to 1, that hold it or another of its stem."""
    lines = (line for line in _LIST.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return [(word, float(share) / 1000) for word, share in map(str.split, lines)]
