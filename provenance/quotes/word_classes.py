"""What a word can be: classes of words as bits, and the lexicon that a language pack makes of its lists.

The classes here are those that the rules for every language ask for; a pack adds classes of its own from `FIRST_OWN`
on. A rule tests bits, and names a word itself only where one word alone behaves so. A lexicon never changes once it
is made, and knows nothing of texts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from provenance.text import abbreviations

# Classes of words, as bits: a word can be several things.
(
    BOUNDARY,  # conjunctions that end a noun phrase: "and", "because"
    CLAUSE_STARTER,  # words that open clauses: "the", "he", "what"
    PREPOSITION,
    LEADING,  # what may come before a subject: "meanwhile", "on"
    DETERMINER,
    DAY,
    PRONOUN,
    PERSON,  # pronouns of one person as a subject: "he", "she"
    OBJECT,  # pronouns as an object: "him"
    MASCULINE,
    FEMININE,
    RELATIVE,
    PERSONS_RELATIVE,  # relative pronouns of persons: "who"
    PARTICLE,  # parts of names in small letters: "van"
    TITLE,
    MALE_TITLE,
    FEMALE_TITLE,
    FEMALE,  # first names
    MALE,
    ORGANISATION,  # words that make a name one of a body: "committee"
    WORK,  # what comes before the title of a work: "book", "entitled"
    ABBREVIATION,
    REPORTING,  # forms of verbs that report speech without further signs: "said"
    CUE,  # any form that may report speech: the rules for a sentence begin there
) = (1 << place for place in range(24))
FIRST_MARK = 24  # `provenance.quotes.sentence_tokens` numbers its own bits from here
FIRST_OWN = 40  # bits from here on are free for classes of one language

_CLASSES = {
    "boundaries": BOUNDARY,
    "clause_starters": CLAUSE_STARTER,
    "prepositions": PREPOSITION,
    "leading": LEADING,
    "determiners": DETERMINER,
    "days": DAY,
    "pronouns": PRONOUN,
    "persons": PERSON,
    "objects": OBJECT,
    "masculine": MASCULINE,
    "feminine": FEMININE,
    "relatives": RELATIVE,
    "persons_relative": PERSONS_RELATIVE,
    "name_particles": PARTICLE,
    "titles": TITLE,
    "male_titles": MALE_TITLE,
    "female_titles": FEMALE_TITLE,
    "female": FEMALE,
    "male": MALE,
    "organisations": ORGANISATION,
    "works": WORK,
    "abbreviations": ABBREVIATION,
    "cues": CUE,
}
_VERBS = {"reporting": REPORTING}

Inflection = Callable[[str, Mapping[str, str]], Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Edits:
    """What an editor may change inside quotation marks without changing what was said, and what changes it.

    `fillers`, `articles` and `openers` (of sentences) may be dropped, and `asides` ("you know") between commas;
    `negations` and words in `negative_endings` may not, nor `reversals` ("doubt that", "failed to") before what
    depends on them, nor an article before `amounts` ("a few"). `clauses` open a clause, `complements` among them one
    that depends on the words before it ("never say that"). `weak` words say too little to begin or end a shared
    stretch. `numbers` maps words to digits, `scales` what multiplies ("thousand"), `number_joins` may be inside a
    number, `ordinal_endings` behind one, a sign of `currencies` before one. `contractions` maps short forms to the
    words in full, `contracted_endings` endings; where a short word stands for several ("'s"), `short_for` has these.
    `spellings` are pairs of endings, `same_spelling` and `two_words` whole words that are spelled in two ways.
    `possessive` is the ending that an owner has, `capitals` are words that are always written with a capital letter
    without being names. `number_parts` and `many_forms` are made of the others: the words that may have another form.
    `numbers_of` is the language whose number words are made by rule (`provenance.languages.number_words`), ""
    for English, and `number_compounds` numbers of several words that no sum gives.
    """

    fillers: frozenset[str]
    articles: frozenset[str]
    openers: frozenset[str]
    asides: tuple[tuple[str, ...], ...]
    clauses: frozenset[str]
    complements: frozenset[str]
    negations: frozenset[str]
    negative_endings: tuple[str, ...]
    reversals: frozenset[str]
    amounts: frozenset[str]
    weak: frozenset[str]
    numbers: Mapping[str, str]
    contractions: Mapping[str, tuple[str, ...]]
    contracted_endings: Mapping[str, str]
    short_for: Mapping[str, frozenset[str]]
    scales: Mapping[str, int]
    number_joins: frozenset[str]
    currencies: Mapping[str, str]
    ordinal_endings: frozenset[str]
    two_words: Mapping[tuple[str, str], str]
    spellings: tuple[tuple[str, str], ...]
    same_spelling: Mapping[str, str]
    possessive: str
    capitals: frozenset[str]
    number_parts: frozenset[str]
    many_forms: frozenset[str]
    numbers_of: str
    number_compounds: Mapping[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language that the rules for reported speech use.

    `words` gives the classes of a word in lower case, as bits; `verbs` the infinitive of each form of a reporting
    verb; `lemmas` named sets of infinitives, by what may follow them. `notes` are the beginnings, in lower case, of
    paragraphs that are the publisher's own. `possessives` are the endings that make a name an owner ("’s").
    """

    words: Mapping[str, int]
    verbs: Mapping[str, str]
    lemmas: Mapping[str, frozenset[str]]
    edits: Edits
    notes: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()

    def bare(self, word: str) -> str:
        """A name without its possessive ending."""
        for ending in self.possessives:
            if word.endswith(ending):
                return word[: -len(ending)]
        return word


