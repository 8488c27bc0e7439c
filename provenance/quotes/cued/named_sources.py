""" "According to X", "in X's words", "as X said": a source, and the clause around it that is said.

The clause follows the source where that opens the sentence, else it comes before.
"""

from __future__ import annotations

from provenance.model import Span
from provenance.quotes.cued.clauses import FEWEST_WORDS, clause_end, part
from provenance.quotes.cued.grammar import (
    ADVERB,
    AND,
    AS,
    AUXILIARY,
    BUT,
    CLITIC,
    CUE_VERB,
    FINITE,
    FINITE_VERB,
    GENITIVE,
    PARTICIPLE,
    QUESTION,
    THAT,
)
from provenance.quotes.cued.speakers import phrase_end, subject_after, subject_of
from provenance.quotes.cued.verb_groups import Group, group_at
from provenance.quotes.cued.without_quotations import SHORTEST_LEFT, WithoutQuotations
from provenance.quotes.languages import Report, Subject
from provenance.quotes.sentence_tokens import (
    CLOSING,
    COMMA,
    DASH,
    NAME,
    OPENING,
    STOP,
    WORD,
)
from provenance.quotes.word_classes import (
    BOUNDARY,
    DETERMINER,
    OBJECT,
    PARTICLE,
    PERSON,
    PREPOSITION,
    RELATIVE,
    TITLE,
)


