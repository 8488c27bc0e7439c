"""What is said in one German sentence: before the verb, behind it in a clause, in quotation marks.

Where a clause ends is where the sentence does, unless "und" and a verb of the narrator's come before. Every part is a
span of the text. Nothing here looks for speakers.
"""

from __future__ import annotations

from provenance.model import QuotationType, Span
from provenance.quotes.german.clauses import Clause, Cue, first_word
from provenance.quotes.german.reporting_words import (
    ANY_FINITE,
    COORDINATOR,
    DEMANDING,
    LEXICON,
    PARTED,
    QUESTION,
    RELATIVE,
    REPORTED,
    SAYING,
    SMALL,
    SUBORDINATOR,
    THAT,
    THINKING,
    UNREAL,
    VERB,
)
from provenance.quotes.german.subjects import Speaker
from provenance.quotes.sentence_tokens import COLON, COMMA, OPENING, QUOTATION, SEMICOLON, STOP, WORD, Sentence, Token
from provenance.quotes.word_classes import DETERMINER, PREPOSITION, WORK

FEWEST_WORDS = 3  # of what is said without marks
FEWEST_OF_SENTENCE = 4  # words of a quotation that is a sentence of its own
MOST_BETWEEN = 6  # clauses between a cue and what is said


class Content:
    """What may be said in one sentence; `end` is the token behind its last word."""

    def __init__(self, sentence: Sentence, clauses: list[Clause], text: str) -> None:
        self.sentence = sentence
        self.clauses = clauses
        self.text = text
        self.quoted = [token.span for token in sentence if token.bits & QUOTATION]
        self.end = len(sentence)
        while self.end and not (
            sentence[self.end - 1].bits & (WORD | QUOTATION) or sentence[self.end - 1].word == ")"
        ):
            self.end -= 1

    def span(self, start: int, end: int) -> Span:
        """The words of the tokens `[start, end)`, without marks at their ends."""
        sentence = self.sentence
        end = min(end, self.end)
        while start < end and not sentence[start].bits & (WORD | QUOTATION) and sentence[start].word not in "([":
            start += 1
        while end > start and not sentence[end - 1].bits & (WORD | QUOTATION) and sentence[end - 1].word not in ")]%":
            end -= 1
        if end <= start:
            return Span(0, 0)
        return Span(sentence[start].start, sentence[end - 1].end)

    def words(self, start: int, end: int) -> int:
        """How many of the tokens `[start, end)` are words."""
        return sum(1 for token in self.sentence[start:end] if token.bits & WORD)

    def left_parts(self, start: int, stop: int) -> list[Span]:
        """What is said before a verb: the quotations of `[start, stop)`, or all of it."""
        sentence = self.sentence
        last = sentence[stop - 1]
        plain = [token for token in sentence[start:stop] if token.bits & WORD and not self._joins(token)]
        if not plain:
            return [token.span for token in sentence[start:stop] if token.bits & QUOTATION]
        if last.bits & QUOTATION:
            apart = stop - 2 < start or sentence[stop - 2].bits & (COLON | COMMA | STOP)
            if apart or is_whole(last, self.text):
                return [last.span]
        if self.words(start, stop) < FEWEST_WORDS and not any(
            token.bits & QUOTATION for token in sentence[start:stop]
        ):
            return []
        return [self.span(start, stop)]

    def _joins(self, token: Token) -> bool:
        """Whether a word is "und" between two quotations: "„...“ und „...“, sagte Orre"."""
        around = self.sentence[token.index - 1 : token.index + 2] if token.index else []
        return bool(token.bits & COORDINATOR and len(around) == 3 and around[0].bits & around[2].bits & QUOTATION)

    def behind(self, cue: Cue, speaker: Speaker, parts: list[Span]) -> list[Span]:
        """What goes on behind "sagte Orre": a quotation, or the rest of a clause that this interrupts."""
        sentence = self.sentence
        place = max(cue.last + 1, speaker.end)
        while place < self.end and not sentence[place].bits & (COMMA | COLON | SEMICOLON | QUOTATION):
            place += 1
        while place < self.end and sentence[place].bits & (COMMA | COLON | SEMICOLON):
            place += 1
        if place >= self.end:
            return []
        if sentence[place].bits & QUOTATION:
            said = [token for token in sentence[place : self.end] if token.bits & QUOTATION]
            return [token.span for token in said if not self.is_medium(token)]
        first = sentence[place]
        if parts[0] in self.quoted or (first.bits & SUBORDINATOR and not first.bits & THAT):
            return []
        whole = sentence[place : self.end]
        if not any(token.bits & ANY_FINITE for token in whole) and any(
            token.bits & QUOTATION and is_sentence(token, self.text) for token in whole
        ):
            return [self.span(place, self.end)]  # "..., sagte Orre, ihre „Gedanken sind bei den Opfern“"
        reported = any(token.bits & (REPORTED | UNREAL) for token in whole)
        cut = reported or not any(token.bits & ANY_FINITE for token in sentence[: cue.finite])
        return [self.span(place, self.end)] if cut and any(token.bits & ANY_FINITE for token in whole) else []

    def called(self, cue: Cue, number: int) -> list[Token]:
        """The quotations behind "als" in a later clause, or before a verb at the end: "als „Skandal“ bezeichnet"."""
        sentence, clause = self.sentence, self.clauses[cue.clause]
        if cue.final:
            return [token for token in sentence[cue.opener : cue.verb] if token.bits & QUOTATION]
        for one in self.clauses[number + 1 : number + 1 + MOST_BETWEEN]:
            named = sentence[one.start].lower == "als" or not any(
                token.bits & (ANY_FINITE | VERB) for token in sentence[one.start : one.end]
            )
            found = [token for token in sentence[clause.end : one.end] if token.bits & QUOTATION]
            if one.mark & COMMA and named and found:
                return found
        return []

    def is_name(self, token: Token) -> bool:
        """Whether a quotation is the name of a thing: "das Magazin „Stern“"."""
        before = self.sentence[token.index - 1] if token.index else None
        return before is not None and before.bits & WORK != 0 and not token.bits & SMALL

    def is_addressee(self, token: Token) -> bool:
        """Whether a quotation names a medium that somebody tells something: "sagte der „Hafenpost“: „...“"."""
        before = self.sentence[token.index - 1] if token.index else None
        named = before is not None and before.lower in ("der", "dem", "gegenüber") and not token.bits & SMALL
        return named and any(other.bits & QUOTATION for other in self.sentence if other is not token)

    def is_medium(self, token: Token) -> bool:
        """Whether a quotation names where something was said: "sagte Orre gegenüber dem „Hafenblatt“"."""
        before = [one.lower for one in self.sentence[max(0, token.index - 2) : token.index]]
        led = before[-1:] == ["im"] or before in (["gegenüber", "dem"], ["gegenüber", "der"], ["in", "der"])
        return led and not token.bits & SMALL and not is_whole(token, self.text)

    def clause_start(self, cue: Cue, speaker: Speaker | None, number: int) -> int:
        """Where a clause that the verb reports begins; -1 where there is none."""
        sentence = self.sentence
        plain = True
        before = cue.final and sentence[cue.opener].bits & SUBORDINATOR and not sentence[cue.opener].bits & THAT
        for one in self.clauses[number + 1 : number + 1 + MOST_BETWEEN]:
            if not one.mark & COMMA:
                break
            if before and sentence[one.start].bits & (ANY_FINITE | VERB) and not sentence[one.start].bits & REPORTED:
                break  # "Obwohl Orre das bestritt, hält sich das Gerücht, er sei krank"
            start = first_word(sentence, one)
            token = sentence[start]
            if speaker is not None and start < speaker.end:
                continue
            if token.bits & THAT:
                return start
            if sentence[one.start].bits & COORDINATOR:
                break
            if token.bits & QUESTION and not token.bits & RELATIVE and token.lower not in ("wie", "wo"):
                return one.start
            subjunctive = any(other.bits & (REPORTED | UNREAL) for other in sentence[start : one.end])
            if subjunctive:
                return one.start
            if cue.kind & (DEMANDING | SAYING) and self.is_infinitive(one):
                return one.start
            if token.bits & QUESTION and not token.bits & RELATIVE:
                continue  # "kritisierte die Art, wie der Hafen geführt wird: So sagte Orre"
            relative = token.bits & RELATIVE or (
                token.bits & PREPOSITION and start + 1 < one.end and sentence[start + 1].bits & RELATIVE
                and sentence[start + 1].bits & DETERMINER and self.ends_in_verb(one)
            )  # fmt: skip
            if relative and (not token.bits & DETERMINER or self.ends_in_verb(one)):
                continue
            if token.bits & SUBORDINATOR:
                if any(other.bits & (REPORTED | UNREAL) for other in sentence[start : self.end]):
                    return one.start
                plain = False
                continue
            if not any(other.bits & (ANY_FINITE | VERB) for other in sentence[start : one.end]):
                continue
            if plain and cue.kind & (SAYING | THINKING) and not cue.final:
                return one.start
            plain = False
        return -1

    def ends_in_verb(self, clause: Clause) -> bool:
        """Whether a clause's last word may be a finite verb."""
        place = clause.end - 1
        token = self.sentence[place]
        lower = token.lower
        return bool(token.bits & (ANY_FINITE | VERB)) or (
            token.word[:1].islower() and lower.endswith(("t", "te", "en"))
        )

    def is_infinitive(self, clause: Clause) -> bool:
        """Whether a clause ends with "zu" and an infinitive."""
        place = clause.end - 1
        while place > clause.start and not self.sentence[place].bits & WORD:
            place -= 1
        token = self.sentence[place]
        if self.sentence[clause.end - 1].bits & QUOTATION:  # "bat, seine „Anteilnahme zu übermitteln“"
            return not any(one.bits & (ANY_FINITE | VERB) for one in self.sentence[clause.start : clause.end])
        if not token.lower.endswith("n"):
            return False
        return self.sentence[place - 1].lower == "zu" or "zu" in token.lower[2:-3]

    def clause_end(self, start: int, cue: Cue) -> int:
        """Where what is said ends: the sentence's end, or "und" and a verb of the narrator's."""
        sentence = self.sentence
        if sentence[start].bits & THAT:
            return self.end
        for one in self.clauses:
            if one.start > start and one.mark & COMMA and sentence[one.start].lower in ("doch", "aber"):
                rest = sentence[one.start : one.end]
                if any(token.bits & (ANY_FINITE | VERB) for token in rest) and not any(
                    token.bits & (REPORTED | UNREAL) for token in rest
                ):
                    return one.start  # "..., doch die Richterin ließ sich nicht umstimmen"
        for place in range(start + 2, self.end - 1):
            verb = sentence[place + 1]
            told = verb.bits & VERB and not verb.bits & (REPORTED | UNREAL)
            if sentence[place].lower == "und" and told and (verb.word.endswith(("te", "ten")) or verb.bits & PARTED):
                return place
        return self.end

    def after_source(self, end: int) -> list[Span]:
        """What follows ", so Orre,"."""
        sentence = self.sentence
        place = end
        while place < self.end and not sentence[place].bits & (WORD | QUOTATION):
            place += 1
        if place >= self.end or end >= self.end or not sentence[end].bits & (COMMA | COLON | QUOTATION):
            return []
        if sentence[place].bits & QUOTATION:
            return [sentence[place].span]
        labelled = any(
            token.bits & QUOTATION and sentence[token.index - 1].bits & (COLON | OPENING)
            for token in sentence[place + 1 : self.end]
        )  # "so Orre, der Leiter, und die Sprecherin: „...“"
        whole = not labelled and self.words(place, self.end) >= FEWEST_WORDS
        return [self.span(place, self.end)] if whole else []