def only_listed(lemma: str, irregular: Mapping[str, str]) -> Mapping[str, int]:
    """The forms of a verb for a language without rules for them: the lemma and what `irregular` lists, no bits."""
    return dict.fromkeys([lemma, *irregular.get(lemma, "").split()], 0)


def read_lexicon(
    data: Mapping[str, Any],
    classes: Mapping[str, int] | None = None,
    verbs: Mapping[str, int] | None = None,
    inflected: Inflection = only_listed,
) -> Lexicon:
    """The lexicon that a pack's tables describe; every table and key may be missing, words are parted by blanks.

    `words`, `names` and `forms` list the words of each class, `verbs` the infinitives of each kind of reporting verb,
    `irregular` the forms of single verbs, `lemmas` named sets of infinitives, `notes` and `possessives` as `Lexicon`
    says, `edits` what `Edits` holds. `classes` and `verbs` give the bits of the pack's own classes and kinds of
    verbs, by key; `inflected` gives the forms of a verb, each with bits of its own. Raises KeyError for a class
    that nobody knows.
    """
    known, kinds = {**_CLASSES, **(classes or {})}, {**_VERBS, **(verbs or {})}
    words = dict.fromkeys(abbreviations.BEFORE_NAMES | abbreviations.EITHER, ABBREVIATION)
    for table in ("words", "names", "forms"):
        for key, listed in data.get(table, {}).items():
            for word in listed.split():
                words[word] = words.get(word, 0) | known[key]
    lemma_of: dict[str, str] = {}
    for key, listed in data.get("verbs", {}).items():
        for lemma in listed.split():
            for form, shape in inflected(lemma, data.get("irregular", {})).items():
                words[form] = words.get(form, 0) | kinds[key] | CUE | shape
                lemma_of[form] = lemma
    return Lexicon(
        words=words,
        verbs=lemma_of,
        lemmas={key: frozenset(listed.split()) for key, listed in data.get("lemmas", {}).items()},
        edits=_edits(data.get("edits", {})),
        notes=tuple(data.get("notes", ())),
        possessives=tuple(data.get("possessives", ())),
    )


def _compared(word: str) -> str:
    """A word as utterances are compared: without accents."""
    if word.isascii():
        return word
    from provenance.text.normalisation import folded  # here, because English needs none

    return "".join(folded(letter) or letter for letter in word)


def _edits(table: Mapping[str, str]) -> Edits:
    def listed(key: str) -> frozenset[str]:
        return frozenset(map(_compared, table.get(key, "").split()))

    def mapped(key: str) -> dict[str, str]:
        entries = (entry.split("=", 1) for entry in table.get(key, "").split())
        return {_compared(one): _compared(other) for one, other in entries}

    contractions = {short: tuple(full.split("_")) for short, full in mapped("contractions").items()}
    shortened = {short: tuple(full.split("_")) for short, full in mapped("shortened").items()}
    numbers, scales = mapped("numbers"), {word: int(value) for word, value in mapped("scales").items()}
    compounds: dict[tuple[str, ...], str] = {}
    if code := table.get("numbers_of"):
        from provenance.languages import number_words  # not for English

        further, scaled = number_words.single_words(code).split(), number_words.scales(code).split()
        numbers |= {_compared(one): value for one, value in (entry.split("=") for entry in further)}
        scales |= {_compared(one): int(value) for one, value in (entry.split("=") for entry in scaled)}
        compounds = {tuple(map(_compared, one)): value for one, value in number_words.several_words(code).items()}
    spelled = mapped("same_spelling")
    two_words = {tuple(one.split("_")): other for one, other in spelled.items() if one.count("_") == 1}
    number_parts = numbers.keys() | scales.keys()
    return Edits(
        fillers=listed("fillers"),
        articles=listed("articles"),
        openers=listed("openers"),
        asides=tuple(tuple(aside.split("_")) for aside in table.get("asides", "").split()),
        clauses=listed("clauses"),
        complements=listed("complements"),
        negations=listed("negations"),
        negative_endings=tuple(table.get("negative_endings", "").split()),
        reversals=listed("reversals"),
        amounts=listed("amounts"),
        weak=listed("weak"),
        numbers=numbers,
        contractions=contractions | shortened,
        contracted_endings=mapped("contracted_endings"),
        short_for={short: frozenset(full.split("|")) for short, full in mapped("short_for").items()},
        scales=scales,
        number_joins=listed("number_joins"),
        currencies=mapped("currencies"),
        ordinal_endings=listed("ordinal_endings"),
        two_words={(one, other): whole for (one, other), whole in two_words.items()},
        spellings=tuple(mapped("spellings").items()),
        same_spelling={one: other for one, other in spelled.items() if "_" not in one},
        possessive=table.get("possessive", ""),
        numbers_of=table.get("numbers_of", ""),
        number_compounds=compounds,
        capitals=listed("capitals"),
        number_parts=frozenset(number_parts),
        many_forms=frozenset(number_parts | contractions.keys() | {one for one, _ in two_words}),
    )
