"""Words that end in a full stop without ending a sentence, as data; splitters and the quotation reader share them.

All are in lower case and without their last full stop. The lists hold what is common in news of several languages;
they never try to be complete, because a capital letter after an unknown abbreviation costs one wrong split and
nothing more.
"""

from __future__ import annotations

import functools
from typing import NamedTuple


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# A name or number always follows these, so the sentence goes on whatever comes next.
BEFORE_NAMES = _words(
    "mr mrs ms messrs mx dr prof rev fr sen sens rep reps gov govs gen lt col sgt capt cmdr adm maj cpl pvt "
    "pres hon supt det insp atty mt ft vs fig art vol pp cf mme mlle hr frl bzw ggf sog sra srta dra gral "
    "им ул пр проф акад"
)

# These come before names and numbers or end a sentence; a word that commonly opens sentences decides.
EITHER = _words(
    "jr sr inc corp co ltd llc bros assn dept univ st ave blvd rd no nos est etc al ph.d m.d "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla "
    "ore pa tenn tex va vt wash wis wyo dak nr str tel abs usw z.b d.h u.a v.chr n.chr ca min max "
    "г гг млн млрд тыс руб обл т.е т.д т.п"
)

# A number follows these where the sentence goes on ("No. 5"); nothing else does.
BEFORE_NUMBERS = _words("no nos nr pp vol fig art sec ch")

# Any of them; only these, numbers, single letters and what holds a full stop inside can keep a sentence going.
LISTED = BEFORE_NAMES | EITHER | BEFORE_NUMBERS

# Words that open a sentence far more often than they follow an abbreviation inside one.
OPENERS = _words(
    "the a an he she it they we this that these those there in on at by for from with as and but or so yet if when "
    "while after before although because since now then however meanwhile most many some all no not what who how why "
    "his her their its our my "
    "der die das ein eine er sie es wir und aber im am le la les un une il elle ils et mais el los las en pero "
    "он она они это но в на"
)

# What may follow "a.m." and "p.m." inside a sentence.
AFTER_CLOCK = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc eastern central "
    "mountain pacific jan feb mar apr aug sept oct nov dec"
)

# Nouns that a single capital letter labels ("Plan B"), so that the letter is no initial of a name.
LABELLED = _words(
    "plan vitamin class grade group hepatitis section part title type appendix exhibit figure schedule phase "
    "series team option point"
)

# After a number with a full stop these make it an ordinal, as German writes dates and centuries.
AFTER_ORDINALS = _words(
    "januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert "
    "jahrhunderts platz geburtstag mal"
)

# Names that carry an exclamation mark of their own.
EXCLAIMED = _words("yahoo jeopardy")

# "“Really?” Mayor Ruiz asked.": a name in capitals and one of these keep the question with its attribution.
SPEECH = _words("said says asked asks added adds wrote told replied shouted cried")


class Listed(NamedTuple):
    """What a splitter asks about the abbreviations of a language; `any` are all of them."""

    before_names: frozenset[str]
    either: frozenset[str]
    before_numbers: frozenset[str]
    any: frozenset[str]
    openers: frozenset[str]
    ordinal_leads: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    spaced_letters: bool = False


SHARED = Listed(BEFORE_NAMES, EITHER, BEFORE_NUMBERS, LISTED, OPENERS)


@functools.cache
def of_language(code: str | None) -> Listed:
    """The abbreviations of a language by its code; those that languages share for English, None and the rest."""
    if code in (None, "en"):
        return SHARED
    from provenance.languages import abbreviations as data
    from provenance.languages.function_words import FUNCTION_WORDS

    if code not in data.NAMES:
        return SHARED
    names, numbers, either = (_words(table[code]) for table in (data.NAMES, data.NUMBERS, data.EITHER))
    return Listed(
        before_names=(BEFORE_NAMES | names) - numbers,
        either=(EITHER - names) | either,
        before_numbers=BEFORE_NUMBERS | numbers,
        any=LISTED | names | numbers | either,
        openers=OPENERS | _words(FUNCTION_WORDS.get(code, "")) | _words(data.OPENERS[code]),
        ordinal_leads=_words(data.ORDINAL_LEADS.get(code, "")),
        endings=data.ENDINGS.get(code, ()),
        spaced_letters=True,
    )