def finds_a_thing(sentence: Sentence, clause: Clause, cue: Cue) -> bool:
    """ "fand sich das Wort „Käpten“", "findet das „Hafenfest“ statt", "hatte die „Nixe“ gefunden": no opinion."""
    verb, rest = sentence[cue.verb].lower, sentence[cue.finite + 1 : clause.end + 1]
    found = LEXICON.verbs.get(verb) == "finden"
    return found and (verb == "gefunden" or any(token.lower in ("sich", "statt") for token in rest))


def is_subordinate(sentence: Sentence, clauses: list[Clause], start: int, stop: int) -> bool:
    """Whether `[start, stop)` is one clause that depends on the main one behind it: "Als er kam, sagte er"."""
    first = sentence[start]
    if first.bits & THAT or not (
        first.bits & SUBORDINATOR or first.lower in ("auf", "nach", "um", "angesprochen", "gefragt")
    ):
        return False
    return not any(token.bits & (REPORTED | UNREAL) for token in sentence[start:stop]) and (
        first.bits & SUBORDINATOR != 0 or not any(t.bits & ANY_FINITE for t in sentence[start : clauses[0].end])
    )


def is_whole(token: Token, text: str) -> bool:
    """Whether a quotation is a sentence: a capital, several words."""
    quotation = token.quotation
    if quotation is None:
        return False
    inner = text[quotation.inner_start : quotation.inner_end]
    return inner[:1].isupper() and len(inner.split(None, FEWEST_OF_SENTENCE)) >= FEWEST_OF_SENTENCE


def is_sentence(token: Token, text: str) -> bool:
    """Whether a quotation has several words."""
    return text[token.start : token.end].count(" ") >= FEWEST_OF_SENTENCE - 1


def type_of(parts: list[Span], quoted: list[Span]) -> QuotationType:
    """Direct where every part is a whole quotation, mixed where one holds a quotation."""
    if all(part in quoted for part in parts):
        return "direct"
    if any(part.start <= start and end <= part.end for part in parts for start, end in quoted):
        return "mixed"
    return "indirect"


def is_impersonal(speaker: Speaker | None) -> bool:
    """Whether nobody is the subject: "es drohe ein Sturm"."""
    return speaker is None or speaker.subject is None or speaker.subject.head in ("es", "Es")
