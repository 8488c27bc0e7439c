"""What the articles of one answer are called: short names that stay the same from the verdict to the last reason.

An article goes by its outlet, and by outlet and day where the answer has several of that outlet. Where even those
are alike each gets a letter, which its heading carries as well. The names are plain text and may hold any characters
that a title has: the caller escapes or neutralises them for its medium. Nothing here judges anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from provenance.model import Article, PublicationTime

THIS = "this article"
TITLE = 110  # letters of a heading
LONGEST = {True: 44, False: 30}  # letters of an outlet, of a title that stands for its article


@dataclass(frozen=True, slots=True)
class _Called:
    """`base` is an outlet, a title in quotation marks or an id; `day` and `letter` may be ""."""

    base: str
    day: str
    letter: str
    is_outlet: bool
    is_alone: bool  # no other article of the answer has this base


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of one answer. `subject` is the id of the article asked about, "" where none is."""

    articles: Mapping[str, Article]
    subject: str
    called: Mapping[str, _Called]

    @classmethod
    def of(cls, articles: Iterable[Article], subject: str = "") -> Naming:
        """Names for these articles, the same for any order of them; the subject is "this article"."""
        known = {each.id: each for each in sorted(articles, key=lambda each: each.id)}
        others = [each for name, each in known.items() if name != subject]
        asked = known.get(subject)
        years = {each.published.written[:4] for each in known.values() if each.published}
        written = len(years) > 1 or (asked is not None and asked.published is None)
        groups: dict[str, list[Article]] = {}
        for each in others:
            groups.setdefault(_base(each)[0].casefold(), []).append(each)
        called = {}
        for group in groups.values():
            days = [_day(each.published, year=written) for each in group]
            lettered = len(set(days)) < len(days)
            letters = _letters(group) if lettered else {}
            for each, day in zip(group, days, strict=True):
                base, is_outlet = _base(each)
                called[each.id] = _Called(base, day, letters.get(each.id, ""), is_outlet, len(group) == 1)
        return cls(known, subject, called)

    def short(self, article: str) -> str:
        """ "this article", "Coast Wire", "Coast Wire (2 May)", "Coast Wire A"; an unknown article's id."""
        if article == self.subject:
            return THIS
        one = self.called.get(article)
        if one is None:
            return article
        if one.letter:
            return f"{one.base} {one.letter}"
        return one.base if one.is_alone or not one.day else f"{one.base} ({one.day})"

    def story(self, article: str) -> str:
        """ "this article", "Coast Wire's article of 2 May", "“Storm closes harbour” (2 May)": for verdicts."""
        if article == self.subject:
            return THIS
        one = self.called.get(article)
        if one is None:
            return article
        if not one.is_outlet:
            short = self.short(article)
            return f"{short} ({one.day})" if one.day and (one.letter or one.is_alone) else short
        whose = f"{one.base}'" if one.base[-1:] in "sS" else f"{one.base}'s"
        letter = f" {one.letter}" if one.letter else ""
        return f"{whose} article{letter} of {one.day}" if one.day else f"{whose} undated article{letter}"

    def head(self, article: str) -> str:
        """The label of an article for its heading, with what sentences call it: its letter, or an agency's name."""
        known, one = self.articles.get(article), self.called.get(article)
        label = " ".join((known.label if known else article).split())
        label = label if len(label) <= TITLE else f"{label[: TITLE - 1].rstrip()}…"
        if one and one.letter:
            return f"{one.base} {one.letter} · {label}"
        return f"{one.base}: {label}" if one and known and one.is_outlet and not known.publisher else label


def _base(article: Article) -> tuple[str, bool]:
    """What an article is called first of all, and whether that is who published it."""
    outlet = " ".join((article.publisher or article.agency or "").split())
    if outlet:
        return _cut(outlet, LONGEST[True]), True
    title = " ".join((article.title or "").split())
    return (f"“{_cut(title, LONGEST[False])}”" if title else article.id), False


def _cut(words: str, most: int) -> str:
    """At most so many letters, cut between two words where there is a blank."""
    if len(words) <= most:
        return words
    head = words[: most - 1]
    return f"{(head.rpartition(' ')[0] or head).rstrip(' ,;:–-')}…"


def _day(time: PublicationTime | None, *, year: bool) -> str:
    """ "2 May", "2 May 2024", "May 2024", "2024"; "" without a date."""
    if time is None:
        return ""
    try:
        start = datetime.fromtimestamp(time.earliest, UTC)
    except (ValueError, OverflowError, OSError):  # a year that no calendar has
        return time.written
    if time.precision == "year":
        return f"{start.year}"
    day = f"{start:%B}" if time.precision == "month" else f"{start.day} {start:%B}"
    return f"{day} {start.year}" if year or time.precision == "month" else day


def _letters(group: Iterable[Article]) -> dict[str, str]:
    """A, B ... Z, AA ... for articles of one name, the earliest known first."""
    ordered = sorted(
        group, key=lambda each: (each.published is None, each.published.earliest if each.published else 0.0, each.id)
    )
    return {each.id: _letter(number) for number, each in enumerate(ordered)}


def _letter(number: int) -> str:
    return (_letter(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)
