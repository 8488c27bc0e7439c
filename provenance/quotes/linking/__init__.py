"""The same utterance in two articles: printed again, cut, altered, turned into reported speech, or re-credited."""

from provenance.quotes.linking.alterations import Change, changes, is_altered
from provenance.quotes.linking.passages import annotate
from provenance.quotes.linking.speakers import same_speaker

__all__ = ["Change", "annotate", "changes", "is_altered", "same_speaker"]
