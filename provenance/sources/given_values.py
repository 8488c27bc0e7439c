"""What a person says about articles: `--set publisher=...,published=...`, read into values that win over those read.

All that is wrong is told at once. Nothing here reads an article or an archive.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from provenance.errors import UsageError
from provenance.languages.codes import language_code
from provenance.model import Article, PublicationTime

Given = Mapping[str, str | PublicationTime | None]

FIELDS = ("title", "author", "publisher", "url", "published", "language")
LONGEST = 1000  # characters of a value
# A comma ends a value where a key and "=" follow it: "Rao, Ana" is one author.
_NEXT = re.compile(r",[ \t]{0,9}(?=[A-Za-z_]{1,30}[ \t]{0,9}=)")
_HALF_PAIR = re.compile("[\ud800-\udfff]")


def given_values(options: Sequence[str]) -> dict[str, str | PublicationTime | None]:
    """The values of options such as "publisher=Harbour Herald,published=2025-03-04", by field, in the order FIELDS.

    An empty value (`author=`) says that the article has none. Raises UsageError, which names everything wrong.
    """
    return _checked(_pairs(options), "--set: ")


def given_fields(fields: Mapping[str, str]) -> dict[str, str | PublicationTime | None]:
    """The same for fields of a form, where an empty value says nothing; raises UsageError."""
    cleaned = ((key, " ".join(value.split())) for key, value in fields.items())
    return _checked(((key, value) for key, value in cleaned if value), "")


def _checked(pairs: Iterable[tuple[str, str]], begin: str) -> dict[str, str | PublicationTime | None]:
    values: dict[str, str | PublicationTime | None] = {}
    wrong: list[str] = []
    unknown: list[str] = []
    for key, value in pairs:
        if key not in FIELDS:
            unknown.append(repr(key[:40]))
        elif key in values:
            wrong.append(f"{key} is given twice")
        else:
            values[key] = None
            fault = _fault(key, value)
            if fault:
                wrong.append(fault)
            elif value:
                values[key] = _value(key, value)
    if unknown:
        wrong.insert(0, f"no such field: {', '.join(unknown)} (there are {', '.join(FIELDS)})")
    if wrong:
        raise UsageError(f"{begin}{'; '.join(wrong)}")
    return {key: values[key] for key in FIELDS if key in values}


def with_given(article: Article, given: Given) -> Article:
    """The article with the given values in the place of those that were read; they are no guesses any more."""
    if not given:
        return article
    changed: dict[str, Any] = dict(given)
    guesses = {key: how for key, how in article.guesses.items() if key not in given}
    return replace(article, **changed, guesses=guesses)


def _pairs(options: Sequence[str]) -> Iterator[tuple[str, str]]:
    for option in options:
        for part in _NEXT.split(option):
            key, _, value = part.partition("=")
            yield key.strip().lower(), " ".join(value.split())


def _fault(key: str, value: str) -> str:
    """What is wrong with a value; "" where nothing is."""
    if len(value) > LONGEST:
        return f"{key} is longer than {LONGEST:,} characters"
    if _HALF_PAIR.search(value) or "\0" in value:
        return f"{key} holds what is no character"
    if key == "url" and " " in value:
        return f"url {value!r} holds a space; write it as %20"
    if key == "published" and value and _time(value) is None:
        return f"{value!r} is not a date; write published=2025-07-16 or 2025-07-16T09:30+02:00"
    if key == "language" and value and language_code(value) is None:
        return f"{value!r} is no language; write language=de or language=German"
    return ""


def _value(key: str, value: str) -> str | PublicationTime | None:
    if key == "published":
        return _time(value)
    return language_code(value) if key == "language" else value


def _time(value: str) -> PublicationTime | None:
    from provenance.sources.times.timestamps import parse_time

    return parse_time(value)
