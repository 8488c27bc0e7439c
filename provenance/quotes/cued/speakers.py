"""Who speaks: the noun phrase before or behind a cue, and the name in it.

Of "el presidente del club, Bernard Crowe" the name is taken, of "la ministra de Sanidad" the phrase. A name behind a
preposition belongs to something else ("il sindaco di Roma"). Nothing here decides what is said.
"""

from __future__ import annotations

from collections.abc import Mapping

from provenance.model import Span
from provenance.quotes.cued.grammar import (
    ADVERB,
    AND,
    AUXILIARY,
    BUT,
    CLITIC,
    CUE_VERB,
    FINITE,
    FINITE_VERB,
    GENITIVE,
    NEGATION,
    PLACE,
    SO,
    THAT,
    TIME,
    TO,
)
from provenance.quotes.languages import Subject
from provenance.quotes.sentence_tokens import (
    BREAK,
    CLOSING,
    COMMA,
    DASH,
    NAME,
    OPENING,
    QUOTATION,
    WORD,
    Sentence,
    Token,
    is_abbreviated,
)
from provenance.quotes.word_classes import (
    BOUNDARY,
    DAY,
    DETERMINER,
    FEMALE,
    LEADING,
    MALE,
    ORGANISATION,
    PARTICLE,
    PERSON,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    TITLE,
)

LONGEST_PHRASE = 18  # tokens
LONGEST_ASIDE = 22  # tokens between the commas of an apposition
MOST_ASIDES = 4
LONGEST_ADDRESSEE = 8  # tokens of "a los periodistas en Madrid" before a subject
SHORT_QUOTATION = 25  # code points: a nickname inside a name
SKIPPED = CLITIC | ADVERB | NEGATION | TIME | DAY | SO


def phrase_end(sentence: Sentence, start: int, limit: int | None = None) -> int:
    """Where the noun phrase that begins at `start` ends: at a mark, a verb, or a word that opens a clause."""
    stop = min(len(sentence) if limit is None else limit, start + LONGEST_PHRASE)
    for place in range(start, stop):
        if _ends_phrase(sentence, place):
            return place
    return stop


def _ends_phrase(sentence: Sentence, place: int) -> bool:
    token = sentence[place]
    bits = token.bits
    if token.quotation is not None:
        closed = token.end > token.quotation.inner_end  # speech behind a dash has no mark at its end
        return not closed or token.end - token.start > SHORT_QUOTATION
    if bits & BREAK:
        joins = bits & DASH and 0 < place < len(sentence) - 1 and sentence[place - 1].end == token.start
        return not (joins or is_abbreviated(sentence, place))
    if bits & NAME:
        return False
    if bits & AND:
        following = sentence[place + 1].bits if place + 1 < len(sentence) else 0
        return not (following & (NAME | DETERMINER) and place and sentence[place - 1].bits & (NAME | WORD))
    if bits & (THAT | RELATIVE) and not bits & (DETERMINER | GENITIVE):
        return True
    if bits & (BUT | BOUNDARY):
        return True
    verb = bits & (FINITE_VERB | AUXILIARY) or (bits & CUE_VERB and bits & FINITE)
    return bool(verb) and not bits & (DETERMINER | PREPOSITION)


def phrase_start(sentence: Sentence, end: int, floor: int) -> int:
    """Where the noun phrase that ends before `end` begins; never before `floor`."""
    place = end
    while place > floor and end - place < LONGEST_PHRASE and not _ends_phrase(sentence, place - 1):
        place -= 1
    return place


def named(sentence: Sentence, start: int, end: int, known: Mapping[str, str]) -> tuple[int, int] | None:
    """The name in `sentence[start:end]` that is nobody else's possession; None where there is none."""
    best: tuple[int, int, int] | None = None
    place = start
    while place < end:
        if not _opens_name(sentence, place):
            place += 1
            continue
        last = place + 1
        while last < end and _in_name(sentence, last, end):
            last += 1
        run = _without_roles(sentence, place, last, place > start)
        if run is not None:
            first, behind = run
            score = _score(sentence, start, first, behind, known)
            if score and (best is None or score > best[0]):
                best = (score, first, behind)
        place = last
    return (best[1], best[2]) if best is not None else None


def _opens_name(sentence: Sentence, place: int) -> bool:
    bits = sentence[place].bits
    if not bits & NAME or bits & (DAY | TIME):
        return False
    return place > 0 or not bits & (BOUNDARY | PREPOSITION | LEADING)


def _in_name(sentence: Sentence, place: int, end: int) -> bool:
    token = sentence[place]
    if token.bits & NAME:
        return True
    if token.word == "." and is_abbreviated(sentence, place):
        return True
    following = sentence[place + 1] if place + 1 < end else None
    if following is None or not following.bits & (NAME | PARTICLE):
        return False
    return bool(token.bits & PARTICLE) or token.word == "&" or (token.word in "–-" and token.word != "")


