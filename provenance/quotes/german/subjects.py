"""Who speaks, in German word order: before a verb in second place, behind it where anything else comes first, and
behind "wie" or "dass" where the verb comes last.

Where the order does not decide, the answer is None: a wrong speaker is worse than none.
"""

from __future__ import annotations

from typing import NamedTuple

from provenance.model import Span
from provenance.quotes.german.clauses import Clause, Cue, first_word
from provenance.quotes.german.noun_phrases import Phrase, apposed, is_capital, nominative, phrase_at, subject_of
from provenance.quotes.german.reporting_words import (
    ADJECTIVE,
    ADVERB,
    ANY_FINITE,
    CONTENT,
    NAMING,
    NOUN,
    OBLIQUE,
    REFLEXIVE,
    RELATIVE,
    SUBORDINATOR,
    TIME,
)
from provenance.quotes.languages import Subject
from provenance.quotes.person_names import Names
from provenance.quotes.sentence_tokens import COMMA, DASH, NAME, OPENING, QUOTATION, WORD, Sentence
from provenance.quotes.word_classes import (
    DAY,
    DETERMINER,
    FEMALE_TITLE,
    ORGANISATION,
    PERSON,
    PREPOSITION,
    PRONOUN,
    TITLE,
)

NOBODY = frozenset(("man", "das", "was", "wer", "dies", "sich", "ich", "wir", "ihr", "du"))
DOCUMENTS = ("bericht", "erklärung", "mitteilung", "schreiben", "brief", "papier", "kreisen", "studie", "antrag",
             "urteil", "entwurf", "buch", "gutachten", "stellungnahme", "vertrag", "berichten", "gesetz",
             "verfassung", "artikel", "paragraph", "ordnung", "resolution", "charta", "richtlinie")  # fmt: skip
# What leads to a text or a body that says something: "heißt es im Bericht", "hieß es aus dem Ministerium".
BEARERS = frozenset(
    ("in", "im", "auf", "aus", "bei", "beim", "von", "vom", "an", "am", "laut", "unter", "seitens", "vonseiten")
)
THERE = frozenset(("darauf", "darin", "hierin", "worauf", "worin", "dort"))  # on the poster, in the paper before
MOST_SKIPPED = 5  # words and phrases between a verb and the subject behind it
LONGEST_SMALL_NAME = 5  # tokens of "t-online.de"
MOST_ASIDES = 3  # clauses between a subject and its verb


class Speaker(NamedTuple):
    """A subject with the name of who it is and the token behind it; "es" and "man" are nobody: neither is set."""

    subject: Subject | None
    name: str | None
    end: int
    start: int = 0


