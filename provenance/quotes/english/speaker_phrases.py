"""Whether an English phrase can speak: a person, a body, a role or a document; never a clause or a thing.

Where texts have lost their full stops, or grammar deceives, the words before "said" are as often "the sons were" or
"medications covered". A name passes unless it holds a verb or the beginning of another sentence. Of other phrases the
head noun decides, by lists and by endings that make persons ("-er", "-ist"). Documents pass because reports and
letters are what news attributes statements to when it names no author.
"""

from __future__ import annotations

import functools
import re

from provenance.quotes.english.reporting_words import ANY_VERB, AUXILIARY, LEXICON, NOT_ADVERB
from provenance.quotes.english.speaker_words import (
    ABLE,
    AGENT_EXCEPTIONS,
    BEHIND_NOUNS,
    FINITE,
    HEADINGS,
    INDEFINITE,
    OPENERS,
    QUANTITIES,
    STRAY,
    VERBS,
)
from provenance.quotes.word_classes import (
    BOUNDARY,
    DAY,
    DETERMINER,
    FEMALE,
    LEADING,
    MALE,
    OBJECT,
    PARTICLE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    TITLE,
)

REMEMBERED = 20_000  # phrases; an archive's speakers recur

_WORD = re.compile(r"[^\W_]+(?:[.&'’-][^\W_]+)*")
_TAIL = re.compile(r"\s*[,(;“”\"„«»‹›‘‚]|\s[-–—]\s|\s'")
_AGENT = re.compile(
    r"(?:[a-z]{2,}(?:ers?|ors?|ists?|ians?|eers?|ees?|ants?|men|man|woman|women|people|persons?|folk|kin))$"
)
NAMED_BY = frozenset(("whose", "known", "called", "calling", "nicknamed", "dubbed", "named", "styling"))
SHORTEST_NAME = 2  # letters
# A noun of an action or a quality, or a party with its state, as a name: no surname of the corpora ends so.
_ABSTRACT = re.compile(r"[A-Z][a-z]{3,}(?:tion|tions|sion|sions|ity|ities|ism)|[DRI]-[A-Z][A-Za-z.]{1,12}")
_NO_NAME = ANY_VERB | BOUNDARY | DETERMINER | OBJECT | PREPOSITION | PRONOUN | RELATIVE | AUXILIARY | LEADING


@functools.lru_cache(REMEMBERED)
def is_speaker(name: str) -> bool:
    """Whether a subject's words, on one line, name somebody or something that makes statements."""
    if _is_plain_name(name):
        return True
    cut = _TAIL.search(name, 1)
    words = _WORD.findall(name[: cut.start()] if cut else name)
    if not words or words[0].lower().replace("’", "'") in ("i'm", "i've", "i'd", "i'll", "please"):
        return False
    if len(words) > 1 and _bits(words[1]) & DETERMINER and words[1][:1].islower() and not _may_precede(words[0]):
        return False  # "included a Lott amendment"
    for place, word in enumerate(words[1:-1], 1):
        if word == "of" and words[place - 1].lower() in QUANTITIES:
            return is_speaker(" ".join(words[place + 1 :]))
    return _is_named(words) if _has_name(words) else _is_described(words)


def _is_plain_name(name: str) -> bool:
    """Whether it is two or three words with capitals, none of them known to be anything else; most speakers are."""
    words = name.split()
    if not 1 < len(words) < 4:
        return False
    known = LEXICON.words.get
    if not all(w.isalpha() and w[0].isupper() and not known(w.lower(), 0) & _NO_NAME for w in words):
        return False
    return not any(w.lower() in VERBS for w in words[1:]) and not name.isupper()


def _may_precede(word: str) -> bool:
    """Whether "the" or "a" may come second: behind "all" and a title or name, not behind a verb or adverb."""
    return word.lower() in ("all", "both", "half", "such", "not", "many", "even") or (
        word[:1].isupper() and not word.endswith("ly") and not _bits(word) & (PREPOSITION | BOUNDARY)
    )


def _bits(word: str) -> int:
    return LEXICON.words.get(word.lower(), 0)


def _has_name(words: list[str]) -> bool:
    """Whether the head, before a preposition or "who", is a name."""
    core = _core(words)
    return bool(core) and core[-1][:1].isupper() and not (len(core) == 1 and core[0].lower() in INDEFINITE)


