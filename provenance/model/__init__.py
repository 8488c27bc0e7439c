"""The plain frozen types that parts of the program hand to each other.

They hold data and nothing else: no reading, no SQL, no JSON (that is written at the edge, in
`provenance.reports`). Import them from here.
"""

from provenance.model.articles import Article, Precision, PublicationTime, SkippedInput
from provenance.model.fingerprints import Candidate, Fingerprint, Signature
from provenance.model.links import Evidence, Favours, Link, Relation
from provenance.model.passages import Difference, Match, Passage, PassageKind
from provenance.model.quotations import Quotation, QuotationType
from provenance.model.spans import Span

__all__ = [
    "Article",
    "Candidate",
    "Difference",
    "Evidence",
    "Favours",
    "Fingerprint",
    "Link",
    "Match",
    "Passage",
    "PassageKind",
    "Precision",
    "PublicationTime",
    "Quotation",
    "QuotationType",
    "Relation",
    "Signature",
    "SkippedInput",
    "Span",
]
