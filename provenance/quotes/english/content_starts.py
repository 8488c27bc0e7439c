"""Where what is said begins after an English cue: behind whom it was said to, when, where and how.

Token numbers in, token numbers out; `provenance.quotes.english.content_ends` says where it ends.
"""

from __future__ import annotations

from provenance.quotes.english.reporting_words import (
    ABOUT,
    ADDRESSED,
    ADDRESSED_TITLE,
    ADDRESSEE_VERB,
    ASKING_VERB,
    BY,
    CLAUSE_WORD,
    LATE_ADVERB,
    LEADING_CONJUNCTION,
    LEXICON,
    OCCASION,
    OF,
    QUESTION_WORD,
    REPORTING_NOUN,
    THAT,
    TIME,
    TO,
)
from provenance.quotes.sentence_tokens import (
    BREAK,
    COLON,
    COMMA,
    DASH,
    NAME,
    QUOTATION,
    SEMICOLON,
    WORD,
    Sentence,
    Token,
    is_abbreviated,
)
from provenance.quotes.word_classes import CLAUSE_STARTER, DAY, DETERMINER, PREPOSITION, PRONOUN, REPORTING

THAT_AHEAD = 16  # tokens between a cue and its "that"
LONGEST_ASIDE = 14
LONGEST_ADDRESSEE = 12
LONGEST_OCCASION = 9  # "in an interview with the paper on Monday"
_STOPS = BREAK | QUOTATION


def clause_start(sentence: Sentence, start: int = 0) -> int:
    """Where the clause begins behind leading marks and conjunctions."""
    last = len(sentence) - 1
    while (
        start <= last
        and not sentence[start].bits & QUOTATION
        and not sentence[start].bits & WORD
        and sentence[start].word not in ("$", "(", "[")
    ):
        start += 1
    if start < last and sentence[start].bits & LEADING_CONJUNCTION and sentence[start].word[0].isupper():
        start += 1
    while start < last and sentence[start].bits & COMMA:
        start += 1
    return start


def only_marks(sentence: Sentence, start: int) -> bool:
    """Whether there is no word and no quotation from `start` to the end."""
    return not any(token.bits & QUOTATION or token.bits & WORD for token in sentence[start:])


def after_cue(sentence: Sentence, cue: int, lemma: str) -> int:
    """Where what is said may begin after the cue: behind addressee, time and occasion."""
    count = len(sentence)
    place = cue + 1
    if place >= count or sentence[place].bits & QUOTATION:
        return place
    if sentence[place].bits & BY and sentence[cue].bits & ASKING_VERB:
        place = _over_asker(sentence, place)
    if sentence[place].lower == "out" and lemma == "point":  # one verb of two words
        place = cue = place + 1
        if place >= count:
            return place
    found = _introduced(sentence, cue)
    if found >= 0:
        return found
    if sentence[cue].bits & ADDRESSEE_VERB and not sentence[place].bits & QUOTATION:
        place = _over_addressee(sentence, place)
    for _ in range(6):
        if place >= count or sentence[place].bits & QUOTATION:
            break
        further = _over_circumstance(sentence, place, lemma)
        if further == place:
            break
        place = further
    return _over_aside(sentence, place)


def _introduced(sentence: Sentence, cue: int) -> int:
    """The "that" or the colon before a quotation that introduces the words of a cue; -1 where there is none."""
    that = _that_ahead(sentence, cue)
    if that >= 0 or not _leads_on(sentence, cue):
        return that
    for place in range(cue + 1, min(len(sentence) - 1, cue + THAT_AHEAD)):
        bits = sentence[place].bits
        if bits & COLON and sentence[place + 1].bits & QUOTATION:
            return place
        if bits & (QUOTATION | REPORTING | SEMICOLON) and not bits & (REPORTING_NOUN | OCCASION):
            break
    return -1


def _over_asker(sentence: Sentence, by: int) -> int:
    """Behind "by the host" in "asked by the host whether ..."; `by` itself where no question follows."""
    for place in range(by + 1, min(len(sentence), by + LONGEST_ADDRESSEE)):
        bits = sentence[place].bits
        if bits & (QUESTION_WORD | TO):
            return place
        if bits & _STOPS and not is_abbreviated(sentence, place):
            break
    return by


def _over_aside(sentence: Sentence, place: int) -> int:
    """Behind ", apparently for the first time," where "that" follows; `place` itself where it does not."""
    if place >= len(sentence) or not sentence[place].bits & (COMMA | DASH):
        return place
    mark = sentence[place].bits & (COMMA | DASH)
    for end in range(place + 1, min(len(sentence) - 1, place + LONGEST_ASIDE)):
        if sentence[end].bits & QUOTATION:
            break
        if sentence[end].bits & mark:
            return end + 1 if sentence[end + 1].bits & THAT else place
    return place


def _that_ahead(sentence: Sentence, cue: int) -> int:
    first = cue + 1
    for place in range(first, min(len(sentence), first + THAT_AHEAD)):
        token = sentence[place]
        if token.bits & _STOPS and not is_abbreviated(sentence, place):
            return -1
        if token.bits & THAT and (place == first or not sentence[place - 1].bits & PREPOSITION):
            return place if place == first or _leads_on(sentence, cue) else -1
        if token.bits & REPORTING and not token.bits & (REPORTING_NOUN | OCCASION) and place > first:
            return -1
        if token.bits & CLAUSE_WORD or (place > first and _opens_clause(token, sentence[place - 1])):
            return -1  # the words began before: "said Friday he had met ... and that"
    return -1


