"""Attributions inside one German sentence: a cue or a named source, who speaks, and what is said.

Words before a verb that comes first in its clause are what is said ("..., sagte Orre"); behind a verb in second place
it is a quotation, a clause with "dass", or one in the subjunctive. A sentence in the subjunctive without a cue goes
on with what was said before it. Nothing here looks beyond the sentence.
"""

from __future__ import annotations

from provenance.model import Span
from provenance.quotes.german.clauses import Clause, Cue, cues_of, first_word
from provenance.quotes.german.contents import (
    FEWEST_WORDS,
    MOST_BETWEEN,
    finds_a_thing,
    is_impersonal,
    is_subordinate,
    is_whole,
)
from provenance.quotes.german.labels import last_of_several
from provenance.quotes.german.named_sources import Source, clause_with, sources_of
from provenance.quotes.german.nouns_of_speech import View, views_of
from provenance.quotes.german.reporting_words import (
    COORDINATOR,
    DEMANDING,
    DEMNACH,
    LEXICON,
    NAMING,
    QUOTING,
    RELATIVE,
    REPORTED,
    SAYING,
    SMALL,
    SUBORDINATOR,
    THINKING,
    UNREAL,
)
from provenance.quotes.german.sentence_reports import SentenceReports
from provenance.quotes.german.subjects import BEARERS, Speaker
from provenance.quotes.german.without_cues import RULES_WITHOUT_CUES, WORDING, Taken
from provenance.quotes.languages import Report
from provenance.quotes.person_names import Names
from provenance.quotes.sentence_tokens import (
    COLON,
    COMMA,
    DASH,
    QUOTATION,
    STOP,
    WORD,
    Landmarks,
    Sentence,
)

TOWARDS = frozenset(("zu", "zur", "zum", "um", "nach", "auf"))  # what is asked for: "riet zu „Gelassenheit“"
FURTHER = frozenset(("weiter", "ferner", "weiterhin", "zudem", "außerdem"))


def reports_in(sentence: Sentence, landmarks: Landmarks, text: str, names: Names) -> list[Report]:
    """The attributions of one sentence, in the order of their cues."""
    if len(sentence) < 2 or not (landmarks.cues or landmarks.quoted):
        return []
    return _Reader(sentence, landmarks, text, names).read()


