"""Which JSON object each answer is printed as: the rows of an answer that has rows, or the answer as one object."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from provenance.reports import contract_json as written
from provenance.reports.detection_json import detection_object
from provenance.reports.formats import Answer
from provenance.reports.identity_json import listed_object
from provenance.reports.review_json import review_row_object
from provenance.reports.versions_json import versions_object

ROWS: Mapping[Answer, Callable[[Any], dict[str, Any]]] = {
    "findings": written.findings_object,
    "quotations": written.quotation_object,
    "clusters": written.cluster_object,
    "articles": listed_object,
    "reviews": review_row_object,
}
SINGLE: Mapping[Answer, Callable[[Any], dict[str, Any]]] = {
    "comparison": written.comparison_object,
    "lineage": written.lineage_object,
    "trace": written.trace_object,
    "article": written.article_view_object,
    "versions": versions_object,
    "statistics": dict,
    "addition": written.addition_object,
    "verification": written.verification_object,
    "detection": detection_object,
}
