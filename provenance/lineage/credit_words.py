"""Credits in languages other than English: the words around a name that credit it, and the names that they credit.

The words are data of `provenance.languages.news_words`; what is made of them here looks at a few words before and
behind a name and repeats nothing without a limit. An outlet's name is found in its cases ("der Süddeutschen Zeitung")
and without its article ("du Courrier du Port").
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Literal

from provenance.languages.news_words import NewsWords, compiled, news_words
from provenance.model import Article

_OPENING = "[\"“”„«»‘’'*_(《「『【\\[]"
_CLOSING = "[\"“”„«»‘’'*_)》」』】\\]]"
_CAPITAL = r"[^\W\d_a-zß-ÿ][\w&’'.-]{0,30}"
_SMALL = "(?:(?:du|de|del|della|des|der|do|da|di|van|von|i|y|e|la|le|el|il) ){0,2}"
_RUN = rf"{_CAPITAL}(?: {_SMALL}{_CAPITAL}){{0,4}}"
_QUOTED = rf"{_OPENING}(?P<quoted>[^\n\"“”„«»《》「」『』]{{2,50}}){_CLOSING}"
_SHORTEST_STEM = 3  # letters of a word that has cases


def reported_by(before: str, after: str, code: str | None) -> Literal["report", "interview"] | None:
    """ "report" or "interview" where the words around a name credit it in the language, else None."""
    words = news_words(code)
    if words is None:
        return None
    cue = _before(words).search(before)
    if cue is not None and cue["report"]:
        return "report"
    if _after(words).match(after):
        return "report"
    return "interview" if cue is not None else None


def cue_before(before: str, code: str | None) -> bool:
    """Whether a cue, or a word for a kind of outlet, is right before a name."""
    words = news_words(code)
    if words is None:
        return False
    return _before(words).search(before) is not None or _kind_before(words).search(before) is not None


def _before(words: NewsWords) -> re.Pattern[str]:
    edge, gap = (r"(?<!\w)", "[,:]? ?") if words.spaced else ("", "")
    between = rf"(?:(?:{words.between})[ ’']?){{0,4}}"
    return compiled(
        rf"{edge}(?:(?P<report>{words.reports})|(?P<interview>{words.told})){gap}{between}{_OPENING}{{0,2}}$"
    )


def _kind_before(words: NewsWords) -> re.Pattern[str]:
    return compiled(rf"(?<!\w)(?:{words.between}) ?{_OPENING}{{0,2}}$")


def _after(words: NewsWords) -> re.Pattern[str]:
    if not words.spaced:
        return compiled(rf"{_CLOSING}{{0,2}}(?:{words.verbs})")
    gap = rf"(?: {words.gap_word}){{0,{words.gap}}}"
    return compiled(rf"{_CLOSING}{{0,2}}{gap},? (?:{words.verbs})(?!\w)")


@functools.lru_cache(maxsize=1024)
def name_pattern(name: str, code: str) -> re.Pattern[str]:
    """A pattern of an outlet's name in the cases of a language, its article aside."""
    words = news_words(code)
    if words is None or not words.spaced:
        return re.compile(re.escape(name))
    bare = re.sub(rf"^(?:{words.articles})(?: |(?<=['’]))", "", name, flags=re.IGNORECASE)
    lead = ""
    if bare != name and " " not in bare:
        short = [each for each in words.between.split("|") if each.isalpha() and len(each) <= 4]
        lead = "(?:" + "|".join(f"(?<=\\b{each} )" for each in dict.fromkeys((*short, *map(str.title, short)))) + ")"
    return re.compile(rf"{lead}(?<![\w-]){' '.join(_in_cases(word, words) for word in bare.split())}(?![\w-])")


def _in_cases(word: str, words: NewsWords) -> str:
    if words.endings is None or len(word) <= _SHORTEST_STEM or not word[-1].isalpha():
        return re.escape(word)
    lost, had = words.endings
    stem = re.sub(rf"(?<=\w{{{_SHORTEST_STEM}}}){lost}$", "", word, count=1)
    return rf"(?:{re.escape(word)}{had}|{re.escape(stem)}{had})" if stem != word else re.escape(word) + had


def named_sources(article: Article) -> Iterator[tuple[int, str, bool]]:
    """(place, name, whether it surely is an outlet's) of what the body credits, in no particular order."""
    words = news_words(article.language)
    if words is None:
        return
    text, (start, end) = article.text, article.body
    outlet = compiled(rf"\w*(?:{words.outlets})(?:s|a|u|em|en|n)?" if words.spaced else rf".*(?:{words.outlets})")
    for pattern in _naming(words):
        for found in pattern.finditer(text, start, end):
            quoted = found["quoted"]
            name = (quoted or found["name"]).strip(" .,’'")
            sure = bool(quoted) or any(outlet.fullmatch(part) for part in (name.split() if words.spaced else [name]))
            for before, after in words.settled:
                name = re.sub(before, after, name)
            yield found.start("quoted" if quoted else "name"), name, sure


@functools.cache
def _naming(words: NewsWords) -> tuple[re.Pattern[str], ...]:
    """Patterns of a name behind a cue and before a verb."""
    if not words.spaced:
        name = rf"(?:{_QUOTED}|(?P<name>[\u30a0-\u30ff\u4e00-\u9fffA-Z]{{1,12}}?(?:{words.outlets})))"
        return (
            re.compile(rf"(?:{words.reports})(?:{words.between})?{name}"),
            re.compile(rf"{name}(?:{words.verbs})"),
        )
    name = rf"(?:{_QUOTED}|(?P<name>{_RUN}))"
    between = rf"(?:(?i:{words.between})[ ’']?){{0,4}}"
    gap = rf"(?: {words.gap_word}){{0,{words.gap}}}"
    return (
        re.compile(rf"(?<!\w)(?i:{words.reports}|{words.told})[,:]? ?{between}{name}"),
        re.compile(rf"{name}{gap},? (?i:{words.verbs})(?!\w)"),
    )
