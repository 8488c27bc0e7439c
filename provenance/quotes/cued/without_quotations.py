"""What is said without quotation marks: behind "that", as a question, in the infinitive, or before an inverted verb.

Where it ends is for `clauses` to say.
"""

from __future__ import annotations

from provenance.model import Span
from provenance.quotes.cued.beside_quotations import BesideQuotations
from provenance.quotes.cued.clauses import clause_end, part
from provenance.quotes.cued.grammar import (
    ADVERB,
    AND,
    ASKING_VERB,
    AUXILIARY,
    BUT,
    CLITIC,
    FINITE,
    FINITE_VERB,
    LABEL,
    NEGATION,
    PLACED_VERB,
    QUESTION,
    THAT_VERB,
    TIME,
    TO,
)
from provenance.quotes.cued.speakers import subject_after
from provenance.quotes.cued.verb_groups import Group
from provenance.quotes.languages import Report, Subject
from provenance.quotes.sentence_tokens import (
    BREAK,
    COMMA,
    DASH,
    QUOTATION,
    STOP,
)
from provenance.quotes.word_classes import (
    DAY,
    DETERMINER,
    PERSON,
    PREPOSITION,
    RELATIVE,
)

REPORTED_AHEAD = 14  # tokens between a verb and its infinitive
BEHIND_SUBJECT = BREAK | PREPOSITION | TIME | DAY | ADVERB | AND | RELATIVE  # ends an inverted subject
QUESTION_AHEAD = 3  # tokens in which a question word comes: "знал ли"
SHORTEST_LEFT = 4  # tokens of a sentence before ", dijo X" that are what is said


class WithoutQuotations(BesideQuotations):
    """Cues whose words have no marks around them."""

    def _clause(self, group: Group, subject: Subject | None) -> Report | None:
        """X dijo que ..."""
        if not group.bits & (THAT_VERB | ASKING_VERB | PLACED_VERB):
            return None
        start = self._that(group.end)
        if start is None or start >= len(self.sentence):
            return None
        if group.negated and not self._quoted_in(start):
            return None
        end = clause_end(self.grammar, self.sentence, start)
        content = self._content(start, end)
        if content is None:
            return None
        return Report([content], "indirect", "that", subject or self._around(group), claims=True)

    def _question(self, group: Group, subject: Subject | None) -> Report | None:
        """X preguntó quién lo sabía; X vroeg of ..."""
        if not group.bits & (THAT_VERB | ASKING_VERB) or group.negated:
            return None
        place = group.end
        while place < len(self.sentence) and self.sentence[place].bits & (ADVERB | CLITIC | COMMA):
            if self.sentence[place].bits & QUESTION:
                break
            place += 1
        if group.bits & ASKING_VERB and place < len(self.sentence) and not self.sentence[place].bits & QUESTION:
            behind = subject_after(self.sentence, group.end, self.names.fullest)
            if behind is not None and behind.after < len(self.sentence):
                place = behind.after + (1 if self.sentence[behind.after].bits & COMMA else 0)
        ahead = self.sentence[place : place + (QUESTION_AHEAD if group.bits & ASKING_VERB else 1)]
        if not any(token.bits & QUESTION for token in ahead):
            return None
        content = self._content(place, clause_end(self.grammar, self.sentence, place))
        if content is None:
            return None
        return Report([content], "indirect", "question", subject or self._around(group), claims=True)

    def _infinitive(self, group: Group, subject: Subject | None) -> Report | None:
        """X assure avoir vu ...; X ammette di avere ...; X zegt niet te weten ..."""
        if not group.bits & PLACED_VERB or self._denied(group):
            return None
        place = group.verb + 1
        while (
            place < len(self.sentence)
            and self.sentence[place].bits & (ADVERB | CLITIC | TIME)
            and not (self.sentence[place].bits & NEGATION)
        ):
            place += 1
        start = self._infinitive_at(place)
        if start is None:
            return None
        content = self._content(start, clause_end(self.grammar, self.sentence, start))
        if content is None:
            return None
        return Report([content], "indirect", "infinitive", subject or self._around(group), claims=True)

    def _denied(self, group: Group) -> bool:
        """Whether a negation comes before the verb; one behind it belongs to the infinitive."""
        before = self.sentence[max(0, group.verb - 3) : group.verb]
        return any(token.bits & NEGATION for token in before)

    def _infinitive_at(self, place: int) -> int | None:
        sentence, infinitive = self.sentence, self.grammar.infinitive
        if place >= len(sentence):
            return None
        if sentence[place].bits & TO and not self.grammar.verb_second:
            ahead = sentence[place + 1 : place + 4]
            return place if any(infinitive.fullmatch(token.lower) for token in ahead) else None
        if self.grammar.verb_second:
            for at in range(place, min(len(sentence), place + REPORTED_AHEAD)):
                if sentence[at].bits & (BREAK | QUOTATION):
                    return None
                if sentence[at].bits & TO and at + 1 < len(sentence) and infinitive.fullmatch(sentence[at + 1].lower):
                    return place
            return None
        while place < len(sentence) and sentence[place].bits & (CLITIC | NEGATION):
            place += 1
        return place if place < len(sentence) and infinitive.fullmatch(sentence[place].lower) else None

    def _interrupted(self, comma: int) -> Span | None:
        """What goes on behind a cue that interrupts a short beginning: "El puente, dijo X, es seguro."."""
        sentence = self.sentence
        if comma + 1 >= len(sentence) or not sentence[comma].bits & COMMA:
            return None
        first = sentence[comma + 1].bits
        if not first & (FINITE_VERB | AUXILIARY | NEGATION | CLITIC | ADVERB):
            return None
        return part(sentence, comma + 1, clause_end(self.grammar, sentence, comma + 1))

    def _clause_left(self, group: Group, subject: Subject | None) -> Report | None:
        """..., a indiqué X."""
        sentence = self.sentence
        if not group.bits & (THAT_VERB | LABEL) or not group.bits & FINITE or group.negated:
            return None
        comma = group.start - 1
        if comma <= self.floor or not sentence[comma].bits & (COMMA | DASH):
            return None
        end = group.end
        if subject is None:
            subject = subject_after(sentence, group.end, self.names.fullest)
            if subject is None:
                return None
            end = subject.after
        sure = subject.bits & PERSON or (subject.head or "")[:1].isupper() or group.inner is not None
        first = sentence[group.end].bits if group.end < len(sentence) else 0
        if not sure and not first & DETERMINER:
            return None
        if end < len(sentence) and not sentence[end].bits & BEHIND_SUBJECT:
            return None
        content = part(sentence, self._left_start(comma), comma)
        if content is None or any(content.overlap(span) for span in self.quoted):
            return None
        made = Report([content], "indirect", "left", subject)
        if comma - self.floor < SHORTEST_LEFT:
            rest = self._interrupted(end)
            closes = end >= len(sentence) or sentence[end].bits & STOP
            if not sure or (rest is None and not closes):
                return None
            if rest is not None:
                made.contents.append(rest)
            return made
        if end + 2 < len(sentence) and sentence[end].bits & COMMA and sentence[end + 1].bits & (BUT | AND):
            self.further = end + 1
        return made
