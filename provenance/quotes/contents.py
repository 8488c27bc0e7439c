"""What was said: where the words of an utterance begin after its cue and where they end.

The beginning skips whom it was said to, when and where; the end stops before the next report, before an aside of the
narrator, or at the end of the sentence. Token numbers in, token numbers out.
"""

from __future__ import annotations

from provenance.quotes.lexicon import (
    ABBREVIATION,
    ABOUT,
    ACCORDING,
    ADDRESSED,
    ADDRESSED_TITLE,
    ADDRESSEE_VERB,
    AMBIGUOUS,
    ASKING_VERB,
    BASE,
    BY,
    CLAUSE_STARTER,
    CLAUSE_WORD,
    DAY,
    DETERMINER,
    ENDS_AFTER_COMMA,
    FINITE,
    JOIN,
    LATE_ADVERB,
    LEADING_CONJUNCTION,
    OCCASION,
    OF,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    QUESTION_WORD,
    REPORTING,
    REPORTING_NOUN,
    THAT,
    TIME,
    TO,
)
from provenance.quotes.names import bare
from provenance.quotes.phrases import is_abbreviated
from provenance.quotes.tokens import (
    BREAK,
    CLOSING,
    COLON,
    COMMA,
    DASH,
    NAME,
    OPENING,
    QUOTATION,
    SEMICOLON,
    WORD,
    Sentence,
    Token,
)

THAT_AHEAD = 16  # tokens between a cue and its "that"
LONGEST_ASIDE = 14
LONGEST_ADDRESSEE = 12
LONGEST_OCCASION = 9  # "in an interview with the paper on Monday"
REPORT_AHEAD = 7  # tokens after a comma in which another report shows
_STOPS = BREAK | QUOTATION


def clause_start(sentence: Sentence, start: int = 0) -> int:
    """Where the clause begins behind leading marks and conjunctions."""
    last = len(sentence) - 1
    while (
        start <= last
        and not sentence[start].bits & QUOTATION
        and not sentence[start].bits & WORD
        and sentence[start].word not in ("$", "(", "[")
    ):
        start += 1
    if start < last and sentence[start].bits & LEADING_CONJUNCTION and sentence[start].word[0].isupper():
        start += 1
    while start < last and sentence[start].bits & COMMA:
        start += 1
    return start


def only_marks(sentence: Sentence, start: int) -> bool:
    """Whether no word and no quotation stands from `start` to the end."""
    return not any(token.bits & QUOTATION or token.bits & WORD for token in sentence[start:])


def after_cue(sentence: Sentence, cue: int, lemma: str) -> int:
    """Where what is said may begin after the cue: behind addressee, time and occasion."""
    count = len(sentence)
    place = cue + 1
    if place >= count:
        return place
    if sentence[place].bits & BY and sentence[cue].bits & ASKING_VERB:
        place = _over_asker(sentence, place)
    found = _introduced(sentence, cue)
    if found >= 0:
        return found
    if sentence[cue].bits & ADDRESSEE_VERB and not sentence[place].bits & QUOTATION:
        place = _over_addressee(sentence, place)
    for _ in range(6):
        if place >= count or sentence[place].bits & QUOTATION:
            break
        further = _over_circumstance(sentence, place, lemma)
        if further == place:
            break
        place = further
    return _over_aside(sentence, place)


def _introduced(sentence: Sentence, cue: int) -> int:
    """The "that" or the colon before a quotation that introduces the words of a cue; -1 where there is none."""
    that = _that_ahead(sentence, cue)
    if that >= 0 or not _leads_on(sentence, cue):
        return that
    for place in range(cue + 1, min(len(sentence) - 1, cue + THAT_AHEAD)):
        bits = sentence[place].bits
        if bits & COLON and sentence[place + 1].bits & QUOTATION:
            return place
        if bits & (QUOTATION | REPORTING | SEMICOLON) and not bits & (REPORTING_NOUN | OCCASION):
            break
    return -1


def _over_asker(sentence: Sentence, by: int) -> int:
    """Behind "by the host" in "asked by the host whether ..."; `by` itself where no question follows."""
    for place in range(by + 1, min(len(sentence), by + LONGEST_ADDRESSEE)):
        bits = sentence[place].bits
        if bits & (QUESTION_WORD | TO):
            return place
        if bits & _STOPS and not is_abbreviated(sentence, place):
            break
    return by


def _over_aside(sentence: Sentence, place: int) -> int:
    """Behind ", apparently for the first time," where "that" follows; `place` itself where it does not."""
    if place >= len(sentence) or not sentence[place].bits & (COMMA | DASH):
        return place
    mark = sentence[place].bits & (COMMA | DASH)
    for end in range(place + 1, min(len(sentence) - 1, place + LONGEST_ASIDE)):
        if sentence[end].bits & QUOTATION:
            break
        if sentence[end].bits & mark:
            return end + 1 if sentence[end + 1].bits & THAT else place
    return place


