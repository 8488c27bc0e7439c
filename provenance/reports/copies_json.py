"""What `backup`, `restore` and `repair` did, as JSON."""

from __future__ import annotations

from typing import Any

from provenance.model.copies import KeptArchive, Repaired, Restored


def kept_object(kept: KeptArchive) -> dict[str, Any]:
    """An archive's file and its counts."""
    return {"file": str(kept.path), "bytes": kept.size, **kept.counts}


def restored_object(restored: Restored) -> dict[str, Any]:
    """What is in place now, and what it replaced."""
    return {
        **kept_object(restored.archive),
        "replaced": None if restored.replaced is None else str(restored.replaced),
        "upgraded_from": restored.upgraded_from,
    }


def repaired_object(repaired: Repaired) -> dict[str, Any]:
    """What was saved of which file, and what was not."""
    return {"damaged": str(repaired.damaged), **kept_object(repaired.saved), "not_saved": list(repaired.lost)}