def _without_roles(sentence: Sentence, start: int, end: int, inside: bool) -> tuple[int, int] | None:
    """The run without titles, places and bodies before a person's name; None where nothing is left."""
    while start < end:
        bits = sentence[start].bits
        role = bits & TITLE or (end - start > 1 and (bits & ORGANISATION and inside))
        place = bits & PLACE and (inside and end - start > 1)
        dot = sentence[start].word == "."
        if not (role or place or dot):
            break
        start, inside = start + 1, True
    given = FEMALE | MALE
    if inside and end - start > 2 and sentence[start + 1].bits & given and not sentence[start].bits & given:
        start += 1  # "мэр Вельдена Иван Петров"
    return (start, end) if start < end else None


def _score(sentence: Sentence, start: int, first: int, end: int, known: Mapping[str, str]) -> int:
    """How likely a run is who the phrase is about; 0 for a name that belongs to another noun."""
    before = sentence[first - 1] if first > start else None
    if before is not None and before.bits & (PREPOSITION | GENITIVE) and not before.bits & TITLE:
        return 0
    earlier = sentence[first - 2].bits if first - 2 >= start else 0
    if before is not None and before.bits & DETERMINER and earlier & PREPOSITION:
        return 0
    words = sum(1 for token in sentence[first:end] if token.bits & NAME)
    if words > 1:
        return 3
    word = sentence[first].word
    if word in known or (before is not None and before.bits & TITLE):
        return 2
    return 1


def subject_of(sentence: Sentence, start: int, end: int, known: Mapping[str, str]) -> Subject | None:
    """The speaker that the words `sentence[start:end]` name: a pronoun, a name or a phrase."""
    while start < end and (sentence[start].bits & SKIPPED or not _is_word(sentence[start])):
        if sentence[start].bits & (NAME | PERSON | DETERMINER):
            break
        start += 1
    while end > start and not (_is_word(sentence[end - 1]) or is_abbreviated(sentence, end - 1)):
        end -= 1
    if start >= end:
        return None
    first = sentence[start]
    if first.bits & PERSON:
        return Subject(first.span, first.word, start, first.bits & ~NAME, after=start + 1)
    run = named(sentence, start, end, known)
    if run is not None:
        core = [token for token in sentence[run[0] : run[1]] if token.bits & NAME]
        span = Span(sentence[run[0]].start, sentence[run[1] - 1].end)
        return Subject(span, core[-1].word, start, core[-1].bits & ~PRONOUN, after=end)
    return _role(sentence, start, end)


def _is_word(token: Token) -> bool:
    return bool(token.bits & WORD) or token.quotation is not None


def _role(sentence: Sentence, start: int, end: int) -> Subject | None:
    """A phrase without a name of its own: up to a preposition that opens another phrase."""
    stop = start
    for place in range(start, end):
        bits = sentence[place].bits
        if place > start and bits & (PREPOSITION | ADVERB | TIME | DAY) and not bits & GENITIVE:
            break
        stop = place + 1
    words = sentence[start:stop]
    head = next((token for token in words if token.bits & WORD and not token.bits & (DETERMINER | ADVERB)), None)
    opened = words[0].bits & (PREPOSITION | TO | BUT | AND) and not words[0].bits & DETERMINER
    if head is None or opened:
        return None
    if words[0].bits & PRONOUN and len(words) == 1:
        return None
    return Subject(Span(words[0].start, words[-1].end), head.lower, start, 0, after=end)


def subject_after(sentence: Sentence, place: int, known: Mapping[str, str]) -> Subject | None:
    """The speaker behind a verb whose clause begins at `place`: "dijo ayer el alcalde, Juan Pérez"."""
    start = place
    while start < len(sentence) and _adjoins(sentence, start):
        start += 1
    start = _behind_addressee(sentence, start)
    end = phrase_end(sentence, start)
    if end <= start:
        return None
    found = subject_of(sentence, start, end, known)
    if found is None:
        return None
    found.after = end
    if not found.head or not found.head[:1].isupper():
        apposed = _apposed(sentence, _behind_and(sentence, end), known)
        if apposed is not None:
            return apposed
    return found


def _adjoins(sentence: Sentence, place: int) -> bool:
    """Whether a word before the subject is none of it: an adverb, a pronoun as an object, "el lunes"."""
    bits = sentence[place].bits
    if bits & (NAME | PERSON) and not bits & (DAY | TIME):
        return False
    if bits & SKIPPED and not bits & DETERMINER:
        return True
    following = sentence[place + 1].bits if place + 1 < len(sentence) else 0
    return bool(bits & (DETERMINER | PREPOSITION) and following & (DAY | TIME))


def _behind_addressee(sentence: Sentence, place: int) -> int:
    """Behind "a los periodistas" where another noun phrase follows; `place` itself where none does."""
    if place >= len(sentence) or not sentence[place].bits & PREPOSITION or sentence[place].bits & GENITIVE:
        return place
    stop = min(len(sentence), place + LONGEST_ADDRESSEE)
    for at in range(place + 2, stop):
        bits, before = sentence[at].bits, sentence[at - 1].bits
        if bits & (BREAK | QUOTATION) or _ends_phrase(sentence, at):
            return place
        if bits & (DETERMINER | TITLE) and not before & (PREPOSITION | GENITIVE | DETERMINER):
            return at
    return place


