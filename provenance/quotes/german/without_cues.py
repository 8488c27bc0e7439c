"""German speech without a verb of speech: a quotation behind a colon, words in marks that are no name, a sentence in
the subjunctive.

Whoever the sentence is about is the speaker where it is somebody who can speak; else whoever spoke before it, whom
`provenance.quotes.extraction` remembers. Nothing here looks beyond the sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from provenance.model import Span
from provenance.quotes.german import word_lists
from provenance.quotes.german.clauses import LONGEST_AGENT, Clause, first_word, is_participle
from provenance.quotes.german.contents import Content, is_whole
from provenance.quotes.german.doers import Doers
from provenance.quotes.german.labels import before_bracket, before_colon
from provenance.quotes.german.noun_phrases import LONGEST_BRACKET, Phrase, phrase_at
from provenance.quotes.german.reporting_words import (
    ADJECTIVE,
    BEARING,
    CONTENT,
    NOUN,
    QUESTION,
    RELATIVE,
    REPORTED,
    SUBORDINATOR,
)
from provenance.quotes.german.subjects import Speaker
from provenance.quotes.languages import is_all_quotation
from provenance.quotes.sentence_tokens import (
    CLOSING,
    COLON,
    COMMA,
    DASH,
    NAME,
    OPENING,
    QUOTATION,
    WORD,
    Sentence,
    Token,
)
from provenance.quotes.word_classes import DETERMINER, PREPOSITION

WORDING = frozenset(word_lists.WORDING.split())
HEARD = frozenset(("hören", "vernehmen", "lesen"))  # "war zu hören, man sei ..."
FINDING = frozenset(("findet", "fand", "finden", "fanden"))
MOST_CLAUSES = 7  # in which the verb behind a quotation is looked for
FEWEST_OF_FRAGMENT = 2  # words in marks that begin with a small letter
# Of words in marks that begin with a small letter and that no cue reports, annotators marked 22 of 29 that are two or
# more as said, and 1 of 20 single ones (350 articles of `german-quotes/train`).


AGENTS = ("er", "ern", "in", "innen", "eur", "or", "ant", "ent", "ist")  # endings of nouns for who does something

LEADS_NOUN = DETERMINER | PREPOSITION | ADJECTIVE


class Uncued(NamedTuple):
    """Words said without a cue; `goes_on`: whoever spoke before the sentence says them."""

    parts: list[Span]
    rule: str
    speaker: Speaker | None = None
    goes_on: bool = False


class Taken:
    """What is reported already, as spans in order."""

    def __init__(self, parts: list[Span]) -> None:
        self.starts: list[int] = []
        self.reach: list[int] = []  # the furthest end up to each
        for part in sorted(parts):
            self.starts.append(part.start)
            self.reach.append(max(part.end, self.reach[-1] if self.reach else 0))

    def holds(self, token: Token) -> bool:
        """Whether a report has a part of the token."""
        place = bisect_left(self.starts, token.end)
        return place > 0 and self.reach[place - 1] > token.start


def labelled(finder: Doers, content: Content, taken: Taken) -> list[Uncued]:
    """Quotations behind a colon or in brackets that no cue reports: "Ein Beamter der Nationalpolizei: „...“"."""
    sentence = finder.sentence
    found = []
    for place in range(1, len(sentence)):
        token, before = sentence[place], sentence[place - 1]
        bracketed = bool(before.bits & OPENING)
        worded = before.lower in WORDING and place > 1 and not before.word[:1].islower()
        # "Mit einem „Jawohl!“ ging Orre"
        worded |= before.lower == "einem" and place > 1 and sentence[place - 2].lower == "mit"
        if not token.bits & QUOTATION or not (before.bits & COLON or bracketed or worded):
            continue
        several = " " in finder.text[token.start : token.end]
        ended = finder.text[token.start : token.end].rstrip("“”«»\"'‘’").endswith((".", "!", "?", "…"))
        if taken.holds(token) or not (
            is_whole(token, finder.text) or (before.bits & COLON and ended) or (worded and several)
        ):
            continue
        if bracketed:
            speaker = before_bracket(finder, place - 1)
        elif worded:
            speaker = finder.doer(place) or before_colon(finder, place - 1)
        else:
            speaker = before_colon(finder, place - 1)
        if speaker is not None and (speaker.subject is not None or speaker.name):
            found.append(Uncued([token.span], "colon inside", speaker))
        elif before.bits & COLON and _is_bare(finder, place - 1):
            found.append(Uncued([token.span], "goes on", None, goes_on=True))
    return found


def inverted(finder: Doers, content: Content, taken: Taken) -> list[Uncued]:
    """A quotation that opens a sentence, or words in the subjunctive, with a verb that no list has behind the comma:
    "„Wir waren schlecht“, zog Orre Bilanz"."""
    sentence = finder.sentence
    if taken.starts:
        return []
    for number, clause in enumerate(finder.clauses[1:MOST_CLAUSES], 1):
        words = [token.lower for token in sentence[clause.start : clause.start + 3]]
        verb = clause.start + 3 if words == ["mit", "diesen", "worten"] else clause.start
        if not clause.mark & (COMMA | DASH | COLON) or verb >= clause.end or not finder.may_be_verb(verb):
            continue
        if finder.opens_with_word_of_speech(number):
            break
        left = sentence[: finder.clauses[number - 1].end]
        quoted = [token for token in left if token.bits & QUOTATION]
        whole = (
            len(quoted) == 1 and not any(token.bits & WORD for token in left) and not is_name_only(quoted[0], content)
        )
        reported = sentence[clause.start].bits & REPORTED or not any(token.bits & REPORTED for token in left)
        if not whole and (sentence[0].bits & SUBORDINATOR or reported):
            continue  # what is reported itself introduces no speech
        speaker = finder.after(verb, clause.end)
        if speaker is None or speaker.subject is None:
            continue
        named = speaker.subject.bits & NAME and speaker.start == verb + 1  # "..., befand Orre"
        if not named and not finder.speaks_or_tells(speaker, places=False) and not (whole and _acts(finder, speaker)):
            continue
        parts = [quoted[0].span] if whole else [content.span(0, clause.start)]
        return [Uncued(parts, "inverted left", speaker)]
    return []


def _acts(finder: Doers, speaker: Speaker) -> bool:
    """Whether the subject of a verb behind a quotation may be somebody, whatever noun it is: "wollte ein Leser
    wissen", but not "lautete die Parole".
    """
    head = (speaker.subject.head or "") if speaker.subject is not None else ""
    led = finder.sentence[speaker.start].bits & DETERMINER
    words = finder.sentence[speaker.start : speaker.end]
    return bool(led) and head.lower().endswith(AGENTS) and not any(token.bits & (CONTENT | NOUN) for token in words)


def is_name_only(token: Token, content: Content) -> bool:
    """Whether a quotation is one word, as the name of a thing is."""
    return " " not in content.text[token.start + 1 : token.end - 1].strip()


def attributed(finder: Doers, content: Content, taken: Taken) -> list[Uncued]:
    """Words in marks inside a noun phrase or with a name in brackets behind them: "die von Orre als „Skandal“
    bezeichneten Pläne", "„Das Geld reicht nicht“ (Lena Orre)"."""
    sentence = finder.sentence
    found = []
    for place in range(len(sentence) - 2):
        token, behind = sentence[place], sentence[place + 1]
        if not token.bits & QUOTATION or taken.holds(token):
            continue
        if behind.bits & OPENING:
            phrase = phrase_at(sentence, place + 2, len(sentence))
            closed = phrase is not None and _closes(finder, phrase)
            speaker = finder.speaker(phrase) if phrase is not None and closed else None
        elif behind.word[:1].islower() and is_participle(behind):
            speaker = _agent(finder, place)
        else:
            continue
        if speaker is not None and finder.can_speak(speaker):
            found.append(Uncued([token.span], "fragment", speaker))
    return found


