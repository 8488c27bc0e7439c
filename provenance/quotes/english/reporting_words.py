"""English words as the rules see them: their classes, the forms of verbs, and which of them report speech when used.

The words are data in `word_lists`. A cue is a form of a reporting verb that is used as one: many of these verbs are
nouns as often ("the report", "his claim"), so a form counts only where its neighbours allow it. A verb that the
lexicon lacks is no cue ("“No,” Ortiz groaned"): taking any past tense beside a quotation for one found no more
speakers on the development half of PolNeAR's training articles.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from provenance.quotes.english.word_lists import WORDS
from provenance.quotes.quotation_marks import Marked
from provenance.quotes.sentence_tokens import COLON, COMMA, NAME, QUOTATION, SEMICOLON, Sentence
from provenance.quotes.word_classes import (
    CLAUSE_STARTER,
    CUE,
    DETERMINER,
    FIRST_OWN,
    PRONOUN,
    REPORTING,
    read_lexicon,
)

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


NAMED_AHEAD = 9  # tokens between "called" and the quotation that it names
SOURCE_BEFORE = 3  # tokens
HEADLINE = 0.7  # share of capitalised words above which capitals mean nothing
WHOLE = 4  # words of a quotation that is a sentence of its own


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


LEXICON = read_lexicon(WORDS, _CLASSES, _VERBS, verb_forms)


class Cue(NamedTuple):
    """A reporting verb in use: its place, its infinitive and its bits."""

    place: int
    lemma: str
    bits: int


def cue_at(sentence: Sentence, place: int) -> Cue | None:
    """The cue at `place`, the place of a form of a reporting verb; None where it does not report speech."""
    token = sentence[place]
    bits = token.bits
    if not bits & (REPORTING | SHOWING_VERB | TO_VERB) and not (
        _by_unnamed(sentence, place) or (bits & NAMING_VERB and _quotation_near(sentence, place))
    ):
        return None
    if place and _used_as_noun(sentence, place):
        return None
    if bits & BASE and 0 < place < len(sentence) - 1 and sentence[place - 1].bits & sentence[place + 1].bits & COMMA:
        return None  # "in, say, an hour"
    if bits & AMBIGUOUS and not _surely_verb(sentence, place):
        return None
    return Cue(place, LEXICON.verbs[token.lower], bits)


def is_headline(sentence: Sentence) -> bool:
    """Whether most words are capitalised, as in American headlines."""
    words = [token.word for token in sentence if token.word[:1].isalpha()]
    return len(words) > 3 and sum(word[0].isupper() for word in words) > HEADLINE * len(words)


def is_whole(quotation: Marked | None, text: str) -> bool:
    """Whether a quotation looks like a sentence of its own."""
    if quotation is None:
        return False
    inner = text[quotation.inner_start : quotation.inner_end]
    return (
        inner[:1].isupper()
        and len(inner.split(None, WHOLE)) >= WHOLE
        and (inner[-1:] in ".,?!" or not quotation.closed)
    )


def quotation_next(sentence: Sentence, place: int) -> bool:
    """Whether a quotation follows the token at `place`, with or without a comma or colon."""
    count = len(sentence)
    if place + 1 >= count:
        return False
    if sentence[place + 1].bits & QUOTATION:
        return True
    marked = sentence[place + 1].bits & (COMMA | COLON)
    return bool(marked) and place + 2 < count and bool(sentence[place + 2].bits & QUOTATION)


def words_next(sentence: Sentence, place: int) -> bool:
    """Whether a quotation, "that" or "how" follows the token at `place`."""
    if quotation_next(sentence, place):
        return True
    return place + 1 < len(sentence) and bool(sentence[place + 1].bits & CLAUSE_WORD)


def _by_unnamed(sentence: Sentence, place: int) -> bool:
    """Whether people without a name come right before: "military sources now describe"."""
    for token in reversed(sentence[max(0, place - SOURCE_BEFORE) : place]):
        if token.bits & SOURCE:
            return True
        if not token.bits & AUXILIARY:
            return False
    return False


def _quotation_near(sentence: Sentence, place: int) -> bool:
    for token in sentence[place + 1 : place + NAMED_AHEAD]:
        if token.bits & QUOTATION:
            return True
        if token.bits & (COMMA | SEMICOLON | COLON) or token.word == ".":
            return False
    return False


def _used_as_noun(sentence: Sentence, place: int) -> bool:
    token, before = sentence[place], sentence[place - 1]
    if token.lower.endswith("ed"):
        adverb = before.lower.endswith("ly") and not before.bits & NOT_ADVERB
        owner = sentence[place - 2] if adverb and place > 1 else before
        possessive = LEXICON.bare(owner.lower) != owner.lower
        if possessive or (owner.bits & DETERMINER and not owner.bits & SPEAKING_DETERMINER):
            return True  # "the alleged theft", "the company's recently reported loss"
    if token.lower.endswith("ed") or token.bits & PLAIN_PAST or before.bits & QUOTATION:
        return False
    if before.bits & DETERMINER and not before.bits & SPEAKING_DETERMINER:
        return True
    return before.lower in ("of", "for") or LEXICON.bare(before.lower) != before.lower


def _surely_verb(sentence: Sentence, place: int) -> bool:
    """Whether an ambiguous form is a verb here: "that" or a quotation follows, or a pronoun or name comes before."""
    count = len(sentence)
    following = sentence[place + 1] if place + 1 < count else None
    if following is not None:
        if following.bits & THAT:  # "a report that could ..." has a relative clause
            relative = place + 2 < count and sentence[place + 2].bits & AUXILIARY
            return not relative or bool(place and sentence[place - 1].bits & (PRONOUN | NAME))
        if following.bits & (QUOTATION | COLON) or following.lower == "out":  # "points out that"
            return True
        if following.bits & COMMA and place + 2 < count and sentence[place + 2].bits & QUOTATION:
            return True
    if not place or sentence[place - 1].bits & QUOTATION:
        return False
    before, token = sentence[place - 1], sentence[place]
    if before.bits & PRONOUN:
        return True
    clause = following is not None and following.bits & CLAUSE_STARTER != 0
    return clause and ((before.bits & NAME != 0 and token.lower.endswith("s")) or token.lower == "claims")
