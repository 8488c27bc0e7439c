"""Shares, certainty, dates and scope in words that people read; the terminal and the page say the same.

The result is plain text and may contain any characters that a title has: the caller escapes or neutralises them for
its medium. Words claim only what is known ("earliest known", "likeliest").
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from provenance.errors import DISTRIBUTION
from provenance.languages.word_lengths import counted_words, counts_characters
from provenance.model import (
    Archived,
    Article,
    Attribution,
    Findings,
    Link,
    PublicationTime,
)
from provenance.model.appearance import is_upper_end
from provenance.model.detection import Searched
from provenance.reports import event_words

NO_REVIEWS = "No person has reviewed any of these links."
# From how many per cent on a confidence reads as which word, in every format; docs/pages/verdicts.md has the table.
CERTAINTY = ((95, "almost certainly"), (80, "very probably"), (60, "probably"), (0, "perhaps"))
OPEN = 60  # no relation below the reporting confidence reads as surer than this
TITLE_LENGTH = 110
DATE_FIELDS = ("HTML meta ", "HTML time element", "JSON-LD ")  # how a time was got that a page gives for programs


def percent(share: float) -> str:
    """A share of 0 to 1 as whole per cent; what is neither nothing nor all never reads as 0% or 100%."""
    if 0 < share < 0.01:
        return "under 1%"
    if 0.99 < share < 1:
        return "over 99%"
    return f"{share * 100:.0f}%"


def confidence(value: float) -> str:
    """A confidence as "93%"; certainty is not claimed."""
    return "over 99%" if value > 0.995 else f"{_per_cent(value)}%"


def certainty(value: float, *, is_open: bool = False) -> str:
    """A confidence in words, with its number: "very probably (88%)". What stays open is "probably" at most."""
    least = next((least for least, _ in CERTAINTY if _per_cent(value) >= least), 0)
    return f"{dict(CERTAINTY)[min(least, OPEN) if is_open else least]} ({confidence(value)})"


def _per_cent(value: float) -> int:
    return min(round(max(value, 0.0) * 100), 99)


def count(number: int, singular: str, plural: str | None = None) -> str:
    """ "1 passage", "1,204 passages"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def length_words(text: str) -> str:
    """How long a text is: "1,204 words", and where nothing parts words "about 750 words (1,204 characters)"."""
    words = count(counted_words(text), "word")
    if not counts_characters(text):
        return words
    return f"about {words} ({count(sum(map(str.isalnum, text)), 'character')})"