def _that_ahead(sentence: Sentence, cue: int) -> int:
    first = cue + 1
    for place in range(first, min(len(sentence), first + THAT_AHEAD)):
        token = sentence[place]
        if token.bits & _STOPS and not is_abbreviated(sentence, place):
            return -1
        if token.bits & THAT and (place == first or not sentence[place - 1].bits & PREPOSITION):
            return place if place == first or _leads_on(sentence, cue) else -1
        if token.bits & REPORTING and not token.bits & (REPORTING_NOUN | OCCASION) and place > first:
            return -1
        if token.bits & CLAUSE_WORD or (place > first and _opens_clause(token, sentence[place - 1])):
            return -1  # the words began before: "said Friday he had met ... and that"
    return -1


def _opens_clause(token: Token, before: Token) -> bool:
    """Whether a clause without "that" begins here: at "he", or at "his biggest worry" behind a day."""
    if token.bits & PRONOUN:
        return not before.bits & (PREPOSITION | TO)
    return bool(token.bits & DETERMINER and before.bits & DAY)


def _leads_on(sentence: Sentence, cue: int) -> bool:
    """Whether what follows a cue may be whom it was said to, when or how, and not yet what was said."""
    if cue + 2 >= len(sentence):
        return False
    opening, following = sentence[cue + 1], sentence[cue + 2]
    if opening.lower == "out":  # "pointed out"
        return True
    if sentence[cue].bits & ASKING_VERB or opening.bits & (OF | ABOUT):
        return False
    if opening.bits & TO:
        return bool(following.bits & (NAME | ADDRESSED))
    if opening.lower == "at" and following.lower in ("least", "most"):
        return False
    how = opening.bits & LATE_ADVERB or opening.lower.endswith("ly")
    return bool(sentence[cue].bits & ADDRESSEE_VERB or opening.bits & (PREPOSITION | TIME) or how)


def _over_addressee(sentence: Sentence, start: int) -> int:
    """Behind "told reporters", "told the BBC's Anna Lund"."""
    if sentence[start].bits & ADDRESSED and not sentence[start].bits & ADDRESSED_TITLE:
        return start + 1
    count = len(sentence)
    place = start + 1 if sentence[start].bits & DETERMINER else start
    while place < count and place - start < LONGEST_ADDRESSEE:
        token, before = sentence[place], sentence[place - 1]
        bits = token.bits
        if bits & QUOTATION or (bits & BREAK and not bits & DASH and not is_abbreviated(sentence, place)):
            break
        if bits & (DAY | CLAUSE_WORD | PREPOSITION | TO) or token.lower == "not":
            break
        if place > start:
            possessive = bare(before.lower) != before.lower
            if token.lower == "the":
                if not possessive:
                    break
            elif bits & (PRONOUN | DETERMINER | CLAUSE_STARTER) and not before.bits & DETERMINER:
                break
        if token.lower == "and" and place + 1 < count and sentence[place + 1].bits & CLAUSE_STARTER:
            break
        if (
            place > start + 1
            and bits & NAME
            and not before.bits & (NAME | ADDRESSED_TITLE)
            and bare(before.lower) == before.lower
        ):
            break
        place += 1
    return place


def _over_circumstance(sentence: Sentence, place: int, lemma: str) -> int:
    """Behind one time, place or occasion; `place` itself where there is none."""
    count = len(sentence)
    token = sentence[place]
    bits = token.bits
    following = sentence[place + 1] if place + 1 < count else None
    if following is not None and token.lower == "at" and following.lower in ("least", "most"):
        return place
    if bits & TIME and (
        token.lower not in ("may", "march", "this", "last", "on")
        or (following is not None and (following.bits & TIME or following.word[:1].isdigit()))
    ):
        return _over_time(sentence, place + 1)
    directed = bits & TO and lemma != "ask" and following is not None
    if (bits & PREPOSITION and not bits & TO) or (
        directed and following is not None and (following.bits & NAME or following.lower in ("reporters", "the"))
    ):
        return _over_occasion(sentence, place)
    return place + 1 if bits & LATE_ADVERB else place


def _over_time(sentence: Sentence, place: int) -> int:
    while place < len(sentence):
        token = sentence[place]
        timed = token.bits & TIME and token.lower != "this"
        if not (timed or token.word[:1].isdigit() or is_abbreviated(sentence, place)):
            break
        place += 1
    return place


def _over_occasion(sentence: Sentence, start: int) -> int:
    count = len(sentence)
    place, noun = start + 1, -1
    while place < count and place - start < LONGEST_OCCASION and not sentence[place].bits & _STOPS:
        token, before = sentence[place], sentence[place - 1]
        if token.bits & OCCASION or (token.bits & TIME and token.lower not in ("on", "this", "last")):
            noun = place
        if (
            place > start + 1
            and token.bits & CLAUSE_STARTER
            and not before.bits & PREPOSITION
            and before.lower != "and"
        ):
            break
        place += 1
    if place + 1 < count and sentence[place].bits & COMMA and sentence[place + 1].bits & QUOTATION:
        return place
    if noun >= 0:
        return noun + 1
    return _over_place(sentence, start)


