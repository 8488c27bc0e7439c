"""What a language pack consists of, and the catalogue of packs: one line per language, by its ISO 639-1 code.

A pack is one value, a `Language`: its words as data and the few functions that know its word order. The rest of
`quotes` finds quotation marks, remembers an article's speakers and puts utterances together for every language, and
asks the pack for what differs. To add a language, write a module or package beside `provenance.quotes.english` whose
`LANGUAGE` is such a value, and name it in `CATALOGUE`. Nothing here detects the language of a text.

A text whose language has no pack is read by `UNLISTED`: what is between quotation marks, and nobody's. A text whose
language nobody knows, which most often is one of a few words, is read as English.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING

from provenance.model import QuotationType, Span
from provenance.quotes import quotation_marks
from provenance.quotes.documents.document_words import DocumentWords
from provenance.quotes.quotation_marks import Marked
from provenance.quotes.sentence_tokens import (
    COLON,
    COMMA,
    QUOTATION,
    Landmarks,
    Sentence,
    Token,
    Tokens,
    Vocabulary,
    sentences,
)
from provenance.quotes.word_classes import WORK, Lexicon

if TYPE_CHECKING:
    from provenance.quotes.person_names import Names

# Where each language's pack is; it is imported when the language is first asked for.
CATALOGUE = {
    "de": "provenance.quotes.german",
    "en": "provenance.quotes.english",
    "fr": "provenance.quotes.french",
    "es": "provenance.quotes.spanish",
    "it": "provenance.quotes.italian",
    "pt": "provenance.quotes.portuguese",
    "nl": "provenance.quotes.dutch",
    "pl": "provenance.quotes.polish",
    "ru": "provenance.quotes.russian",
    "zh": "provenance.quotes.chinese",
    "ja": "provenance.quotes.japanese",
}
UNLISTED = "provenance.quotes.unlisted"  # for languages that the catalogue lacks
DEFAULT = "en"  # for texts whose language is unknown

# Which quotations without a cue are taken for speech: on the development half of 840 labelled articles these limits
# cost .01 of recall and gain .05 of precision.
FEWEST_WORDS = 2
FEWEST_UNENDED = 4  # words of a quotation that ends without a full stop, question mark ...
FEWEST_INSIDE = 8  # words of one inside a sentence without a cue
_ENDINGS = ".,?!…—"

RARE_RULE = 0.5  # confidence in a speaker that a rule found for which the pack has no measured share


@dataclass(slots=True)
class Subject:
    """Who speaks, as a phrase of the sentence: its span, its head word, the number of its first token, its classes.

    `antecedent` is the head of the phrase that "who" refers to; `apposition` the name beside a description ("the
    harbour master, Lena Ortiz"). `after` is the token where what is said may begin, set for subjects that follow
    their verb. `name` is who this is, where the rules of the language know it.
    """

    span: Span
    head: str | None
    start: int
    bits: int = 0
    antecedent: str | None = None
    apposition: str | None = None
    after: int = 0
    name: str | None = None


@dataclass(slots=True)
class Report:
    """One attribution: somebody's words in a sentence, with who said them and by which cue.

    `contents` are the parts of the utterance, ascending; `rule` names the rule that found the speaker, the key into
    the `confidence` of a language. `quoted_first`: a quotation comes before the cue, so that one behind it continues
    the same utterance; `claims`: no later cue of the sentence may take these words; `goes_on`: the sentence has no
    cue and goes on with what somebody said before it. `name` is set by `provenance.quotes.extraction` from the
    subject, unless the rules know it (`names.speaker` is the last one quoted), and so is `sentence`, its number in
    the paragraph.
    """

    contents: list[Span]
    type: QuotationType
    rule: str
    subject: Subject | None = None
    cue: Span | None = None
    name: str | None = None
    quoted_first: bool = False
    claims: bool = False
    goes_on: bool = False
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class NameForms:
    """Patterns that separate names and descriptions of speakers from the words around them.

    `tail` matches where what follows a name begins (a comma, "of"), `owner` a word that ends as an owner does,
    `ending` what is cut off a word before it is compared, `plural` the ending of a noun in the plural.
    """

    tail: re.Pattern[str]
    owner: re.Pattern[str]
    ending: re.Pattern[str]
    plural: re.Pattern[str]


Reports = Callable[[Sentence, Landmarks, str, "Names"], list[Report]]
Beside = Callable[[Token, Sentence, "Names"], tuple[Subject, str] | None]
LeadsOn = Callable[[Sentence, list[int], str, "Names"], tuple[Subject, Span] | None]
About = Callable[[Sentence, str, "Names"], Subject | None]
Affiliation = Callable[[Sentence, int, list[Token]], str | None]


def is_speech(token: Token, sentence: Sentence, text: str) -> bool:
    """Whether a quotation without a cue is something said, by its length, its end and what comes before it."""
    quotation = token.quotation
    if quotation is None:
        return False
    inner = text[quotation.inner_start : quotation.inner_end]
    words = len(inner.split(None, FEWEST_INSIDE))
    if words < FEWEST_WORDS:
        return False
    if is_all_quotation(sentence):
        return True
    before = sentence[token.index - 1] if token.index else None
    plain_before = before is not None and not before.bits & QUOTATION
    if quotation.single:
        return plain_before and before is not None and before.bits & COLON != 0 and words >= 3
    ended = inner[-1:] in _ENDINGS or not quotation.closed
    if words < FEWEST_UNENDED and not ended:
        return False
    if before is not None and before.bits & WORK:
        return False
    capital = inner[:1].isupper() and ended
    if before is None and capital and words >= 3:
        return True
    if before is not None and before.bits & (COLON | COMMA) and capital and words >= 4:
        return True
    return words >= FEWEST_INSIDE and capital


def is_all_quotation(sentence: Sentence) -> bool:
    """Whether a sentence is nothing but quotations and marks."""
    return all(token.bits & QUOTATION or not token.word.isalnum() for token in sentence)


def no_speaker_beside(token: Token, sentence: Sentence, names: Names) -> tuple[Subject, str] | None:
    """For a language where only a cue names a speaker."""
    return None


def never_leads_on(sentence: Sentence, cues: list[int], text: str, names: Names) -> tuple[Subject, Span] | None:
    """For a language in which no sentence leads to a quotation in the next one."""
    return None


def about_nobody(sentence: Sentence, text: str, names: Names) -> Subject | None:
    """For a language that takes the first name in a sentence without a cue for its subject."""
    return None


def never_looks_back(sentence: Sentence) -> bool:
    """For a language in which a sentence never says who said what comes right before it."""
    return False


def no_affiliation(sentence: Sentence, end: int, owners: list[Token]) -> str | None:
    """For a language whose affiliations are not read."""
    return None


def no_signature(line: str, dashed: bool) -> str | None:
    """For a language whose attribution lines are not read."""
    return None


def no_named_thing(text: str, marked: Marked) -> bool:
    """For a language that tells no names in quotation marks from speech."""
    return False


def any_speaker(name: str) -> bool:
    """For a language that takes every subject of a reporting verb for a speaker."""
    return True


@dataclass(frozen=True, slots=True)
class Language:
    """Everything about one language that reading and linking quotations needs. Only the first four have no default.

    `name`: in English, in small letters; also the name of its Snowball stemmer.
    `lexicon`, `vocabulary`: its words; the vocabulary also says what is one word, and what is a name.
    `reports(sentence, landmarks, text, names)`: the attributions of a sentence that have a cue, in the order of their
    cues: the word order of the language. `names` are the names in the article so far.
    `name_forms`: how speakers of two articles are compared.
    `marked(text, paragraphs)`: the outermost quotations, ascending, none overlapping; the default knows the marks of
    many languages, a pack adds dashes or apostrophes of its own.
    `sentences(tokens, text)`: the sentences of a paragraph; the default goes by full stops, capitals and quotations.
    `is_speech(token, sentence, text)`: whether a quotation without a cue is something said rather than a title or a
    word that the writer keeps at a distance.
    `beside(token, sentence, names)`: who says the quotation `token` where its sentence has other words and no cue
    ("Ortiz: “...”"), and the name of the rule that found it.
    `leads_on(sentence, cues, text, names)`: who speaks, and the cue, where a sentence ends without words said, so
    that the next may have them ("She told me this:").
    `looks_back(sentence)`: whether a sentence says who said the quotation right before it ("Das sagte Orre").
    `about(sentence, text, names)`: the subject of a sentence without a cue, if that is somebody who can speak.
    `affiliation(sentence, end, owners)`: the body or role of the name that ends before token `end`; `owners` are the
    words of a possessive before the name.
    `signature(line, dashed)`: whom a line below a quotation names ("— Ole Hamre, fisherman"); `dashed`: after a dash.
    `is_named_thing(text, marked)`: whether quotation marks hold a nickname, a title or a group's name, not speech.
    `is_speaker(name)`: whether a phrase can speak: a person, a body, a role or a document, not a clause or a thing.
    `confidence`: the share of right speakers among those that each rule finds. Rules that the reading itself adds:
    "colon", "same paragraph", "last subject" and "paragraph before" (see `provenance.quotes.extraction`), and
    "dialogue", "document" and "block quotation" for what is set off without marks.
    `documents`: words of transcripts, speeches, letters and rulings; None where these are not read.
    `common_words()`: words with the share of articles that hold them.
    """

    name: str
    lexicon: Lexicon
    vocabulary: Vocabulary
    reports: Reports
    name_forms: NameForms = NameForms(*map(re.compile, (r"\s*[,(;]", "(?!)", "(?!)", "(?!)")))
    marked: Callable[[str, Iterable[Span]], list[Marked]] = quotation_marks.marked
    sentences: Callable[[Tokens, str], list[tuple[Sentence, Landmarks]]] = sentences
    is_speech: Callable[[Token, Sentence, str], bool] = is_speech
    beside: Beside = no_speaker_beside
    leads_on: LeadsOn = never_leads_on
    about: About = about_nobody
    looks_back: Callable[[Sentence], bool] = never_looks_back
    affiliation: Affiliation = no_affiliation
    signature: Callable[[str, bool], str | None] = no_signature
    is_named_thing: Callable[[str, Marked], bool] = no_named_thing
    is_speaker: Callable[[str], bool] = any_speaker
    confidence: Mapping[str, float] = field(default_factory=dict)
    documents: DocumentWords | None = None
    common_words: Callable[[], Iterable[tuple[str, float]]] = tuple


def language(code: str | None = None) -> Language:
    """The pack of a language by its code ("de", "de-AT", "DE_at"), one per process.

    None and "" give the pack of DEFAULT; a code that the catalogue lacks gives that of UNLISTED.
    """
    primary = (code or DEFAULT).replace("_", "-").partition("-")[0].lower()
    return _loaded(CATALOGUE.get(primary, UNLISTED))


@functools.cache
def _loaded(module: str) -> Language:
    pack: Language = import_module(module).LANGUAGE
    return pack
