"""Attributions inside one English sentence: a cue, who speaks, and what is said.

For each reporting verb the subject is found first (before it, after it, or carried over from the last report), then
what is said (`content_parts`). "According to" has rules of its own. Nothing here looks beyond the sentence;
`provenance.quotes.extraction` does.
"""

from __future__ import annotations

from functools import cached_property

from provenance.model import QuotationType, Span
from provenance.quotes.english import subjects
from provenance.quotes.english.content_ends import Ends
from provenance.quotes.english.content_parts import Content
from provenance.quotes.english.content_starts import clause_start
from provenance.quotes.english.reporting_words import (
    ACCORDING,
    ADDRESSEE_VERB,
    ANY_VERB,
    ASKING_VERB,
    AUXILIARY,
    BASE,
    BE,
    BY,
    ENDS_SOURCE,
    FINITE,
    LEXICON,
    QUESTION_WORD,
    THAT,
    TO,
    TO_VERB,
    Cue,
    cue_at,
    is_headline,
    quotation_next,
    words_next,
)
from provenance.quotes.english.subjects import Left
from provenance.quotes.languages import Report, Subject
from provenance.quotes.person_names import Names, first_name
from provenance.quotes.sentence_tokens import (
    BREAK,
    COLON,
    COMMA,
    DASH,
    NAME,
    QUOTATION,
    SEMICOLON,
    STOP,
    Landmarks,
    Sentence,
    Token,
    is_abbreviated,
    last_character,
)
from provenance.quotes.word_classes import BOUNDARY, DAY, DETERMINER, OBJECT, PERSONS_RELATIVE, PRONOUN

HEADING_WORDS = ("what", "how", "why")  # "What readers say about the library:"
ANNOUNCEMENTS = frozenset(
    ("the following", "the following statement", "the following words", "as follows", "the below")
)


def reports_in(sentence: Sentence, landmarks: Landmarks, text: str, names: Names) -> list[Report]:
    """The attributions of one sentence, in the order of their cues."""
    if len(sentence) < 2 or not landmarks.cues:
        return []
    return _Reader(sentence, landmarks, text, names).read()


def type_of(parts: list[Span], spans: list[Span]) -> QuotationType:
    """Direct where every part is a whole quotation (one of `spans`), mixed where one holds a quotation."""
    if not spans:
        return "indirect"
    if all(part in spans for part in parts):
        return "direct"
    if any(part.start <= start and end <= part.end for part in parts for start, end in spans):
        return "mixed"
    return "indirect"


