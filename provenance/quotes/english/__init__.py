"""Reported speech in English: one `Language` value, put together from the files beside this one.

`reporting_words` (with `word_lists`) says what English words are and which verbs report, `phrases` and `subjects` who
speaks, `content_parts`, `content_starts` and `content_ends` what is said; `attributions` puts these together.
`signatures` reads lines below quotations, `named_things` knows quotation marks that hold a name, `speaker_phrases`
(with `speaker_words`) phrases that can speak, `document_words` what transcripts, speeches, letters and rulings say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial

from provenance.quotes.english.attributions import reports_in
from provenance.quotes.english.document_words import ENGLISH_DOCUMENTS
from provenance.quotes.english.named_things import is_named_thing
from provenance.quotes.english.phrases import affiliation_of
from provenance.quotes.english.reporting_words import LEXICON
from provenance.quotes.english.signatures import signature
from provenance.quotes.english.speaker_phrases import is_speaker
from provenance.quotes.english.subjects import beside, leads_on
from provenance.quotes.languages import Language, NameForms
from provenance.quotes.quotation_marks import Apostrophes, marked
from provenance.quotes.sentence_tokens import Vocabulary

# Share of right speakers among those that each rule finds, on the development half of PolNeAR's training articles
# (4,293 attributions whose content matched); .5 for rules that applied fewer than ten times there. The last three are
# not marked there: of 16 dialogues, 44 speeches and letters and 8 block quotations with a speaker, in 2,000 press
# releases and 1,000 news articles, all read by eye, one block quotation had a wrong one.
_CONFIDENCE = {
    "quotation left": 0.99,
    "inverted quotation left": 0.99,
    "quotation right": 0.95,
    "left": 0.99,
    "inverted left": 0.98,
    "around": 0.99,
    "right": 0.94,
    "according to": 0.98,
    "colon": 0.87,
    "colon inside": 0.68,
    "paragraph before": 0.75,
    "beside": 0.73,
    "dialogue": 0.97,
    "document": 0.97,
    "block quotation": 0.88,
}


def _common_words() -> Iterable[tuple[str, float]]:
    from provenance.text.common_words import common_words  # here, because reading quotations does without the list

    return common_words()


LANGUAGE = Language(
    name="english",
    lexicon=LEXICON,
    vocabulary=Vocabulary(LEXICON),
    reports=reports_in,
    name_forms=NameForms(
        tail=re.compile(r"\s*(?:[,(;]|\b(?:of|at|from|for|with)\b)"),
        owner=re.compile(r"['’]s$"),
        ending=re.compile(r"['’]s?$"),
        plural=re.compile(r"(?:e?s)$"),
    ),
    marked=partial(marked, apostrophes=Apostrophes(re.compile(r"(?:em|til|cause|tis|twas|n|\d\ds?)\b"), "s")),
    beside=beside,
    leads_on=leads_on,
    affiliation=affiliation_of,
    signature=signature,
    is_named_thing=is_named_thing,
    is_speaker=is_speaker,
    confidence=_CONFIDENCE,
    documents=ENGLISH_DOCUMENTS,
    common_words=_common_words,
)