def _closes(finder: Doers, phrase: Phrase) -> bool:
    """Whether a bracket holds a phrase, perhaps with more behind a comma, and no short form of a name: "(SPD)"."""
    sentence, end = finder.sentence, phrase.end
    if phrase.last - phrase.start == 1 and sentence[phrase.start].word.isupper():
        return False
    if end < len(sentence) and sentence[end].bits & COMMA:
        end = next(
            (at for at in range(end, min(end + LONGEST_BRACKET, len(sentence))) if sentence[at].bits & CLOSING), end
        )
    return end < len(sentence) and sentence[end].bits & CLOSING != 0


def _agent(finder: Doers, place: int) -> Speaker | None:
    """Who is named with "von" before token `place`."""
    for at in range(place - 1, max(-1, place - LONGEST_AGENT), -1):
        if finder.sentence[at].lower in ("von", "vom"):
            phrase = phrase_at(finder.sentence, at + 1, place)
            return finder.oblique(phrase) if phrase is not None else None
    return None


def borne(finder: Doers, content: Content, taken: Taken) -> list[Uncued]:
    """Words that are written somewhere: "Auf dem Plakat stand „...“", "In dem Papier ist von „...“ die Rede"."""
    sentence = finder.sentence
    tokens = [token for token in sentence if token.bits & QUOTATION and not taken.holds(token)]
    verb = next((token for token in sentence if token.bits & BEARING or _is_found(token, sentence)), None)
    if verb is None or not (tokens or (verb.lower in HEARD and not taken.starts)):
        return []
    for clause in finder.clauses:
        if clause.start <= verb.index < clause.end:
            near = [token for token in tokens if clause.start - 3 <= token.index <= clause.end + 1]
            if verb.lower != "rede":  # "steht im Gegensatz zur „...“"
                near = [token for token in near if not token.index or not sentence[token.index - 1].bits & LEADS_NOUN]
            if verb.lower in FINDING:  # "fand sich das Wort „Ankerplatz“" names it
                near = [
                    token
                    for token in near
                    if is_whole(token, finder.text) or (token.index and sentence[token.index - 1].bits & COLON)
                ]
            bearer = finder.bearer(clause, near[0].index if near else -1)
            if not near and bearer is not None and (told := _told(finder, content, clause, verb)) is not None:
                return [Uncued([told], "borne", bearer)]
            if near and bearer is not None:
                return [Uncued([token.span for token in near], "borne", bearer)]
    return []


