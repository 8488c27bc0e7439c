"""What a language adds to the shared rules for cue verbs: classes of words, forms of verbs, and a few choices.

A pack lists its words by class and kind of verb; `Grammar` holds what the rules look up. Elided articles and pronouns
behind a hyphen are words of their own ("l’", "-t-elle"), which `token_pattern` cares for. Nothing here reads a text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from provenance.quotes.sentence_tokens import COLON, COMMA, DASH, SEMICOLON, STOP, Vocabulary
from provenance.quotes.word_classes import (
    ABBREVIATION,
    CUE,
    FEMININE,
    FIRST_OWN,
    LEADING,
    MASCULINE,
    REPORTING,
    Inflection,
    Lexicon,
    read_lexicon,
)

(
    AUXILIARY,  # what stands before a participle: "a", "ha", "heeft"
    FINITE_VERB,  # frequent verbs that report nothing; they end a noun phrase
    LIGHT,  # "fait", "liet": reports with a COMPLEMENT
    COMPLEMENT,  # "savoir", "weten"
    THAT,  # opens what is said
    QUESTION,  # opens what is asked
    TO,  # opens an infinitive: "di", "te"
    ADVERB,  # may come between a verb and its subject or what is said
    CLITIC,  # a pronoun as an object, before or behind the verb
    NEGATION,
    AND,
    BUT,
    GENITIVE,  # belongs to the noun before it: "de", "della", "van"
    AS,  # "comme l’a dit X", "zoals X zei"
    ACCORDING,  # the first word of "according to"
    PLACE,  # countries and towns inside a role: "премьер-министр Польши"
    TIME,
    SO,  # "zo zei X", "así lo dijo X"
    THAT_VERB,
    BESIDE_VERB,  # reports only beside quotation marks
    ASKING_VERB,
    NAMING_VERB,  # "qualifie la mesure de « honteuse »"
    FINITE,
    PARTICIPLE,
    GERUND,
    PLACED_VERB,  # its clause may come in the infinitive: "assure avoir vu"
    OPINION,  # "per", "pour": whose opinion, where a name follows at the sentence's beginning
    PARTED,  # first halves of verbs: "voegt", a cue only with a PARTICLE_BEHIND: "toe"
    PARTICLE_BEHIND,
    OWNER,  # a pronoun that owns words: "его", "jej"
    LABEL,  # the closing word of "aldus X": no verb, and its speaker follows
) = (1 << place for place in range(FIRST_OWN, FIRST_OWN + 31))

CUE_VERB = THAT_VERB | BESIDE_VERB | ASKING_VERB | NAMING_VERB
_NO_NAMES = (
    ADVERB | FINITE_VERB | AUXILIARY | TIME | NEGATION | SO | AS | ACCORDING | QUESTION | THAT | AND | BUT | CLITIC
)
MARK = COMMA | DASH | COLON | SEMICOLON | STOP

_CLASSES = {
    "auxiliaries": AUXILIARY,
    "finite_verbs": FINITE_VERB,
    "light": LIGHT,
    "complements": COMPLEMENT | CUE,
    "that": THAT,
    "questions": QUESTION,
    "to": TO,
    "adverbs": ADVERB,
    "clitics": CLITIC,
    "negations": NEGATION,
    "and": AND,
    "but": BUT,
    "genitives": GENITIVE,
    "as": AS,
    "according": ACCORDING | CUE,
    "places": PLACE,
    "times": TIME,
    "so": SO,
    "parted": PARTED,
    "particles_behind": PARTICLE_BEHIND,
    "owners": OWNER,
    "opinions": OPINION | CUE,
    "labels": LABEL | BESIDE_VERB | FINITE | CUE,
}
_VERBS = {
    "that": THAT_VERB | REPORTING,
    "infinitive": THAT_VERB | PLACED_VERB | REPORTING,
    "beside": BESIDE_VERB | REPORTING,
    "asking": ASKING_VERB | REPORTING,
    "naming": NAMING_VERB,
}
# The forms of a verb as a pack lists them, parted by "|": in this order, all but the first may be missing.
_SHAPES = (FINITE, PARTICIPLE, GERUND, FINITE | FEMININE, FINITE | MASCULINE)


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the shared rules look up in a language.

    `according` are the phrases for "according to", each as its words in lower case, the longest first; `owned` those
    that hold whose words they are ("по её словам"), in the place of "*". `infinitive` matches an infinitive,
    `adjective` an adjective as it is behind "according to".
    `subjects_left_out`: a verb may lack its subject ("añadió"). `verb_second`: the subject follows the verb where
    anything else comes first. `cases`: names change their endings, so that a name behind "according to" is looked up
    by its stem.
    """

    lexicon: Lexicon
    vocabulary: Vocabulary
    according: tuple[tuple[str, ...], ...] = ()
    owned: tuple[tuple[str, ...], ...] = ()
    infinitive: re.Pattern[str] = field(default=re.compile("(?!)"))
    adjective: re.Pattern[str] = field(default=re.compile("(?!)"))
    subjects_left_out: bool = False
    verb_second: bool = False
    cases: bool = False


