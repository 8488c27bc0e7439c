"""Reported speech in Dutch: words as data, read by the rules that languages with cue verbs share.

The verb comes second, so that a subject follows it where anything else comes first ("Volgens de politie is ..."), and
speech is as often in single marks as in double ones.
"""

from __future__ import annotations

import re

from provenance.quotes.cued.grammar import make_grammar, token_pattern
from provenance.quotes.cued.pack import make_language
from provenance.quotes.dutch.word_lists import ENDINGS, WORDS
from provenance.quotes.quotation_marks import Apostrophes

GRAMMAR = make_grammar(
    WORDS, ENDINGS, token_pattern(), infinitive=r"[^\W\d_]{1,24}n", adjective=r"[^\W\d_]{2,30}[^i]e", verb_second=True
)
LANGUAGE = make_language(
    "dutch",
    GRAMMAR,
    # "'s avonds", "'t is", "'n boek", "'k weet"
    apostrophes=Apostrophes(re.compile(r"(?:s|t|n|k|r|m|ie)\b"), "s"),
    single_marks=True,
)
