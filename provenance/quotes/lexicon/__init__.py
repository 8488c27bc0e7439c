"""The words that the rules for cues and speakers know, loaded from one data file a language.

The rules ask for bits such as `AUXILIARY`, or for the verb that a form belongs to, and name a word themselves only
where one word alone behaves so. `english.toml` is the only language so far; another one is another file with the same
keys. A lexicon is read once a process and never changes.
"""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib.resources import files

from provenance.text import abbreviations

# What a word can be, as bits: a word can be several things.
(
    AUXILIARY,
    ADVERB,
    BE,
    DAY,
    TIME,
    PRONOUN,
    OBJECT,
    MASCULINE,
    FEMININE,
    RELATIVE,
    PERSONS_RELATIVE,
    BOUNDARY,
    DETERMINER,
    SPEAKING_DETERMINER,
    PREPOSITION,
    OCCASION,
    REPORTING_NOUN,
    TITLE,
    MALE_TITLE,
    FEMALE_TITLE,
    WORK,
    CLAUSE_STARTER,
    QUESTION_WORD,
    CLAUSE_WORD,
    ENDS_AFTER_COMMA,
    CONTRAST,
    JOIN,
    AND_OR,
    LEADING,
    LEADING_PLACE,
    OPENING_ADVERB,
    SEMI_AUXILIARY,
    LEADING_CONJUNCTION,
    PARTICLE,
    ADDRESSED,
    ADDRESSED_TITLE,
    LATE_ADVERB,
    NOT_ADVERB,
    AFTER_SPEAKER,
    ENDS_SOURCE,
    SOURCE,
    SUBORDINATOR,
    ORGANISATION,
    FEMALE,
    MALE,
    ABBREVIATION,
    # verbs by what they need
    THAT_VERB,
    ADDRESSEE_VERB,
    ASKING_VERB,
    TO_VERB,
    SHOWING_VERB,
    NAMING_VERB,
    THINKING_VERB,
    BASE,  # the infinitive of a reporting verb
    FINITE,  # any of its forms but the participle in -ing
    AMBIGUOUS,
    PLAIN_PAST,
    PLAIN_SHOWING,
    PARTICIPLE,
    ACCORDING,
    TO,
    BY,
    OF,
    ABOUT,
    THAT,
) = (1 << place for place in range(65))

REPORTING = THAT_VERB | ADDRESSEE_VERB | ASKING_VERB  # what makes a cue of its own
ANY_VERB = REPORTING | TO_VERB | SHOWING_VERB | NAMING_VERB | THINKING_VERB

_WORDS = {
    "auxiliaries": AUXILIARY,
    "adverbs": ADVERB,
    "be": BE,
    "days": DAY,
    "times": TIME,
    "pronouns": PRONOUN,
    "objects": OBJECT,
    "masculine": MASCULINE,
    "feminine": FEMININE,
    "relatives": RELATIVE,
    "persons_relative": PERSONS_RELATIVE,
    "boundaries": BOUNDARY,
    "determiners": DETERMINER,
    "speaking_determiners": SPEAKING_DETERMINER,
    "prepositions": PREPOSITION,
    "occasions": OCCASION,
    "reporting_nouns": REPORTING_NOUN,
    "titles": TITLE,
    "male_titles": MALE_TITLE,
    "female_titles": FEMALE_TITLE,
    "works": WORK,
    "clause_starters": CLAUSE_STARTER,
    "question_words": QUESTION_WORD,
    "clause_words": CLAUSE_WORD,
    "ends_after_comma": ENDS_AFTER_COMMA,
    "contrasts": CONTRAST,
    "joins": JOIN,
    "and_or": AND_OR,
    "leading": LEADING,
    "leading_places": LEADING_PLACE,
    "opening_adverbs": OPENING_ADVERB,
    "semi_auxiliaries": SEMI_AUXILIARY,
    "leading_conjunctions": LEADING_CONJUNCTION,
    "name_particles": PARTICLE,
    "addressed": ADDRESSED,
    "addressed_titles": ADDRESSED_TITLE,
    "late_adverbs": LATE_ADVERB,
    "not_adverbs": NOT_ADVERB,
    "after_speaker": AFTER_SPEAKER,
    "ends_source": ENDS_SOURCE,
    "sources": SOURCE,
    "subordinators": SUBORDINATOR,
    "organisations": ORGANISATION,
}
_NAMES = {"female": FEMALE, "male": MALE}
_VERBS = {
    "that": THAT_VERB,
    "addressee": ADDRESSEE_VERB,
    "asking": ASKING_VERB,
    "to": TO_VERB,
    "showing": SHOWING_VERB,
    "naming": NAMING_VERB,
    "thinking": THINKING_VERB,
}
_FORMS = {
    "ambiguous": AMBIGUOUS,
    "plain_past": PLAIN_PAST,
    "plain_showing": PLAIN_SHOWING,
    "participles": PARTICIPLE,
    "according": ACCORDING,
    "to": TO,
    "by": BY,
    "of": OF,
    "about": ABOUT,
    "that": THAT,
}


