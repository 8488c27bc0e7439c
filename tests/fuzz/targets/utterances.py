"""The same utterance in two articles: what is kept of quotations, compared and judged."""

from provenance.model import Span
from provenance.quotes.extraction import extract
from provenance.quotes.languages import language
from provenance.quotes.linking.linker import link_utterances
from provenance.quotes.linking.utterance_pieces import QuotedArticle

SEEDS = [
    "“Nobody sails before the quay is mended,” said Ana Rao.\x00“Nobody [sails] before ... it's mended,” Rao said.",
    "“We told the ministry twice, in writing, and nobody came,” said Ruiz.\x00Ruiz said they told them 2 times in writing.",
    "„Niemand läuft vor Mai aus“, sagte Rao.\x00Rao: „Niemand laeuft vor dem Mai aus.“",
]
RUNS = 250
LONGEST = 1200


def attempt(data: bytes) -> None:
    """Link the quotations of two texts."""
    a, _, b = data.decode("utf-8", "replace").partition("\0")
    spoken = language("de" if "„" in a else "en")
    articles = [
        QuotedArticle(name, text, extract(text, Span(0, len(text)), spoken), float(place))
        for place, (name, text) in enumerate((("a", a), ("b", b)))
    ]
    for pair in link_utterances(articles, possible=True):
        for place, text in ((pair.a, a), (pair.b, b)):
            assert 0 <= place.span.start <= place.span.end <= len(text)
        for one, other in pair.shared:
            assert one.end <= len(a)
            assert other.end <= len(b)
