"""The clauses of a German sentence, as commas part them, and the cues in them.

A cue is a verb of speech with its place: second in a main clause, first where words come before the comma
("..., sagte Orre"), last behind "wie", "dass" or a relative pronoun. A verb may be two words ("teilte ... mit", "hat
... gesagt"). Nothing here says who speaks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from provenance.quotes.german.reporting_words import (
    ANY_FINITE,
    AUXILIARY,
    CONTENT,
    COORDINATOR,
    DEMANDING,
    INFINITIVE,
    KNOWN,
    LEXICON,
    MODAL,
    NAMING,
    PARTED,
    PARTICIPLE,
    PARTS,
    PASSIVE,
    PLURAL,
    QUESTION,
    RELATIVE,
    SAYING,
    SPOKEN,
    SUBORDINATOR,
    THAT,
    VERB,
)
from provenance.quotes.sentence_tokens import (
    COLON,
    COMMA,
    DASH,
    QUOTATION,
    SEMICOLON,
    STOP,
    WORD,
    Sentence,
    Token,
    is_abbreviated,
)
from provenance.quotes.word_classes import PREPOSITION

MARKS = COMMA | COLON | SEMICOLON | DASH | STOP
LETS = frozenset(("lässt", "läßt", "ließ", "lassen", "ließen"))  # "ließ ein Sprecher verlauten"
ANNOUNCED = frozenset(("gab", "gaben", "gibt", "geben", "gebe", "gegeben", "gemacht"))  # "bekannt gab"
HEARSAY = frozenset(("soll", "sollen", "dürfte", "dürften"))  # "soll „...“ gerufen haben"
LONGEST_AGENT = 9  # tokens from "von" to a participle
LONGEST_GAP = 3  # clauses between the parts of a verb


class Clause(NamedTuple):
    """What is between two marks: tokens `[start, end)`; `mark` are the bits of the mark before it."""

    start: int
    end: int
    mark: int


@dataclass(slots=True)
class Cue:
    """A verb of speech: its finite word, its last word and their kind.

    `clause` is the number of its clause. `final`: the verb is at the end; then `opener` is the word that opens the
    clause. `passive`: whoever speaks is not the subject.
    """

    finite: int
    last: int
    verb: int
    kind: int
    clause: int
    final: bool = False
    opener: int = -1
    passive: bool = False
    plural: bool = False


def clauses_of(sentence: Sentence) -> list[Clause]:
    """The clauses in order; none is empty."""
    found = []
    start, mark = 0, 0
    for place, token in enumerate(sentence):
        inner = token.bits & STOP and _is_inner(sentence, place)
        if token.bits & MARKS and not inner and not is_abbreviated(sentence, place):
            if place > start:
                found.append(Clause(start, place, mark))
            start, mark = place + 1, token.bits
    if start < len(sentence):
        found.append(Clause(start, len(sentence), mark))
    return found


def _is_inner(sentence: Sentence, place: int) -> bool:
    """Whether a full stop is inside a word, as in "ver.di", and not one with a lost blank behind it."""
    if place + 1 >= len(sentence) or sentence[place + 1].start != sentence[place].end:
        return False
    before, after = sentence[place - 1].word if place else "", sentence[place + 1].word
    return not (after[:1].isupper() and after[1:2].islower() and len(before) > 3 and before[-1:].islower())


def first_word(sentence: Sentence, clause: Clause) -> int:
    """The place of a clause's first word behind "und" and "aber"."""
    place = clause.start
    while place < clause.end - 1 and sentence[place].bits & COORDINATOR:
        place += 1
    return place


def last_word(sentence: Sentence, clause: Clause) -> int:
    """The place of a clause's last word."""
    place = clause.end - 1
    while place > clause.start and not sentence[place].bits & (WORD | QUOTATION):
        place -= 1
    return place


def cues_of(sentence: Sentence, clauses: list[Clause], places: list[int]) -> list[Cue]:
    """The verbs of speech at `places`, in order."""
    found: list[Cue] = []
    number = 0
    for place in places:
        while number < len(clauses) and clauses[number].end <= place:
            number += 1
        if number == len(clauses):
            break
        if clauses[number].start <= place:
            cue = _cue_at(sentence, clauses, number, place)
            if cue is not None:
                _reopened(sentence, clauses, cue)
            if cue is not None and not (found and found[-1].last >= cue.finite and found[-1].clause == number):
                found.append(cue)
    return found


