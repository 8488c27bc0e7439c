"""Reported speech in German: one `Language` value, put together from the files beside this one.

`word_lists` are the words, `verb_forms` the forms of verbs, `reporting_words` the lexicon; `noun_phrases` and
`subjects` say who speaks, `clauses` where the cues are, `contents` what is said, `named_sources` reads "laut" and
"zufolge"; `attributions` puts these together.
"""

from __future__ import annotations

import re

from provenance.quotes.german.attributions import reports_in
from provenance.quotes.german.leads import about, leads_on, looks_back
from provenance.quotes.german.noun_phrases import sentences
from provenance.quotes.german.reporting_words import LEXICON, Words
from provenance.quotes.languages import Language, NameForms

# Argued: in the order of the English shares, which were measured, and lower where German leaves more open.
_CONFIDENCE = {
    "inverted quotation left": 0.97,
    "inverted left": 0.9,
    "quotation right": 0.9,
    "right": 0.92,
    "comment": 0.95,
    "according to": 0.95,
    "so": 0.9,
    "colon inside": 0.85,
    "view": 0.85,
    "borne": 0.85,
    "last subject": 0.8,
    "looked back": 0.85,
    "same paragraph": 0.9,
    "paragraph before": 0.7,
    "goes on": 0.75,
    "fragment": 0.6,
}

LANGUAGE = Language(
    name="german",
    lexicon=LEXICON,
    vocabulary=Words(LEXICON),
    reports=reports_in,
    name_forms=NameForms(
        tail=re.compile(r"\s*(?:[,(;]|\b(?:von|vom|aus|bei|beim|für|der|des)\b)"),
        owner=re.compile(r"['’]s?$"),
        ending=re.compile(r"['’]s?$"),
        plural=re.compile(r"(?:e?n|s)$"),
    ),
    sentences=sentences,
    leads_on=leads_on,
    about=about,
    looks_back=looks_back,
    confidence=_CONFIDENCE,
)
