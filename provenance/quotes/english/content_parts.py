"""What one English cue reports: a quotation on its left, a clause on its left, around it, or on its right.

The order matters: a quotation before the cue is the surest sign, a clause behind it the weakest. Every part is a span
of the text; there are several where the cue interrupts what is said.
"""

from __future__ import annotations

from collections.abc import Callable

from provenance.model import Span
from provenance.quotes.english.content_ends import Ends
from provenance.quotes.english.content_starts import after_cue, clause_start, only_marks
from provenance.quotes.english.reporting_words import (
    ABOUT,
    ACCORDING,
    ASKING_VERB,
    BY,
    CLAUSE_WORD,
    FINITE,
    LEXICON,
    NAMING_VERB,
    OF,
    OPENING_ADVERB,
    PLAIN_SHOWING,
    QUESTION_WORD,
    SHOWING_VERB,
    SOURCE,
    SUBORDINATOR,
    THAT,
    THAT_VERB,
    THINKING_VERB,
    TIME,
    TO,
    TO_VERB,
    Cue,
    is_whole,
)
from provenance.quotes.languages import Subject
from provenance.quotes.sentence_tokens import COLON, COMMA, DASH, NAME, QUOTATION, STOP, WORD, Sentence, Token
from provenance.quotes.word_classes import (
    CLAUSE_STARTER,
    DETERMINER,
    PERSONS_RELATIVE,
    PREPOSITION,
    PRONOUN,
    REPORTING,
)

LONGEST_TITLE = 4  # words
SHORTEST_LEFT = 3  # tokens of a clause that ends in ", X said"
MANNER = 5  # letters of ", smiling" and ", adding"
FEWEST_BEHIND_COLON = 4  # words of a clause without marks behind "Ortiz wrote:"
LONGEST_TAIL = 14  # words of time, place and occasion that may follow ", X said"


def sentence_mark(token: Token) -> bool:
    """Whether a token is the mark that ends a sentence."""
    return token.bits & STOP != 0


