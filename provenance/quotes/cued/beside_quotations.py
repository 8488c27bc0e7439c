"""A cue beside quotation marks: «...», dijo X; X dijo: «...»; «...», dijo X, «...».

A quotation that no mark parts from the verb is a title ("«El País» dice que ..."). Clauses without marks are read
elsewhere.
"""

from __future__ import annotations

from functools import partial

from provenance.quotes.cued.grammar import (
    ADVERB,
    BESIDE_VERB,
    BUT,
    CLITIC,
    CUE_VERB,
    FINITE,
    NAMING_VERB,
    SO,
    THAT,
    THAT_VERB,
    Grammar,
)
from provenance.quotes.cued.reading import Reading
from provenance.quotes.cued.speakers import phrase_end, subject_after, subject_of
from provenance.quotes.cued.verb_groups import Group, group_at
from provenance.quotes.languages import Beside, Report, Subject
from provenance.quotes.person_names import Names, first_name
from provenance.quotes.sentence_tokens import (
    CLOSING,
    COLON,
    COMMA,
    DASH,
    NAME,
    QUOTATION,
    SEMICOLON,
    STOP,
    WORD,
    Sentence,
    Token,
    is_abbreviated,
    last_character,
)
from provenance.quotes.word_classes import (
    BOUNDARY,
    DETERMINER,
    PERSON,
    PREPOSITION,
    RELATIVE,
)

QUOTATION_AHEAD = 24  # tokens between a verb and the quotation behind it
DASHES = "—–―"
NAMED_AHEAD = 9  # tokens between "qualifie" and the words in marks