class _Reader(SentenceReports):
    """Reads one sentence."""

    def read(self) -> list[Report]:
        sources = sources_of(self.finder, self.places)
        cues = cues_of(self.sentence, self.clauses, self.places)
        self.cues = cues
        views = views_of(self.finder, self.content, self.places)
        cues = [cue for cue in cues if not any(one.start <= cue.verb < one.end for one in sources)]
        cues = [
            cue for cue in cues if not any(cue.verb == one.cue or one.start <= cue.verb < one.end for one in views)
        ]
        ordered: list[Source | Cue | View] = [*sources, *cues, *views]
        for found in sorted(ordered, key=lambda one: one.verb if isinstance(one, Cue) else one.cue):
            if isinstance(found, Cue):
                self._read_cue(found)
            elif isinstance(found, View):
                said = self.content.span(found.start, found.end)
                self.report([said], "view", found.speaker, self.sentence[found.cue].span)
                self.floor = found.end
            else:
                self._read_source(found)
        for rule in RULES_WITHOUT_CUES:
            taken = Taken([part for report in self.reports for part in report.contents])
            for uncued in rule(self.finder, self.content, taken):
                self.add(uncued)
        for first in self.reports[:1]:  # "Weiter heißt es": whatever said something before it
            says = first.cue is not None and first.cue.of(self.text).lower() in ("heißt", "hieß")
            first.goes_on |= says and first.subject is None and any(one.lower in FURTHER for one in self.sentence)
        return self.reports

    # A verb of speech

    def _read_cue(self, cue: Cue) -> None:
        if cue.final:
            self._read_final(cue)
            return
        sentence, clause = self.sentence, self.clauses[cue.clause]
        opening = first_word(sentence, clause)
        before = sentence[cue.finite - 1] if cue.finite else None
        inverted = opening == cue.finite or (
            before is not None and before.bits & QUOTATION and self.finder.says(opening, cue)
        )
        span = sentence[cue.verb].span
        pointed = sentence[opening].lower in ("so", "das", "dies") and clause.mark & (COMMA | DASH)
        if pointed and cue.finite == opening + 1:
            inverted = True  # "..., so urteilte Orre"
        if cue.kind & QUOTING:
            near = sentence[max(0, cue.finite - 1) : cue.finite + 3]
            if not any(token.lower == "es" for token in near):
                return
            speaker = self.finder.place(cue)
            if speaker is None and sentence[0].lower in BEARERS and cue.clause:
                speaker, inverted = self.finder.bearer(self.clauses[0]), False  # "In dem Brief, der ..., heißt es"
            if inverted and cue.finite and self._read_left(cue, clause, speaker or Speaker(None, None, 0), span):
                return
            self._read_right(cue, speaker, span)
            return
        if inverted and cue.finite > 0:
            quoting = sentence[cue.verb].lower == "zitiert"
            speaker = None if cue.passive and not quoting else self.finder.after(cue.finite, self.finder.limit(cue))
            joined = sentence[clause.start].bits & COORDINATOR and opening == cue.finite
            if joined and (speaker is None or not clause.mark & COMMA):
                speaker = self.last or self.finder.opening()
            elif clause.mark & COMMA and opening == cue.finite and (earlier := self.finder.earlier(cue)) is not None:
                speaker = earlier
            elif speaker is not None and (speaker.subject is not None or cue.kind & SAYING):
                if self._read_left(cue, clause, speaker, span):
                    self.last = speaker
                    return
            elif speaker is None and sentence[cue.verb].lower.startswith("verlaut"):
                self._read_left(cue, clause, self.finder.bearer(clause) or Speaker(None, None, 0), span)
                return
            elif speaker is None:
                by = (self.finder.agent(cue) or self.finder.document(cue)) if cue.passive else None
                speaker = by or self.finder.before(cue) or self.finder.parted_by_name(cue)
                if speaker is None and not cue.passive and clause.mark & COMMA:
                    speaker = self.last or self.finder.opening()
        elif opening == cue.finite:
            return
        else:
            speaker = self._subject(cue)
        if speaker is not None and speaker.subject is not None:
            self.last = speaker
        nobody = is_impersonal(speaker) or (speaker is not None and not self.finder.can_speak(speaker))
        if nobody and sentence[cue.finite].bits & REPORTED and not cue.passive and not cue.final:
            return  # "Es drohe ein Sturm", "Die Studie zeige das": said by whoever spoke before
        self._read_right(cue, speaker, span)

    def _subject(self, cue: Cue) -> Speaker | None:
        if self.sentence[cue.verb].lower.startswith("zitier"):
            quoted = self.finder.before(cue) if cue.passive else None
            return (
                quoted
                or self.finder.after(cue.finite, self.finder.limit(cue), oblique=True)
                or self.finder.before(cue)
            )
        if cue.passive:
            return self.finder.agent(cue) or self.finder.document(cue)
        if self.sentence[cue.verb].lower.startswith("verlaut"):
            return self.finder.bearer(self.clauses[cue.clause])  # "Aus Kreisen der Partei verlautete"
        if self.sentence[cue.finite - 1].bits & COORDINATOR:
            return self.last or self.finder.carried(cue.finite)
        return self.finder.chosen(cue, self.finder.limit(cue))

    def _read_left(self, cue: Cue, clause: Clause, speaker: Speaker, span: Span) -> bool:
        """What comes before a verb that opens its clause; False where that is no speech."""
        sentence = self.sentence
        beside = sentence[cue.finite - 1].bits & QUOTATION  # "Denn: „...?“ fragen sich Experten"
        stop = clause.start if self.floor < clause.start < cue.finite and not beside else cue.finite
        while stop > self.floor and not sentence[stop - 1].bits & (WORD | QUOTATION):
            stop -= 1
        start = self.floor
        while start < stop and not sentence[start].bits & (WORD | QUOTATION):
            start += 1
        if start >= stop:
            return False
        if is_subordinate(sentence, self.clauses, start, stop) and not sentence[stop - 1].bits & QUOTATION:
            return False
        if start == 0 and self.finder.opens_with_word_of_speech(cue.clause):
            return True
        parts = self.content.left_parts(start, stop)
        if not parts:
            return False
        behind = self.content.behind(cue, speaker, parts)
        kind = "inverted quotation left" if parts[0] in self.quoted else "inverted left"
        if cue.kind & (SAYING | QUOTING) == 0 and kind == "inverted left" and not cue.kind & (THINKING | DEMANDING):
            return False
        report = self.report([*parts, *behind], kind, speaker, span)
        if report is not None:
            report.quoted_first = parts[-1] in self.quoted
        self.floor = self.end if behind and behind[-1] not in self.quoted else max(cue.last + 1, speaker.end)
        return report is not None

    def _read_right(self, cue: Cue, speaker: Speaker | None, span: Span) -> None:
        """What comes behind a verb: a quotation in its clause or behind a colon, or a clause."""
        sentence = self.sentence
        clause = self.clauses[cue.clause]
        if finds_a_thing(sentence, clause, cue):
            return
        place = cue.finite + 1 if not cue.final else cue.verb + 1
        reach = speaker.end if speaker is not None else place
        inside = [
            token
            for token in sentence[place : max(clause.end, cue.last + 1)]
            if token.bits & QUOTATION and not self.content.is_name(token) and not (place <= token.index < reach)
            and not (cue.kind & SAYING and not cue.kind & NAMING and self.content.is_addressee(token))
        ]  # fmt: skip
        # "Mit den Worten „...“ begann Orre", "Mit „...“ kommentierte er das"
        worded = cue.finite > 1 and (
            sentence[cue.finite - 2].lower in WORDING or sentence[cue.finite - 2].word == "Mit"
        )
        if (cue.kind & NAMING or worded) and not inside and not cue.final:
            start = max(self.floor, clause.start)
            inside = [
                token
                for token in sentence[start : cue.finite]
                if token.bits & QUOTATION
                and (not cue.kind & SAYING or worded or (token.index and sentence[token.index - 1].lower == "als"))
            ]  # "Als „erfunden“ wies Orre das zurück"
        number = next((n for n, one in enumerate(self.clauses) if one.end > cue.last), cue.clause)
        further = self.clauses[number + 1 :]
        if cue.kind & NAMING and not inside:
            inside = self.content.called(cue, number)
        if not inside and further and further[0].mark & COLON:
            self._behind_colon(further[0], cue, speaker, span)
            return
        if cue.kind & (SAYING | THINKING | DEMANDING | QUOTING):
            start = self.content.clause_start(cue, speaker, number)
            if start >= 0 and not cue.final and self.finder.is_said_otherwise(self.cues, cue, start):
                return  # "Orre bestritt das, indem er sagte, die Fähre sei alt"
            if start >= 0:
                end = self._until_said(start, self.content.clause_end(start, cue), cue)
                self.report([self.content.span(start, end)], "right", speaker, span)
                return
        named = speaker is not None and speaker.subject is not None
        lemma, rest = LEXICON.verbs.get(sentence[cue.verb].lower), sentence[cue.finite + 1 : clause.end]
        if lemma == "nennen" and any(token.lower == "sich" for token in rest[:1]):
            return  # "nennt sich „Käpten“"
        # "riet zu „Gelassenheit“", "forderte eine „schnelle Lösung“" are no titles
        plain = inside and (
            inside[0].bits & SMALL or sentence[inside[0].index - 1].lower in TOWARDS or is_whole(inside[0], self.text)
        )
        inside = [token for token in inside if sentence[token.index - 1].lower != "wegen"]  # "wegen „...“ verurteilt"
        calling = cue.kind & (NAMING | DEMANDING if plain else NAMING)
        if inside and (cue.kind & (SAYING | QUOTING) or (calling and named)):
            self.report([token.span for token in inside], "quotation right", speaker, span)
            return
        if cue.kind & (SAYING | NAMING | QUOTING | DEMANDING):
            for one in further[:MOST_BETWEEN]:
                if one.mark & COLON:
                    self._behind_colon(one, cue, speaker, span)
                    return
                token = sentence[one.start]
                if token.bits & QUOTATION and one.mark & COMMA and one.end - one.start <= 2:
                    self.report([token.span], "quotation right", speaker, span)
                    return

    def _until_said(self, start: int, end: int, cue: Cue) -> int:
        """Where what is said ends before a verb that says it as well: "Man gehe davon aus, dass ..., sagte Orre"."""
        if not self.sentence[cue.finite].bits & REPORTED:
            return end
        for one in self.cues:
            opens = start < one.finite == self.clauses[one.clause].start < end and not one.final
            if opens and one.kind & SAYING and not self.sentence[one.finite].bits & REPORTED:
                return one.finite
        return end

    def _behind_colon(self, clause: Clause, cue: Cue, speaker: Speaker | None, span: Span) -> None:
        sentence = self.sentence
        if sentence[clause.start].bits & QUOTATION and cue.clause + 1 < clause_with(self.clauses, clause.start):
            speaker = last_of_several(self.finder, clause.start - 1) or speaker
        if sentence[clause.start].bits & QUOTATION and cue.kind & (SAYING | NAMING | QUOTING):
            spans = []
            for token in sentence[clause.start : self.end]:
                if token.bits & QUOTATION:
                    spans.append(token.span)
                elif token.bits & WORD:
                    break
            self.report(spans, "quotation right", speaker, span)
        elif any(clause.start <= one.verb and one.kind & SAYING for one in self.cues) and any(
            token.bits & QUOTATION for token in sentence[clause.start : self.end]
        ):
            return  # "... scharf: So sagte Orre: „...“"
        elif cue.kind & SAYING and self.content.words(clause.start, self.end) >= FEWEST_WORDS:
            self.report([self.content.span(clause.start, self.end)], "right", speaker, span)

    # "wie Orre sagte", "nachdem er gesagt hatte", "der sagte"

    def _read_final(self, cue: Cue) -> None:
        sentence = self.sentence
        clause = self.clauses[cue.clause]
        opener = sentence[cue.opener]
        span = sentence[cue.verb].span
        speaker = None if cue.passive else self.finder.inside(cue)
        if sentence[cue.verb].lower.startswith(("hervorg", "verlaut", "ergibt")):
            speaker = self.finder.bearer(clause) or speaker  # "wie aus dem Schreiben hervorgeht"
        elif cue.kind & QUOTING and is_impersonal(speaker):
            speaker = self.finder.place(cue) or speaker  # "ein Brief, in dem es heißt: „...“"
        if opener.lower == "wie":
            self._read_comment(cue, clause, speaker, span)
            return
        self._read_right(cue, speaker, span)

    def _read_comment(self, cue: Cue, clause: Clause, speaker: Speaker | None, span: Span) -> None:
        """What a clause with "wie" is about: the rest of the sentence."""
        behind = max(clause.end, cue.last + 1)
        parts = []
        opening = self.clauses[clause_with(self.clauses, cue.opener)].start
        if opening > 0:
            parts.append(self.content.span(self.floor, opening))
        if behind < self.end and not (parts and self.sentence[behind].bits & STOP):
            parts.append(self.content.span(behind, self.end))
        quoted = [part for part in parts if part in self.quoted]
        self.report(quoted or parts, "comment", speaker, span)

    # "laut Polizei"

    def _read_source(self, source: Source) -> None:
        sentence = self.sentence
        span = sentence[source.cue].span
        start, end = source.start, source.end
        left = [token for token in sentence[self.floor : start] if token.bits & (WORD | QUOTATION)]
        if source.closes and left:
            parts = [token.span for token in left] if all(t.bits & QUOTATION for t in left) else self._left(start)
            rest = self.content.after_source(end)
            if not parts and end < self.end and sentence[end].bits & COMMA:  # "Das Spiel, so Orre, sei „gut“"
                parts, rest = [self.content.span(self.floor, start)], [self.content.span(end, self.end)]
            if rest and rest[0] in self.quoted and parts[-1:] and parts[-1] not in self.quoted:
                self.report(parts, "so", source.speaker, span)
                parts = []
            self.report([*parts, *rest], "so", source.speaker, span)
            self.floor = self.end if rest else end
            return
        if sentence[source.cue].bits & DEMNACH:
            if any(token.bits & (REPORTED | UNREAL) for token in sentence[end : self.end]):
                self.report([self.content.span(end, self.end)], "according to", None, span)
            return
        number = clause_with(self.clauses, source.cue)
        clause = self.clauses[number]
        if not left:
            parts = [self.content.span(end, self.end)]
        else:
            opening = sentence[first_word(sentence, clause)]
            reported = any(
                report.cue is not None and report.cue.end < sentence[start].start for report in self.reports
            )
            subordinate = (opening.bits & (SUBORDINATOR | RELATIVE) or reported) and number > 0
            begin = clause.start if subordinate else self.floor
            parts = (
                [self.content.span(begin, start), self.content.span(end, self.end)]
                if begin < start
                else [self.content.span(end, self.end)]
            )
        parts = [part for part in parts if part.end > part.start]
        if sum(len(part.of(self.text).split()) for part in parts) >= FEWEST_WORDS:
            self.report(parts, "according to", source.speaker, span)

    def _left(self, stop: int) -> list[Span]:
        while stop > self.floor and not self.sentence[stop - 1].bits & (WORD | QUOTATION):
            stop -= 1
        return self.content.left_parts(self.floor, stop)
