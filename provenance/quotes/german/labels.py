"""Who speaks before a colon or a bracket where no verb of speech says so: "Ein Beamter der Polizei: „...“".

What comes before the colon may be a name, a sentence about somebody, or a word for what is said ("Kortes Fazit:").
Nothing here decides what is a quotation.
"""

from __future__ import annotations

from provenance.quotes.german.doers import Doers
from provenance.quotes.german.noun_phrases import Phrase, is_capital, phrase_at, subject_of
from provenance.quotes.german.reporting_words import ADJECTIVE, OBLIQUE
from provenance.quotes.german.subjects import BEARERS, Speaker
from provenance.quotes.sentence_tokens import COMMA, NAME, QUOTATION
from provenance.quotes.word_classes import DETERMINER, PERSON, PREPOSITION, TITLE

LONGEST_LABEL = 8  # tokens of a name before a bracket
SEARCHED = 60  # tokens before a colon


def before_colon(finder: Doers, colon: int) -> Speaker | None:
    """Who speaks behind the colon at token `colon`."""
    sentence = finder.sentence
    start = 2 if colon > 2 and sentence[0].lower == "zitat" else 0  # "Zitat von Orre: „...“"
    last = last_of_several(finder, colon)
    if last is not None:
        return last
    phrase = phrase_at(sentence, start, colon)
    found = finder.speaker(phrase) if phrase is not None else None
    if phrase is not None and found is not None and found.subject is not None:
        if finder.can_speak(found):
            return found
        owner = _owner(finder, phrase)
        if owner is not None:
            return owner
        ended = found.end >= colon or bool(sentence[found.end].bits & COMMA)
        if ended and not sentence[start].bits & PREPOSITION:
            return found
    named = found is not None and found.subject is not None and found.subject.bits & NAME  # "Greenpeace mahnt:"
    return (
        finder.doer(colon - 1)
        or _inside(finder, colon)
        or finder.holder(colon - 1)  # "Für Lena Orre ist klar: „...“"
        or _from(finder, colon)
        or (found if named else None)
    )


def last_of_several(finder: Doers, colon: int) -> Speaker | None:
    """Of several who are listed with what each says, the last: "..., und Minister Orre: „...“"."""
    sentence = finder.sentence
    if not any(token.bits & (QUOTATION | COMMA) for token in sentence[:colon]):
        return None
    for at in range(max(1, colon - LONGEST_LABEL), colon - 1):
        if sentence[at].lower not in ("und", "sowie"):
            continue
        phrase = phrase_at(sentence, at + 1, colon)
        found = finder.speaker(phrase) if phrase is not None and phrase.end == colon else None
        if (
            found is not None
            and found.subject is not None
            and found.subject.bits & NAME
            and " " in (found.name or "")
        ):
            return found
    return None


def _owner(finder: Doers, phrase: Phrase) -> Speaker | None:
    """Whose word it is: "Seine Antwort: „...“", "Kortes Fazit: „...“"."""
    sentence = finder.sentence
    first = sentence[phrase.start]
    if first.bits & DETERMINER and first.lower.startswith(("sein", "ihr")):
        subject, _ = subject_of(sentence, phrase, finder.names, finder.text)
        return Speaker(subject, finder.names.speaker or finder.names.full(finder.names.subject), phrase.end)
    words = sentence[phrase.first : phrase.last]
    if first.bits & DETERMINER or len(words) < 2 or not words[-2].lower.endswith("s"):
        return None
    owner = Phrase(phrase.first, phrase.last - 1, phrase.first, phrase.last - 1)
    subject, name = subject_of(sentence, owner, finder.names, finder.text)
    bare = name.removesuffix("s") if name else None
    return Speaker(subject, finder.names.full(bare), phrase.end)


def _inside(finder: Doers, colon: int) -> Speaker | None:
    """A pronoun, or the first phrase with a rank or a name that no preposition leads."""
    sentence = finder.sentence
    for at in range(1, min(colon, SEARCHED)):
        token = sentence[at]
        if token.bits & PERSON and token.word[0].islower():
            return finder.speaker(Phrase(at, at + 1, at, at + 1))
        opens = token.bits & DETERMINER and not token.bits & OBLIQUE
        if not opens and not (token.bits & (NAME | TITLE) and is_capital(token)):
            continue
        before = sentence[at - 1]
        if before.bits & (PREPOSITION | DETERMINER) or is_capital(before) or before.bits & ADJECTIVE:
            continue
        phrase = phrase_at(sentence, at, colon)
        if phrase is not None and any(one.bits & (TITLE | NAME) for one in sentence[phrase.first : phrase.last]):
            return finder.speaker(phrase)
    return None


def _from(finder: Doers, colon: int) -> Speaker | None:
    """Whom it comes from: "Kritik kam vom Mieterverein: „...“"."""
    sentence = finder.sentence
    for at in range(1, min(colon - 1, SEARCHED)):
        if sentence[at].lower not in BEARERS:
            continue
        phrase = phrase_at(sentence, at + 1, colon)
        found = finder.oblique(phrase) if phrase is not None and phrase.last > phrase.first else None
        if found is not None and finder.can_speak(found):
            return found
    return None


def before_bracket(finder: Doers, opening: int) -> Speaker | None:
    """The phrase that ends before a bracket with a quotation in it: "Lena Orre („Nie wieder!“)"."""
    sentence = finder.sentence
    for start in range(max(0, opening - LONGEST_LABEL), opening):
        token = sentence[start]
        if not is_capital(token) or (start and is_capital(sentence[start - 1])):
            continue
        phrase = phrase_at(sentence, start, opening)
        if phrase is not None and phrase.end == opening:
            return finder.speaker(phrase)
    return None
