"""The plain frozen types that parts of the program hand to each other.

They hold data and nothing else: no reading, no SQL, no JSON (that is written at the edge, in
`provenance.reports`). Import them from here.
"""

from provenance.model.articles import Article, Precision, PublicationTime, SkippedInput
from provenance.model.findings import (
    Appearance,
    Attribution,
    CreditShares,
    Findings,
    LineageEdge,
    LineageView,
    QuotationRow,
    QuotationUse,
    Sibling,
    TraceView,
)
from provenance.model.fingerprints import Candidate, Fingerprint, Signature
from provenance.model.links import Evidence, Favours, Link, Relation
from provenance.model.listings import Addition, ArticleView, Cluster, ListedArticle, Verification
from provenance.model.passages import Difference, Match, Passage, PassageKind
from provenance.model.quotations import Quotation, QuotationType
from provenance.model.spans import Span

__all__ = [
    "Addition",
    "Appearance",
    "Article",
    "ArticleView",
    "Attribution",
    "Candidate",
    "Cluster",
    "CreditShares",
    "Difference",
    "Evidence",
    "Favours",
    "Findings",
    "Fingerprint",
    "LineageEdge",
    "LineageView",
    "Link",
    "ListedArticle",
    "Match",
    "Passage",
    "PassageKind",
    "Precision",
    "PublicationTime",
    "Quotation",
    "QuotationRow",
    "QuotationType",
    "QuotationUse",
    "Relation",
    "Sibling",
    "Signature",
    "SkippedInput",
    "Span",
    "TraceView",
    "Verification",
]
