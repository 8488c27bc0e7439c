"""Who speaks, in English word order: the subject of a reporting verb, before it, after it, or left out.

`before` walks left over auxiliaries, adverbs and appositions; `after` reads "said Oleg Ignatov"; `beside` reads
"Ortiz: “...”", where no verb reports. Where grammar does not decide, the answer is None: a wrong speaker is worse
than none.
"""

from __future__ import annotations

from enum import Enum

from provenance.model import Span
from provenance.quotes.english.content_starts import clause_start
from provenance.quotes.english.phrases import LAST_WORDS, LONGEST_PHRASE, head, phrase_start, stripped
from provenance.quotes.english.reporting_words import (
    ADVERB,
    AFTER_SPEAKER,
    AND_OR,
    AUXILIARY,
    LEXICON,
    NOT_ADVERB,
    OCCASION,
    REPORTING_NOUN,
    SEMI_AUXILIARY,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
)
from provenance.quotes.languages import Subject
from provenance.quotes.person_names import Names, first_name
from provenance.quotes.sentence_tokens import (
    BREAK,
    COLON,
    COMMA,
    DASH,
    NAME,
    QUOTATION,
    SEMICOLON,
    WORD,
    Sentence,
    Token,
    is_abbreviated,
    last_character,
    span_of,
)
from provenance.quotes.word_classes import (
    BOUNDARY,
    DAY,
    DETERMINER,
    ORGANISATION,
    PERSONS_RELATIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    REPORTING,
)

LONGEST_SUBJECT = 14  # tokens of "said X"
BRIDGED = 3  # comma segments between a subject and its verb
LONGEST_PARTNER = 4  # tokens before "and" in a subject of two
DESCRIBED = 4  # words of a description before a name: "says political scientist Lena Ortiz"


class Left(Enum):
    """Why there is no noun phrase to the left of a verb."""

    ELIDED = "he came and said"
    ADJACENT = "after a comma or a quotation"
    INFINITIVE = "to say"
    NONE = "nothing there"


def of_phrase(phrase: list[Token]) -> Subject | None:
    """The subject that a noun phrase makes; None where it has no head."""
    found = head(phrase) if phrase else None
    if found is None:
        return None
    return Subject(span_of(phrase), found.word, phrase[0].index, found.bits)


def before(sentence: Sentence, verb: int, text: str) -> Subject | Left:
    """The subject to the left of the verb at `verb`."""
    place, infinitive = _over_auxiliaries(sentence, verb)
    if place == 0:
        return Left.ELIDED if verb else Left.NONE
    token = sentence[place - 1]
    bits = token.bits
    if infinitive:
        return Left.INFINITIVE
    if bits & QUOTATION:
        return Left.ADJACENT
    if bits & (COMMA | DASH) or token.word == ")":
        return _over_apposition(sentence, place, text)
    if bits & AND_OR:
        return Left.ELIDED
    if bits & RELATIVE:
        return _relative(sentence, place)
    start = phrase_start(sentence, place)
    phrase = stripped(sentence[start:place])
    while len(phrase) > 1 and phrase[0].bits & ADVERB:
        phrase = phrase[1:]
    if not phrase:
        joined = start > 0 and sentence[start - 1].lower in ("and", "but")
        return Left.ELIDED if joined else Left.ADJACENT
    own = phrase[0].bits & (NAME | DETERMINER | PRONOUN)
    if not own and start > 0 and sentence[start - 1].bits & PERSONS_RELATIVE:
        described = stripped(sentence[phrase_start(sentence, start - 1) : start - 1])
        return of_phrase(described) or Left.ELIDED
    if phrase[0].bits & AUXILIARY or (len(phrase) == 1 and phrase[0].bits & (OCCASION | REPORTING_NOUN)):
        return Left.ELIDED
    found = head(phrase)
    if found is None:
        return Left.NONE
    phrase = _with_partner(sentence, phrase)
    if len(phrase) > LONGEST_PHRASE:
        phrase = phrase[-LAST_WORDS:]
    return Subject(span_of(phrase), found.word, phrase[0].index, found.bits)


def _with_partner(sentence: Sentence, phrase: list[Token]) -> list[Token]:
    """ "teachers and union officials" behind a comma or quotation: both are the subject."""
    start = phrase[0].index
    if start < 2 or sentence[start - 1].lower != "and":
        return phrase
    first = phrase_start(sentence, start - 1)
    partner = sentence[first : start - 1]
    bordered = first > 0 and sentence[first - 1].bits & (COMMA | QUOTATION)
    if bordered and 0 < len(partner) <= LONGEST_PARTNER and not any(token.bits & AUXILIARY for token in partner):
        return sentence[first : phrase[-1].index + 1]
    return phrase


