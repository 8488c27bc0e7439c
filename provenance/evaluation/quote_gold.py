"""Which gold attributions are direct, mixed or indirect, and which count as reported speech.

Reported speech is fixed by a list of verbs here, so that a larger lexicon cannot change what it is scored on.
"""

from __future__ import annotations

import re

from provenance.evaluation.brat import Attribution
from provenance.quotes.english.reporting_words import verb_forms

_VERBS = """
say add note write tweet argue explain warn claim declare state announce acknowledge insist recall reply predict
suggest reveal conclude stress reiterate lament assert contend remark observe comment confirm deny admit concede
allege caution complain report respond boast emphasize emphasise quip joke testify estimate indicate maintain
recount confess counter retort exclaim whisper mutter shout yell scream post opine muse speculate theorize
proclaim disclose affirm reason proffer assess imply clarify specify retweet repeat echo intone deadpan scoff
snap gush chant mock continue vent surmise counsel recommend marvel fret grumble gripe chide blog posit hint
signal charge tell remind assure inform advise notify ask urge persuade convince wonder question inquire demand
"""
_IRREGULAR = """
say=says,said,saying write=writes,wrote,written,writing tell=tells,told,telling reply=replies,replied,replying
deny=denies,denied,denying testify=testifies,testified,testifying admit=admits,admitted,admitting
quip=quips,quipped,quipping clarify=clarifies,clarified,clarifying specify=specifies,specified,specifying
imply=implies,implied,implying snap=snaps,snapped,snapping retweet=retweets,retweeted,retweeting
blog=blogs,blogged,blogging
"""
_FORMS = {lemma: forms.replace(",", " ") for lemma, forms in (entry.split("=") for entry in _IRREGULAR.split())}
REPORTING_FORMS = frozenset(form for lemma in _VERBS.split() for form in verb_forms(lemma, _FORMS)) | {"according"}
_MARKS = "“\"‘'`„«»‚‹›「『"
_CLOSING = "”\"’'`“«»‘‹›」』"
# Languages whose annotators mark the words in quotation marks inside a reported clause once more by themselves.
FRAGMENTS_APART = frozenset(("de",))


def is_direct(text: str, gold: Attribution) -> bool:
    """Whether the content begins and ends at quotation marks."""
    first, last = gold.content[0].of(text).strip(), gold.content[-1].of(text).strip()
    if len(first) < 2 or not last or first[0] not in _MARKS:
        return False
    return last[-1] in _CLOSING or last[-2:-1] in tuple(_CLOSING)


def is_reported(text: str, gold: Attribution, code: str = "en") -> bool:
    """Whether a verb of the fixed list, or "according", is part of the cue; in other languages, whether there is one.

    The list keeps the thoughts, plans and orders out that PolNeAR marks as well. No other collection here does.
    """
    if code != "en":
        return bool(gold.cue)
    cue = " ".join(piece.of(text) for piece in gold.cue).lower()
    return not REPORTING_FORMS.isdisjoint(re.findall(r"[a-z]+", cue))


def kind_of(text: str, gold: Attribution) -> str:
    """ "direct", "mixed" or "indirect", by the quotation marks in the content."""
    if is_direct(text, gold):
        return "direct"
    marked = any(mark in piece.of(text) for piece in gold.content for mark in '“"”„«»「')
    return "mixed" if marked else "indirect"
