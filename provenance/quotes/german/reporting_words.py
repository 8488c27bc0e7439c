"""The German lexicon: the tables of `word_lists` with a bit for each class that the rules here ask for.

A noun is written with a capital as a name is. `Words` says what a word alone shows: the ending of a rank
("Regierungssprecher"), of a noun that is no name ("Sitzung"), of an adjective.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from provenance.quotes.german import word_lists
from provenance.quotes.german.given_names import NAMES
from provenance.quotes.german.verb_forms import joined_forms, parted, plain_forms
from provenance.quotes.sentence_tokens import NAME, TOKEN, WORD, Vocabulary
from provenance.quotes.word_classes import (
    CUE,
    FEMALE_TITLE,
    FIRST_OWN,
    ORGANISATION,
    REPORTING,
    TITLE,
    WORK,
    Lexicon,
    read_lexicon,
)

(
    SINGULAR,
    PLURAL,
    PARTICIPLE,
    INFINITIVE,
    SAYING,
    THINKING,
    DEMANDING,
    NAMING,
    PARTED,  # a form that is a cue with the part at the end of its clause: "teilte"
    AUXILIARY,
    PASSIVE,
    MODAL,
    FINITE,  # of verbs that report nothing
    REPORTED,  # subjunctive of reported speech
    UNREAL,  # the other subjunctive
    THAT,
    QUESTION,
    SUBORDINATOR,
    COORDINATOR,
    OBLIQUE,  # no subject begins with it: "dem"
    GENITIVE,
    REFLEXIVE,
    ADVERB,
    TIME,
    ACCORDING,
    SO,
    SOURCE,  # "Angaben", "Auffassung"
    DEMNACH,
    NOUN,  # written with a capital, and no name by its ending
    ADJECTIVE,  # by its ending, in small letters
    RELATIVE,  # relative pronouns, most of which are articles as well
    QUOTING,  # "heißt", with "es"
    KNOWN,  # "bekannt", before "gab" and "gegeben"
    OPINION,  # sources whose owner speaks: "Angaben"
    CONTENT,  # nouns before "dass": "Ergebnis"
    BEARING,  # "steht", with words in marks and where they are: "Auf dem Plakat steht „...“"
    SMALL,  # a quotation that begins with a small letter: no name
) = (1 << place for place in range(FIRST_OWN, FIRST_OWN + 37))

SPOKEN = SAYING | THINKING | DEMANDING | NAMING | QUOTING
VERB = SINGULAR | PLURAL
ANY_FINITE = AUXILIARY | MODAL | FINITE | REPORTED | UNREAL

_CLASSES = {
    "relating": RELATIVE,
    "opinions": OPINION,
    "contents": CONTENT | CUE,
    "known": KNOWN | CUE,
    "bearing": BEARING | CUE,
    "that": THAT | SUBORDINATOR,
    "questions": QUESTION,
    "subordinators": SUBORDINATOR,
    "coordinators": COORDINATOR,
    "oblique": OBLIQUE,
    "genitives": GENITIVE,
    "reflexives": REFLEXIVE,
    "adverbs": ADVERB,
    "times": TIME,
    "auxiliaries": AUXILIARY,
    "passive": PASSIVE,
    "modals": MODAL,
    "finite": FINITE,
    "according": ACCORDING | CUE,
    "so": SO | CUE,
    "sources": SOURCE | CUE,
    "demnach": DEMNACH | CUE,
    "reported": REPORTED | CUE,
    "unreal": UNREAL,
    "parted": PARTED | CUE,
}
_VERBS = {
    "saying": SAYING | REPORTING,
    "thinking": THINKING,
    "demanding": DEMANDING,
    "naming": NAMING,
    "quoting": QUOTING | REPORTING,
}


def _inflected(lemma: str, irregular: Mapping[str, str]) -> dict[str, int]:
    part, mark, base = lemma.partition("|")
    forms = joined_forms(part, base, irregular) if mark else plain_forms(lemma, irregular)
    found: dict[str, int] = {}
    for shape, listed in ((SINGULAR, forms.singular), (PLURAL, forms.plural), (INFINITIVE, forms.infinitives)):
        for form in listed:
            found[form] = found.get(form, 0) | shape
    found[forms.participle] = found.get(forms.participle, 0) | PARTICIPLE
    return found


# Of each finite form of a separable verb, the kinds of verbs that it may be, by the part at the end of its clause.
PARTS: dict[str, dict[str, int]] = {}
for _kind, _listed in word_lists.VERBS.items():
    for _form, _lemmas in parted(_listed.split(), word_lists.IRREGULAR).items():
        for _part in _lemmas:
            _parts = PARTS.setdefault(_form, {})
            _parts[_part] = _parts.get(_part, 0) | _VERBS[_kind]

LEXICON: Lexicon = read_lexicon(
    {
        "words": {**word_lists.WORDS, **word_lists.SUBJUNCTIVE, "parted": " ".join(PARTS)},
        "names": NAMES,
        "verbs": word_lists.VERBS,
        "irregular": word_lists.IRREGULAR,
        "edits": word_lists.EDITS,
        "possessives": ["’s", "'s"],
    },
    _CLASSES,
    _VERBS,
    _inflected,
)

_MONTHS = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
# As elsewhere, and an ordinal is one word with its full stop where a month or a small letter follows: "am 30. März".
_PATTERN = re.compile(
    TOKEN.pattern.replace(
        "([a-z]", rf"(\d{{1,2}}\.(?=\s{{1,2}}(?:{_MONTHS}|Jahrhundert|Lebensjahr|[a-zäöü]))|[a-z]", 1
    )
)

_RANKS, _NOUN_ENDINGS = word_lists.RANKS.split(), tuple(word_lists.NOUN_ENDINGS.split())
_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_RANK_CLASSES = {rank: TITLE | (FEMALE_TITLE if rank.endswith("in") else 0) for rank in _RANKS}
_CASE_ENDINGS = ("en", "es", "n", "s")  # "des Staatspräsidenten", "des Sprechers"
_WORK_ENDINGS = tuple(word_lists.WORK_ENDINGS.split())
_BODY_ENDINGS = tuple(word_lists.BODY_ENDINGS.split())
_LONGEST_RANK = max(map(len, _RANKS))
_SHORTEST_RANK = min(map(len, _RANKS))


class Words(Vocabulary):
    """The classes of a word, with what its ending shows."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon, _PATTERN)

    def bits_of(self, word: str, lower: str) -> int:
        """The classes of a word, NAME, NOUN, TITLE and ADJECTIVE by its letters."""
        bits = super().bits_of(word, lower)
        if not bits & WORD:
            return bits
        if word[0].isupper():
            if lower.removesuffix("s").endswith(_WORK_ENDINGS):
                bits |= WORK
            if lower.endswith(_BODY_ENDINGS):
                bits |= ORGANISATION
            rank = self._rank(lower)
            if rank:
                bits |= rank | NAME
            elif lower.endswith(_NOUN_ENDINGS) and len(lower) > 5 and not word.isupper():
                bits |= NOUN
        elif word == lower and lower.endswith(_ADJECTIVE_ENDINGS) and len(lower) > 3 and not bits & ~(WORD | NAME):
            bits |= ADJECTIVE
        return bits

    @staticmethod
    def _rank(lower: str) -> int:
        """The classes of a word that is a rank by its ending, in any case."""
        for ending in _CASE_ENDINGS:
            if lower.endswith(ending) and (found := Words._plain_rank(lower.removesuffix(ending))):
                return found
        return Words._plain_rank(lower)

    @staticmethod
    def _plain_rank(lower: str) -> int:
        for length in range(_SHORTEST_RANK, min(_LONGEST_RANK, len(lower)) + 1):
            found = _RANK_CLASSES.get(lower[-length:])
            if found:
                return found
        return 0