def _over_auxiliaries(sentence: Sentence, verb: int) -> tuple[int, bool]:
    """Where the verb's auxiliaries, adverbs and time words begin, and whether it is an infinitive."""
    place, infinitive = verb, False
    while place > 0:
        token = sentence[place - 1]
        bits, lower = token.bits, token.lower
        adverb = lower.endswith("ly") and not bits & NOT_ADVERB and token.word[0].islower()
        if bits & AUXILIARY or adverb or (bits & TIME and lower not in ("on", "last", "this", "week")):
            infinitive = infinitive or bits & TO != 0
            place -= 1
        elif infinitive and bits & SEMI_AUXILIARY:
            infinitive = False
            place -= 1
        elif infinitive and lower == "on" and place > 1 and sentence[place - 2].lower in ("went", "goes"):
            infinitive = False
            place -= 2
        elif lower in ("week", "month", "year") and place > 1 and sentence[place - 2].lower in ("last", "this"):
            place -= 2
        elif lower in ("on", "in") and place < len(sentence) and sentence[place].bits & TIME:
            place -= 1
        else:
            break
    return place, infinitive


def _over_apposition(sentence: Sentence, place: int, text: str) -> Subject | Left:
    """The subject behind "Ortiz, the mayor of Velden, said" or "Ortiz (D-Mich.) said"."""
    if sentence[place - 1].word == ")":
        end = place - 2
        while end >= 0 and sentence[end].word != "(":
            end -= 1
        if end < 0:
            return Left.NONE
    else:
        end = _bridge(sentence, place, text)
        if end < 0:
            return Left.ADJACENT
    start = phrase_start(sentence, end)
    phrase = stripped(sentence[start:end])
    if not phrase or (phrase[0].bits & PREPOSITION and not phrase[0].bits & NAME):
        return Left.ADJACENT
    found = of_phrase(phrase)
    if found is None:
        return Left.NONE
    found.apposition = apposed(sentence, found, end)
    return found


def _bridge(sentence: Sentence, place: int, text: str) -> int:
    """The comma before the apposition that ends at the comma before `place`; -1 where there is none."""
    if sentence[place - 1].bits & COMMA and place >= 2 and sentence[place - 2].bits & QUOTATION:
        return -1
    end = place - 2
    mark = sentence[place - 1].bits & (COMMA | DASH)
    while end >= 0 and not sentence[end].bits & (mark | SEMICOLON | COLON) and sentence[end].word != ".":
        if sentence[end].bits & QUOTATION and last_character(sentence[end], text) in ",.?!":
            break
        end -= 1
    if end < 0 or not sentence[end].bits & mark:
        return -1
    segment = sentence[end + 1 : place - 1]
    for _ in range(BRIDGED):
        start = phrase_start(sentence, end)
        phrase = stripped(sentence[start:end])
        if phrase and (phrase[-1].bits & NAME or phrase[0].bits & (DETERMINER | PRONOUN)):
            first = segment[0] if segment else None
            if first is not None and (
                first.bits & (DETERMINER | RELATIVE | PREPOSITION)
                or first.lower in ("whose", "now", "formerly", "also")
                or not first.bits & NAME
                or phrase[-1].bits & NAME
                or phrase[0].bits & DETERMINER
            ):
                break
        further = end - 1
        while further >= 0 and not sentence[further].bits & COMMA:
            further -= 1
        if further < 0:
            break
        end = further
    return end


def _relative(sentence: Sentence, place: int) -> Subject | Left:
    """The subject "who" or "which", with its antecedent."""
    relative = sentence[place - 1]
    end = place - 1
    if end > 0 and sentence[end - 1].bits & COMMA:
        end -= 1
    phrase = stripped(sentence[phrase_start(sentence, end) : end])
    antecedent = head(phrase) if phrase else None
    verb = max((number for number, token in enumerate(phrase) if token.bits & AUXILIARY), default=-1)
    if relative.lower == "which" and not any(token.bits & (NAME | DETERMINER) for token in phrase[verb + 1 :]):
        antecedent = None  # "the water is clear, which suggests": the clause is meant
    if relative.bits & THAT and not (antecedent is not None and end == place - 1):
        return Left.ELIDED
    return Subject(relative.span, relative.lower, place - 1, relative.bits, antecedent.word if antecedent else None)


def after(sentence: Sentence, verb: int) -> Subject | None:
    """The subject to the right of an inverted verb: "said Oleg Ignatov"."""
    start, count = verb + 1, len(sentence)
    if start >= count or not _may_open_subject(sentence, start):
        return None
    end = start
    while end < count and end - start < LONGEST_SUBJECT:
        bits = sentence[end].bits
        if bits & (QUOTATION | BREAK) and not is_abbreviated(sentence, end):
            break
        if bits & (AFTER_SPEAKER | DAY) or (end > start and sentence[end].lower in ("in", "on", "at")):
            break
        end += 1
    last = end
    while last > start and (sentence[last - 1].bits & PREPOSITION or sentence[last - 1].word == "."):
        last -= 1
    found = of_phrase(sentence[start:last])
    if found is not None:
        found.after = end
        found.apposition = apposed(sentence, found, end)
    return found


