"""Whom a German clause is about where no verb of speech says who speaks: the subject of any verb, if that is somebody
who can speak.

German has its verb in second place, so the verb need not be known. Where the order leaves it open, nobody is named.
"""

from __future__ import annotations

from bisect import bisect_right

from provenance.quotes.german import word_lists
from provenance.quotes.german.clauses import Clause, Cue, is_nearer, is_participle
from provenance.quotes.german.noun_phrases import apposed, nominative, phrase_at
from provenance.quotes.german.places import PLACES
from provenance.quotes.german.reporting_words import (
    ADVERB,
    ANY_FINITE,
    AUXILIARY,
    CONTENT,
    COORDINATOR,
    NAMING,
    RELATIVE,
    REPORTED,
    SAYING,
    SUBORDINATOR,
    THAT,
    TIME,
    UNREAL,
    VERB,
)
from provenance.quotes.german.subjects import DOCUMENTS, MOST_ASIDES, Finder, Speaker
from provenance.quotes.sentence_tokens import COMMA, NAME, QUOTATION, WORD
from provenance.quotes.word_classes import (
    DAY,
    DETERMINER,
    FEMALE,
    MALE,
    ORGANISATION,
    PERSON,
    PREPOSITION,
    PRONOUN,
    TITLE,
)

PEOPLE = tuple(word_lists.PEOPLE.split())
NO_VERB = PREPOSITION | ADVERB | DETERMINER | PRONOUN | SUBORDINATOR | DAY
VIEWED = frozenset((("aus", "sicht"), ("aus", "perspektive"), ("aus", "augen")))
PASSIVE = frozenset(("wird", "werden", "wurde", "wurden", "worden"))
BEING = frozenset(("ist", "sind", "war", "waren", "bleibt", "bleiben", "wäre", "wären"))


