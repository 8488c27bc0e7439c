"""The plain frozen types that parts of the program hand to each other.

They hold data and nothing else: no reading, no SQL, no JSON (that is written at the edge, in
`provenance.reports`). Import them from here.
"""

from provenance.model import event_evidence  # noqa: F401 (its kinds are entries of the catalogue)
from provenance.model.answers import (
    Addition,
    Appearance,
    Archived,
    ArticleView,
    Attribution,
    Cluster,
    Correction,
    CreditShares,
    Findings,
    LineageEdge,
    LineageView,
    ListedArticle,
    OriginLine,
    QuotationRow,
    QuotationUse,
    ReviewRow,
    Sibling,
    TraceView,
    Verification,
    VersionsView,
    VersionView,
)
from provenance.model.articles import Article, EarlierText, Note, Precision, PublicationTime, SkippedInput
from provenance.model.evidence import Evidence
from provenance.model.evidence_kinds import Favours
from provenance.model.fingerprints import Candidate, Fingerprint, Signature
from provenance.model.left_out import LeftOut, LeftOutList, left_out
from provenance.model.links import Link, Relation
from provenance.model.public_words import PublicQuotation
from provenance.model.reviews import Remark, Review, ReviewStep, Said, Subject, Verdict
from provenance.model.text_parts import Difference, Match, Passage, PassageKind, Quotation, QuotationType, Span

__all__ = [
    "Addition",
    "Appearance",
    "Archived",
    "Article",
    "ArticleView",
    "Attribution",
    "Candidate",
    "Cluster",
    "Correction",
    "CreditShares",
    "Difference",
    "EarlierText",
    "Evidence",
    "Favours",
    "Findings",
    "Fingerprint",
    "LeftOut",
    "LeftOutList",
    "LineageEdge",
    "LineageView",
    "Link",
    "ListedArticle",
    "Match",
    "Note",
    "OriginLine",
    "Passage",
    "PassageKind",
    "Precision",
    "PublicQuotation",
    "PublicationTime",
    "Quotation",
    "QuotationRow",
    "QuotationType",
    "QuotationUse",
    "Relation",
    "Remark",
    "Review",
    "ReviewRow",
    "ReviewStep",
    "Said",
    "Sibling",
    "Signature",
    "SkippedInput",
    "Span",
    "Subject",
    "TraceView",
    "Verdict",
    "Verification",
    "VersionView",
    "VersionsView",
    "left_out",
]
