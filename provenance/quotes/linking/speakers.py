"""Whether two names mean the same speaker, and which of them is the fuller one.

Names are compared as news writes them: with titles, with an affiliation, by surname alone, with a slip in spelling.
Where the words do not decide, the answer is None, and nothing is claimed.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence

from provenance.model import Quotation
from provenance.quotes.languages import language
from provenance.quotes.word_classes import DETERMINER, TITLE

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
REMEMBERED = 1024  # names; an article names its speakers in every pair that it belongs to
SHORTEST_SLIP = 5  # letters of a surname in which one different letter may be a slip


def same_speaker(a: str | None, b: str | None) -> bool | None:
    """Whether two speakers are the same; None where one is unknown or the names do not decide."""
    if not a or not b:
        return None
    one, other = _core(a), _core(b)
    if one == other:
        return bool(one)
    named_one, named_other = _is_name(one), _is_name(other)
    if not named_one and not named_other:
        return _same_description(one, other)
    if named_one != named_other:
        return False
    return _same_name([_plain(word) for word in one], [_plain(word) for word in other])


def speaker_keys(name: str) -> frozenset[str]:
    """Keys of a name: of two names that `same_speaker` says are one, at least one key is the same.

    Words of names without accents, the noun of a description, and for a slip in a surname the initial with either
    end of it, because a slip changes one end only.
    """
    core = _core(name)
    if not core:
        return frozenset()
    if not _is_name(core):
        return frozenset((".".join(("", language().name_forms.plural.sub("", core[-1].lower()))), *map(_exact, core)))
    plain = [_plain(word) for word in core]
    keys = set(plain) | set(map(_exact, core))
    if _is_unspaced(core):
        keys.add(f"~{core[0][:2]}")
    if len(plain) > 1 and plain[0] and len(plain[-1]) >= SHORTEST_SLIP - 1:
        keys |= {f"~{plain[0][0]}<{plain[-1][:2]}", f"~{plain[0][0]}>{plain[-1][-2:]}"}
    return frozenset(keys)


def _exact(word: str) -> str:
    return "=" + word


def same_speaker_of(a: Quotation, b: Quotation) -> bool | None:
    """`same_speaker` of two quotations, with what the articles say the speakers are."""
    verdict = same_speaker(a.speaker, b.speaker)
    if verdict is False and (_describes(a, b) or _describes(b, a)):
        return None
    return verdict


def fuller(a: str | None, b: str | None) -> str | None:
    """The fuller of two forms of one name."""
    if not a or not b:
        return a or b
    one, other = _core(a), _core(b)
    if _is_name(one) != _is_name(other):
        return a if _is_name(one) else b
    return b if len(other) > len(one) else a


@functools.lru_cache(REMEMBERED)
def _core(name: str) -> tuple[str, ...]:
    """The words of a name without titles, determiners, possessives, and what follows a comma or "of"."""
    pack = language()
    forms, known = pack.name_forms, pack.lexicon.words
    tail = forms.tail.search(name)
    front = _WORD.findall(name[: tail.start()] if tail and tail.start() > 0 else name)
    words = [forms.ending.sub("", word) for word in front]
    owner = max((place for place, word in enumerate(front) if forms.owner.search(word)), default=-1)
    kept = [
        word
        for place, word in enumerate(words)
        if (place > owner or owner == len(words) - 1) and not known.get(word.lower(), 0) & (TITLE | DETERMINER)
    ]
    return tuple(kept or words[-1:])


def _is_name(words: Sequence[str]) -> bool:
    return bool(words) and (words[-1][:1].isupper() or _is_unspaced(words[-1:]))


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _same_name(one: Sequence[str], other: Sequence[str]) -> bool | None:
    if _is_unspaced(one) and _is_unspaced(other):
        family, whole = sorted((one[0], other[0]), key=len)
        return whole.startswith(family) if len(family) > 1 else None  # 田中 and 田中花子
    if len(one) == 1 or len(other) == 1:
        short, long = (one, other) if len(one) == 1 else (other, one)
        if short[0] == long[-1] or short[0] in long:
            return True
        return None if _slip(short[0], long[-1]) else False
    surnames, first = (one[-1], other[-1]), (one[0], other[0])
    same_first = first[0] == first[1] or (min(map(len, first)) == 1 and first[0][0] == first[1][0])
    if surnames[0] == surnames[1]:
        shared = set(one[:-1]) & set(other[:-1])
        return same_first or bool(shared)
    if same_first and _slip(*surnames):
        return True
    return set(one) <= set(other) or set(other) <= set(one)


def _is_unspaced(words: Sequence[str]) -> bool:
    """Whether a name is in a script without spaces, where the family's name comes first."""
    return len(words) == 1 and len(words[0]) > 1 and "\u3040" <= words[0][0] <= "\u9fff"


def _slip(a: str, b: str) -> bool:
    """Whether two surnames differ in one letter, or two neighbouring letters changed places."""
    if min(len(a), len(b)) < SHORTEST_SLIP or abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a == rest_b[1:]
        or rest_a[1:] == rest_b
        or (rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:])
    )


def _same_description(one: Sequence[str], other: Sequence[str]) -> bool | None:
    """Unnamed speakers: the same where the head noun is; otherwise None."""
    plural = language().name_forms.plural
    heads = [plural.sub("", words[-1].lower()) if words else "" for words in (one, other)]
    return True if heads[0] and heads[0] == heads[1] else None


def _describes(unnamed: Quotation, named: Quotation) -> bool:
    """Whether one speaker's description or body is what the other article says the named speaker is."""
    if not unnamed.speaker or not named.affiliation:
        return False
    role = {_plain(word) for word in _WORD.findall(named.affiliation)}
    words = {_plain(word) for word in _core(unnamed.speaker)}
    return bool(words) and words <= role