class Finder:
    """Finds the speakers of one sentence."""

    def __init__(self, sentence: Sentence, clauses: list[Clause], names: Names, text: str) -> None:
        self.sentence = sentence
        self.clauses = clauses
        self.names = names
        self.text = text
        self.starts = [clause.start for clause in clauses]

    def after(self, verb: int, limit: int, oblique: bool = False) -> Speaker | None:
        """The speaker behind the verb at `verb`, before token `limit`; with `oblique`, an object may be one."""
        sentence, place = self.sentence, verb + 1
        for _ in range(MOST_SKIPPED):
            if place >= limit:
                return None
            further = self._skipped(place, limit)
            if further == place or (oblique and self.sentence[place].bits & OBLIQUE):
                break
            place = further
        phrase = phrase_at(sentence, place, limit)
        return self.speaker(phrase, oblique) if phrase is not None else None

    def _skipped(self, place: int, limit: int) -> int:
        """Behind an adverb, "sich", a time, a phrase with a preposition or an object at `place`."""
        token = self.sentence[place]
        bits = token.bits
        if is_capital(token) and not bits & (DAY | TIME):
            return place
        if bits & PREPOSITION:
            inner = place + 1
            while inner < limit and self.sentence[inner].bits & (DETERMINER | ADVERB):
                inner += 1
            if inner < limit and self.sentence[inner].bits & (DAY | TIME):
                inner += 1
                while inner < limit and self.sentence[inner].bits & (DAY | TIME):
                    inner += 1
                return inner
            phrase = phrase_at(self.sentence, place + 1, limit)
            return phrase.last if phrase is not None and phrase.last > place else place + 1
        if bits & OBLIQUE:
            phrase = phrase_at(self.sentence, place, limit)
            return phrase.end if phrase is not None else place + 1
        if (bits & (REFLEXIVE | ADVERB | TIME | DAY) and not bits & (PRONOUN & ~REFLEXIVE)) or token.lower == "sich":
            return place + 1
        if token.lower == "es" and place + 1 < limit and is_capital(self.sentence[place + 1]):
            return place + 1  # "brachte es Orre auf den Punkt"
        return place

    def speaker(self, phrase: Phrase, oblique: bool = False) -> Speaker | None:
        """Who a phrase is: of a description with a name behind it, that name."""
        first = self.sentence[phrase.start]
        if first.lower in NOBODY and phrase.end == phrase.start + 1:
            return Speaker(None, None, phrase.end, phrase.start)
        if first.bits & OBLIQUE and not oblique:
            return None
        subject, name = subject_of(self.sentence, phrase, self.names, self.text)
        if not subject.bits & NAME:
            named = apposed(self.sentence, phrase, self.names, self.text)
            if named is not None:
                subject, name, end = named
                return Speaker(subject, name, end, phrase.start)
        return Speaker(subject, name, phrase.end, phrase.start)

    def before(self, cue: Cue) -> Speaker | None:
        """The speaker before a verb in second place: the words before it, with asides between commas."""
        clause = self.clauses[cue.clause]
        start = self.first_phrase(clause)
        if start < cue.finite:
            return self.from_words(start, cue.finite)
        number = cue.clause
        for _ in range(MOST_ASIDES):
            if not number or not self.clauses[number].mark & (COMMA | DASH):
                return None
            number -= 1
            earlier = self.clauses[number]
            start = self.first_phrase(earlier)
            first = self.sentence[start]
            if first.bits & SUBORDINATOR or (first.bits & RELATIVE and earlier.mark & COMMA):
                continue
            if any(self.sentence[at].bits & (ANY_FINITE | QUOTATION) for at in range(start, earlier.end)):
                return None
            found = self.from_words(start, earlier.end)
            last = number == 0 or not earlier.mark & COMMA
            if found is not None and last and self._covers(found, earlier, number < cue.clause - 1):
                return found
        return None

    def _covers(self, found: Speaker, clause: Clause, aside: bool) -> bool:
        """Whether a clause is no more than its first phrase, so that an aside and the verb may follow."""
        if not aside or found.subject is None:
            return False
        return found.end >= clause.end or bool(self.sentence[found.end].bits & (PREPOSITION | OPENING))

    def first_phrase(self, clause: Clause) -> int:
        """Where a clause's first phrase begins, behind quotations and "und"."""
        place = first_word(self.sentence, clause)
        while place < clause.end and self.sentence[place].bits & QUOTATION:
            place += 1
        return place

    def from_words(self, start: int, end: int) -> Speaker | None:
        """The speaker in the words `[start, end)`, if they begin with one."""
        while start < end and self.sentence[start].lower in ("auch", "selbst", "sogar", "nur"):
            start += 1
        first = self.sentence[start] if start < end else None
        if first is None or first.lower == "als" or (first.bits & PREPOSITION and not first.bits & DETERMINER):
            return None
        if first.bits & (TIME | DAY) and not first.bits & DETERMINER:
            return None  # "Ende Mai sagte Orre"
        if not is_capital(first) and first.bits & ADVERB and not first.bits & (PRONOUN | DETERMINER):
            return None
        if first.lower.endswith("end") and first.word not in self.names.fullest:
            return None  # "Relativierend fügt Orre hinzu"
        phrase = phrase_at(self.sentence, start, end)
        if phrase is None:
            return None
        return self.speaker(phrase)

    def chosen(self, cue: Cue, limit: int) -> Speaker | None:
        """The subject of a verb in second place: the words before it, unless those behind it fit better."""
        before, after = self.before(cue), self.after(cue.finite, limit)
        if before is None or after is None or after.subject is None:
            return before if before is not None else after
        if before.subject is None:
            return after
        told = after.subject.bits & (NAME | TITLE) and not cue.kind & NAMING
        if told and self.sentence[before.start].lower == "der" and self.sentence[before.end - 1].bits & QUOTATION:
            return after  # "Der „Hafenpost“ sagte Orre"
        nominative_word = self.sentence[after.start].lower
        if (
            after.start == cue.finite + 1
            and nominative_word == "der"
            and not before.subject.bits & (NAME | TITLE | PERSON)
        ):
            head = self.sentence[after.start + 1 : after.end]
            if any(token.bits & TITLE and not token.bits & FEMALE_TITLE for token in head):
                return after  # "Die Vorwürfe wies der Minister als „...“ zurück"
        pronoun = after.subject.bits & PERSON and after.start == cue.finite + 1
        if pronoun and cue.kind & NAMING and self.sentence[after.start].lower == "sie":
            return before  # "nannte sie „fahrlässig“"
        if pronoun and (self.sentence[after.start].lower == "er" or not before.subject.bits & NAME):
            return after
        alone = before.end - before.start == 1 and not before.subject.bits & PRONOUN
        if (
            alone
            and before.subject.head not in self.names.fullest
            and before.start == 0
            and after.subject.bits & NAME
        ):
            return after
        ranked = self.sentence[cue.finite + 1].bits & TITLE and after.subject.bits & NAME
        if ranked and after.start == cue.finite + 1 and not cue.kind & NAMING:
            return after
        if self.is_said_thing(before) and after.start == cue.finite + 1 and after.subject.bits & NAME:
            return after  # "Die Kritik wies Orre als „falsch“ zurück"
        abstract = self.sentence[before.end - 1].bits & NOUN or before.subject.bits & PRONOUN
        named = after.subject.bits & NAME and abstract and not before.subject.bits & (NAME | PERSON)
        close = after.start == cue.finite + 1 and not cue.kind & NAMING
        return after if named and close else before

    def is_said_thing(self, speaker: Speaker) -> bool:
        """Whether a phrase is what is said or done, not who says it, nor a text: "die Kritik der Opposition"."""
        subject = speaker.subject
        if subject is None or subject.bits & NAME or not subject.head:
            return False
        head = next((one for one in self.sentence[speaker.start : speaker.end] if one.word == subject.head), None)
        thing = head is not None and head.bits & CONTENT and not head.bits & (ORGANISATION | TITLE)
        return bool(thing) and not subject.head.lower().endswith(DOCUMENTS)

    def opens_with_word_of_speech(self, clause: int) -> bool:
        """Whether a sentence opens with a word of speech and what it says, and the verb of a later `clause` is about
        these: "Den Vorwurf, er habe ..., wies Orre zurück". Whoever owns the word says that.
        """
        opening = self.clauses[0] if clause else None
        found = phrase_at(self.sentence, 0, opening.end) if opening is not None else None
        if opening is None or found is None or found.end < opening.end or not self.clauses[1].mark & COMMA:
            return False
        return bool(self.sentence[0].bits & DETERMINER and self.sentence[found.last - 1].bits & CONTENT)

    def opening(self) -> Speaker | None:
        """The phrase that opens the sentence, if it may be the subject of all its verbs."""
        start = self.first_phrase(self.clauses[0]) if self.clauses else len(self.sentence)
        return self.from_words(start, self.clauses[0].end) if start < len(self.sentence) else None

    def carried(self, verb: int) -> Speaker | None:
        """The subject of an earlier verb, for one behind "und": the first phrase that opens with "der" or "die"."""
        opening = self.opening()
        if opening is not None:
            return opening
        for at in range(1, verb):
            token, before = self.sentence[at], self.sentence[at - 1]
            if token.bits & PERSON and token.word[0].islower():
                return self.speaker(Phrase(at, at + 1, at, at + 1))
            opens = token.bits & DETERMINER and not token.bits & OBLIQUE and token.word[0].islower()
            if opens and not before.bits & (PREPOSITION | DETERMINER | ADJECTIVE) and not is_capital(before):
                phrase = phrase_at(self.sentence, at, verb)
                return self.speaker(phrase) if phrase is not None else None
        return None

    def document(self, cue: Cue) -> Speaker | None:
        """The text at the beginning of a clause: "In dem Schreiben wurde verlangt"."""
        start = self.first_phrase(self.clauses[cue.clause])
        if start >= cue.finite and cue.clause and self.sentence[0].lower in ("in", "im", "auf", "aus", "laut"):
            return self.bearer(self.clauses[0])  # "In einer Erklärung, die vorliegt, wurde verkündet"
        if self.sentence[start].lower not in ("in", "im", "auf", "aus", "laut"):
            return None
        phrase = phrase_at(self.sentence, start + 1, cue.finite)
        if phrase is None or not self.sentence[phrase.last - 1].lower.endswith(DOCUMENTS):
            return None
        return self.oblique(phrase)

    def agent(self, cue: Cue) -> Speaker | None:
        """Who is named with "von" beside a verb in the passive, or before it."""
        clause = self.clauses[cue.clause]
        opening = self.first_phrase(clause)
        for at in [*range(min(clause.end, cue.verb) - 1, cue.finite, -1), opening]:
            if self.sentence[at].lower in ("von", "vom"):
                phrase = phrase_at(self.sentence, at + 1, clause.end)
                if phrase is not None and phrase.last > phrase.first:
                    return self.oblique(phrase)
        return None

    def place(self, cue: Cue) -> Speaker | None:
        """The text in which "es heißt": "In dem Antrag heißt es", "heißt es auf der Seite der Stadt"."""
        return self.bearer(self.clauses[cue.clause])

    def bearer(self, clause: Clause, quoted: int = -1) -> Speaker | None:
        """The text or place that a clause says something is in or comes from: "auf dem Plakat", "aus Kreisen".

        A phrase with the token `quoted` in it is what is said there.
        """
        for at in range(clause.start, min(clause.end, len(self.sentence) - 1)):
            if self.sentence[at].lower in THERE:
                return Speaker(Subject(self.sentence[at].span, None, at), None, at + 1, at)
            if self.sentence[at].lower not in BEARERS or not self.sentence[at].bits & PREPOSITION:
                continue
            if self.sentence[at + 1].bits & RELATIVE and at == clause.start and clause.mark & COMMA:
                return self._ending_at(clause.start - 1)
            phrase = phrase_at(self.sentence, at + 1, clause.end)
            if (
                phrase is not None
                and phrase.last > phrase.first
                and not phrase.start <= quoted < phrase.end
                and not self._leads_to(quoted, phrase)
                and not self.sentence[phrase.first].bits & (DAY | TIME)
            ):
                return self.oblique(phrase)
        return None

    def _leads_to(self, quoted: int, phrase: Phrase) -> bool:
        """Whether a phrase is but the article of the words in marks behind it, as in "von einer „Gefahr“"."""
        return phrase.end == quoted and not is_capital(self.sentence[phrase.last - 1])

    def oblique(self, phrase: Phrase) -> Speaker:
        """Who or what a phrase in another case is."""
        subject, name = subject_of(self.sentence, phrase, self.names, self.text)
        return Speaker(subject, nominative(name), phrase.end, phrase.start)

    def inside(self, cue: Cue) -> Speaker | None:
        """The speaker in a clause whose verb comes last: behind the word that opens it, or that word's antecedent."""
        sentence, clause = self.sentence, self.clauses[cue.clause]
        opener = sentence[cue.opener]
        if opener.bits & RELATIVE and not opener.bits & OBLIQUE and opener.lower not in ("was",):
            before = self._antecedent(cue)
            if before is not None:
                return before
            if opener.lower == "der":  # "ein Prediger aus London zugeschaltet, der alle aufforderte"
                return self._by_pronoun(cue)
        end = next((one.end for one in self.clauses if one.start <= cue.opener < one.end), clause.end)
        found = self.after(cue.opener, min(cue.verb, end))
        if found is None and opener.lower == "wie":
            return self._small_name(cue.opener + 1, min(cue.finite, cue.verb))
        return found

    def _small_name(self, start: int, end: int) -> Speaker | None:
        """A medium that is written small: "wie heise online meldet", "wie t-online.de berichtet"."""
        words = self.sentence[start:end]
        if not 0 < len(words) <= LONGEST_SMALL_NAME or any(
            token.bits & (ADVERB | PRONOUN | PREPOSITION | DETERMINER | TIME | DAY | ANY_FINITE | QUOTATION)
            for token in words
        ):
            return None
        span = Span(words[0].start, words[-1].end)
        return Speaker(Subject(span, words[0].word, start), span.of(self.text), end, start)

    def _by_pronoun(self, cue: Cue) -> Speaker:
        """The relative pronoun "der" itself, with the last name in the clause before it."""
        opener = self.sentence[cue.opener]
        name = None
        number = next((n for n, one in enumerate(self.clauses) if one.start <= cue.opener < one.end), 0)
        earlier = self.clauses[number - 1] if number else None
        for at in range(earlier.end - 1, earlier.start - 1, -1) if earlier is not None else ():
            token = self.sentence[at]
            if token.bits & NAME and is_capital(token) and self.names.is_person(self.names.bare(token.word)):
                name = self.names.full(self.names.bare(token.word))
                break
        return Speaker(Subject(opener.span, opener.word, cue.opener), name, cue.opener + 1, cue.opener)

    def _antecedent(self, cue: Cue) -> Speaker | None:
        """The phrase that ends at the comma before a relative clause."""
        if not cue.clause or cue.opener != first_word(self.sentence, self.clauses[cue.clause]):
            return None
        return self._ending_at(self.clauses[cue.clause - 1].end)

    def _ending_at(self, end: int) -> Speaker | None:
        """The longest phrase that ends before token `end` and begins in its clause."""
        clause = next((one for one in self.clauses if one.start < end <= one.end), None)
        for start in range(clause.start, end) if clause is not None else ():
            token = self.sentence[start]
            opens = token.bits & DETERMINER or is_capital(token)
            if not opens or not token.bits & WORD or token.bits & OPENING:
                continue
            phrase = phrase_at(self.sentence, start, end)
            if phrase is not None and phrase.end == end and phrase.last - phrase.first > 0:
                subject, name = subject_of(self.sentence, phrase, self.names, self.text)
                return Speaker(subject, name, phrase.end, phrase.start)
        return None