def apposed(sentence: Sentence, subject: Subject, comma: int) -> str | None:
    """The surname after the comma at `comma`, where the subject is a description and a name is all that follows."""
    if subject.bits & (NAME | PRONOUN) or comma >= len(sentence) or not sentence[comma].bits & COMMA:
        return None
    end = comma + 1
    while end < len(sentence) and (sentence[end].bits & NAME or is_abbreviated(sentence, end)):
        end += 1
    words = sentence[comma + 1 : end]
    closed = end >= len(sentence) or sentence[end].bits & (COMMA | DASH) or sentence[end].word == "."
    person = len(words) > 1 and not any(word.bits & (DAY | ORGANISATION) for word in words)
    return words[-1].word if closed and person else None


def _may_open_subject(sentence: Sentence, start: int) -> bool:
    token = sentence[start]
    bits = token.bits
    if bits & (QUOTATION | DAY):
        return False
    if bits & (NAME | DETERMINER | PRONOUN) or token.lower in ("former", "spokesman", "spokeswoman"):
        return True
    blocked = bits & (PREPOSITION | BOUNDARY | AUXILIARY) or token.lower.endswith("ly")
    if blocked or not token.word[:1].isalpha():
        return False
    for following in sentence[start + 1 : start + 1 + DESCRIBED]:
        if following.bits & NAME:
            return True
        if following.bits & ~WORD:
            return False
    return False


def of_sentence(sentence: Sentence, limit: int) -> Subject | None:
    """The noun phrase that opens the sentence, or its main clause behind a leading phrase, before `limit`."""
    start = clause_start(sentence)
    if start < limit and sentence[start].bits & (PREPOSITION | SUBORDINATOR):
        comma = next((place for place in range(start, limit) if sentence[place].bits & COMMA), limit)
        start = comma + 1
    if start >= limit or not sentence[start].bits & (NAME | DETERMINER | PRONOUN):
        return None
    end = start + 1
    if sentence[start].bits & NAME:
        while end < limit and (sentence[end].bits & NAME or is_abbreviated(sentence, end)):
            end += 1
    elif sentence[start].bits & DETERMINER:
        while end < limit and not sentence[end].bits & (BREAK | QUOTATION | BOUNDARY):
            if _ends_description(sentence[end]):
                return of_phrase(sentence[start:end])
            end += 1
        return None
    return of_phrase(sentence[start:end])


def _ends_description(token: Token) -> bool:
    """Whether a word behind "the retired surgeon" surely is no part of it: an auxiliary, "who", or a verb in -ed."""
    return bool(token.bits & (AUXILIARY | RELATIVE)) or (token.lower.endswith("ed") and not token.bits & NAME)


def leads_on(sentence: Sentence, cues: list[int], text: str, names: Names) -> tuple[Subject, Span] | None:
    """The subject and span of a sentence's last cue, whose words the next one may hold: "She told me this:"."""
    for place in reversed(cues):
        token = sentence[place]
        if token.bits & REPORTING and not token.lower.endswith("ing"):
            subject = before(sentence, place, text)
            if isinstance(subject, Subject):
                return subject, token.span
    return None


def beside(token: Token, sentence: Sentence, names: Names) -> tuple[Subject, str] | None:
    """Who says a quotation beside words without a cue: "Ortiz: “...”", "“...” Ortiz, smiling."; and by which rule."""
    words_before = [other for other in sentence[: token.index] if not other.bits & QUOTATION]
    words_after = [other for other in sentence[token.index + 1 :] if other.bits & WORD]
    subject: Subject | None = None
    rule = "beside"
    if words_before and words_before[-1].bits & COLON:
        subject, rule = _before_colon(words_before, names), "colon inside"
    elif not any(other.bits & WORD for other in words_before) and words_after:
        subject = _opens_with_name(words_after)
    elif words_before and words_before[-1].bits & COMMA:
        subject = first_name(words_before, range(len(words_before)), names)
    return (subject, rule) if subject is not None else None


def _before_colon(words_before: list[Token], names: Names) -> Subject | None:
    words = [token for token in words_before if token.bits & WORD]
    if words and len(words) <= 6 and all(w.bits & NAME or w.lower in ("of", "the", "and") for w in words):
        return Subject(span_of(words), LEXICON.bare(words[-1].word), 0, words[-1].bits)
    found = first_name(words_before, range(len(words_before)), names)
    if found is None:
        phrase = stripped(words_before[:4])
        if phrase and phrase[0].bits & PRONOUN:
            found = Subject(phrase[0].span, phrase[0].word, 0, phrase[0].bits)
    return found


def _opens_with_name(words: list[Token]) -> Subject | None:
    first = words[0]
    if not (first.bits & NAME or first.lower in ("he", "she", "they", "i")):
        return None
    end = 1
    while end < len(words) and words[end].bits & NAME:
        end += 1
    phrase = words[:end] if first.bits & NAME else words[:1]
    found = head(phrase)
    return Subject(span_of(phrase), LEXICON.bare(found.word), 0, found.bits) if found is not None else None