def _over_place(sentence: Sentence, start: int) -> int:
    """Behind "at the Velden Forum"; `start` where no name follows the preposition."""
    count = len(sentence)
    place = start + 1
    named = place < count and (
        sentence[place].bits & NAME
        or (sentence[place].lower == "the" and place + 1 < count and sentence[place + 1].bits & NAME)
    )
    if not (named and sentence[start].lower in ("on", "at", "in", "to", "with", "from")):
        return start
    while place < count and (
        sentence[place].bits & NAME
        or sentence[place].lower in ("the", "of", "and", "’s")
        or is_abbreviated(sentence, place)
    ):
        place += 1
    if place < count and not sentence[place].bits & REPORTING:
        return place
    return start


class Ends:
    """Where utterances of one sentence end; what one cue has searched is not searched again for the next."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._searched_from = self._end = -1

    def after(self, start: int, relative: bool = False, subordinate: bool = False) -> int:
        """The token behind the utterance that begins at `start`.

        `relative` where its subject was "who"; `subordinate` where "While Ortiz said" leads to a main clause, so that
        the utterance ends at a comma.
        """
        first = start + 1
        if subordinate:
            end = self._search(first, len(self._sentence))
            end = next((place for place in range(first, end) if self._sentence[place].bits & COMMA), end)
        elif relative:
            end = self._search(first, start + 3)
        elif self._searched_from <= first <= self._end:
            end = self._end
        else:
            end = self._search(first, len(self._sentence))
            self._searched_from, self._end = first, end
        return without_marks(self._sentence, start, end)

    def _search(self, first: int, relative_after: int) -> int:
        sentence = self._sentence
        depth = 0
        for place in range(first, len(sentence)):
            bits = sentence[place].bits
            if bits & (OPENING | CLOSING):
                depth += 1 if bits & OPENING else -1
                if depth < 0:
                    return place
            if place == first and bits & COMMA:
                continue  # "that, while ..."
            if not bits & QUOTATION and _ends_before(sentence, place, place > relative_after):
                return place
        return len(sentence)


def without_marks(sentence: Sentence, start: int, last: int) -> int:
    """`last` moved before the marks that end an utterance, never before `start`."""
    count = len(sentence)
    while last > start:
        token = sentence[last - 1]
        if token.bits & QUOTATION or token.bits & WORD or token.word in (")", "%"):
            break
        if token.word == "." and last > 1 and sentence[last - 2].bits & ABBREVIATION and last < count:
            break
        last -= 1
    return last


def _ends_before(sentence: Sentence, place: int, relative: bool) -> bool:
    """Whether the utterance is over at the token at `place`."""
    token = sentence[place]
    bits = token.bits
    if bits & SEMICOLON:
        return True
    following = sentence[place + 1] if place + 1 < len(sentence) else None
    if following is None or following.bits & QUOTATION:
        return False
    if bits & (COMMA | DASH):
        if following.bits & (ACCORDING | PARTICIPLE) or (
            following.bits & REPORTING and following.lower.endswith("ing")
        ):
            return True
        if bits & COMMA:
            if relative and following.lower not in ("and", "or", "but"):
                return True
            if following.bits & ENDS_AFTER_COMMA:
                return True
        joins = following.bits & JOIN != 0
        if _finite_report(following) and not following.bits & (AMBIGUOUS | REPORTING_NOUN):
            return True
        if joins or following.bits & (PRONOUN | NAME) or following.lower == "the":
            return _report_follows(sentence, place + (2 if joins else 1), joins)
        return False
    if token.lower in ("and", "but"):
        return _finite_report(following) or (
            following.lower in ("also", "later", "then", "has")
            and place + 2 < len(sentence)
            and sentence[place + 2].bits & REPORTING != 0
        )
    return bits & ACCORDING != 0 and following.bits & TO != 0


def _finite_report(token: Token) -> bool:
    return bool(token.bits & REPORTING) and bool(token.bits & FINITE) and not token.bits & BASE


_NO_REPORT_AFTER = frozenset(("has", "had", "have", "to", "be", "was", "were", "is", "are", "and"))


def _report_follows(sentence: Sentence, start: int, joined: bool) -> bool:
    """Whether ", but she said" or a final ", she said" stands behind a comma."""
    for place in range(start, min(len(sentence), start + REPORT_AHEAD)):
        token = sentence[place]
        if token.bits & (QUOTATION | COMMA | SEMICOLON) or token.word == ":":
            return False
        if (
            _finite_report(token)
            and not token.bits & REPORTING_NOUN
            and sentence[place - 1].lower not in _NO_REPORT_AFTER
        ):
            return joined or only_marks(sentence, place + 1)
    return False
