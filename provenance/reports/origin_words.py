"""Sentences about the independent origins that the appearances of a passage come down to."""

from __future__ import annotations

from provenance.model import OriginLine, TraceView
from provenance.reports import wording

MOST_NAMED = 5  # origins in one sentence


def origins(view: TraceView) -> list[str]:
    """Sentences about what the appearances of a passage come down to; none where that is not known."""
    if view.origins is None or max(view.found, len(view.appearances)) < 2:
        return []
    named = [_origin_name(each) for each in view.lines[:MOST_NAMED]]
    if len(view.lines) > MOST_NAMED:
        named.append(f"{len(view.lines) - MOST_NAMED:,} more")
    least = view.origins_at_least
    unsure = least is not None and least < view.origins
    sentence = f"They {'probably ' * unsure}come down to {wording.count(view.origins, 'independent origin')}"
    if named:
        sentence += f": {wording.listing(named)}"
    sentences = [sentence + "."]
    if unsure:
        sentences.append(f"Some links among them are undetermined: if those are copies, {least:,} would be left.")
    if view.several and view.origins > 1:
        sentences.append("The words were said to several reporters, so that each may have heard them.")
    return sentences


def _origin_name(origin: OriginLine) -> str:
    """The name of an origin, with the number of those that come from it."""
    shown = wording.short_name(origin.article) if origin.article else f"{origin.outside} (not archived)"
    others = len(origin.holders) - (origin.article is not None)
    return f"{shown} (and {others:,} from it)" if others else shown
