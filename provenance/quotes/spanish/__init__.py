"""Reported speech in Spanish: words as data, read by the rules that languages with cue verbs share.

A verb may lack its subject ("añadió"), and a dash opens speech that another closes ("—No vengo —dijo Juan—.").
"""

from __future__ import annotations

from provenance.quotes.cued.grammar import make_grammar, token_pattern
from provenance.quotes.cued.pack import make_language
from provenance.quotes.spanish.word_lists import ENDINGS, WORDS

GRAMMAR = make_grammar(
    WORDS,
    ENDINGS,
    token_pattern(),
    infinitive=r"[^\W\d_]{1,20}(?:ar|er|ir|ír)(?:se|lo|la|los|las|le|les|nos|me)?",
    subjects_left_out=True,
)
LANGUAGE = make_language("spanish", GRAMMAR)
