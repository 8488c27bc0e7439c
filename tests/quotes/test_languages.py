"""A language pack is one value: a made-up language proves that the interface is enough for another one.

Velish puts the verb first, opens speech at the beginning of a line with a dash, writes names in small letters behind
"o", ends a sentence with "|", and its quotations begin with a small letter.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from types import ModuleType

import pytest

from provenance.model import Span
from provenance.quotes import extract
from provenance.quotes.languages import CATALOGUE, Language, Report, Subject, language
from provenance.quotes.person_names import Names
from provenance.quotes.quotation_marks import Marked
from provenance.quotes.quotation_marks import marked as with_marks
from provenance.quotes.sentence_tokens import NAME, QUOTATION, Landmarks, Sentence, Token, Tokens, Vocabulary
from provenance.quotes.word_classes import CUE, FIRST_OWN, PERSON, REPORTING, read_lexicon

ARTICLE = 1 << FIRST_OWN  # "o", before names
LEXICON = read_lexicon(
    {
        "notes": ["nota:"],
        "possessives": ["-us"],
        "verbs": {"reporting": "dix krai"},
        "irregular": {"dix": "dixa dixor"},
        "words": {"name_articles": "o", "pronouns": "ilo", "persons": "ilo", "masculine": "ilo"},
        "names": {"male": "toln"},
        "edits": {"negations": "nen", "weak": "o et", "numbers": "du=2"},
    },
    {"name_articles": ARTICLE},
)


class VelishWords(Vocabulary):
    """Capital letters make no names."""

    def bits_of(self, word: str, lower: str) -> int:
        return super().bits_of(word, lower) & ~NAME


def marked(text: str, paragraphs: Iterable[Span]) -> list[Marked]:
    """Marks as elsewhere, and a paragraph's beginning between two dashes."""
    parts = list(paragraphs)
    found = with_marks(text, parts)
    for start, end in parts:
        if text.startswith("— ", start) and (close := text.find(" —", start + 2, end)) >= 0:
            found.append(Marked(start, close + 2, start + 2, close, True, False, False))
    return sorted(found)


def sentences(found: Tokens, text: str) -> list[tuple[Sentence, Landmarks]]:
    """Each ends at a "|"."""
    made: list[tuple[Sentence, Landmarks]] = []
    sentence: Sentence = []
    for token in found.all:
        token.index = len(sentence)
        sentence.append(token)
        if token.word == "|" or token is found.all[-1]:
            made.append((sentence, landmarks_of(sentence)))
            sentence = []
    return made


def landmarks_of(sentence: Sentence) -> Landmarks:
    def places(bit: int) -> list[int]:
        return [token.index for token in sentence if token.bits & bit]

    return Landmarks(places(PERSON), places(CUE), places(QUOTATION))


def speaker_at(sentence: Sentence, place: int) -> Subject | None:
    """The name behind "o" at `place`, or a pronoun there."""
    tokens = sentence[place : place + 3]
    if tokens and tokens[0].bits & PERSON:
        return Subject(tokens[0].span, tokens[0].word, place, tokens[0].bits)
    if len(tokens) == 3 and tokens[0].bits & ARTICLE:
        return Subject(Span(tokens[1].start, tokens[2].end), tokens[2].word, place, NAME)
    return None


def reports(sentence: Sentence, landmarks: Landmarks, text: str, names: Names) -> list[Report]:
    """Verb, subject, quotation; or quotation, verb, subject."""
    return list(_reports(sentence, landmarks, text, names))


def _reports(sentence: Sentence, landmarks: Landmarks, text: str, names: Names) -> Iterator[Report]:
    for cue in landmarks.cues:
        subject = speaker_at(sentence, cue + 1)
        beside = [place for place in landmarks.quoted if place == cue - 1 or place > cue]
        if subject is not None and beside and sentence[cue].bits & REPORTING:
            report = Report([sentence[beside[0]].span], "direct", "verb first", subject, sentence[cue].span)
            report.quoted_first = beside[0] < cue
            report.name = names.speaker if subject.bits & PERSON else subject.span.of(text)
            yield report


def is_speech(token: Token, sentence: Sentence, text: str) -> bool:
    return token.end - token.start > 10


VELISH = Language(
    name="velish",
    lexicon=LEXICON,
    vocabulary=VelishWords(LEXICON),
    reports=reports,
    marked=marked,
    sentences=sentences,
    is_speech=is_speech,
    confidence={"verb first": 0.9, "paragraph before": 0.6},
)
TEXT = (
    "dixor o mira toln «la ferra nen parte du semna» |\n\n"
    "— et la porta e klausa — krai o mira toln | »nu sai keno klausa« |\n\n"
    "«li dixa „nen“ a todo» | «kurt» |\n\n"
    "krai ilo «pense, ka e ver» |\n\n"
    "nota: dixor o mira toln «la ferra parte» |"
)


def said(text: str, spoken: Language | None) -> list[tuple[str, str | None, float]]:
    found = extract(text, spoken=spoken)
    return [(" ".join(mark.of(text) for mark in one.marks), one.speaker, one.confidence) for one in found]


def test_a_pack_brings_word_order_dashes_sentences_and_words_of_its_own() -> None:
    assert said(TEXT, VELISH) == [
        ("la ferra nen parte du semna", "mira toln", 0.9),
        ("et la porta e klausa nu sai keno klausa", "mira toln", 0.9),
        ("li dixa „nen“ a todo", "mira toln", 0.6),
        ("pense, ka e ver", "mira toln", 0.9),
    ]


def test_another_language_changes_nothing_in_english() -> None:
    english = "“The ferry is late,” said Lena Ortiz.\nShe left."
    assert said(english, None) == said(english, language("en")) == [("The ferry is late,", "Lena Ortiz", 0.99)]
    assert said(english, VELISH) != said(english, None)
    assert said(TEXT, None) != said(TEXT, VELISH)


def test_a_pack_is_found_by_its_line_in_the_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("velish")
    module.LANGUAGE = VELISH  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "velish", module)
    monkeypatch.setitem(CATALOGUE, "vq", "velish")
    assert language("vq") is language("VQ") is language("vq-Latn") is language("vq_XX") is VELISH
    assert language("vqx").name == "unlisted"


@pytest.mark.parametrize("code", [None, "", "en", "en-GB", "EN"])
def test_a_text_of_unknown_language_is_read_as_english(code: str | None) -> None:
    assert language(code).name == "english"


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_a_pack_has_a_name_of_its_own_and_verbs_that_report(code: str) -> None:
    pack = language(code)
    assert [other for other in CATALOGUE if language(other).name == pack.name] == [code]
    assert re.fullmatch("[a-z]{2,3}", code)
    assert pack.lexicon.verbs
    assert all(pack.lexicon.words[form] & CUE for form in pack.lexicon.verbs)
    assert all(0 < share <= 1 for share in pack.confidence.values())


def test_a_class_of_words_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError, match="adverbial"):
        read_lexicon({"words": {"adverbial": "nu"}})


def test_a_lexicon_says_what_its_tables_list_and_nothing_where_they_are_missing() -> None:
    assert LEXICON.verbs == {"dix": "dix", "dixa": "dix", "dixor": "dix", "krai": "krai"}
    assert LEXICON.bare("toln-us") == LEXICON.bare("toln") == "toln"
    assert LEXICON.edits.numbers == {"du": "2"}
    assert LEXICON.edits.contractions == {}
    assert read_lexicon({}).bare("Ortiz’s") == "Ortiz’s"