class NamedSources(WithoutQuotations):
    """Sources that are named without a verb, or by one behind "as"."""

    def _as(self, group: Group, subject: Subject | None) -> Report | None:
        """Comme l’a expliqué X, ...; ..., según explicó X."""
        opening = group.start - 1
        if opening < 0 or not self.sentence[opening].bits & AS:
            subject = self._before(group)
            opening = subject.start - 1 if subject is not None else -1
            if opening < 0 or not self.sentence[opening].bits & AS:
                return None
        if subject is None:
            subject = subject_after(self.sentence, group.end, self.names.fullest)
        if subject is None:
            return None
        end = max(group.end, subject.after if subject.span.start > self.sentence[group.verb].start else group.end)
        contents = self._around_source(opening, end)
        return Report(contents, "indirect", "according to", subject) if contents else None

    def _according(self, place: int, behind: int, opinion: bool = False) -> bool:
        """Take in "according to X"; False where a verb follows ("según explicó X") or nobody."""
        sentence = self.sentence
        before = sentence[place - 1].bits if place else 0
        if before & DETERMINER or sentence[behind].bits & (RELATIVE | COMMA | STOP):
            return False
        if sentence[behind].bits & CUE_VERB and group_at(sentence, behind, place) is not None:
            return False
        behind = self._behind_words(behind)
        end = self._source_end(behind, opens=place == 0)
        subject = subject_of(sentence, behind, end, self.names.fullest)
        if end == behind + 1 and sentence[behind].bits & OBJECT:
            subject = Subject(sentence[behind].span, sentence[behind].word, behind, sentence[behind].bits)
        if subject is None or (opinion and not self._is_opinion(subject, end)):
            return False
        apposed = end
        if not (subject.head or "")[:1].isupper() and end < len(sentence) and sentence[end].bits & COMMA:
            after = phrase_end(sentence, end + 1)
            closed = after < len(sentence) and sentence[after].bits & COMMA
            named = subject_of(sentence, end + 1, after, self.names.fullest)
            if (
                closed
                and sentence[end + 1].bits & (NAME | TITLE)
                and named is not None
                and (named.head or "")[:1].isupper()
            ):
                subject, apposed = named, after
        contents = self._around_source(place, apposed)
        if not contents:
            return False
        self._sourced(contents, subject, Span(sentence[place].start, sentence[behind - 1].end), apposed)
        return True

    def _owned(self, place: int, behind: int, owner: int) -> bool:
        """Take in "in her words"; False where nothing is said."""
        token = self.sentence[owner]
        contents = self._around_source(place, behind)
        if not contents:
            return False
        subject = Subject(token.span, token.word, owner, (token.bits | OBJECT) & ~NAME)
        self._sourced(contents, subject, Span(self.sentence[place].start, self.sentence[behind - 1].end), behind)
        return True

    def _sourced(self, contents: list[Span], subject: Subject, cue: Span, end: int) -> None:
        made = Report(contents, "indirect", "according to", subject, cue)
        self._name(made, None)
        self._add(made)
        self.floor = max(self.floor, end)

    def _behind_words(self, place: int) -> int:
        """Behind "quanto riferito da" and "ce qu’a dit", where these come before the source."""
        if not self.sentence[place].bits & (QUESTION | DETERMINER | CLITIC):
            return place
        for at in range(place + 1, min(len(self.sentence) - 1, place + 5)):
            bits = self.sentence[at].bits
            if bits & CUE_VERB and bits & (FINITE | PARTICIPLE):
                following = self.sentence[at + 1].bits
                return at + 2 if following & PREPOSITION and at + 2 < len(self.sentence) else at + 1
            if not bits & (THAT | AUXILIARY | CLITIC | QUESTION | FINITE_VERB):
                return place
        return place

    def _is_opinion(self, subject: Subject, end: int) -> bool:
        """Whether "per X," at the beginning of a sentence names whose opinion follows: somebody with a full name."""
        named = (subject.head or "")[:1].isupper() and " " in subject.span.of(self.text)
        return named and end < len(self.sentence) and bool(self.sentence[end].bits & COMMA)

    def _source_end(self, start: int, opens: bool) -> int:
        """Where the phrase behind "according to" ends: where the verb comes first, before the verb."""
        end = phrase_end(self.sentence, start)
        if not (opens or self.grammar.verb_second):
            return end
        if not (self.grammar.verb_second or self.grammar.cases):
            own = (at for at in range(start + 1, end) if self._clause_opens(at))
            return next(own, end)
        closed = end < len(self.sentence) and self.sentence[end].bits & COMMA
        if closed and end - start <= SHORTEST_LEFT and self.grammar.cases:
            return end
        return next((at for at in range(start + 1, end) if self._verb_opens(at, end)), end)

    def _clause_opens(self, place: int) -> bool:
        """Whether an article right behind a noun opens a clause: "Secondo Anna Bianchi il ponte è sicuro"."""
        bits, before = self.sentence[place].bits, self.sentence[place - 1].bits
        noun = not before & (DETERMINER | PREPOSITION | GENITIVE | AND)
        return bool(bits & DETERMINER) and noun and not bits & (PARTICLE | GENITIVE | PREPOSITION | NAME)

    def _verb_opens(self, place: int, end: int) -> bool:
        """Whether a word behind a name or noun is none of the source: "Volgens de politie reed de man te hard"."""
        token, before = self.sentence[place], self.sentence[place - 1]
        if token.bits & (PREPOSITION | AND | GENITIVE | DETERMINER | TITLE | PARTICLE) or not token.bits & WORD:
            return False
        if token.word[:1].isupper() or before.bits & (DETERMINER | PREPOSITION | GENITIVE | TITLE):
            return False
        following = self.sentence[place + 1].bits if place + 1 < len(self.sentence) else 0
        if before.bits & NAME or (self.grammar.verb_second and following & (DETERMINER | PERSON)):
            return True
        return not self.grammar.adjective.fullmatch(before.lower) and not self._name_ahead(place, end)

    def _name_ahead(self, start: int, end: int) -> bool:
        return any(token.bits & NAME for token in self.sentence[start : min(end, start + 2)])

    def _around_source(self, place: int, end: int) -> list[Span]:
        """What "according to X" in `sentence[place:end]` is about: what follows it, else what comes before."""
        sentence = self.sentence
        while end < len(sentence) and sentence[end].bits & (OPENING):
            end = next((at + 1 for at in range(end, len(sentence)) if sentence[at].bits & CLOSING), end + 1)
        before = place
        while before > self.floor and sentence[before - 1].bits & (COMMA | DASH | OPENING):
            before -= 1
        own = [token for token in sentence[self.floor : before] if token.bits & WORD]
        opening = not any(not token.bits & (BUT | AND | ADVERB | BOUNDARY) for token in own)
        if opening:
            start = self._behind_asides(end)
            if start >= len(sentence):
                return []
            content = self._content(start, clause_end(self.grammar, sentence, start))
            return [content] if content is not None else []
        short = len(own) < SHORTEST_LEFT
        left = part(sentence, self._left_start(before), before, 1 if short else FEWEST_WORDS)
        contents = [left] if left is not None else []
        if end >= len(sentence) or not (sentence[end].bits & COMMA or short):
            return contents
        start = end + 1 if sentence[end].bits & COMMA else end
        rest = sentence[start:]
        verb = any(token.bits & (FINITE_VERB | AUXILIARY | FINITE) for token in rest)
        plain = bool(rest) and (not rest[0].bits & (RELATIVE | DETERMINER | BOUNDARY | AND) or rest[0].bits & THAT)
        if plain and (verb or short):
            last = clause_end(self.grammar, sentence, start)
            right = part(sentence, start, last, 1 if short else FEWEST_WORDS)
            if right is not None:
                contents.append(right)
        return contents

    def _behind_asides(self, end: int) -> int:
        """Where the clause begins behind "Según X, alcalde de Y, "."""
        sentence = self.sentence
        if end < len(sentence) and not sentence[end].bits & COMMA:
            comma = next(
                (at for at in range(end, min(len(sentence), end + 10)) if sentence[at].bits & (COMMA | STOP)), end
            )
            if not self.grammar.verb_second and comma < len(sentence) and sentence[comma].bits & COMMA:
                return comma + 1
            return end
        start = end + 1
        comma = next((at for at in range(start, len(sentence)) if sentence[at].bits & COMMA), len(sentence))
        inside = sentence[start:comma]
        verb = any(token.bits & (FINITE_VERB | AUXILIARY | FINITE) for token in inside)
        if inside and inside[0].bits & RELATIVE and comma < len(sentence) - 3:
            return comma + 1
        described = inside and not inside[0].bits & (PREPOSITION | BOUNDARY) and comma < len(sentence) - 3
        if described and not verb and len(inside) <= 8 and inside[0].word[:1].islower():
            return comma + 1
        return start
