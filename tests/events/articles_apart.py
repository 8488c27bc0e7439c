"""Takes texts apart for the tests of events."""

from provenance.events.telling import Telling, tell
from provenance.model import Span
from provenance.quotes.quotation_marks import marked
from provenance.text.paragraphs import paragraphs
from provenance.text.tokens import tokenise


def taken_apart(text: str) -> Telling:
    """What a text tells."""
    marks = marked(text, paragraphs(text, Span(0, len(text))))
    return tell(text, tokenise(text), [Span(each.inner_start, each.inner_end) for each in marks])
