"""Reported speech in Polish: words as data, read by the rules that languages with cue verbs share.

A verb may lack its subject, and its past form shows whether a man or a woman speaks ("dodała"); dashes hold speech
("– Nie wiem – powiedział Nowak.") and part marked speech from its cue.
"""

from __future__ import annotations

from provenance.quotes.cued.grammar import make_grammar, token_pattern
from provenance.quotes.cued.pack import make_language
from provenance.quotes.polish.word_lists import ENDINGS, WORDS

GRAMMAR = make_grammar(
    WORDS, ENDINGS, token_pattern(), adjective=r"[^\W\d_]{1,30}(?:ej|ego|ych|ich)", subjects_left_out=True, cases=True
)
LANGUAGE = make_language("polish", GRAMMAR)
