"""Who speaks in Chinese: the name in the words before a verb of speech, without roles, brackets and adverbials.

“州紧急服务处调度员基娅拉·芒罗（Kiara Munro）” gives 基娅拉·芒罗, which the article may call 芒罗 later;
where there is no name, the phrase speaks. Nothing here finds verbs.
"""

from __future__ import annotations

import re

from provenance.quotes.chinese.word_lists import (
    ADVERBIALS,
    FAMILY_NAMES,
    FOREIGN,
    NOT_IN_NAMES,
    PRONOUNS,
    ROLE_ENDINGS,
    ROLES,
)
from provenance.quotes.person_names import Names
from provenance.quotes.unspaced.speaking import LONGEST_PHRASE, Speaker, without_brackets

LONGEST_NAME = 8  # letters of one part of a foreign name
_HAN = "\u3400-\u9fff"
_FOREIGN = frozenset(FOREIGN) - set("\n " + NOT_IN_NAMES)
_INSIDE = frozenset(FOREIGN) - set("\n ")
_DOTTED = re.compile(rf"([{_HAN}]{{1,{LONGEST_NAME}}})((?:[·•・‧][{_HAN}]{{1,{LONGEST_NAME}}}){{1,4}})")
_ADVERBIALS = re.compile("|".join(sorted(map(re.escape, ADVERBIALS.split()), key=len, reverse=True)))
_DATE = re.compile(r"\d{1,4}(?:年|月|日|时|点)")
_ROLES = tuple(sorted(ROLES.split(), key=len, reverse=True))
_PRONOUNS = frozenset(PRONOUNS.split())
_CLAUSE = re.compile(r"[，,；;：:。！？!?、\s]")


def speaker_in(words: str, names: Names) -> Speaker | None:
    """Who speaks in the words before a verb: those of its clause. None where nobody is named there."""
    words = without_brackets(words)
    begin = max((mark.end() for mark in _CLAUSE.finditer(words)), default=0)
    clause = words[begin:]
    dotted = _dotted(clause)
    if dotted is not None:
        name, start, end = dotted
        remember(name, names)
        return Speaker(name, begin + start, begin + end)
    stop = _cut(clause)
    phrase = clause[:stop].rstrip("\0 ")
    offset = begin + len(phrase) - len(phrase.lstrip())
    phrase = phrase.strip()
    if not phrase.strip("\0"):
        return None
    for pronoun in _PRONOUNS:
        if phrase == pronoun:
            return Speaker(None, offset, offset + len(phrase), pronoun=True)
    found = _known(phrase, names) or _native(phrase) or _foreign(phrase)
    if found is None:
        if len(phrase) > LONGEST_PHRASE or "\0" in phrase:
            return None
        return Speaker(phrase, offset, offset + len(phrase))
    start, end = found
    name = phrase[start:end]
    full = names.fullest.get(name, name)
    remember(full, names)
    return Speaker(full, offset + start, offset + end)


def remember(name: str, names: Names) -> None:
    """Take in a name under itself and its last part."""
    last = re.split("[·•・‧]", name)[-1]
    names.fullest.setdefault(name, name)
    if last != name:
        names.fullest[last] = name


def dotted_names(text: str) -> list[str]:
    """The foreign names of several parts in a text, in its order."""
    found = []
    for match in _DOTTED.finditer(text):
        name = _dotted(match.group())
        if name is not None:
            found.append(name[0])
    return found


def _dotted(words: str) -> tuple[str, int, int] | None:
    """The last name of several parts, without letters before and behind that are none of it."""
    for match in reversed(list(_DOTTED.finditer(words))):
        start = match.end(1)
        while start > match.start(1) and words[start - 1] in _FOREIGN:
            start -= 1
        if start == match.end(1):
            start = max(match.start(1), start - 3)
        end = match.end(2)
        last = words.rfind(match.group(2)[0], 0, end)
        last = max(words.rfind(dot, 0, end) for dot in "·•・‧")
        stop = last + 1
        while stop < end and words[stop] in _INSIDE:
            stop += 1
        if stop == last + 1:
            stop = min(end, last + 3)
        return words[start:stop], start, stop
    return None


def _cut(clause: str) -> int:
    """Where an adverbial begins behind the speaker."""
    found = min((mark.start() for mark in _ADVERBIALS.finditer(clause) if mark.start() >= 2), default=len(clause))
    date = _DATE.search(clause, 2)
    return min(found, date.start() if date else len(clause))


def _known(phrase: str, names: Names) -> tuple[int, int] | None:
    """The longest known name in a phrase."""
    best: tuple[int, int] | None = None
    for name in names.fullest:
        at = phrase.rfind(name) if len(name) > 1 else -1
        if at >= 0 and (best is None or len(name) > best[1] - best[0]):
            best = (at, at + len(name))
    return best


def _native(phrase: str) -> tuple[int, int] | None:
    """A Chinese name at the end of a phrase: a family name behind a role, before a title, or alone."""
    end = len(phrase.rstrip("\0"))
    bare = phrase[:end]
    for role in _ROLES:
        if bare.endswith(role) and len(bare) - len(role) in (1, 2, 3) and bare[0] in FAMILY_NAMES:
            return 0, len(bare) - len(role) if len(bare) - len(role) > 1 else end
    for length in (3, 2, 4):
        start = end - length
        if start < 0 or bare[start] not in FAMILY_NAMES or "\0" in bare[start:end]:
            continue
        if start == 0 or bare[start - 1] in ROLE_ENDINGS or bare[:start].endswith(_ROLES):
            return start, end
    return None


def _foreign(phrase: str) -> tuple[int, int] | None:
    """The letters of a foreign name at the end of a phrase, behind a letter that none is written with."""
    end = len(phrase.rstrip("\0"))
    start = end
    while start > 0 and phrase[start - 1] in _FOREIGN:
        start -= 1
    return (
        (start, end) if 2 <= end - start <= LONGEST_NAME and (start == 0 or end < len(phrase) or start > 1) else None
    )
