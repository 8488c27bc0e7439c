"""English words and what its rules ask of them: classes beside those of every language, verb forms, the lexicon.

The words are data in `words.toml`. Nothing here looks at a sentence.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files

from provenance.quotes.lexicon import CUE, FIRST_OWN, REPORTING, read_lexicon

(
    AUXILIARY,
    ADVERB,
    BE,
    TIME,
    SPEAKING_DETERMINER,
    OCCASION,
    REPORTING_NOUN,
    QUESTION_WORD,
    CLAUSE_WORD,
    ENDS_AFTER_COMMA,
    CONTRAST,
    JOIN,
    AND_OR,
    LEADING_PLACE,
    OPENING_ADVERB,
    SEMI_AUXILIARY,
    LEADING_CONJUNCTION,
    ADDRESSED,
    ADDRESSED_TITLE,
    LATE_ADVERB,
    NOT_ADVERB,
    AFTER_SPEAKER,
    ENDS_SOURCE,
    SOURCE,
    SUBORDINATOR,
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
) = (1 << place for place in range(FIRST_OWN, FIRST_OWN + 44))

ANY_VERB = THAT_VERB | ADDRESSEE_VERB | ASKING_VERB | TO_VERB | SHOWING_VERB | NAMING_VERB | THINKING_VERB

_CLASSES = {
    "auxiliaries": AUXILIARY,
    "adverbs": ADVERB,
    "be": BE,
    "times": TIME,
    "speaking_determiners": SPEAKING_DETERMINER,
    "occasions": OCCASION,
    "reporting_nouns": REPORTING_NOUN,
    "question_words": QUESTION_WORD,
    "clause_words": CLAUSE_WORD,
    "ends_after_comma": ENDS_AFTER_COMMA,
    "contrasts": CONTRAST,
    "joins": JOIN,
    "and_or": AND_OR,
    "leading_places": LEADING_PLACE,
    "opening_adverbs": OPENING_ADVERB,
    "semi_auxiliaries": SEMI_AUXILIARY,
    "leading_conjunctions": LEADING_CONJUNCTION,
    "addressed": ADDRESSED,
    "addressed_titles": ADDRESSED_TITLE,
    "late_adverbs": LATE_ADVERB,
    "not_adverbs": NOT_ADVERB,
    "after_speaker": AFTER_SPEAKER,
    "ends_source": ENDS_SOURCE,
    "sources": SOURCE,
    "subordinators": SUBORDINATOR,
    "ambiguous": AMBIGUOUS,
    "plain_past": PLAIN_PAST,
    "plain_showing": PLAIN_SHOWING,
    "participles": PARTICIPLE,
    "according": ACCORDING | CUE,
    "to": TO,
    "by": BY,
    "of": OF,
    "about": ABOUT,
    "that": THAT,
}
_VERBS = {
    "that": THAT_VERB | REPORTING,
    "addressee": ADDRESSEE_VERB | REPORTING,
    "asking": ASKING_VERB | REPORTING,
    "to": TO_VERB,
    "showing": SHOWING_VERB,
    "naming": NAMING_VERB,
    "thinking": THINKING_VERB,
}


def verb_forms(lemma: str, irregular: Mapping[str, str]) -> dict[str, int]:
    """The infinitive and the inflected forms of an English verb, with BASE and FINITE where they apply."""
    if lemma in irregular:
        forms = [lemma, *irregular[lemma].split()]
    elif lemma.endswith("e"):
        forms = [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    else:
        third = lemma + ("es" if lemma.endswith(("sh", "ch", "ss")) else "s")
        forms = [lemma, third, lemma + "ed", lemma + "ing"]
    return {form: (BASE if form == lemma else 0) | (0 if form.endswith("ing") else FINITE) for form in forms}


LEXICON = read_lexicon(
    tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8")), _CLASSES, _VERBS, verb_forms
)