@dataclass(frozen=True, slots=True)
class Wordings:
    """What an editor may change inside quotation marks, and what changes the meaning.

    `weak` words say too little to begin or end a shared stretch; `contractions` give the words in full;
    `spellings` are pairs of endings and `same_spelling` whole words, British to American; `numbers` are words to
    digits.
    """

    fillers: frozenset[str]
    articles: frozenset[str]
    openers: frozenset[str]
    negations: frozenset[str]
    negative_ending: str
    numbers: dict[str, str]
    contractions: dict[str, tuple[str, ...]]
    spellings: tuple[tuple[str, str], ...]
    same_spelling: dict[str, str]
    weak: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What one language's reporting is made of.

    `words` gives the bits of a word in lower case; `verbs` gives the infinitive of each form of a reporting verb;
    `lemmas` gives sets of infinitives by what may follow them. `notes` open
    paragraphs that are the publisher's own, in lower case.
    """

    language: str
    words: dict[str, int]
    verbs: dict[str, str]
    lemmas: dict[str, frozenset[str]]
    wording: Wordings
    notes: tuple[str, ...]


@functools.cache
def lexicon(language: str = "english") -> Lexicon:
    """The lexicon of a language, by the name of its data file."""
    data = tomllib.loads(files(__name__).joinpath(f"{language}.toml").read_text("utf-8"))
    words: dict[str, int] = {}
    for table, bits in (("words", _WORDS), ("names", _NAMES), ("forms", _FORMS)):
        for key, bit in bits.items():
            for word in data[table][key].split():
                words[word] = words.get(word, 0) | bit
    for word in abbreviations.BEFORE_NAMES | abbreviations.EITHER:
        words[word] = words.get(word, 0) | ABBREVIATION
    verbs: dict[str, str] = {}
    for key, bit in _VERBS.items():
        for lemma in data["verbs"][key].split():
            for form in verb_forms(lemma, data["irregular"]):
                shape = (BASE if form == lemma else 0) | (0 if form.endswith("ing") else FINITE)
                words[form] = words.get(form, 0) | bit | shape
                verbs[form] = lemma
    lemmas = {key: frozenset(listed.split()) for key, listed in data["lemmas"].items()}
    return Lexicon(
        language, words, verbs, lemmas, _wordings(data["wording"]), tuple(data["notes"]["openings"].split("|"))
    )


def _wordings(table: dict[str, str]) -> Wordings:
    def listed(key: str) -> frozenset[str]:
        return frozenset(table[key].split())

    def mapped(key: str) -> dict[str, str]:
        return dict(entry.split("=", 1) for entry in table[key].split())

    return Wordings(
        fillers=listed("fillers"),
        articles=listed("articles"),
        openers=listed("openers"),
        negations=listed("negations"),
        negative_ending=table["negative_ending"],
        numbers=mapped("numbers"),
        contractions={short: tuple(full.split("_")) for short, full in mapped("contractions").items()},
        spellings=tuple(mapped("spellings").items()),
        same_spelling={one: other.replace("_", "") for one, other in mapped("same_spelling").items()},
        weak=listed("weak"),
    )


def verb_forms(lemma: str, irregular: dict[str, str]) -> list[str]:
    """The infinitive and the inflected forms of an English verb."""
    if lemma in irregular:
        return [lemma, *irregular[lemma].split()]
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    third = lemma + ("es" if lemma.endswith(("sh", "ch", "ss")) else "s")
    return [lemma, third, lemma + "ed", lemma + "ing"]
