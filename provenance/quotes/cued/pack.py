"""A `Language` made of a `Grammar`: the shared rules with the words of a pack.

Nothing here knows a word of any language; what a language needs beyond these rules it brings itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from provenance.model import Span
from provenance.quotes.cued.beside_quotations import beside_of
from provenance.quotes.cued.dashes import marked_with_dashes
from provenance.quotes.cued.grammar import ADVERB, AUXILIARY, CUE_VERB, FINITE, FINITE_VERB, LABEL, Grammar
from provenance.quotes.cued.reported import reports_of
from provenance.quotes.cued.speakers import subject_after, subject_before
from provenance.quotes.cued.verb_groups import group_at
from provenance.quotes.languages import (
    FEWEST_INSIDE,
    FEWEST_UNENDED,
    FEWEST_WORDS,
    Language,
    NameForms,
    Subject,
    is_all_quotation,
)
from provenance.quotes.person_names import Names
from provenance.quotes.quotation_marks import NO_APOSTROPHES, Apostrophes
from provenance.quotes.sentence_tokens import BREAK, COLON, COMMA, DASH, QUOTATION, STOP, WORD, Sentence, Token
from provenance.quotes.word_classes import BOUNDARY, DAY, PREPOSITION, PRONOUN, RELATIVE, WORK

LONGEST_ROLE = 12  # tokens of an affiliation

# Argued, since the labelled articles of these languages are few: the order of the rules is that of English.
CONFIDENCE: Mapping[str, float] = {
    "quotation left": 0.95,
    "inverted quotation left": 0.97,
    "quotation right": 0.9,
    "that": 0.9,
    "question": 0.85,
    "infinitive": 0.85,
    "left": 0.9,
    "inside": 0.85,
    "according to": 0.95,
    "left out": 0.7,
    "colon": 0.8,
    "colon inside": 0.65,
    "paragraph before": 0.7,
    "beside": 0.7,
}


def make_language(
    name: str,
    grammar: Grammar,
    apostrophes: Apostrophes = NO_APOSTROPHES,
    single_marks: bool = False,
    undivided_dashes: bool = False,
) -> Language:
    """The pack of a language that the shared rules read.

    `single_marks`: single quotation marks hold speech as double ones do. `undivided_dashes`: see `dashes`.
    """
    lexicon = grammar.lexicon
    owners = tuple(re.escape(ending) for ending in lexicon.possessives)
    owner = rf"(?:{'|'.join(owners)})$" if owners else "(?!)"
    return Language(
        name=name,
        lexicon=lexicon,
        vocabulary=grammar.vocabulary,
        reports=reports_of(grammar),
        name_forms=NameForms(
            tail=re.compile(r"\s*[,(;]"), owner=re.compile(owner), ending=re.compile(owner), plural=re.compile("(?!)")
        ),
        marked=marked_with_dashes(grammar, apostrophes, undivided_dashes),
        is_speech=partial(_is_speech, single_marks),
        beside=beside_of(grammar),
        leads_on=partial(_leads_on, grammar),
        affiliation=_affiliation,
        confidence=CONFIDENCE,
    )


def _is_speech(any_marks: bool, token: Token, sentence: Sentence, text: str) -> bool:
    """Whether a quotation without a cue is something said; its full stop may be outside the marks."""
    quotation = token.quotation
    if quotation is None:
        return False
    inner = text[quotation.inner_start : quotation.inner_end].strip()
    words = len(inner.split(None, FEWEST_INSIDE))
    if words < FEWEST_WORDS:
        return False
    if is_all_quotation(sentence):
        return True
    before = sentence[token.index - 1].bits if token.index else 0
    after = sentence[token.index + 1].bits if token.index + 1 < len(sentence) else STOP
    capital = inner[:1].isupper() or inner[:1] in "¿¡…"
    if before & WORK or (quotation.single and not any_marks and not before & COLON):
        return False
    ended = inner[-1:] in ".?!…" or bool(after & (STOP | COMMA | DASH)) or not quotation.closed
    if before & COLON:
        return words >= FEWEST_UNENDED or (capital and ended)
    return capital and ended and words >= (FEWEST_UNENDED if not token.index or before & COMMA else FEWEST_INSIDE)


def _leads_on(
    grammar: Grammar, sentence: Sentence, cues: list[int], text: str, names: Names
) -> tuple[Subject, Span] | None:
    """Who speaks in a sentence that leads to a quotation in the next one: "Ella explicó:"."""
    for place in reversed(cues):
        group = group_at(sentence, place, 0)
        if group is None:
            continue
        found = subject_before(sentence, group.start, 0, {}) or subject_after(sentence, group.end, {})
        if found is not None:
            return found, Span(sentence[group.start].start, sentence[group.end - 1].end)
    return None


def _affiliation(sentence: Sentence, end: int, owners: list[Token]) -> str | None:
    """The role behind a name: "Juan Pérez, alcalde de Velden,"."""
    if owners or end >= len(sentence) or not sentence[end].bits & COMMA:
        return None
    start = place = end + 1
    while place < len(sentence) and not sentence[place].bits & (BREAK | QUOTATION):
        bits = sentence[place].bits
        verb = bits & (FINITE_VERB | AUXILIARY) or (bits & CUE_VERB and bits & FINITE)
        if verb or bits & (RELATIVE | PRONOUN | DAY | LABEL) or place - start > LONGEST_ROLE:
            return None
        place += 1
    words = sentence[start:place]
    if not words or not words[0].bits & WORD or words[0].bits & (PREPOSITION | BOUNDARY | ADVERB):
        return None
    if words[0].word[:1].isdigit() or place >= len(sentence):
        return None
    return "".join(token.word if token.word[-1] in "’'" else token.word + " " for token in words).strip()