def _cue_at(sentence: Sentence, clauses: list[Clause], number: int, place: int) -> Cue | None:
    clause, token = clauses[number], sentence[place]
    bits = token.bits
    if bits & CONTENT and token.word[:1].isupper():
        return _with_noun(sentence, clauses, number, place)
    if token.word[:1].isupper() and place > clause.start:
        return None
    if bits & PARTED:
        found = _with_part(sentence, clauses, number, place)
        if found is not None:
            return found
    if bits & KNOWN and place + 1 < clause.end and sentence[place + 1].lower in ANNOUNCED:
        participle = sentence[place + 1].lower in ("gegeben", "gemacht")
        if participle:
            return _with_auxiliary(sentence, clause, number, place + 1, SAYING | PARTICIPLE)
        cue = Cue(place + 1, place + 1, place + 1, SAYING, number)
        _place(sentence, clause, cue)
        return cue if cue.final else None
    if not bits & SPOKEN:
        return None
    if bits & (PARTICIPLE | INFINITIVE):
        found = _with_auxiliary(sentence, clause, number, place, bits)
        if found is not None:
            return found if found.kind and not (found.passive and bits & DEMANDING) else None
    if not bits & VERB:
        return None
    before = sentence[place - 1] if place > clause.start else None
    if before is not None and (before.lower in ("zu", "nicht") or is_attributive(sentence, place, clause.start)):
        return None
    cue = Cue(place, place, place, bits & SPOKEN, number, plural=bool(bits & PLURAL))
    _place(sentence, clause, cue)
    return cue


def is_nearer(cues: list[Cue], cue: Cue, start: int) -> bool:
    """Whether a verb of speech at the end of a clause comes between a cue and what is said from token `start` on."""
    return any(one.final and cue.last < one.verb < start and one.kind & SAYING for one in cues)


def is_attributive(sentence: Sentence, place: int, start: int) -> bool:
    """Whether a form is part of a noun phrase: "die von der Opposition als „Skandal“ bezeichneten Pläne"."""
    if place + 1 >= len(sentence) or not sentence[place - 1].bits & QUOTATION:
        return False
    if not is_participle(sentence[place]) or not sentence[place + 1].word[:1].isupper():
        return False
    return any(token.lower in ("von", "vom") for token in sentence[max(start, place - LONGEST_AGENT) : place - 1])


def is_participle(token: Token) -> bool:
    """Whether a word is the participle of a verb that names or says, with the ending of an adjective."""
    classes = LEXICON.words.get(re.sub("e[nrsm]?$", "", token.lower), 0)
    return bool(classes & PARTICIPLE and classes & (NAMING | SAYING))


def _place(sentence: Sentence, clause: Clause, cue: Cue) -> None:
    """Whether a cue ends a clause that "wie", "dass" or a relative pronoun opens."""
    opener = first_word(sentence, clause)
    if sentence[opener].bits & PREPOSITION and opener + 1 < clause.end:
        relative = sentence[opener + 1].bits & RELATIVE and clause.mark & COMMA
        opener = opener + 1 if relative else opener
    bits = sentence[opener].bits
    opens = bits & (SUBORDINATOR | QUESTION) or (bits & RELATIVE and clause.mark & COMMA)
    if opens and opener < cue.finite and cue.last >= last_word(sentence, clause):
        cue.final, cue.opener = True, opener


def _reopened(sentence: Sentence, clauses: list[Clause], cue: Cue) -> None:
    """A clause that an aside parts: "Wie der Leiter des Amtes, Ole Hamre, am Abend mitteilte"."""
    if cue.final or cue.last < last_word(sentence, clauses[cue.clause]):
        return
    for number in range(cue.clause - 1, max(-1, cue.clause - 1 - LONGEST_GAP), -1):
        clause = clauses[number]
        opener = first_word(sentence, clause)
        if sentence[opener].bits & RELATIVE and clause.mark & COMMA:
            continue  # "Wie Orre, der den Hafen leitet, mitteilte"
        if any(sentence[at].bits & (ANY_FINITE | VERB) for at in range(clause.start, clause.end)):
            return
        if sentence[opener].bits & (SUBORDINATOR | QUESTION):
            cue.final, cue.opener = True, opener
            return


