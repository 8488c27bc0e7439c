"""Reported speech in Chinese: verbs and names as data (`word_lists`), the order of words in `attributions`.

A sentence ends at "。", also where a quotation with a full stop of its own is followed by its speaker: “……。”王明说。
"""

from __future__ import annotations

from provenance.quotes.chinese.attributions import LEXICON, beside, follows, has_cue, leads_on, reports_in
from provenance.quotes.languages import Language
from provenance.quotes.unlisted import is_speech
from provenance.quotes.unspaced.written_sentences import Runs, splitter

LANGUAGE = Language(
    name="chinese",
    lexicon=LEXICON,
    vocabulary=Runs(LEXICON),
    reports=reports_in,
    sentences=splitter(has_cue, follows),
    is_speech=is_speech,
    beside=beside,
    leads_on=leads_on,
    confidence={
        "quotation left": 0.9,
        "quotation right": 0.9,
        "clause": 0.85,
        "according to": 0.9,
        "left out": 0.7,
        "colon": 0.75,
        "beside": 0.7,
        "paragraph before": 0.65,
    },
)
