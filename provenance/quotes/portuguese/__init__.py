"""Reported speech in Portuguese, of Portugal and Brazil: words as data, read by the rules that languages with
cue verbs share.

A verb may lack its subject ("acrescentou"), pronouns behind a hyphen are words of their own ("disse-lhe"), and dashes
hold speech ("— Não venho — disse João.").
"""

from __future__ import annotations

from provenance.quotes.cued.grammar import make_grammar, token_pattern
from provenance.quotes.cued.pack import make_language
from provenance.quotes.portuguese.word_lists import ENDINGS, WORDS

GRAMMAR = make_grammar(
    WORDS,
    ENDINGS,
    token_pattern(enclitic=r"-(?:lhes?|se|me|nos|l?[oa]s?)"),
    infinitive=r"[^\W\d_]{1,20}(?:ar|er|ir|or|ôr)",
    subjects_left_out=True,
)
LANGUAGE = make_language("portuguese", GRAMMAR)