def _with_part(sentence: Sentence, clauses: list[Clause], number: int, place: int) -> Cue | None:
    """The cue that a form such as "teilte" is with its part at the end of the clause, or of one behind an aside."""
    parts = PARTS[sentence[place].lower]
    clause = clauses[number]
    for at in range(place + 1, clause.end):
        kind = parts.get(sentence[at].lower)
        if kind and _ends(sentence, clause, at):
            plural = sentence[place].lower.endswith("en")
            return Cue(place, at, place, kind & SPOKEN, number, plural=plural)
    for further in clauses[number + 1 : number + 1 + LONGEST_GAP]:
        if not further.mark & COMMA:
            break
        kind = parts.get(sentence[further.start].lower)
        if kind and _ends(sentence, further, further.start):
            return Cue(place, further.start, place, kind & SPOKEN, number)
    return None


def _with_noun(sentence: Sentence, clauses: list[Clause], number: int, place: int) -> Cue | None:
    """The cue that a noun such as "Ergebnis" is at the end of a clause before "dass" or a quotation."""
    clause = clauses[number]
    further = clauses[number + 1] if number + 1 < len(clauses) else None
    behind = sentence[place + 1] if place + 1 < clause.end else None
    if further is None or not further.mark & COMMA or (behind is not None and not behind.bits & (ANY_FINITE | VERB)):
        return None
    if not sentence[further.start].bits & (THAT | QUOTATION):
        return None
    finite = next((at for at in range(clause.start, clause.end) if sentence[at].bits & (ANY_FINITE | VERB)), -1)
    if finite <= clause.start:
        return None
    cue = Cue(finite, max(place, finite), place, SAYING, number, plural=_is_plural(sentence, finite))
    _place(sentence, clause, cue)
    return cue


def _ends(sentence: Sentence, clause: Clause, place: int) -> bool:
    if place + 1 >= clause.end:
        return True
    following = sentence[place + 1]
    return bool(following.bits & (QUOTATION | COORDINATOR | STOP)) or not following.bits & WORD


def _with_auxiliary(sentence: Sentence, clause: Clause, number: int, place: int, bits: int) -> Cue | None:
    """ "hat ... gesagt", "gesagt hatte", "wurde mitgeteilt"; without a kind where an infinitive or "worden" reports
    nothing; None where no auxiliary is near."""
    behind = place + 1
    while behind < clause.end and sentence[behind].bits & (AUXILIARY | MODAL):
        behind += 1
    if behind > place + 1:
        finite = behind - 1
        passive = any(
            sentence[at].bits & PASSIVE or sentence[at].lower == "worden" for at in range(place + 1, behind)
        )
        lets = bits & INFINITIVE and sentence[finite].lower in LETS  # "wie Orre mitteilen ließ"
        kind = bits & SPOKEN if lets or (bits & PARTICIPLE and not sentence[finite].bits & MODAL) else 0
        cue = Cue(finite, finite, place, kind, number, passive=passive, plural=_is_plural(sentence, finite))
        _place(sentence, clause, cue)
        if cue.final:
            return cue
        cue.last = finite
    for at in range(place - 1, clause.start - 1, -1):
        token = sentence[at]
        if bits & INFINITIVE and token.lower.startswith("l") and _lets_itself(sentence, at):
            return Cue(at, place, place, 0, number)
        if bits & INFINITIVE and token.lower in LETS and _ends(sentence, clause, place):
            return Cue(at, place, place, bits & SPOKEN, number, plural=_is_plural(sentence, at))
        if token.bits & (AUXILIARY | MODAL):
            said = (
                at > clause.start
                and token.lower in HEARSAY
                and sentence[min(place + 1, len(sentence) - 1)].lower == "haben"
            )
            kind = bits & SPOKEN if bits & PARTICIPLE and (token.bits & AUXILIARY or said) else 0
            if not bits & PARTICIPLE and not _ends(sentence, clause, place):
                return None
            passive = bool(token.bits & PASSIVE) or any(
                one.lower == "worden" for one in sentence[place + 1 : clause.end]
            )
            return Cue(at, place, place, kind, number, passive=passive, plural=_is_plural(sentence, at))
    return None


def _lets_itself(sentence: Sentence, place: int) -> bool:
    """Whether "lässt sich" with an infinitive says what can be done: "lasse sich schließen"."""
    near = sentence[place + 1 : place + 3]
    return sentence[place].lower in (*LETS, "lasse") and any(token.lower == "sich" for token in near)


def _is_plural(sentence: Sentence, place: int) -> bool:
    return sentence[place].lower in ("haben", "hatten", "hätten", "sind", "waren", "werden", "wurden", "seien")
