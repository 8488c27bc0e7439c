"""Who speaks in Japanese: the name in front of "は" or "が", without honorifics, roles, brackets and genitives.

"夫のアーロンさん" gives アーロン, "ダニエル・オコンジ地区検事補" gives ダニエル・オコンジ; where there is no name,
the phrase speaks ("検察側"). Nothing here finds verbs.
"""

from __future__ import annotations

import re

from provenance.quotes.japanese.word_lists import HONORIFICS, PRONOUNS, ROLES
from provenance.quotes.person_names import Names
from provenance.quotes.unspaced.speaking import LONGEST_PHRASE, Speaker, without_brackets

_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]+(?:[・＝=·][\u30a1-\u30fa\u30fcA-Z]+)*$")
_KANJI = re.compile(r"[\u3400-\u9fff\u3005ヶケ]{1,6}$")
_SUFFIXES = tuple(sorted({*HONORIFICS.split(), *ROLES.split()}, key=lambda word: (-len(word), word)))
_PRONOUNS = frozenset(PRONOUNS.split())
_BORDER = re.compile(r"[、，,。；：:\s]")


def speaker_in(words: str, names: Names) -> Speaker | None:
    """Who speaks in words that end before "は" or "が". None where nobody is named there."""
    words = without_brackets(words)
    end = len(words.rstrip("\0 、"))
    start = max((mark.end() for mark in _BORDER.finditer(words, 0, end)), default=0)
    phrase = words[start:end]
    if not phrase.strip("\0"):
        return None
    if phrase in _PRONOUNS:
        return Speaker(None, start, end, pronoun=True)
    core, titled = _without_suffix(phrase)
    katakana = _KATAKANA.search(core)
    if katakana is not None and (titled or "・" in katakana.group() or katakana.group() in names.fullest):
        return _named(katakana.group(), start + katakana.start(), names)
    if titled:
        own = core[core.rfind("の") + 1 :]
        kanji = _KANJI.search(own)
        if kanji is not None and len(kanji.group()) > 1:
            at = start + len(core) - len(own) + kanji.start()
            return _named(kanji.group(), at, names)
    if len(phrase) > LONGEST_PHRASE or "\0" in phrase:
        return None
    return Speaker(phrase, start, end)


def _without_suffix(phrase: str) -> tuple[str, bool]:
    """The phrase before its honorifics and roles ("氏", "地区検事補"), and whether it had any."""
    titled = False
    while True:
        phrase = phrase.rstrip("\0")
        suffix = next((one for one in _SUFFIXES if phrase.endswith(one) and len(phrase) > len(one)), None)
        if suffix is None:
            return phrase, titled
        phrase, titled = phrase[: -len(suffix)], True


def _named(name: str, start: int, names: Names) -> Speaker:
    """A name in its fullest form so far; "オコンジ" is ダニエル・オコンジ, "山田" is 山田太郎."""
    known = names.fullest.get(name)
    if known is None:
        known = next((full for full in names.fullest.values() if full.startswith(name) and "・" not in full), name)
    remember(known, names)
    return Speaker(known, start, start + len(name))


def remember(name: str, names: Names) -> None:
    """Take in a name under itself and its last part."""
    names.fullest.setdefault(name, name)
    last = re.split("[・＝=·]", name)[-1]
    if last != name:
        names.fullest[last] = name


NAMED = re.compile(
    rf"([\u30a1-\u30fa\u30fc]+(?:[・＝=·][\u30a1-\u30fa\u30fc]+)+|[\u3400-\u9fff\u3005]{{2,6}}(?={'|'.join(HONORIFICS.split()[:2])}))"
)
