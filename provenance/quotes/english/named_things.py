"""Quotation marks around a nickname, a title of a work or a group's name: part of a name and no speech.

Judged by the words before and behind the marks and by the capitals inside. A quotation that a mark of a sentence ends
is always speech here; what is no name and no speech ("a “floating ruin”") is for `provenance.quotes.languages`.
"""

from __future__ import annotations

import re

from provenance.quotes.english.reporting_words import ANY_VERB, AUXILIARY, LEXICON
from provenance.quotes.quotation_marks import Marked
from provenance.quotes.word_classes import (
    BOUNDARY,
    DAY,
    DETERMINER,
    OBJECT,
    PERSONS_RELATIVE,
    PREPOSITION,
    PRONOUN,
    WORK,
)

LONGEST = 60  # code points
MOST_WORDS = 8
LONGEST_NICKNAME = 3  # words

_BEFORE = re.compile(r"([^\W_]+(?:[.'’-][^\W_]+)*)[ \t\u00a0]{1,3}$")
_NAMING = re.compile(
    r"(?:\bknown (?:\w{2,12} )?as|\bso[- ]called|\bself-(?:styled|described|proclaimed)|\bnicknamed|\bdubbed|\baka"
    r"|\ba\.k\.a\.|\balias|\bentitled|\btitled|\bchristened|\bcodenamed|\bcode-named|\bnamed)"
    r"(?: (?:the|a|an))?[ \t\u00a0]{1,3}$",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\b[a-z]{3,20}(?:,| (?:is|are|was|were|been|being))? called (?:the )?$")
_CALLS = re.compile(
    r"\b(?:calls?|called|calling|calls|styles?|styled|styling|labell?ed|labels?|nicknames?|dubs)"
    r" (?:him|her|it|them|your|my|our)(?:self|selves)?(?: the)?[ \t\u00a0]{1,3}$"
)
_MENTIONED = re.compile(r"\b(?:words?|terms?|phrases?|letters?|hashtags?|passwords?|names?|nicknames?|labels?) $")
_SCARE = re.compile(r"(?:^|[.!?][”\"’)]? )(?:The|These|Those|This|Our|Their|His|Her|Such) $")
_APPOSED = re.compile(r"\b([a-z]{3,20}), $")
_BEHIND = re.compile(r"[ \t\u00a0]{1,3}([^\W_]+)")
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_SMALL_WORDS = "a an the of and for in on at to with from by or de la van von der du"
_GROUPS = (
    "group",
    "band",
    "movement",
    "campaign",
    "party",
    "club",
    "organisation",
    "organization",
    "network",
    "blog",
    "union",
    "association",
    "charity",
    "committee",
    "gang",
    "choir",
    "team",
)
_SMALL = frozenset(_SMALL_WORDS.split())


def is_named_thing(text: str, marked: Marked) -> bool:
    """Whether what is in quotation marks is a name or part of one."""
    inner = text[marked.inner_start : marked.inner_end]
    if not marked.closed or marked.continues or not inner or len(inner) > LONGEST:
        return False
    comma = inner.endswith(",")
    words = _WORD.findall(inner)
    if not words or len(words) > MOST_WORDS or inner[-1] in ".?!…;:—":
        return False
    head = text[max(0, marked.start - 48) : marked.start]
    if "\n" in head:
        head = head[head.rfind("\n") + 1 :]
    if _NAMING.search(head):
        return not comma or _titled(words)
    if _CALLS.search(head) and len(words) <= LONGEST_NICKNAME:
        return not comma or _titled(words) or head.endswith("the ")
    if not comma and (inner[0] == "#" or (_MENTIONED.search(head) and len(words) <= LONGEST_NICKNAME)):
        return True
    if _is_scare_quoted(text, marked, head, words, comma):
        return True
    apposed = _APPOSED.search(head)
    if apposed is not None and _titled(words) and len(words) > 1:
        bits = LEXICON.words.get(apposed[1], 0)
        group = apposed[1] in _GROUPS or bits & WORK != 0
        if group and (comma or text[marked.end : marked.end + 1] == ","):
            return True
    nickname = words[0].lower() == "the" and words[-1][:1].isupper() and len(words) <= LONGEST_NICKNAME
    if not (words[0][:1].isupper() or nickname):
        return False
    if _CALLED.search(head) and (not comma or _titled(words)):
        return True
    before = _BEFORE.search(head)
    behind = _BEHIND.match(text, marked.end)
    follows = behind is not None and behind[1][:1].isupper()
    if before is None:
        opens = not head.strip() or head.rstrip()[-1:] in ".?!:;"
        return opens and follows and not comma and len(words) == 1 and len(inner) > 3 and not _is_answer(words[0])
    word, bits = before[1], LEXICON.words.get(before[1].lower(), 0)
    if word[:1].isupper() and follows and not comma and len(words) <= LONGEST_NICKNAME and not bits & DETERMINER:
        return True
    if bits & (PREPOSITION | DETERMINER) and word.lower() != "that":
        return _titled(words)
    if comma and not (bits & WORK or word in _GROUPS):
        return False
    if bits & (ANY_VERB | AUXILIARY | PRONOUN | OBJECT | PERSONS_RELATIVE | BOUNDARY) or word[:1].isupper():
        return False
    return _titled(words) and len(words) > 1


def _is_scare_quoted(text: str, marked: Marked, head: str, words: list[str], comma: bool) -> bool:
    """Whether one or two words are kept at a distance: "The “experts” were wrong", "“accidental mayor” Tor Falk"."""
    behind = _BEHIND.match(text, marked.end)
    if comma or behind is None or len(words) > LONGEST_NICKNAME - 1:
        return False
    if _SCARE.search(head):
        return True
    before = _BEFORE.search(head)
    bits = LEXICON.words.get(before[1].lower(), 0) if before is not None else ANY_VERB
    name = behind[1][:1].isupper() and not LEXICON.words.get(behind[1].lower(), 0) & (DAY | PRONOUN)
    return name and not bits & (ANY_VERB | AUXILIARY | PRONOUN | OBJECT | PERSONS_RELATIVE)


def _titled(words: list[str]) -> bool:
    """Whether all words but small ones have capitals, as in titles and names."""
    return words[0][:1].isupper() and all(word[:1].isupper() or word in _SMALL or word.isdigit() for word in words)


def _is_answer(word: str) -> bool:
    return word.lower() in ("yes", "never", "nothing", "nobody", "nonsense", "maybe", "always", "sure", "absolutely")
