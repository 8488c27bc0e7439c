"""Reported speech in Italian: words as data, read by the rules that languages with cue verbs share.

A verb may lack its subject ("ha aggiunto"); elided words ("l’", "dell’") are words of their own, "D’Angelo" is not.
"""

from __future__ import annotations

from provenance.quotes.cued.grammar import make_grammar, token_pattern
from provenance.quotes.cued.pack import make_language
from provenance.quotes.italian.word_lists import ENDINGS, WORDS

_ELIDED = (
    r"[lcsmtvnLCSMTVN]|d|[DdSsNnCc]ell|[Dd]all|[Aa]ll|[Nn]ell|[Ss]ull|[Cc]oll|[Uu]n|[Qq]uell|[Qq]uest|[Bb]ell|[Ss]ant"
    r"|gl|[Tt]utt|[Dd]ov|[Cc]om|[Aa]nch|[Mm]ezz"
)
GRAMMAR = make_grammar(
    WORDS,
    ENDINGS,
    token_pattern(_ELIDED),
    infinitive=r"[^\W\d_]{1,20}(?:[aei]re|rre|r(?:si|lo|la|li|le|gli|ne|ci|vi|mi))",
    subjects_left_out=True,
)
LANGUAGE = make_language("italian", GRAMMAR, undivided_dashes=True)
