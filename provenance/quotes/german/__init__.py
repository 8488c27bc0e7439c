"""Reported speech in German: one `Language` value, put together from the files beside this one.

`word_lists` are the words, `verb_forms` the forms of verbs, `reporting_words` the lexicon; `noun_phrases` and
`subjects` say who speaks, `clauses` where the cues are, `contents` what is said, `named_sources` reads "laut" and
"zufolge"; `attributions` puts these together.
"""

from __future__ import annotations

import re

from provenance.quotes.german.attributions import reports_in
from provenance.quotes.german.noun_phrases import sentences
from provenance.quotes.german.reporting_words import LEXICON, Words
from provenance.quotes.languages import Language, NameForms

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
)