class Content:
    """Finds what one cue reports; `rule` says which way it was found.

    `floor` is the first token that may belong to it; `inverted`: the subject follows the verb; `carried`: the subject
    is that of the report before. `taken(span)`: whether another report has the same words; `claimed_after(start)`:
    whether another report claims words after that offset.
    """

    def __init__(
        self,
        sentence: Sentence,
        floor: int,
        ends: Ends,
        text: str,
        cue: Cue,
        subject: Subject | None,
        inverted: bool,
        passive: bool,
        carried: bool,
        taken: Callable[[Span], bool],
        claimed_after: Callable[[int], bool],
    ) -> None:
        self.sentence = sentence
        self.count = len(sentence)
        self.floor = floor
        self.ends = ends
        self.text = text
        self.cue = cue
        self.subject = subject
        self.inverted = inverted
        self.passive = passive
        self.taken = taken
        self.claimed_after = claimed_after
        self.rule = ""
        self.unnamed = subject is not None and subject.bits & SOURCE != 0
        place = cue.place
        self.participle = sentence[place].lower.endswith("ing")
        # where the attribution itself begins: its subject, or the cue
        self.begin = place if inverted or subject is None else min(subject.start, place)
        self.before = place - 1 if carried and not inverted else self.begin - 1
        self.after = subject.after if inverted and subject is not None else after_cue(sentence, place, cue.lemma)

    def parts(self) -> list[Span]:
        """The parts of the utterance, ascending; none where the cue reports no words."""
        parts: list[Span] = []
        right = self._quotation_right()
        left = self._quotation_left()
        bordered = self._bordered()
        if left >= 0 and (self.inverted or bordered) and not self.passive and self.cue.bits & REPORTING:
            self.rule = "quotation left"
            parts = self._quoted_left(left)
        elif left < 0 and right < 0 and bordered and not self.participle and self.cue.bits & REPORTING:
            parts = self._run_left()
        if not parts and left < 0 and right < 0 and bordered:
            parts = self._around()
        if right >= 0 and (parts or right <= self.after + 2):
            parts = [*parts, self._quoted_right(right)]
            self.rule = self.rule or "quotation right"
        elif not parts and not only_marks(self.sentence, self.after):
            parts = self._clause_right()
        return parts

    # The quotations beside the cue

    def _quotation_left(self) -> int:
        """The quotation that ends right before the attribution, or -1."""
        place = self.before
        while place >= 0 and self.sentence[place].bits & (COMMA | DASH):
            place -= 1
        return place if place >= 0 and self.sentence[place].bits & QUOTATION else -1

    def _bordered(self) -> bool:
        """Whether a quotation, comma, dash, question or exclamation mark comes before the attribution."""
        if self.before < 0:
            return False
        token = self.sentence[self.before]
        return bool(token.bits & (QUOTATION | COMMA | DASH)) or token.word in ("?", "!")

    def _quotation_right(self) -> int:
        place = self.after
        while place < self.count and self.sentence[place].bits & (COMMA | COLON | DASH):
            place += 1
        return place if place < self.count and self.sentence[place].bits & QUOTATION else -1

    # The ways to say something

    def _quoted_left(self, last: int) -> list[Span]:
        sentence = self.sentence
        if self._is_title(last):
            return []
        start = min(clause_start(sentence, self.floor), last)
        segment = sentence[start : last + 1]
        if all(token.bits & QUOTATION or not token.word.isalnum() for token in segment):
            parts = [token.span for token in segment if token.bits & QUOTATION]
        else:
            apart = last == 0 or sentence[last - 1].bits & (COMMA | COLON) or sentence[last - 1].word == "."
            if apart and is_whole(sentence[last].quotation, self.text):
                parts = [sentence[last].span]
            elif self.participle:
                return []  # "blamed a “broken valve,” claiming ...": the narrator's clause, and what is said follows
            else:
                parts = [Span(sentence[start].start, sentence[last].end)]
        return [] if any(self.taken(part) for part in parts) else parts

    def _is_title(self, place: int) -> bool:
        """Whether a short quotation in capitals ends a description: "host of “Morning Velden,” said"."""
        quotation = self.sentence[place].quotation
        if quotation is None or not place or not self.sentence[place - 1].bits & WORD:
            return False
        words = self.text[quotation.inner_start : quotation.inner_end].split(None, LONGEST_TITLE)
        return 0 < len(words) <= LONGEST_TITLE and all(word[0].isupper() for word in words)

    def _run_left(self) -> list[Span]:
        """A clause that ends in ", she said": nothing but circumstances follows."""
        sentence = self.sentence
        if self.begin <= SHORTEST_LEFT or self.cue.lemma in LEXICON.lemmas["only_quotations"]:
            return []
        if self.subject is not None and self.subject.bits & PERSONS_RELATIVE:
            return []
        ended = only_marks(sentence, self.after)
        circumstance = self._only_circumstance(self.after) or self._only_circumstance(self.cue.place + 1)
        if not (ended or self.inverted or circumstance):
            return []
        start, end = clause_start(sentence), self.begin
        while end > start:
            token = sentence[end - 1]
            if token.bits & QUOTATION or token.word[-1:].isalnum() or token.word in (")", "%"):
                break
            end -= 1
        if end - start < SHORTEST_LEFT or self.claimed_after(sentence[start].start):
            return []
        self.rule = "left"
        return [Span(sentence[start].start, sentence[end - 1].end)]

    def _only_circumstance(self, start: int) -> bool:
        rest = [token for token in self.sentence[start:] if token.bits & (QUOTATION | WORD)]
        if not rest:
            return True
        first = rest[0]
        quoted = any(token.bits & QUOTATION for token in rest)
        manner = first.lower.endswith("ing") and len(first.lower) > MANNER and first.lower != "including"
        if self.sentence[start].bits & COMMA and manner:
            return True
        if self.sentence[start].bits & COMMA:
            opens = first.bits & (PREPOSITION | NAME | PERSONS_RELATIVE) or first.lower in (
                "referring",
                "speaking",
                "the",
                "a",
                "when",
                "after",
                "as",
            )
            return len(rest) <= 12 and bool(opens) and not quoted
        timed = first.bits & TIME or (first.bits & PREPOSITION and not first.bits & (ABOUT | OF))
        return (
            len(rest) <= LONGEST_TAIL
            and not quoted
            and (bool(timed) or first.lower in ("when", "after", "as", "while"))
        )

    def _around(self) -> list[Span]:
        """A clause with ", she said," inside, between commas."""
        sentence, after = self.sentence, self.after
        if self.participle or not self.cue.bits & THAT_VERB:
            return []
        if not (after + 3 < self.count and sentence[after].bits & COMMA):
            return []
        following = sentence[after + 1]
        manner = following.lower.endswith("ing") and following.lower != "including"
        if self.begin < 2 or manner or following.bits & ACCORDING:
            return []
        start = clause_start(sentence)
        last = self.begin - 1
        joined = following.lower in ("and", "but")
        if last <= start or (sentence[start].bits & OPENING_ADVERB and not joined) or sentence[last].bits & QUOTATION:
            return []
        end = self.ends.after(after + 1)
        if end <= after + 1:
            return []
        self.rule = "around"
        return [
            Span(sentence[start].start, sentence[last - 1].end),
            Span(sentence[after + 1].start, sentence[end - 1].end),
        ]

    def _quoted_right(self, place: int) -> Span:
        sentence = self.sentence
        if sentence[place - 1].bits & (COMMA | COLON) or is_whole(sentence[place].quotation, self.text):
            return sentence[place].span
        end = self.ends.after(place)
        return Span(sentence[place].start, sentence[max(end, place + 1) - 1].end)

    def _clause_right(self) -> list[Span]:
        """A clause behind the cue, with or without "that"."""
        sentence, cue = self.sentence, self.cue
        opening = sentence[self.after]
        if opening.bits & COLON and self.subject is not None and self.cue.bits & FINITE and self.cue.bits & REPORTING:
            return self._behind_colon()
        if opening.lower in ("and", "or", "but") or not self._takes_clause(opening.bits, opening.lower):
            return []
        before = sentence[cue.place - 1] if cue.place else None
        if self.participle and before is not None and before.bits & DETERMINER:
            return []
        gerund = self.participle and before is not None and before.bits & PREPOSITION != 0
        thing = opening.bits & (DETERMINER | CLAUSE_WORD) == DETERMINER
        if gerund and thing and cue.lemma in LEXICON.lemmas["needs_clause"]:
            return []  # "against adding the question"
        subject = self.subject
        unheaded = subject is None and not self.passive and not opening.bits & CLAUSE_WORD
        placed = opening.bits & PREPOSITION and not cue.bits & ASKING_VERB  # "the bridge, announced in spring, ..."
        if unheaded and (placed or cue.lemma not in LEXICON.lemmas["without_subject"]):
            return []
        relative = subject is not None and bool(subject.antecedent or subject.head in ("who", "which"))
        start, end = self.after, self.ends.after(self.after, relative, self._is_subordinate())
        if sentence[start].bits & COLON:
            start += 1
        while start < end and sentence[start].bits & (COMMA | DASH):
            start += 1
        if end - start < 2:
            return []
        self.rule = "right"
        return [Span(sentence[start].start, sentence[end - 1].end)]

    def _behind_colon(self) -> list[Span]:
        """What follows "Ortiz wrote:" without quotation marks: the rest of the sentence."""
        start, end = self.after + 1, self.count
        while end > start and sentence_mark(self.sentence[end - 1]):
            end -= 1
        words = sum(token.bits & WORD != 0 for token in self.sentence[start:end])
        if words < FEWEST_BEHIND_COLON or any(token.bits & QUOTATION for token in self.sentence[start:end]):
            return []
        self.rule = "right"
        return [Span(self.sentence[start].start, self.sentence[end - 1].end)]

    def _is_subordinate(self) -> bool:
        """Whether the report is in a clause that leads to the main one: "While she said", "Asked whether"."""
        start = clause_start(self.sentence)
        if start >= self.cue.place:
            return self.subject is None
        if any(token.bits & COMMA for token in self.sentence[start : self.cue.place]):
            return False
        if self.begin and self.sentence[self.begin - 1].bits & SUBORDINATOR:
            return True
        return self.sentence[start].bits & SUBORDINATOR != 0 and self.sentence[start].word[0].isupper()

    def _takes_clause(self, bits: int, word: str) -> bool:
        """Whether the word where the clause would begin lets this verb report one."""
        lemmas, lemma, kinds = LEXICON.lemmas, self.cue.lemma, self.cue.bits
        takes = False
        if self.unnamed and kinds & (THAT_VERB | NAMING_VERB | THINKING_VERB):
            return not bits & (PREPOSITION | TO)
        if lemma in lemmas["only_quotations"]:
            kinds = 0
        if kinds & (REPORTING | SHOWING_VERB):
            takes = bool(bits & CLAUSE_WORD) or lemma in lemmas["bare_clause"]
            if kinds & SHOWING_VERB and not (self.sentence[self.cue.place].bits & PLAIN_SHOWING):
                takes = takes and (bool(bits & THAT) or word == "how")
            if lemma in lemmas["needs_that"] and not bits & THAT:
                takes = False
            if kinds & ASKING_VERB and lemma == "ask" and not bits & QUESTION_WORD:
                takes = False
            clause = bits & (CLAUSE_STARTER | CLAUSE_WORD | NAME | PRONOUN) or word[:1].isdigit()
            if lemma in lemmas["needs_clause"] and not clause:
                takes = False
            if bits & COLON and lemma != "say":
                takes = False
            if bits & TO and not kinds & TO_VERB and lemma != "tell":
                takes = False
            if bits & OF and lemma not in lemmas["takes_of"]:
                takes = False
            if bits & (BY | ABOUT) and lemma != "say":
                takes = lemma in lemmas["takes_about"]
        if not takes and kinds & TO_VERB:
            takes = bool(bits & TO) and self._infinitive_at(self.after + 1)
        return takes or bool(kinds & NAMING_VERB and self._quotation_named())

    def _infinitive_at(self, place: int) -> bool:
        """Whether a verb may be at `place`: "declined to comment", not "declined to 4 percent"."""
        if place >= self.count:
            return False
        token = self.sentence[place]
        return token.word[:1].isalpha() and not token.bits & (NAME | DETERMINER)

    def _quotation_named(self) -> bool:
        for token in self.sentence[self.cue.place + 1 : self.cue.place + 9]:
            if token.bits & QUOTATION:
                return True
            if token.bits & (COMMA | COLON | STOP) or token.word == ";":
                return False
        return False