def _told(finder: Doers, content: Content, clause: Clause, verb: Token) -> Span | None:
    """The clause in the subjunctive behind "war zu hören"."""
    following = next((one for one in finder.clauses if one.start > verb.index), None)
    if verb.lower not in HEARD or following is None or not following.mark & COMMA or verb.index + 1 < clause.end:
        return None
    inner = finder.sentence[following.start : following.end]
    return content.span(following.start, content.end) if any(token.bits & REPORTED for token in inner) else None


def _is_found(token: Token, sentence: Sentence) -> bool:
    """Whether words are found somewhere: "Auf der Seite fand sich der Satz: „...“"."""
    return token.lower in FINDING and any(one.lower == "sich" for one in sentence[token.index :])


def _is_bare(finder: Doers, end: int) -> bool:
    """Whether the words before a colon name nobody and nothing: "Und weiter: „...“"."""
    return not any(token.word[:1].isupper() or token.bits & QUOTATION for token in finder.sentence[1:end])


def goes_on(finder: Doers, content: Content, taken: Taken) -> list[Uncued]:
    """A sentence in the subjunctive of reported speech goes on with what somebody said before it."""
    sentence = finder.sentence
    if taken.starts or is_all_quotation(sentence):
        return []
    for clause in finder.clauses:
        start = first_word(sentence, clause)
        opener = sentence[start]
        main = not opener.bits & (SUBORDINATOR | QUESTION)
        if opener.bits & RELATIVE and clause.mark & COMMA:
            main = False
        if main and any(t.bits & REPORTED and t.word[0].islower() for t in sentence[start + 1 : clause.end]):
            if clause.mark & COLON and (speaker := before_colon(finder, clause.start - 1)) is not None:
                return [Uncued([content.span(clause.start, content.end)], "colon inside", speaker)]
            if clause.start and (speaker := finder.reporter(start)) is not None:
                return [Uncued([content.span(clause.start, content.end)], "view", speaker)]
            return [Uncued([Span(sentence[0].start, sentence[-1].end)], "goes on", None, goes_on=True)]
    return []


def fragments(finder: Doers, content: Content, taken: Taken) -> list[Uncued]:
    """Words in quotation marks that begin with a small letter and that no cue reports: they are no names.

    They are said by whom the clause is about, if that is somebody who can speak, else by whoever spoke before.
    """
    tokens = [
        token
        for token in finder.sentence
        if token.bits & QUOTATION and not taken.holds(token) and _is_fragment(token, finder, content)
    ]
    if not tokens:
        return []
    held = [(token.span, holder) for token in tokens if (holder := finder.holder(token.index)) is not None]
    found = [Uncued([span], "fragment", holder) for span, holder in held]
    parts = [token.span for token in tokens if token.span not in [span for span, _ in held]]
    if parts:
        place = tokens[0].index
        if finder.is_reported(place):
            speaker = finder.reporter(place)
        else:
            speaker = finder.done_by(place) if finder.is_done_to(place) else finder.doer(place, places=True)
        speaker = speaker or finder.following(place)
        found.append(Uncued(parts, "fragment", speaker, goes_on=speaker is None))
    return found


def _is_fragment(token: Token, finder: Doers, content: Content) -> bool:
    inner = content.text[token.start + 1 : token.end - 1]
    words = len(inner.split(None, FEWEST_OF_FRAGMENT))
    small = inner[:1].islower() or (words >= FEWEST_OF_FRAGMENT and finder.holder(token.index) is not None)
    return small and words >= FEWEST_OF_FRAGMENT and not content.is_name(token)


RULES_WITHOUT_CUES = (
    labelled,
    attributed,
    inverted,
    borne,
    goes_on,
    fragments,
)  # each sees what those before it have taken