class BesideQuotations(Reading):
    """Cues that have a quotation on either side."""

    def _left(self, start: int) -> int | None:
        """The quotation that ends right before a verb group."""
        place = start - 1
        while place >= self.floor and self.sentence[place].bits & (COMMA | DASH | STOP | SO | CLITIC | ADVERB):
            place -= 1
        if place < 0 or not self.sentence[place].bits & QUOTATION or place in self.taken:
            return None
        return place

    def _quotation_left(self, group: Group, subject: Subject | None) -> Report | None:
        """«...», dijo X; «...», X ha dichiarato."""
        quotation = self._left(group.start)
        inverted = quotation is not None
        if quotation is None:
            if group.bits & NAMING_VERB and not group.bits & (THAT_VERB | BESIDE_VERB):
                return None
            quotation = self._before_subject(group)
            if quotation is None:
                return None
            subject = subject or self._before(group)
            if subject is None:
                return None
        marked = self._parted(quotation)
        end = subject.after if inverted and subject is not None and subject.after else group.end
        if inverted and subject is None:
            subject = subject_after(self.sentence, group.end, self.names.fullest)
            end = subject.after if subject is not None else group.end
            if subject is None and not marked:
                return None
        if not marked and (self._that(group.end) is not None or not inverted):
            return None
        contents = [self.sentence[quotation].span]
        further = self._goes_on(end)
        if further is not None:
            contents.append(self.sentence[further].span)
        rule = "inverted quotation left" if inverted else "quotation left"
        return Report(contents, "direct", rule, subject, quoted_first=True)

    def _parted(self, quotation: int) -> bool:
        """Whether a mark parts a quotation from its cue, so that it is no title."""
        following = self.sentence[quotation + 1].bits if quotation + 1 < len(self.sentence) else 0
        return bool(following & (COMMA | DASH)) or last_character(self.sentence[quotation], self.text) in ",.?!…—–"

    def _before_subject(self, group: Group) -> int | None:
        """The quotation before the subject of a verb: "«...», X ha detto"."""
        place = group.start - 1
        while place > self.floor and not self.sentence[place].bits & (QUOTATION | STOP | COLON | SEMICOLON):
            place -= 1
        if place < self.floor or not self.sentence[place].bits & QUOTATION or place in self.taken:
            return None
        behind = self.sentence[place + 1]
        if place + 1 >= group.start or not (behind.bits & (COMMA | DASH) or self._parted(place)):
            return None
        words = [token for token in self.sentence[place + 1 : group.start] if token.bits & WORD]
        if words and words[0].bits & (BOUNDARY | BUT | THAT | RELATIVE | PREPOSITION):
            return None
        if any(token.bits & (THAT | RELATIVE) and not token.bits & DETERMINER for token in words):
            return None
        right = self._next_quotation(group.end)
        return place if right is None else None

    def _goes_on(self, start: int) -> int | None:
        """A second part of the same utterance: "«...», dijo X, «...»"."""
        for place in range(start, min(len(self.sentence), start + QUOTATION_AHEAD)):
            bits = self.sentence[place].bits
            if bits & QUOTATION:
                before = self.sentence[place - 1].bits
                dashed = self.text[self.sentence[place].start] in DASHES
                return place if dashed or before & (COMMA | DASH | STOP | COLON | CLOSING) else None
            if bits & CUE_VERB and bits & FINITE:
                return None
            if bits & (SEMICOLON | COLON) and not (
                place + 1 < len(self.sentence) and self.sentence[place + 1].bits & QUOTATION
            ):
                return None
        return None

    def _next_quotation(self, start: int) -> int | None:
        """The quotation that a verb before `start` leads to."""
        for place in range(start, min(len(self.sentence), start + QUOTATION_AHEAD)):
            token = self.sentence[place]
            bits = token.bits
            if bits & QUOTATION:
                if place in self.taken:
                    return None
                before = self.sentence[place - 1].bits
                adjacent = place == start or before & (COLON | COMMA | DASH | THAT | ADVERB | NAME | PERSON)
                return place if adjacent else None
            if bits & (SEMICOLON | STOP) and not is_abbreviated(self.sentence, place):
                return None
            if bits & CUE_VERB and bits & FINITE and group_at(self.sentence, place, self.floor) is not None:
                return None
        return None

    def _quotation_right(self, group: Group, subject: Subject | None) -> Report | None:
        """X dijo: «...»; X qualifie la mesure de « honteuse »."""
        place = self._next_quotation(group.end)
        if place is None and group.bits & NAMING_VERB:
            ahead = range(group.end, min(len(self.sentence), group.end + NAMED_AHEAD))
            place = next((at for at in ahead if self.sentence[at].bits & QUOTATION and at not in self.taken), None)
        if place is None:
            return None
        subject = subject or self._around(group)
        contents = [self.sentence[place].span]
        further = place + 1
        while further < len(self.sentence) and self.sentence[further].bits & COMMA:
            further += 1
        if further < len(self.sentence) and self.sentence[further].bits & QUOTATION:
            contents.append(self.sentence[further].span)
        return Report(contents, "direct", "quotation right", subject)


def beside_of(grammar: Grammar) -> Beside:
    """The function of a `Language` for quotations without a cue: "Ortiz: «...»"."""
    return partial(_beside, grammar)


def _beside(grammar: Grammar, token: Token, sentence: Sentence, names: Names) -> tuple[Subject, str] | None:
    place = token.index - 1
    if place < 1 or not sentence[place].bits & COLON:
        return None
    start = place
    while start > 0 and not sentence[start - 1].bits & (STOP | SEMICOLON | QUOTATION):
        start -= 1
    end = phrase_end(sentence, start)
    found = subject_of(sentence, start, min(end, place), names.fullest)
    if found is not None and found.head and found.head[:1].isupper():
        return found, "beside" if end >= place else "colon inside"
    own = [at for at in range(start, place) if sentence[at].bits & (NAME | PERSON) and _is_free(sentence, at)]
    known = first_name(sentence, own, names, place)
    if known is not None and known.head:
        return known, "colon inside"
    if grammar.subjects_left_out and (names.speaker or names.subject):
        surname = names.speaker.split()[-1] if names.speaker else names.subject
        return Subject(token.span, surname, token.index, apposition=names.speaker), "colon inside"
    return None


def _is_free(sentence: Sentence, place: int) -> bool:
    """Whether no preposition comes before a name or pronoun."""
    return not place or not sentence[place - 1].bits & PREPOSITION