class _Reader:
    """Reads one sentence; remembers the last subject, and the spans that are already the content of a report."""

    def __init__(self, sentence: Sentence, landmarks: Landmarks, text: str, names: Names) -> None:
        self.sentence = sentence
        self.landmarks = landmarks
        self.count = len(sentence)
        self.text = text
        self.names = names
        self.ends = Ends(sentence)
        self.quoted = [sentence[place].span for place in landmarks.quoted]
        self.reports: list[Report] = []
        self.taken: set[Span] = set()
        self.previous: Subject | None = None
        self.last_cue = -1

    def read(self) -> list[Report]:
        read_to = 0
        for place in self.landmarks.cues:
            if place < read_to:
                continue
            bits = self.sentence[place].bits
            if bits & ACCORDING and place + 1 < self.count and self.sentence[place + 1].bits & TO:
                read_to = self._according_to(place)
            elif bits & ANY_VERB and not self._is_name(place):
                cue = cue_at(self.sentence, place)
                if cue is not None:
                    self._report(cue)
        return self.reports

    def _is_name(self, place: int) -> bool:
        """Whether its capital makes the verb at `place` a name; capitals mean nothing in a headline."""
        token = self.sentence[place]
        capital = place > 1 and token.word[0].isupper() and token.lower not in ("said", "told", "says")
        return capital and not self._headline

    @cached_property
    def _headline(self) -> bool:
        return is_headline(self.sentence)

    # The subject of a cue

    def _subject(self, cue: Cue) -> tuple[Subject | None, bool, bool]:
        """The cue's subject, whether it follows an inverted verb, and whether the cue is to be skipped."""
        sentence, place = self.sentence, cue.place
        inverted = self._inverted(cue)
        if inverted is not None:
            return inverted, True, False
        before = sentence[place - 1] if place else None
        participle = sentence[place].lower.endswith("ing")
        if self._passive(place) and not participle:
            for by in range(place + 1, min(self.count, place + 4)):
                if sentence[by].bits & BY:
                    return subjects.after(sentence, by), False, False
            following = sentence[place + 1].bits if place + 1 < self.count else 0
            asked = cue.bits & ADDRESSEE_VERB and following & (QUESTION_WORD | TO)
            return None, False, not asked and cue.lemma in LEXICON.lemmas["passive_to_skip"]
        if participle:
            if before is not None and before.bits & BE:
                found = subjects.before(sentence, place, self.text)
                return found if isinstance(found, Subject) else None, False, False
            return self.previous or self._first_name(place), False, False
        found = self._after_quotation(place) or subjects.before(sentence, place, self.text)
        if isinstance(found, Subject):
            return found, False, False
        if found in (Left.ELIDED, Left.ADJACENT):
            return self.previous or self._first_name(place), False, False
        if found is Left.INFINITIVE and quotation_next(sentence, place):
            return self._first_name(place) or subjects.of_sentence(sentence, place), False, False
        return None, False, False

    def _first_name(self, limit: int) -> Subject | None:
        found = first_name(self.sentence, self.landmarks.named, self.names, limit)
        if found is None:
            return None
        found.start = 0
        if found.head is None:
            found.head = found.span.of(self.text)
        return found

    def _passive(self, place: int) -> bool:
        if not place:
            return False
        before = self.sentence[place - 1]
        if before.bits & BE:
            return True
        adverb = before.lower.endswith("ly") or before.lower in ("been", "also")
        return adverb and place > 1 and self.sentence[place - 2].bits & BE != 0

    def _inverted(self, cue: Cue) -> Subject | None:
        """The subject of "“...,” said Ortiz" and "The bridge is safe, said Ortiz"."""
        sentence, place = self.sentence, cue.place
        if not place or not cue.bits & FINITE or cue.bits & BASE:
            return None
        if cue.lemma in LEXICON.lemmas["never_inverted"] or (cue.bits & TO_VERB and not cue.bits & ASKING_VERB):
            return None
        before = sentence[place - 1]
        quoted = before.bits & QUOTATION or (place > 1 and sentence[place - 2].bits & QUOTATION)
        if not (before.bits & QUOTATION or (before.bits & COMMA and place > 1)):
            return None
        if place + 1 < self.count and sentence[place + 1].bits & THAT:
            return None
        found = subjects.after(sentence, place)
        if found is None:
            return None
        return found if quoted or self._ends_sentence_part(found, place) else None

    def _ends_sentence_part(self, found: Subject, verb: int) -> bool:
        """Whether an inverted subject without quotation marks is short, plain and ends at a border."""
        start, end = verb + 1, found.after
        phrase = self.sentence[start:end]
        if len(phrase) > 10 or phrase[0].bits & PRONOUN:
            return False
        if any(t.bits & PRONOUN or (t.bits & AUXILIARY and t.lower not in ("all", "both")) for t in phrase):
            return False
        if any(t.bits & OBJECT for t in phrase[1:]):
            return False  # "Ortiz, who led the search, said the delay troubled her."
        if end >= self.count:
            return True
        border = self.sentence[end]
        marked = border.bits & (COMMA | STOP | SEMICOLON | COLON | DASH | DAY)
        return bool(marked) or border.lower in ("in", "on", "at")

    def _after_quotation(self, verb: int) -> Subject | None:
        """The phrase between a quotation and the verb: "“...,” the mayor of Velden, Lena Ortiz, said"."""
        sentence = self.sentence
        place = verb - 1
        while place > self.last_cue and not sentence[place].bits & QUOTATION:
            place -= 1
        if not (place > self.last_cue and place + 1 < verb and verb - place < 40):
            return None
        start = place + 1
        last = last_character(sentence[place], self.text)
        if last not in ",?!—-" and not sentence[start].bits & (COMMA | DASH):
            return None
        if sentence[start].bits & (COMMA | DASH):
            start += 1
        if start >= verb or not self._may_be_speaker(sentence[start]):
            return None
        end = start
        while end < verb and not (
            sentence[end].bits & (COMMA | AUXILIARY | PERSONS_RELATIVE) or sentence[end].word == "("
        ):
            end += 1
        if end < verb and (sentence[end].bits & COMMA or sentence[end].word == "("):
            last_token = sentence[verb - 1]
            related = any(t.lower in ("who", "which", "whose") for t in sentence[end:verb])
            if not (last_token.bits & COMMA or last_token.word == ")" or related):
                return None
        found = subjects.of_phrase(sentence[start:end])
        if found is not None:
            found.start = start
            found.apposition = subjects.apposed(sentence, found, end)
        return found

    @staticmethod
    def _may_be_speaker(token: Token) -> bool:
        bits = token.bits
        if bits & BOUNDARY:
            return False
        speaker = bits & (NAME | DETERMINER) or (bits & PRONOUN and token.lower != "you")
        return bool(speaker) or token.lower in ("former", "state")

    # What is said

    def _report(self, cue: Cue) -> None:
        sentence, place = self.sentence, cue.place
        subject, inverted, skip = self._subject(cue)
        if skip or (subject is not None and sentence[subject.start].lower in HEADING_WORDS):
            return
        token = sentence[place]
        if token.bits & BASE and token.lower != "read" and subject is None and not words_next(sentence, place):
            return
        quoted = bool(self.reports) and self.reports[-1].type == "direct"
        floor = self.last_cue + 1 if quoted else 0
        self.last_cue = place
        content = Content(
            sentence,
            floor,
            self.ends,
            self.text,
            cue,
            subject,
            inverted,
            self._passive(place),
            subject is not None and subject is self.previous,
            self._is_taken,
            self._claimed_after,
        )
        parts = content.parts()
        if parts and subject is None and not content.passive:
            subject = subjects.of_sentence(sentence, place)  # not before: without "that", a clause needs its own
        if parts and not self._announces(parts):
            rule = ("inverted " if inverted else "") + content.rule
            claims = content.rule in ("right", "quotation right", "left")
            kind = type_of(parts, self.quoted)
            self.taken.update(parts)
            quoted_first = content.rule == "quotation left"
            self.reports.append(
                Report(parts, kind, rule, subject, token.span, quoted_first=quoted_first, claims=claims)
            )
        if subject is not None:
            self.previous = subject

    def _announces(self, parts: list[Span]) -> bool:
        """Whether the words only announce what comes next: "said the following:"."""
        return len(parts) == 1 and parts[0].of(self.text).lower() in ANNOUNCEMENTS

    def _is_taken(self, part: Span) -> bool:
        return part in self.taken

    def _claimed_after(self, start: int) -> bool:
        return any(report.claims and report.contents[-1].end > start for report in self.reports)

    def _according_to(self, place: int) -> int:
        """Take in "according to X" at `place`; where to go on."""
        sentence = self.sentence
        start = end = place + 2
        while (
            end < self.count
            and not (sentence[end].bits & (QUOTATION | BREAK) and not is_abbreviated(sentence, end))
            and not sentence[end].bits & ENDS_SOURCE
        ):
            end += 1
        subject = subjects.of_phrase(sentence[start:end])
        if end == start:
            return end
        parts = self._opened_by_source(end) if place == 0 else self._closed_by_source(place, end)
        if parts:
            cue = Span(sentence[place].start, sentence[place + 1].end)
            self.reports.append(Report(parts, type_of(parts, self.quoted), "according to", subject, cue))
            self.previous = subject
        return end

    def _opened_by_source(self, end: int) -> list[Span]:
        """What follows "According to X, a Y,"."""
        sentence = self.sentence
        start = end + 1 if end < self.count and sentence[end].bits & COMMA else end
        if start < self.count and self._describes_source(start):
            comma = start
            while comma < self.count and not sentence[comma].bits & COMMA:
                comma += 1
            if comma + 3 < self.count:
                start = comma + 1
        last = self.ends.after(start)
        return [Span(sentence[start].start, sentence[last - 1].end)] if last > start else []

    def _describes_source(self, place: int) -> bool:
        """Whether "a Y" or "who ..." behind the comma after "according to X" is about X."""
        token = self.sentence[place]
        return token.lower in ("a", "an") or token.bits & PERSONS_RELATIVE != 0

    def _closed_by_source(self, place: int, end: int) -> list[Span]:
        """What comes before ", according to X", and what may follow it."""
        sentence = self.sentence
        last = place
        while last > 0 and sentence[last - 1].bits & (COMMA | DASH):
            last -= 1
        start = clause_start(sentence)
        parts = [Span(sentence[start].start, sentence[last - 1].end)] if last > start else []
        goes_on = end + 4 < self.count and sentence[end].bits & COMMA and place < self.count * 0.6
        if goes_on and not self._describes_source(end + 1):
            further = self.ends.after(end + 1)
            if further > end + 1:
                parts.append(Span(sentence[end + 1].start, sentence[further - 1].end))
        return parts
