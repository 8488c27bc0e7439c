"""The same utterance in two articles: printed again, cut, altered, turned into reported speech, or re-credited."""

from provenance.quotes.linking.alterations import Change, changes, is_altered
from provenance.quotes.linking.appearances import Appearances, Use, appearances
from provenance.quotes.linking.linker import Place, UtterancePair, link_utterances
from provenance.quotes.linking.passages import annotate
from provenance.quotes.linking.retelling import with_echoes
from provenance.quotes.linking.speakers import same_speaker
from provenance.quotes.linking.utterances import QuotedArticle

__all__ = [
    "Appearances",
    "Change",
    "Place",
    "QuotedArticle",
    "Use",
    "UtterancePair",
    "annotate",
    "appearances",
    "changes",
    "is_altered",
    "link_utterances",
    "same_speaker",
    "with_echoes",
]
