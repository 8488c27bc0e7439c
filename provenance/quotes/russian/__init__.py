"""Reported speech in Russian: words as data, read by the rules that languages with cue verbs share.

A verb's past form shows whether a man or a woman speaks ("добавила"); dashes hold speech ("— Не знаю, — сказал он.")
and part marked speech from its cue.
"""

from __future__ import annotations

from provenance.quotes.cued.grammar import make_grammar, token_pattern
from provenance.quotes.cued.pack import make_language
from provenance.quotes.russian.word_lists import ENDINGS, WORDS

GRAMMAR = make_grammar(
    WORDS,
    ENDINGS,
    token_pattern(),
    adjective=r"[^\W\d_]{1,30}(?:ой|ей|ого|его|ых|их)",
    subjects_left_out=True,
    cases=True,
)
LANGUAGE = make_language("russian", GRAMMAR)