def listing(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def name(article: Article | None, identifier: str = "") -> str:
    """The label of an article in one line of at most `TITLE_LENGTH` characters; its id where nothing is known."""
    label = " ".join((article.label if article else identifier).split())
    return label if len(label) <= TITLE_LENGTH else label[: TITLE_LENGTH - 1].rstrip() + "…"


def short_name(article: Article | None, identifier: str = "") -> str:
    """The publisher or agency where it is known, else the start of the label: for column heads and pictures."""
    label = " ".join(((article.publisher or article.agency or article.label) if article else identifier).split())
    return label if len(label) <= 30 else label[:29].rstrip() + "…"


def time_words(time: PublicationTime | None) -> str:
    """ "4 March 2024, 07:30 UTC", "March 2024 (dateline in the text)", "no date"."""
    if time is None:
        return "no date"
    written = _dated(time, "%B", " UTC")
    return written if time.how == "given" else f"{written} ({time.how})"


def told_how(time: PublicationTime | None) -> str | None:
    """How a time was got, where that is no field of the input: "crawl time" is when a program saw the article."""
    return time.how if time is not None and time.how != "given" else None


def told_time(time: PublicationTime) -> str:
    """The same for a reason: how the time was got only where that is no field of the page that holds dates."""
    return _dated(time, "%B", " UTC") if time.how.startswith(DATE_FIELDS) else time_words(time)


def short_time(time: PublicationTime | None) -> str:
    """ "4 Mar 2024, 07:30" (UTC), "Mar 2024", "by 4 Mar 2024" (crawled then), "no date": for axes and columns."""
    return "no date" if time is None else _by(time) + _dated(time, "%b", "")


def listed_day(time: PublicationTime | None) -> str:
    """ "2024-03-04", "by 2024-03-04" where a program saw the article then, "" without a date: for lists."""
    return "" if time is None else _by(time) + time.written[:10]


def _by(time: PublicationTime) -> str:
    return "by " if is_upper_end(time) else ""


def archived_words(archived: Archived | None) -> str:
    """Which archived article it is, and how far that has changed; "" for a new one."""
    if archived is None:
        return ""
    since = f"{archived.id} since {archived.since[:10]}"
    if archived.changed:
        return f"Archived as {since}; changed in {count(archived.changed, 'place')}."
    if archived.version < archived.versions:
        return f"Archived already as {since}, as version {archived.version} of {archived.versions}."
    return f"Archived already as {since}, unchanged."


def attribution_words(attribution: Attribution | None) -> str:
    """How much of what an article takes it credits; "" where nothing is known or nothing was taken."""
    if attribution is None:
        return ""
    quoted, prose = attribution.quotations, attribution.prose
    levels = (
        (quoted.credited + prose.credited, "with credit"),
        (quoted.partly + prose.partly, "with only the speaker named"),
        (quoted.uncredited + prose.uncredited, "without credit"),
    )
    parts = [f"{percent(share)} {how}" for share, how in levels if share > 0]
    sentences = ""
    if parts:
        words = sum((quoted.credited, quoted.partly, quoted.uncredited))
        rest = sum((prose.credited, prose.partly, prose.uncredited))
        where = f"{percent(words)} in quotations, {percent(rest)} in prose"
        if not (words and rest):
            where = "all in quotations" if words else "all in prose"
        sentences = f"Taken from its sources: {listing(parts)} ({where})."
    if attribution.own > 0:
        sentences += f" {capital(percent(attribution.own))} repeats its own author's or publisher's work."
    return sentences.strip()


def rejected_words(links: Sequence[Link]) -> str:
    """How many of the links, and of the passages of the others, people rejected; "" where there is none."""
    rejected = sum(link.rejected for link in links)
    passages = sum(each.rejected for link in links if not link.rejected for each in link.passages)
    parts = [count(number, what) for number, what in ((rejected, "link"), (passages, "passage")) if number]
    verb = "counts" if rejected + passages == 1 else "count"
    return f"{listing(parts)} rejected by people {verb} in no figure." if parts else ""


def scope_words(findings: Findings) -> str:
    """What was searched and compared, and what a limit left out."""
    scope = f"Searched {count(findings.compared, 'archived article')}"
    if findings.candidates:
        most = "the most similar one" if findings.candidates == 1 else f"the {findings.candidates:,} most similar"
        scope += f" and compared {most} word by word"
    if findings.truncated:
        scope += f". {count(findings.truncated, 'further candidate')} left out by the limit on candidates"
    if findings.links and findings.left_out:
        scope += f". {capital(filtered_words(findings.left_out, 'further link'))}"
    unlisted = event_words.unlisted_words(findings.same_event_left_out)
    return f"{scope}. {unlisted}".rstrip()


def not_searched(searched: Searched | None) -> str:
    """What no answer can show, because it was not looked at."""
    by_meaning = meaning_words(searched)
    unfound = "Translations, and texts that keep almost none of the words, are not found."
    return f"Nothing outside the archive was looked at. {by_meaning or unfound}"


SHIPPED = "use-multilingual"  # the encoder of the extra `meaning`, as `meaning.encoder.DEFAULT` names it


def meaning_words(searched: Searched | None) -> str:
    """Whether translations and texts in other words were looked for; "" where nothing is known of that."""
    if searched is None or searched.by_meaning is None:
        return ""
    found, what = searched.by_meaning, "Translations, and texts that keep almost none of the words,"
    if found.lacking == "codes":
        return f"{what} were not looked for; `provenance embed` prepares the archive for that."
    if found.lacking == "encoder":
        name = (found.encoder or "").rpartition(" ")[0]
        if name and name != SHIPPED:
            return (
                f"{what} were not looked for: the model that this archive was prepared with is gone, or has other "
                f"weights ({name}; `provenance embed --again` prepares it anew)."
            )
        return (
            f"{what} were not looked for: the encoder that this archive was prepared with is not installed "
            f"(pip install '{DISTRIBUTION}[meaning]')."
        )
    return f"{what} were looked for among {count(found.articles, 'article')}."


def filtered_words(left_out: int, singular: str) -> str:
    """How many links or passages were found and are not shown because the reader's filters leave them out."""
    return f"{count(left_out, singular)} {'was' if left_out == 1 else 'were'} left out by the filters"


def cut_off_words(texts: int, candidates: int, copies: int = 0) -> list[str]:
    """What an audit did not compare, because of the limit on the candidates of one article, and of copies of one
    text: a sentence for each, none where nothing was left out."""
    said = []
    if candidates:
        share = "shares" if texts == 1 else "share"
        said.append(
            f"Not compared: {count(candidates, 'candidate')} of {count(texts, 'article')} that {share} words with "
            "more others than an audit looks at; the most promising were compared."
        )
    if copies:
        said.append(
            f"Not compared with each other: {count(copies, 'article')} whose text more than 20 have word for word. "
            "Each was compared with the three earliest that have it, which stand for all."
        )
    return said


def _dated(time: PublicationTime, month: str, zone: str) -> str:
    try:
        start = datetime.fromtimestamp(time.earliest, UTC)
    except (ValueError, OverflowError, OSError):  # a year that no calendar has
        return time.written
    if time.precision == "year":
        return f"{start.year}"
    named = f"{start:{month}} {start.year}"
    if time.precision == "month":
        return named
    return f"{start.day} {named}" if time.precision == "day" else f"{start.day} {named}, {start:%H:%M}{zone}"


def likely_derived(link: Link) -> str | None:
    """The id of the article that is derived, or that likely is where the relation is undetermined."""
    if link.derived or link.likeliest not in ("a->b", "b->a"):
        return link.derived
    return link.b if link.likeliest == "a->b" else link.a
