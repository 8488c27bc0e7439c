"""The JSON object of a passage."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from provenance.model import Match, Passage, Span
from provenance.reports.review_json import review_object


def passage_object(passage: Passage, text_a: str, text_b: str) -> dict[str, Any]:
    """A passage beside a passage. An empty text (an article that came without it) gives null words.

    The texts are those that the offsets refer to: of an earlier version where the passage says so.
    """
    match = passage.match
    return {
        "kind": match.kind,
        "by": match.by,
        "a": stretch(match.a, text_a) | _version(passage.versions[0]),
        "b": stretch(match.b, text_b) | _version(passage.versions[1]),
        "score": match.score,
        "speaker": passage.speaker,
        "in_quotes": {"a": passage.in_quotes[0], "b": passage.in_quotes[1]},
        "altered": passage.altered,
        "speech": passage.speech,
        "speakers": {"a": passage.speakers[0], "b": passage.speakers[1]},
        "shared": shared_object(match.shared),
        "agreeing": agreeing_object(match, text_a),
        "differences": [{"what": each.what, "a": each.a, "b": each.b} for each in match.differences],
        "review": review_object(passage.review),
    }


def agreeing_object(match: Match, text_a: str) -> list[dict[str, Any]]:
    """What agrees in a passage that was found by meaning: its numbers and names; [] where words can be marked."""
    if match.by != "meaning":
        return []
    return [
        {"what": "number" if a.of(text_a)[:1].isdigit() else "name", "a": list(a), "b": list(b)}
        for a, b in match.shared
        if text_a
    ]


def _version(version: int | None) -> dict[str, int]:
    return {} if version is None else {"version": version}


def stretch(span: Span, text: str) -> dict[str, Any]:
    """Where something is and its words, null where the text is not known."""
    return {"start": span.start, "end": span.end, "text": span.of(text) if text else None}


def shared_object(pairs: Iterable[tuple[Span, Span]]) -> list[dict[str, list[int]]]:
    """Pairs of stretches that agree, as pairs of `[start, end]`."""
    return [{"a": list(a), "b": list(b)} for a, b in pairs]
