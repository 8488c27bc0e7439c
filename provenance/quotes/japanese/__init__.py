"""Reported speech in Japanese: verbs, honorifics and roles as data (`word_lists`), word order in `attributions`.

A sentence ends at "。"; behind a quotation it goes on where "と" follows.
"""

from __future__ import annotations

from provenance.quotes.japanese.attributions import LEXICON, beside, closes, follows, has_cue, leads_on, reports_in
from provenance.quotes.languages import Language
from provenance.quotes.unlisted import is_speech
from provenance.quotes.unspaced.written_sentences import Runs, splitter

LANGUAGE = Language(
    name="japanese",
    lexicon=LEXICON,
    vocabulary=Runs(LEXICON),
    reports=reports_in,
    sentences=splitter(has_cue, follows, closes),
    is_speech=is_speech,
    beside=beside,
    leads_on=leads_on,
    confidence={
        "quotation left": 0.9,
        "clause": 0.85,
        "according to": 0.9,
        "left out": 0.7,
        "colon": 0.75,
        "beside": 0.7,
        "paragraph before": 0.65,
    },
)