def _core(words: list[str]) -> list[str]:
    """The words up to a preposition, "who" or a participle behind the first noun."""
    for place, word in enumerate(words):
        if place and word[:1].islower():
            bits = _bits(word)
            if bits & RELATIVE or (bits & PREPOSITION and not bits & PARTICLE) or word in NAMED_BY:
                return words[:place]
            if words[place - 1][:1].isupper() and bits & DETERMINER:
                return words[:place]  # "Senator Ortiz a member of the board"
            if place > 1 and word.endswith(("ed", "ing")) and not words[place + 1 : place + 2]:
                return words[:place]
    return words


def _is_named(words: list[str]) -> bool:
    core = _core(words)
    if len(core) == 1 and _is_stray(core[0]):
        return False
    if len(core) > 1 and all(word.isupper() for word in core) and _is_heading(core):
        return False
    for place, word in enumerate(core):
        bits, capital = _bits(word), word[:1].isupper()
        if not capital and (word in FINITE or bits & (PRONOUN | OBJECT)):
            return False
        if place and capital and bits & (DETERMINER | PRONOUN) and word not in ("No", "I") and not word.isupper():
            return False  # another sentence begins here
        if place and capital and word.lower() in VERBS:
            return False  # a headline: "Bayh Calls"
    last = core[-1]
    if _bits(last) & (DETERMINER | BOUNDARY | PRONOUN) or (_bits(last) & PREPOSITION and len(core) > 1):
        return last.isupper() and len(core) > 1 and len(last) > 2
    first = core[0]
    bits = _bits(first)
    if len(core) == 1 and (bits & (LEADING | BOUNDARY) or first.lower() in OPENERS or first.endswith("ly")):
        return bits & NOT_ADVERB != 0  # "However", "Additionally"
    if any(_bits(word) & DETERMINER and word[:1].islower() for word in core[2:]):
        return False  # "four years the Bush administration"
    opener = bits & (BOUNDARY | PREPOSITION | RELATIVE) and len(core) > 1 and not bits & (PARTICLE | TITLE)
    opener = opener or (first[:1].islower() and (first in OPENERS or (bits & ANY_VERB and first.endswith("ed"))))
    return not opener


def _is_stray(word: str) -> bool:
    """Whether a word with a capital is no name by itself: "Requires", "Would", "Completion", "D-Ohio", "Jr"."""
    lower = word.lower()
    if lower in ABLE or lower in INDEFINITE or _singular(lower) in ABLE or (word.isupper() and len(word) > 1):
        return word.isupper() and lower in HEADINGS
    bits = _bits(word)
    ordinary = bits & (AUXILIARY | DAY | PREPOSITION | DETERMINER) or (bits & ANY_VERB and not bits & TITLE)
    return bool(ordinary) or lower in STRAY or len(word) < SHORTEST_NAME or _ABSTRACT.fullmatch(word) is not None


def _is_heading(words: list[str]) -> bool:
    """Whether words in capitals are a heading and no person of a transcript: "SOCIAL SECURITY", not "JIM LEHRER"."""
    first = _bits(words[0])
    if first & (FEMALE | MALE | TITLE):
        return False
    return any(word.lower() in HEADINGS or _singular(word.lower()) in HEADINGS for word in words)


def _is_described(words: list[str]) -> bool:
    core = _core(words)
    lower = [word.lower() for word in core]
    first = lower[0]
    if first in OPENERS or (_bits(first) & (PREPOSITION | RELATIVE) and first not in ("that", "this")):
        return False
    if any(word in FINITE for word in lower) or any(_bits(word) & OBJECT for word in lower[1:] if word != "her"):
        return False
    if len(lower) == 1 and (first in INDEFINITE or _bits(first) & PRONOUN):
        return True
    if any(_bits(word) & PRONOUN for word in lower):
        return False
    if any(_bits(word) & DETERMINER for word in lower[2:]):
        return False
    while len(lower) > 1 and (lower[-1] in BEHIND_NOUNS or (lower[-1].endswith("ed") and lower[-1] not in ABLE)):
        lower.pop()
    head = lower[-1]
    if head == "s":  # "the Department s": what it owns is missing
        return False
    if head.endswith(("'s", "’s")):
        head = head[:-2]
    return head in ABLE or head in INDEFINITE or _singular(head) in ABLE or _is_agent(head)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _is_agent(word: str) -> bool:
    """Whether an ending makes persons of a verb or a field: "-er", "-ist", but not "winter"."""
    part = word.rsplit("-", 1)[-1]
    return _AGENT.fullmatch(part) is not None and _singular(part) not in AGENT_EXCEPTIONS
