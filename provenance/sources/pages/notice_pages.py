"""Pages with a notice where an article should be: a check for robots, an error, a login, a consent box, a paywall.

Scrapers save them by the thousand, and two of one kind look like copies of each other. A page is one where its text
is short and nearly all of it such a notice. Where a story comes before the notice, the story is read and the notice
told, because the rest of the story is missing. Long texts are never looked at beyond their end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from provenance.model import Article, Note, SkippedInput
from provenance.sources.pages import notice_sentences, paywall_sentences

LONGEST = 1600  # characters of a text that may be nothing but a notice; consent boxes at hand have 300 to 1,300
LONGEST_TITLE = 90  # characters of a first line that may be the title
LONGEST_LINE = 200  # characters of a line of a paywall
SHORT = 700  # characters under a title that no article has
END = 600  # characters at the end of a text where a paywall cuts a story off
SURE, TITLED = 0.75, 0.4  # share of the text in notices that makes it one; the same under the title of one


# What a page may be -> its sentences, most telling first.
_KINDS = {
    "a check for robots": notice_sentences.CHECK,
    "an error page": notice_sentences.ERROR,
    "a login page": notice_sentences.LOGIN,
    "a consent page": notice_sentences.CONSENT,
    "a paywall": paywall_sentences.PAYWALL,
}
_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…\n]*")
_AROUND = " \t\r\n\"'“”‘’|*#•-–—[](){}.!?…"
_SITE = re.compile(r"\s[|–—-]\s")


# All patterns are compiled at their first use: they take 6 ms, and a check of one long article needs none.


def _alternatives(written: str) -> str:
    return "|".join(written.replace("\n  ", "").split("\n")[1:-1])


@cache
def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(_alternatives(written), re.IGNORECASE)


@cache
def _kinds() -> dict[str, re.Pattern[str]]:
    return {what: _pattern(written) for what, written in _KINDS.items()}


@cache
def _bare_title() -> re.Pattern[str]:
    """Titles that only a server or a guard against robots gives."""
    titles = _alternatives(notice_sentences.BARE_TITLE)
    return re.compile(rf"\W{{0,3}}(?:{titles})\W{{0,5}}(?:$|[|–—-] ?[^|]{{1,40}}$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Notice:
    """`what` the notice is. `whole`: there is nothing else, so that no article was read."""

    what: str
    whole: bool

    @property
    def reason(self) -> str:
        """The same, for people, with what to do."""
        if self.whole:
            return f"it holds {self.what} and no article; save the page again from a browser that shows the article"
        return f"it ends in {self.what}, so that the rest of the article is missing; its beginning was read"


def told(article: Article, where: str) -> Article | SkippedInput:
    """The article, with a note where a notice cuts it off; a skipped input where it is nothing but a notice."""
    found = notice(article.title, article.text)
    if found is None:
        return article
    if found.whole:
        return SkippedInput(where, found.reason, "notice-pages")
    return replace(article, notes=(*article.notes, Note(where, found.reason, "cut-off")))


def notice(title: str | None, text: str) -> Notice | None:
    """The notice that a text is, or ends in; None for all others. `title` is the page's, where it has one."""
    if len(text) <= LONGEST:
        first, broken, rest = text.strip().partition("\n")
        headed = bool(broken) and len(first) <= LONGEST_TITLE and first[-1:] not in ".,;:"
        named = _titled(title) or (_titled(first) if headed else None)
        bare = len(text) <= SHORT and _bare_title().match(title or (first if headed else "")) is not None
        needed = 0.0 if bare else TITLED if named is not None else SURE
        sizes, total = _sizes(rest if headed else text, needed)
        share = sum(sizes.values()) / total if total else 1.0
        if bare or (named is not None and share >= TITLED) or (share >= SURE and total):
            return Notice(named or max(sizes, key=lambda what: sizes[what]), True)
    return _cut_off(text)


def _sizes(text: str, share: float) -> tuple[dict[str, int], int]:
    """How many characters of sentences are notices of each kind, and of all sentences.

    The longest sentences come first, so that most texts are known after a few of them to have less than `share` in
    notices; the sizes are then of these few.
    """
    found = [sentence.strip(_AROUND) for sentence in _SENTENCE.findall(text)]
    sizes, kinds = dict.fromkeys(_KINDS, 0), _kinds().items()
    total = possible = sum(map(len, found))
    for written in sorted(filter(None, found), key=len, reverse=True):
        what = next((what for what, pattern in kinds if pattern.match(written)), None) or _inside(written)
        if what is not None:
            sizes[what] += len(written)
            continue
        possible -= len(written)
        if possible / total < share:
            break
    return sizes, total


def _inside(sentence: str) -> str | None:
    """The kind of notice that has some words of the sentence."""
    small = sentence.lower()
    return next(
        (what for what, words in notice_sentences.INSIDE.items() if any(word in small for word in words)), None
    )


def _titled(title: str | None) -> str | None:
    """What a title by itself gives away ("404 Not Found", "Just a moment...")."""
    for part in _SITE.split(title or "")[:4]:
        written = part.strip(" .!?…")
        for what, pattern in _kinds().items():
            found = pattern.match(written)
            if found is not None and (found.end() >= 0.6 * len(written)) and len(written) <= 60:
                return what
    return None


def _cut_off(text: str) -> Notice | None:
    """A paywall as the last words of a story."""
    tail = [line for line in text[-END:].splitlines() if line.strip()][-4:]
    if len(text) > END:
        tail = tail[-3:]
    lines = [line.strip(" \t*#•|[]()") for line in tail]
    lines = [line for line in lines if len(line) <= LONGEST_LINE]
    if not lines:
        return None
    # What only a paywall says; a story may well end in others ("the rest of this story is for another day").
    sure, paywall = _pattern(paywall_sentences.CUT_OFF), paywall_sentences.PAYWALL
    cut = any(sure.match(line) and _pattern(paywall).match(line) for line in lines)
    return Notice("a paywall", False) if cut else None
