"""Where what is said ends in English: before the next report, before an aside of the narrator, or with the sentence.

Token numbers in, token numbers out; `provenance.quotes.english.content_starts` says where it begins.
"""

from __future__ import annotations

from provenance.quotes.english.content_starts import only_marks
from provenance.quotes.english.reporting_words import (
    ACCORDING,
    AMBIGUOUS,
    ANY_VERB,
    AUXILIARY,
    BASE,
    CONTRAST,
    ENDS_AFTER_COMMA,
    FINITE,
    JOIN,
    PARTICIPLE,
    REPORTING_NOUN,
    THAT,
    TIME,
    TO,
)
from provenance.quotes.sentence_tokens import (
    CLOSING,
    COMMA,
    DASH,
    NAME,
    OPENING,
    QUOTATION,
    SEMICOLON,
    WORD,
    Sentence,
    Token,
)
from provenance.quotes.word_classes import (
    ABBREVIATION,
    DAY,
    DETERMINER,
    PERSONS_RELATIVE,
    PREPOSITION,
    PRONOUN,
    REPORTING,
)

LONGEST_APPOSITION = 25  # tokens
REPORT_AHEAD = 7  # tokens after a comma in which another report shows


class Ends:
    """Where utterances of one sentence end; what one cue has searched is not searched again for the next."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._searched_from = self._end = -1

    def after(self, start: int, relative: bool = False, subordinate: bool = False) -> int:
        """The token behind the utterance that begins at `start`.

        `relative` where its subject was "who"; `subordinate` where "While Ortiz said" leads to a main clause, so that
        the utterance ends at a comma.
        """
        if subordinate:
            end = self._search(start, len(self._sentence))
            end = next((place for place in range(start + 1, end) if self._sentence[place].bits & COMMA), end)
        elif relative:
            end = self._search(start, start + 3)
        elif self._searched_from <= start < self._end:
            end = self._end
        else:
            end = self._search(start, len(self._sentence))
            self._searched_from, self._end = start, end
        return without_marks(self._sentence, start, end)

    def _search(self, start: int, relative_after: int) -> int:
        sentence = self._sentence
        if start >= len(sentence):
            return start
        depth, aside = 0, -1
        verb = False  # until one may have been read, a comma opens an apposition
        thing = sentence[start].bits & (DETERMINER | THAT) == DETERMINER  # "the charges" rather than a clause
        for place in range(start, len(sentence)):
            bits = sentence[place].bits
            if bits & (OPENING | CLOSING):
                depth += 1 if bits & OPENING else -1
                if depth < 0:
                    return place
            if place <= aside or (place == start + 1 and bits & COMMA):  # "that, while ..."
                continue
            if not verb:
                if bits & DAY and thing:
                    return _without_time(sentence, place)
                if bits & COMMA and (closing := _end_of_apposition(sentence, place)):
                    aside = closing
                    continue
                verb = _may_be_verb(sentence[place])
            if not bits & QUOTATION and _ends_before(sentence, place, place > relative_after):
                return place
        return len(sentence)


def _end_of_apposition(sentence: Sentence, comma: int) -> int:
    """The comma that closes ", a former mayor," or ", who led the search," before a verb; 0 where none does."""
    opening = sentence[comma + 1].bits if comma + 1 < len(sentence) else 0
    if not opening & (DETERMINER | PERSONS_RELATIVE | NAME):
        return 0
    for place in range(comma + 2, min(len(sentence) - 1, comma + LONGEST_APPOSITION)):
        if sentence[place].bits & (QUOTATION | SEMICOLON):
            return 0
        if sentence[place].bits & COMMA:
            return place if _may_be_verb(sentence[place + 1]) else 0
    return 0


def _may_be_verb(token: Token) -> bool:
    verb = token.bits & (ANY_VERB | AUXILIARY) and not token.bits & AMBIGUOUS
    return bool(verb) or token.lower.endswith("ed")


def _without_time(sentence: Sentence, day: int) -> int:
    """Where the time begins that a day belongs to: "denied the charges late on Monday"."""
    while sentence[day - 1].bits & (PREPOSITION | TIME):
        day -= 1
    return day


def without_marks(sentence: Sentence, start: int, last: int) -> int:
    """`last` moved before the marks that end an utterance, never before `start`."""
    count = len(sentence)
    while last > start:
        token = sentence[last - 1]
        if token.bits & QUOTATION or token.bits & WORD or token.word in (")", "%"):
            break
        if token.word == "." and last > 1 and sentence[last - 2].bits & ABBREVIATION and last < count:
            break
        last -= 1
    return last


def _ends_before(sentence: Sentence, place: int, relative: bool) -> bool:
    """Whether the utterance is over at the token at `place`."""
    token = sentence[place]
    bits = token.bits
    if bits & SEMICOLON:
        return True
    following = sentence[place + 1] if place + 1 < len(sentence) else None
    if following is None or following.bits & QUOTATION:
        return False
    if bits & (COMMA | DASH):
        if following.bits & (ACCORDING | PARTICIPLE) or (
            following.bits & REPORTING and following.lower.endswith("ing")
        ):
            return True
        if bits & DASH and following.bits & DETERMINER:
            return True  # " - a claim that nobody believed"
        if bits & COMMA:
            if relative and following.lower not in ("and", "or", "but"):
                return True
            if following.bits & JOIN and place + 2 < len(sentence) and sentence[place + 2].bits & (THAT | CONTRAST):
                return False  # "that the wall held, but that the gate did not", "..., but only once"
            if following.bits & ENDS_AFTER_COMMA or _narrator_goes_on(sentence, place + 1):
                return True
        joins = following.bits & JOIN != 0
        if _finite_report(following) and not following.bits & (AMBIGUOUS | REPORTING_NOUN):
            return True
        if joins or following.bits & (PRONOUN | NAME) or following.lower == "the":
            return _report_follows(sentence, place + (2 if joins else 1), joins)
        return False
    if token.lower in ("and", "but"):
        return _finite_report(following) or (
            following.lower in ("also", "later", "then", "has")
            and place + 2 < len(sentence)
            and sentence[place + 2].bits & REPORTING != 0
        )
    return bits & ACCORDING != 0 and following.bits & TO != 0


def _narrator_goes_on(sentence: Sentence, place: int) -> bool:
    """Whether ", and he" begins the narrator's next clause."""
    return (
        sentence[place].lower == "and"
        and place + 1 < len(sentence)
        and bool(sentence[place + 1].bits & PRONOUN)
        and sentence[place + 1].lower != "i"
    )


def _finite_report(token: Token) -> bool:
    return bool(token.bits & REPORTING) and bool(token.bits & FINITE) and not token.bits & BASE


_NO_REPORT_AFTER = frozenset(("has", "had", "have", "to", "be", "was", "were", "is", "are", "and"))


def _report_follows(sentence: Sentence, start: int, joined: bool) -> bool:
    """Whether ", but she said" or a final ", she said" follows a comma."""
    for place in range(start, min(len(sentence), start + REPORT_AHEAD)):
        token = sentence[place]
        if token.bits & (QUOTATION | COMMA | SEMICOLON) or token.word == ":":
            return False
        if (
            _finite_report(token)
            and not token.bits & REPORTING_NOUN
            and sentence[place - 1].lower not in _NO_REPORT_AFTER
        ):
            return joined or only_marks(sentence, place + 1)
    return False
