"""What a check would have found, and what `calibrate` measured, as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from provenance.model.detection import Detection, Searched


def searched_object(searched: Searched) -> dict[str, Any]:
    """The key `searched` of a finding."""
    return {
        "articles": searched.articles,
        **({"not_read": list(searched.not_read)} if searched.not_read else {}),
        "found_if": [asdict(row) for row in searched.found_if],
        "by_meaning": None if searched.by_meaning is None else asdict(searched.by_meaning),
        "measured": {
            "in": searched.measured_in,
            "articles": searched.measured_articles,
            "date": searched.measured or None,
            "stale": searched.stale,
        },
    }


def detection_object(measured: Detection) -> dict[str, Any]:
    """What `calibrate` prints: of each form the counts and the promised probability, and the controls."""
    return {
        **{key: value for key, value in asdict(measured).items() if key not in ("copies", "controls")},
        "copies": [asdict(row) for row in measured.copies],
        "controls": [asdict(row) for row in measured.controls],
    }
