"""Copies of a source, in words: which of several articles with one text was used, the texts do not say."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model import Link
from provenance.model.appearance import known_by
from provenance.model.event_evidence import CopyOfSource
from provenance.reports import wording
from provenance.reports.naming import Naming

NAMED = 2  # copies told one by one, more are counted


def copies(link: Link) -> list[str]:
    """The articles with the text of a link's source that may have been used instead, the earliest known first."""
    return [name for each in link.evidence if each.kind is CopyOfSource.kind for name in each.articles]


def one_a_text(links: Sequence[Link], names: Naming) -> list[Link]:
    """Of links to copies of one source that to the earliest known one; the order of the rest stays."""
    groups: list[list[Link]] = []
    for link in links:
        found = next((group for group in groups if any(link.source in copies(each) for each in group)), None)
        if found is None:
            groups.append([link])
        else:
            found.append(link)
    return [min(group, key=lambda link: _first_known(link.source or "", names)) for group in groups]


def or_copies(link: Link, names: Naming) -> str:
    """ " or its copy, Coast Wire's article of 2 May", behind the name of the source; "" without copies."""
    found = copies(link)
    if not found:
        return ""
    if len(found) > NAMED:
        return f" or one of its {len(found):,} copies"
    which = "its copy" if len(found) == 1 else "one of its copies"
    return f" or {which}, {wording.listing([names.story(each) for each in found])}"


def _first_known(article: str, names: Naming) -> tuple[bool, float]:
    known = names.articles.get(article)
    time = known_by(known) if known else None
    return (False, time.latest) if time else (True, 0.0)
