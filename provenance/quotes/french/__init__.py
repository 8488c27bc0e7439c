"""Reported speech in French: words as data, read by the rules that languages with cue verbs share.

Elided words ("l’", "qu’") and subjects behind a hyphen ("a-t-elle déclaré") are words of their own; a dash opens
speech that a comma closes ("— Je ne viens pas, dit-il.").
"""

from __future__ import annotations

from provenance.quotes.cued.grammar import make_grammar, token_pattern
from provenance.quotes.cued.pack import make_language
from provenance.quotes.french.word_lists import ENDINGS, WORDS

_ELIDED = r"[ldjmtsncLDJMTSNC]|[Qq]u|[Ll]orsqu|[Pp]uisqu|[Jj]usqu|[Qq]uoiqu"
_ENCLITIC = r"-(?:t-)?(?:ils?|elles?|on)|-(?:je|nous|vous)"

GRAMMAR = make_grammar(
    WORDS, ENDINGS, token_pattern(_ELIDED, _ENCLITIC), infinitive=r"(?:[^\W\d_]{1,20}(?:er|ir|oir|re)|avoir|être)"
)
LANGUAGE = make_language("french", GRAMMAR, undivided_dashes=True)