def _opens_clause(token: Token, before: Token) -> bool:
    """Whether a clause without "that" begins here: at "he", or at "his biggest worry" behind a day."""
    if token.bits & PRONOUN:
        return not before.bits & (PREPOSITION | TO)
    return bool(token.bits & DETERMINER and before.bits & DAY)


def _leads_on(sentence: Sentence, cue: int) -> bool:
    """Whether what follows a cue may be whom it was said to, when or how, and not yet what was said."""
    if cue + 2 >= len(sentence):
        return False
    opening, following = sentence[cue + 1], sentence[cue + 2]
    if sentence[cue].bits & ASKING_VERB or opening.bits & (OF | ABOUT):
        return False
    if opening.bits & TO:
        return bool(following.bits & (NAME | ADDRESSED))
    if opening.lower == "at" and following.lower in ("least", "most"):
        return False
    how = opening.bits & LATE_ADVERB or opening.lower.endswith("ly")
    return bool(sentence[cue].bits & ADDRESSEE_VERB or opening.bits & (PREPOSITION | TIME) or how)


def _over_addressee(sentence: Sentence, start: int) -> int:
    """Behind "told reporters", "told the BBC's Anna Lund"."""
    if sentence[start].bits & ADDRESSED and not sentence[start].bits & ADDRESSED_TITLE:
        return start + 1
    count = len(sentence)
    place = start + 1 if sentence[start].bits & DETERMINER else start
    while place < count and place - start < LONGEST_ADDRESSEE:
        token, before = sentence[place], sentence[place - 1]
        bits = token.bits
        if bits & QUOTATION or (bits & BREAK and not bits & DASH and not is_abbreviated(sentence, place)):
            break
        if bits & (DAY | CLAUSE_WORD | QUESTION_WORD | PREPOSITION | TO) or token.lower == "not":
            break
        if place > start:
            possessive = LEXICON.bare(before.lower) != before.lower
            if token.lower == "the":
                if not possessive:
                    break
            elif bits & (PRONOUN | DETERMINER | CLAUSE_STARTER) and not before.bits & DETERMINER:
                break
        if token.lower == "and" and place + 1 < count and sentence[place + 1].bits & CLAUSE_STARTER:
            break
        if (
            place > start + 1
            and bits & NAME
            and not before.bits & (NAME | ADDRESSED_TITLE)
            and LEXICON.bare(before.lower) == before.lower
        ):
            break
        place += 1
    return place


def _over_circumstance(sentence: Sentence, place: int, lemma: str) -> int:
    """Behind one time, place or occasion; `place` itself where there is none."""
    count = len(sentence)
    token = sentence[place]
    bits = token.bits
    following = sentence[place + 1] if place + 1 < count else None
    if following is not None and token.lower == "at" and following.lower in ("least", "most"):
        return place
    if bits & TIME and (
        token.lower not in ("may", "march", "this", "last", "on")
        or (following is not None and (following.bits & TIME or following.word[:1].isdigit()))
    ):
        return _over_time(sentence, place + 1)
    directed = bits & TO and lemma != "ask" and following is not None
    if (bits & PREPOSITION and not bits & TO) or (
        directed and following is not None and (following.bits & NAME or following.lower in ("reporters", "the"))
    ):
        return _over_occasion(sentence, place)
    return place + 1 if bits & LATE_ADVERB else place


def _over_time(sentence: Sentence, place: int) -> int:
    while place < len(sentence):
        token = sentence[place]
        timed = token.bits & TIME and token.lower != "this"
        if not (timed or token.word[:1].isdigit() or is_abbreviated(sentence, place)):
            break
        place += 1
    return place


def _over_occasion(sentence: Sentence, start: int) -> int:
    count = len(sentence)
    place, noun = start + 1, -1
    while place < count and place - start < LONGEST_OCCASION and not sentence[place].bits & _STOPS:
        token, before = sentence[place], sentence[place - 1]
        if token.bits & OCCASION or (token.bits & TIME and token.lower not in ("on", "this", "last")):
            noun = place
        if (
            place > start + 1
            and token.bits & CLAUSE_STARTER
            and not before.bits & PREPOSITION
            and before.lower != "and"
        ):
            break
        place += 1
    if place + 1 < count and sentence[place].bits & COMMA and sentence[place + 1].bits & QUOTATION:
        return place
    if noun >= 0:
        return noun + 1
    return _over_place(sentence, start)


def _over_place(sentence: Sentence, start: int) -> int:
    """Behind "at the Velden Forum"; `start` where no name follows the preposition."""
    count = len(sentence)
    place = start + 1
    named = place < count and (
        sentence[place].bits & NAME
        or (sentence[place].lower == "the" and place + 1 < count and sentence[place + 1].bits & NAME)
    )
    if not (named and sentence[start].lower in ("on", "at", "in", "to", "with", "from")):
        return start
    while place < count and (
        sentence[place].bits & NAME
        or sentence[place].lower in ("the", "of", "and", "’s")
        or is_abbreviated(sentence, place)
    ):
        place += 1
    if place < count and not sentence[place].bits & REPORTING:
        return place
    return start