def _behind_and(sentence: Sentence, place: int) -> int:
    """The comma behind a second description: "la consejera delegada y cofundadora, Bec Harcastle"."""
    if place >= len(sentence) or not sentence[place].bits & AND:
        return place
    end = phrase_end(sentence, place + 1, place + 6)
    return end if end < len(sentence) and sentence[end].bits & COMMA else place


def _apposed(sentence: Sentence, comma: int, known: Mapping[str, str]) -> Subject | None:
    """The name between commas behind a description: "son président, Padraig Mac Giolla."."""
    if comma >= len(sentence) or not sentence[comma].bits & COMMA:
        return None
    start = comma + 1
    end = phrase_end(sentence, start)
    if end <= start or end - start > LONGEST_PHRASE:
        return None
    found = subject_of(sentence, start, end, known)
    if found is None or not found.head or not found.head[:1].isupper():
        return None
    if not sentence[start].bits & (NAME | TITLE | DETERMINER):
        return None
    found.after = end
    return found


def subject_before(sentence: Sentence, verb: int, floor: int, known: Mapping[str, str]) -> Subject | None:
    """The speaker before a verb group that begins at `verb`; None where it is left out or carried over."""
    place = verb
    while place > floor and _before_verb(sentence, place - 1):
        place -= 1
    if place <= floor:
        return None
    before = sentence[place - 1]
    if before.bits & (RELATIVE | THAT) and not before.bits & DETERMINER:
        end = place - 1
        if end > floor and sentence[end - 1].bits & PREPOSITION:
            return None
        if end > floor and sentence[end - 1].bits & COMMA:
            end -= 1
        return _antecedent(sentence, end, floor, known)
    if before.bits & CLOSING:
        end = _bracket(sentence, place - 1, floor)
        return subject_before(sentence, end, floor, known) if end < place - 1 else None
    if before.bits & COMMA:
        return _before_asides(sentence, place - 1, floor, known)
    start = phrase_start(sentence, place, floor)
    return _plain(sentence, start, place, known) if start < place else None


def _before_verb(sentence: Sentence, place: int) -> bool:
    bits = sentence[place].bits
    if bits & (NAME | PERSON) and not bits & (DAY | TIME):
        return False
    if bits & SKIPPED:
        return True
    following = sentence[place + 1].bits if place + 1 < len(sentence) else 0
    return bool(bits & (DETERMINER | PREPOSITION) and following & (DAY | TIME))


def _plain(sentence: Sentence, start: int, end: int, known: Mapping[str, str]) -> Subject | None:
    """The subject in a phrase right before its verb; a phrase that opens with a preposition has it behind."""
    first = sentence[start]
    if (first.bits & PREPOSITION and not first.bits & NAME) or (start == 0 and first.bits & PREPOSITION):
        run = named(sentence, start, end, known)
        if run is None or run[0] <= start + 1:
            return None
        start = run[0]
    return subject_of(sentence, start, end, known)


def _antecedent(sentence: Sentence, end: int, floor: int, known: Mapping[str, str]) -> Subject | None:
    start = phrase_start(sentence, end, floor)
    if start >= end:
        return None
    found = subject_of(sentence, start, end, known)
    if found is not None and found.head and found.head[:1].isupper():
        return found
    if start > floor and sentence[start - 1].bits & COMMA:
        return _before_asides(sentence, end, floor, known) or found
    return found


def _before_asides(sentence: Sentence, comma: int, floor: int, known: Mapping[str, str]) -> Subject | None:
    """The subject before "X, 94 ans, " or "el presidente, X, ": the nearest name that is all of its part."""
    end, parts = comma, 0
    fallback: Subject | None = None
    while end > floor and parts < MOST_ASIDES:
        start = end
        while start > floor and end - start < LONGEST_ASIDE and not _ends_aside(sentence, start - 1):
            start -= 1
        opened = _clause_opens(sentence, start, end)
        found = subject_of(sentence, start, end, known) if not opened else None
        parts += 1
        if found is not None:
            if found.head and found.head[:1].isupper() and not _only_first(sentence, found, known):
                return found
            if parts > 1:
                fallback = found
        if not (start > floor and sentence[start - 1].bits & COMMA):
            break
        end = start - 1
    return fallback


def _only_first(sentence: Sentence, found: Subject, known: Mapping[str, str]) -> bool:
    """Whether a name is the capital of a sentence's first word only."""
    return found.start == 0 and found.span.length == len(found.head or "") and found.head not in known


def _clause_opens(sentence: Sentence, start: int, end: int) -> bool:
    return start < end and bool(sentence[start].bits & (RELATIVE | THAT | BUT | BOUNDARY))


def _ends_aside(sentence: Sentence, place: int) -> bool:
    bits = sentence[place].bits
    return bool(bits & (BREAK | QUOTATION)) and not is_abbreviated(sentence, place) and not bits & (OPENING | CLOSING)


def _bracket(sentence: Sentence, place: int, floor: int) -> int:
    for opening in range(place, max(floor, place - LONGEST_ASIDE) - 1, -1):
        if sentence[opening].bits & OPENING:
            return opening
    return place