def verb_forms(endings: Mapping[str, str]) -> Inflection:
    """The forms of a verb: those that the pack lists for it, else those of its ending in `endings`, longest first.

    Both list forms by blanks in groups parted by "|": finite, participle, gerund, feminine and masculine (where a
    finite form shows who speaks). A form in `endings` is put behind the verb without its ending.
    """
    ordered = sorted(endings, key=len, reverse=True)

    def forms(lemma: str, irregular: Mapping[str, str]) -> dict[str, int]:
        listed, stem = irregular.get(lemma), ""
        if listed is None:
            ending = next((one for one in ordered if lemma.endswith(one)), None)
            listed, stem = (endings[ending], lemma[: -len(ending)]) if ending else (lemma, "")
        found: dict[str, int] = {}
        for shape, group in zip(_SHAPES, listed.split("|"), strict=False):
            for form in group.split():
                whole = stem + form
                found[whole] = found.get(whole, 0) | shape
        return found

    return forms


def token_pattern(elided: str = "(?!)", enclitic: str = "(?!)") -> re.Pattern[str]:
    """As `sentence_tokens.TOKEN`, where `elided` before an apostrophe and `enclitic` behind a hyphen are words.

    Both are alternatives without groups; `enclitic` is matched with its hyphen.
    """
    end = r"(?![^\W_])"
    return re.compile(
        rf"((?:{elided})[’'](?=[^\W_])"
        rf"|(?:{enclitic}){end}"
        r"|[A-Z]\.(?:[A-Z]\.)+"
        r"|\d++(?:[.,]\d++)*(?:[-’'][^\W\d_]++)*"
        rf"|[^\W_]++(?:(?!(?:{enclitic}){end})[-’'&][^\W_]++)*"
        r"|\.\.\.|--+|[^\w\s]|_)(\s*+)"
    )


def make_grammar(
    data: Mapping[str, Any],
    endings: Mapping[str, str],
    pattern: re.Pattern[str],
    infinitive: str = "(?!)",
    adjective: str = "(?!)",
    subjects_left_out: bool = False,
    verb_second: bool = False,
    cases: bool = False,
) -> Grammar:
    """A grammar of a pack's tables; `data` as `read_lexicon` says, with "according" as phrases parted by commas."""
    phrases, owned = _phrases(data.get("according", "")), _phrases(data.get("owned", ""))
    words = dict(data.get("words", {}))
    owners = set(words.get("owners", "").split())
    opening = {phrase[0] for phrase in phrases} | {word for one in owned for word in _opening(one, owners)}
    words["according"] = " ".join(sorted(opening))
    lexicon = _with_both_apostrophes(read_lexicon({**data, "words": words}, _CLASSES, _VERBS, verb_forms(endings)))
    return Grammar(
        lexicon=lexicon,
        vocabulary=Vocabulary(lexicon, pattern),
        according=phrases,
        owned=owned,
        infinitive=re.compile(infinitive),
        adjective=re.compile(adjective),
        subjects_left_out=subjects_left_out,
        verb_second=verb_second,
        cases=cases,
    )


def _phrases(listed: str) -> tuple[tuple[str, ...], ...]:
    """Phrases parted by commas as their words, the longest first."""
    found = [tuple(phrase.split()) for phrase in listed.split(",") if phrase.strip()]
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


def _opening(phrase: tuple[str, ...], owners: set[str]) -> set[str]:
    return owners if phrase[0] == "*" else {phrase[0]}


def _with_both_apostrophes(lexicon: Lexicon) -> Lexicon:
    """The lexicon with "d'" beside "d’", and without abbreviations that are words of the language ("no", "del")."""
    words = {word: _completed(bits) for word, bits in lexicon.words.items()}
    words |= {word.replace("’", "'"): bits for word, bits in words.items() if "’" in word}
    return Lexicon(words, lexicon.verbs, lexicon.lemmas, lexicon.edits, lexicon.notes, lexicon.possessives)


def _completed(bits: int) -> int:
    """The bits of a word, with LEADING where its capital at the beginning of a sentence makes no name."""
    if bits & ~ABBREVIATION:
        bits &= ~ABBREVIATION
    return bits | LEADING if bits & _NO_NAMES or (bits & CUE_VERB and bits & FINITE) else bits
