"""The commands that look after an archive, as JSON: lists, clusters, additions, verification.

Written with `contract_json.dump`, in the order in which the use cases give the rows.
"""

from __future__ import annotations

from typing import Any

from provenance.model import Addition, ArticleView, Cluster, ListedArticle, Verification
from provenance.reports.contract_json import article_object


def listed_object(row: ListedArticle) -> dict[str, Any]:
    """One row of `list`."""
    return {
        "id": row.id,
        "url": row.url,
        "title": row.title,
        "author": row.author,
        "publisher": row.publisher,
        "published": row.published.written if row.published else None,
        "characters": row.characters,
        "versions": row.versions,
    }


def article_view_object(view: ArticleView) -> dict[str, Any]:
    """What `show` prints: the article with its text, the digests of its versions and counts."""
    return {
        **article_object(view.article, with_text=True),
        "versions": list(view.versions),
        "counts": dict(sorted(view.counts.items())),
    }


def cluster_object(cluster: Cluster) -> dict[str, Any]:
    """One group of near duplicates, the earliest known member first."""
    weakest = cluster.weakest
    return {
        "kept": cluster.kept,
        "members": [member.id for member in cluster.members],
        "weakest": {"a": weakest[0], "b": weakest[1], "jaccard": weakest[2]} if weakest else None,
    }


def addition_object(addition: Addition) -> dict[str, Any]:
    """What `add` did, every skipped input with its reason."""
    return {
        "added": list(addition.added),
        "renewed": list(addition.renewed),
        "unchanged": addition.unchanged,
        "skipped": [{"where": skipped.where, "reason": skipped.reason} for skipped in addition.skipped],
        "archive": addition.archive,
    }


def verification_object(verification: Verification) -> dict[str, Any]:
    """What `verify` looked at and found."""
    return {
        "checked": dict(sorted(verification.checked.items())),
        "problems": list(verification.problems),
    }
