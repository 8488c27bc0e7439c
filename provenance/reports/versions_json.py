"""What `show --versions` prints as JSON: every text that an article had, and what each changed of the one before."""

from __future__ import annotations

from typing import Any

from provenance.model import Span, VersionsView, VersionView
from provenance.reports.contract_json import article_object


def versions_object(view: VersionsView) -> dict[str, Any]:
    """The versions, oldest first. Offsets of `taken_out` are of the version before, those of `put_in` of this one."""
    texts = ["", *(each.article.text for each in view.versions)]
    return {
        "article": view.article.id,
        "versions": [_version(each, before) for each, before in zip(view.versions, texts, strict=False)],
    }


def _version(version: VersionView, before: str) -> dict[str, Any]:
    return {
        **article_object(version.article),
        "version": version.version,
        "added": version.added,
        "current": version.current,
        "words_taken_out": version.words_taken_out,
        "words_put_in": version.words_put_in,
        "changes": [
            {"taken_out": _stretch(out, before), "put_in": _stretch(into, version.article.text)}
            for out, into in version.changes
        ],
    }


def _stretch(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}