class Doers(Finder):
    """Finds the speakers of one sentence, with a verb of speech or without."""

    def carried(self, verb: int) -> Speaker | None:
        """The subject of an earlier verb, for one behind "und"."""
        return self.opening() or self.doer(0) or super().carried(verb)

    def parted_by_name(self, cue: Cue) -> Speaker | None:
        """The subject where a name between commas parts a verb: "hatte der Sprecher, Karl Lund, erklärt"."""
        if cue.clause < 2 or not self.clauses[cue.clause].mark & COMMA:
            return None
        earlier, name = self.clauses[cue.clause - 2], self.clauses[cue.clause - 1]
        if any(token.bits & (ANY_FINITE | VERB) for token in self.sentence[name.start : name.end]):
            return None
        for at in range(earlier.end - 1, earlier.start - 1, -1):
            if self.sentence[at].bits & AUXILIARY:
                return self.after(at, name.end)
        return None

    def limit(self, cue: Cue) -> int:
        """Where a subject behind the verb has to end: at the verb's last word, or with its clause and one aside."""
        if cue.last > cue.finite:
            return cue.last
        number = min(len(self.clauses) - 1, cue.clause + 2)
        return self.clauses[number].end

    def earlier(self, cue: Cue) -> Speaker | None:
        """The subject before an aside that ends where the verb begins: "Die Leiterin, Lena Orre, würdigte ..."."""
        earlier = self.before(cue)
        if earlier is None and cue.kind & NAMING and not cue.kind & SAYING:
            person = self.sentence[cue.finite + 1].bits & PERSON if cue.finite + 1 < len(self.sentence) else 0
            return None if person else self.opening()
        return earlier

    def says(self, start: int, cue: Cue) -> bool:
        """Whether the words from `start` to a quotation before the verb are said with it, and are no adverbial."""
        words = [token for token in self.sentence[start : cue.finite - 1] if token.bits & WORD]
        return not words or any(token.bits & (ANY_FINITE | VERB) for token in words)

    def is_said_otherwise(self, cues: list[Cue], cue: Cue, start: int) -> bool:
        """Whether another verb of speech than `cue` has the clause from token `start` on, or opens it."""
        if is_nearer(cues, cue, start):
            return True
        if not self.sentence[start].bits & SUBORDINATOR:
            return False
        end = self.clauses[self._number(start)].end
        return any(one.final and start < one.verb < end and one.kind & SAYING for one in cues)

    def holder(self, place: int) -> Speaker | None:
        """Whose view a clause gives: "Für Lena Orre ist das „...“", "aus Sicht der Reederei"."""
        number = self._number(place)
        clause = self.clauses[number] if number >= 0 else None
        begin = clause.start if clause is not None else 0
        if number == 2 and self.sentence[0].lower == "für" and self.clauses[1].mark & COMMA:
            begin = 0  # "Für den Leiter, Udo Karg, ist das „...“"
        for at in range(begin, clause.end - 1) if clause is not None else ():
            start = at + 1
            led = self.sentence[at].lower, self.sentence[start].lower
            if led == ("in", "den") and self.sentence[start + 1].lower == "augen":
                led, start = ("aus", "augen"), start + 1
            if led in VIEWED and start + 2 < len(self.sentence):
                start += 2 if self.sentence[start + 1].lower in ("von", "vom") else 1
            elif self.sentence[at].lower != "für" or not any(one.lower in BEING for one in self.sentence):
                continue
            phrase = phrase_at(self.sentence, start, len(self.sentence))
            found = self.oblique(phrase) if phrase is not None else None
            if phrase is not None and (named := apposed(self.sentence, phrase, self.names, self.text)) is not None:
                found = Speaker(named[0], nominative(named[1]), named[2], phrase.start)
            if found is not None and self.can_speak(found, places=True):
                return found
        return None

    def doer(self, place: int, *, places: bool = False) -> Speaker | None:
        """Who the clause with the token at `place` is about, if that is somebody who can speak: "Orre will „...“".

        Of a clause that depends on another, it may be whom the other is about.
        """
        sentence = self.sentence
        number = self._number(place)
        for at in range(number, max(-1, number - MOST_ASIDES), -1):
            clause = self.clauses[at]
            opening = self.first_phrase(clause)
            if opening >= clause.end:
                continue
            opener = sentence[opening]
            if opener.bits & THAT and opener.lower != "ob" and at > 0 and clause.mark & COMMA:
                continue  # "Orre machte deutlich, dass die Stadt „...“ sei"
            depends = bool(opener.bits & SUBORDINATOR) or (bool(opener.bits & RELATIVE) and clause.mark & COMMA != 0)
            found = (
                self.after(opening, clause.end) if depends else self._of_main(clause, opening, place, places=places)
            )
            if found is not None and found.subject is not None and self.can_speak(found, places=places):
                return found
        return None

    def is_reported(self, place: int) -> bool:
        """Whether the clause with the token at `place` is in the subjunctive: its subject does not speak."""
        number = self._number(place)
        clause = self.clauses[number] if number >= 0 else None
        return clause is not None and any(
            (token.bits & REPORTED or (token.bits & UNREAL and token.lower.endswith("en")))
            and token.word[0].islower()
            for token in self.sentence[clause.start : clause.end]
        )

    def is_done_to(self, place: int) -> bool:
        """Whether the clause with the token at `place` is in the passive: others say that of its subject."""
        number = self._number(place)
        clause = self.clauses[number] if number >= 0 else None
        words = self.sentence[clause.start : clause.end] if clause is not None else []
        if not any(token.lower in PASSIVE for token in words):
            return False
        ends = [*words[:1], *words[-2:]]
        return any(
            is_participle(token) and (token.word[0].islower() or token.index == words[0].index) for token in ends
        ) or any(
            token.lower.startswith("ge") and token.lower.endswith(("t", "en")) and token.word[0].islower()
            for token in words[-2:]
        )

    def done_by(self, place: int) -> Speaker | None:
        """Who does what a clause in the passive tells, or the text that it is in: "wurde von Orre gelobt", "in dem
        Papier wird gefordert".
        """
        number = self._number(place)
        clause = self.clauses[number]
        for at in range(clause.start, clause.end - 1):
            if self.sentence[at].lower in ("von", "vom"):
                start = at + 2 if self.sentence[at + 1].lower == "seiten" else at + 1  # "von Seiten der Partei"
                phrase = phrase_at(self.sentence, start, clause.end)
                found = self.oblique(phrase) if phrase is not None else None
                apart = phrase is not None and not 0 <= place - phrase.end <= 1  # "vom Rat der „Werft“ gewählt"
                if found is not None and apart and self.can_speak(found, places=True):
                    return found
        return self.document(Cue(place, place, place, 0, number))

    def reporter(self, place: int) -> Speaker | None:
        """Who reports the clause with the token at `place`, which is in the subjunctive: whom the nearest clause in
        the indicative before it is about, if that is somebody, or a text: "Die Studie kommt zum Schluss, er sei".
        """
        number = self._number(place)
        if number > 0 and self.sentence[self.clauses[number].start].bits & COORDINATOR:
            return None  # "Seine Frau ist krank, und er wolle sie pflegen"
        for at in range(number - 1, max(-1, number - 1 - MOST_ASIDES), -1):
            clause = self.clauses[at]
            opening = self.first_phrase(clause)
            if opening >= clause.end or self.is_reported(opening):
                continue
            opener = self.sentence[opening]
            if opener.bits & SUBORDINATOR or (opener.bits & RELATIVE and clause.mark & COMMA):
                continue
            if not any(self._is_verb(one) or self.may_be_verb(one) for one in range(opening + 1, clause.end)):
                continue
            if self.is_done_to(opening):
                return self.done_by(opening)
            found = self._of_main(clause, opening, place, places=True)
            if found is None or not self.speaks_or_tells(found):
                found = self.from_words(opening, clause.end)
            return found if found is not None and self.speaks_or_tells(found) else self._with(clause)
        return None

    def following(self, place: int) -> Speaker | None:
        """Whom the main clause right behind that of the token at `place` is about: "Mit dem Ruf, ..., ging Orre"."""
        number = self._number(place) + 1
        clause = self.clauses[number] if 0 < number < len(self.clauses) else None
        if clause is None or not clause.mark & COMMA or not self.may_be_verb(clause.start):
            return None
        if not self.sentence[clause.start].bits & (ANY_FINITE | VERB) or self.sentence[clause.start].bits & REPORTED:
            return None
        found = self.after(clause.start, clause.end)
        return found if found is not None and self.speaks_or_tells(found) else None

    def _with(self, clause: Clause) -> Speaker | None:
        """Who is named with "bei" or "von" in a clause: "Bei der Opposition stieß das auf Ablehnung"."""
        for at in range(clause.start, clause.end - 1):
            if self.sentence[at].lower in ("bei", "beim", "von", "vom", "seitens"):
                phrase = phrase_at(self.sentence, at + 1, clause.end)
                found = self.oblique(phrase) if phrase is not None else None
                if found is not None and self.can_speak(found):
                    return found
        return None

    def speaks_or_tells(self, speaker: Speaker, *, places: bool = True) -> bool:
        """Whether a speaker is somebody, or a text."""
        subject = speaker.subject
        text = subject is not None and (subject.head or "").lower().endswith(DOCUMENTS)
        return text or self.can_speak(speaker, places=places)

    def _number(self, place: int) -> int:
        """The number of the clause with the token at `place`; -1 for a mark between two."""
        number = bisect_right(self.starts, place) - 1
        return number if number >= 0 and place < self.clauses[number].end else -1

    def _of_main(self, clause: Clause, opening: int, place: int, *, places: bool) -> Speaker | None:
        """The subject of a main clause: before its verb, or behind it where something else opens the clause."""
        before = self.from_words(opening, clause.end)
        if before is not None and before.subject is not None and self.can_speak(before, places=places):
            return before
        known = next((at for at in range(opening, clause.end) if self._is_verb(at)), -1)
        second = self._second(clause, opening)
        finite = second if 0 <= second < known or known < 0 else known
        if finite < 0 and place + 1 < clause.end and self.sentence[place].bits & QUOTATION:
            finite = place + 1 if self.may_be_verb(place + 1) else -1  # "„...“ trat er vor die Presse"
        return self.after(finite, clause.end) if finite >= 0 else None

    def _second(self, clause: Clause, opening: int) -> int:
        """Where the verb of a main clause should be, in second place, whatever word it is; -1 where none may be."""
        sentence, place = self.sentence, opening
        if sentence[place].bits & (ADVERB | TIME | DAY):
            while place < clause.end and sentence[place].bits & (ADVERB | TIME | DAY):
                place += 1
        else:
            start = place + 1 if sentence[place].bits & PREPOSITION else place
            phrase = phrase_at(sentence, start, clause.end)
            place = phrase.end if phrase is not None else clause.end
        return place if place < clause.end and self.may_be_verb(place) else -1

    def may_be_verb(self, place: int) -> bool:
        """Whether a word in the verb's place may be one that no list has: "trat", "übte"."""
        token = self.sentence[place]
        return token.word[:1].islower() and len(token.word) > 2 and not token.bits & (NO_VERB | QUOTATION)

    def _is_verb(self, place: int) -> bool:
        token = self.sentence[place]
        return bool(token.bits & (ANY_FINITE | VERB)) and token.word[:1].islower()

    def can_speak(self, speaker: Speaker, *, places: bool = False) -> bool:
        """Whether a speaker is a person or a body rather than a thing; with `places`, a country or a short form, too.

        "Teheran" speaks where its own sentence has words in marks; where the next one has, "Italien" may have won.
        """
        subject = speaker.subject
        if subject is None:
            return False
        head = subject.head or ""
        words = self.sentence[speaker.start : speaker.end]
        if any(token.bits & (TITLE | MALE | FEMALE) for token in words):
            return True
        if any(token.bits & CONTENT and token.word == head for token in words):
            return False  # "Scharfe Kritik übte ..."
        if subject.bits & (PERSON | TITLE | ORGANISATION) or head.lower().endswith(PEOPLE):
            return True
        short = head.isupper() and len(head) > 1 and head.isalpha()
        if places and (
            short or head.lower() in PLACES or any(token.word in ("Stadt", "Gemeinde") for token in words)
        ):
            return True  # "die SPD", "Teheran"
        return self.names.is_person(self.names.bare(head)) or (
            subject.bits & NAME != 0 and " " in (speaker.name or "")
        )
