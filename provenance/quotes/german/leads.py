"""Who the next German sentence may quote: the subject of one that holds no words said.

"Die Gewerkschaft forderte mehr Lohn. Der Vorschlag sei ..." goes on with what the union says. Only those who can
speak count; a text may, where a verb of speech has it. Nothing here reads what is said.
"""

from __future__ import annotations

from provenance.model import Span
from provenance.quotes.german.clauses import clauses_of, cues_of, first_word
from provenance.quotes.german.doers import Doers
from provenance.quotes.german.noun_phrases import phrase_at
from provenance.quotes.german.reporting_words import ANY_FINITE, DEMANDING, LEXICON, PARTED, SAYING, VERB
from provenance.quotes.german.subjects import DOCUMENTS, Speaker
from provenance.quotes.german.without_cues import WORDING
from provenance.quotes.languages import Subject
from provenance.quotes.person_names import Names
from provenance.quotes.sentence_tokens import COMMA, Sentence
from provenance.quotes.word_classes import PERSON


def leads_on(sentence: Sentence, cues: list[int], text: str, names: Names) -> tuple[Subject, Span] | None:
    """The subject of a sentence's last verb of speech, and the verb."""
    if not cues:
        return None
    finder = Doers(sentence, clauses_of(sentence), names, text)
    for cue in reversed(cues_of(sentence, finder.clauses, cues)):
        if cue.final or cue.passive:
            continue
        clause = finder.clauses[cue.clause]
        first = first_word(sentence, clause) == cue.finite
        if first:
            aside = finder.before(cue) if clause.mark & COMMA else None
            speaker = aside or finder.after(cue.finite, clause.end)
        else:
            speaker = finder.chosen(cue, clause.end)
        threatens = LEXICON.verbs.get(sentence[cue.verb].lower) == "drohen"  # "jetzt droht ein Streik"
        subject = _named(finder, speaker, sure=bool(cue.kind & (SAYING | DEMANDING)) and not threatens)
        if subject is not None:
            return subject, sentence[cue.verb].span
    return None


def looks_back(sentence: Sentence) -> bool:
    """Whether a sentence says who said the quotation before it: "Das sagte Orre", "Mit diesen Worten ging sie"."""
    first = [token.lower for token in sentence[:3]]
    pointed = first[0] in ("das", "dies", "so") and len(sentence) > 2 and bool(sentence[1].bits & (VERB | PARTED))
    pointed |= first[0] == "so" and not any(token.bits & (ANY_FINITE | VERB) for token in sentence)
    asked = first[0] in ("diese", "diesen", "dieses") and len(first) > 1 and first[1] in WORDING
    return pointed or asked or first == ["mit", "diesen", "worten"]


def about(sentence: Sentence, text: str, names: Names) -> Subject | None:
    """Who a sentence is about, if that is somebody who can speak."""
    finder = Doers(sentence, clauses_of(sentence), names, text)
    if sentence[0].lower == "so" and looks_back(sentence):  # "So Orre gestern in Berlin."
        phrase = phrase_at(sentence, 1, len(sentence))
        return _named(finder, finder.speaker(phrase) if phrase is not None else None, sure=False)
    return _named(finder, finder.doer(0), sure=False)


def _named(finder: Doers, speaker: Speaker | None, *, sure: bool) -> Subject | None:
    if speaker is None or speaker.subject is None:
        return None
    subject = speaker.subject
    if not sure and not finder.can_speak(speaker) and not (subject.head or "").lower().endswith(DOCUMENTS):
        return None
    subject.name = speaker.name
    if subject.name is None and subject.bits & PERSON:
        subject.name = finder.names.of_pronoun(subject.bits, finder.names.speaker)
    return subject
