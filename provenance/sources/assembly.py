"""Makes an `Article` from the metadata of its input and clues in its text; the input's metadata always wins.

Nothing here reads an input or a text: readers and `text_clues` do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from provenance.model import Article, Note, PublicationTime, Span
from provenance.sources.heads.outer_lines import trimmed

if TYPE_CHECKING:
    from provenance.sources.times.timestamps import DateOrder

# "unreadable_published", "unreadable_modified": keys in the metadata for values that could not be read as dates.
UNREADABLE = "unreadable_"


@dataclass(frozen=True, slots=True)
class Known:
    """The metadata that an input gives for its article. `guesses` says how other values were found."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: PublicationTime | None = None
    modified: PublicationTime | None = None
    agency: str | None = None
    language: str | None = None
    guesses: Mapping[str, str] = field(default_factory=dict)
    metadata: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


def article(name: str, text: str, origin: str, known: Known, guess: bool = True, start: int = 0) -> Article:
    """The article of `text`, whose own words begin at `start` (after front matter)."""
    from provenance.sources.characters import damaged_text  # their patterns take 15 ms to compile
    from provenance.sources.heads import text_clues

    known, text = _undisguised(
        _without_future(_with_names_mended(known)), text, start, f"{origin} ({name})" if origin else name
    )
    found = damaged_text.mended(text[start:] if start else text)
    if found.repaired is not None:
        text = text[:start] + found.text
        how = f"{known.guesses['text']}; {found.repaired}" if "text" in known.guesses else found.repaired
        known = replace(known, guesses={**known.guesses, "text": how})
    lost = (Note(f"{origin} ({name})" if origin else name, found.lost, "damaged-text"),) if found.lost else ()
    if guess:
        clues = text_clues.observe(text, start, known.title, known.author)
    else:
        clues = text_clues.Clues(trimmed(text, Span(start, len(text))))
    guesses = dict(known.guesses)
    guesses.update({key: how for key, how in clues.guesses.items() if getattr(known, key, None) is None})
    language, doubts = _language(name, text, clues.body, origin, known, guess, guesses)
    if "body" in known.guesses and "body" in clues.guesses:
        guesses["body"] = f"{known.guesses['body']}, {clues.guesses['body'].removeprefix('without ')}"
    return Article(
        id=name,
        text=text,
        body=clues.body,
        title=known.title or clues.title,
        author=known.author or clues.author,
        publisher=known.publisher or clues.publisher,
        url=known.url,
        published=known.published or clues.published,
        modified=known.modified,
        agency=known.agency or clues.agency,
        language=language,
        origin=origin,
        guesses=guesses,
        metadata=known.metadata,
        notes=known.notes + lost + doubts + _unreadable_dates(name, origin, known.metadata),
    )


def _undisguised(known: Known, text: str, start: int, where: str) -> tuple[Known, str]:
    """The text as a person reads it, however it was disguised, with what was found among the guesses and notes."""
    from provenance.sources.characters.disguise import plain

    found = plain(text[start:] if start else text)
    if not found.disguises:
        return known, text
    what = " and ".join(found.disguises)
    done = "which words it has nobody can tell" if found.unread else "it was read as a person reads it"
    how = f"disguised: {what}"
    guesses = {**known.guesses, "text": f"{known.guesses['text']}; {how}" if "text" in known.guesses else how}
    note = Note(where, f"the text is disguised: {what}; {done}", "disguised")
    return replace(known, guesses=guesses, notes=(*known.notes, note)), text[:start] + found.text


def _language(
    name: str, text: str, body: Span, origin: str, known: Known, guess: bool, guesses: dict[str, str]
) -> tuple[str | None, tuple[Note, ...]]:
    """The language that the input declares, else that of the body, whose way is added to `guesses`; and a note where
    the words say clearly that a declared language is wrong, as pages made from a template often do."""
    from provenance.languages.detection import detect  # its tables take 2 ms

    if not guess:
        return known.language, ()
    found = detect(text, body.start, body.end, ask_library=known.language is None)
    if known.language is None:
        if found is not None:
            guesses["language"] = found.how
        return (found.code if found else None), ()
    if found is None or found.code == known.language or not found.contradicts(known.language):
        return known.language, ()
    from provenance.languages.codes import language_name

    declared, words = language_name(known.language), language_name(found.code)
    reason = (
        f"it is declared as {declared}, and its words are {words}; if they are right: --set language={found.code}"
    )
    return known.language, (Note(f"{origin} ({name})" if origin else name, reason, "language-doubtful"),)


def _without_future(known: Known) -> Known:
    """The same without dates that nobody can have published at yet; what was given is kept as metadata."""
    given = {key: time for key in ("published", "modified") if (time := getattr(known, key)) is not None}
    from provenance.sources.times.date_doubts import is_future

    future = {key: time.written for key, time in given.items() if is_future(time)}
    if not future:
        return known
    kept: dict[str, Any] = dict.fromkeys(future)
    notes = {UNREADABLE + key: written for key, written in future.items()}
    guesses = {key: how for key, how in known.guesses.items() if key not in future}
    return replace(known, **kept, guesses=guesses, metadata={**known.metadata, **notes})


def _with_names_mended(known: Known) -> Known:
    """The same with damage taken out of title, author and publisher, and said among the guesses."""
    whole = f"{known.title}{known.author}{known.publisher}"
    if whole.isascii() and whole.isprintable() and "&" not in whole and "\\u" not in whole:  # as in most
        return known
    names = {key: getattr(known, key) for key in ("title", "author", "publisher")}
    doubtful = {key: value for key, value in names.items() if value and not (value.isascii() and value.isprintable())}
    doubtful |= {key: value for key, value in names.items() if value and ("&" in value or "\\u" in value)}
    if not doubtful:
        return known
    from provenance.sources.characters.damaged_text import mended

    found = {key: mended(value) for key, value in doubtful.items()}
    repaired = {key: one for key, one in found.items() if one.repaired is not None}
    guesses = {
        key: f"{known.guesses[key]}; {one.repaired}" if key in known.guesses else str(one.repaired)
        for key, one in repaired.items()
    }
    better: dict[str, Any] = {key: one.text for key, one in repaired.items()}
    return replace(known, **better, guesses={**known.guesses, **guesses}) if repaired else known


def dated(
    values: Mapping[str, Any], how: Mapping[str, str] | None = None, order: DateOrder | None = None
) -> tuple[dict[str, PublicationTime], dict[str, str]]:
    """The dates of `values` ("published", "modified") by name; and, as metadata, values that could not be read."""
    times: dict[str, PublicationTime] = {}
    notes: dict[str, str] = {}
    for key, value in values.items():
        if value is None or value == "":
            continue
        from provenance.sources.times import timestamps

        time = timestamps.parse_time(value, (how or {}).get(key, "given"), order)
        if time is not None:
            times[key] = time
            continue
        from provenance.sources.times.date_doubts import is_missing

        if not is_missing(value):
            notes[UNREADABLE + key] = " ".join(str(value).split())[:200]
    return times, notes


def _unreadable_dates(name: str, origin: str, metadata: Mapping[str, str]) -> tuple[Note, ...]:
    """A note per date that was given and could not be read; the article was read without it."""
    notes = []
    for key in sorted(key for key in metadata if key.startswith(UNREADABLE)):
        from provenance.sources.times.date_doubts import doubt

        kind, why = doubt(metadata[key])
        where = f"{origin} ({name})" if origin else name
        notes.append(Note(where, f"{key.removeprefix(UNREADABLE)} {metadata[key]!r} {why}", kind))
    return tuple(notes)
