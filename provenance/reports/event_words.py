"""Words for articles that report the same event: what that claims of two of them, and how many are not listed.

Nothing here says that anybody took anything: that is what the relation denies.
"""

from __future__ import annotations

from provenance.model import Link
from provenance.model.evidence import PublicationTimes

# Seconds between two articles from which on they report no one event. Of 25 pairs of press releases called so, 8 were
# about one event or bill; of the other 17 all but two were further apart.
MONTH = 30 * 86_400.0


def far_apart(link: Link) -> bool:
    """Whether both articles have dates, and these are more than a month apart."""
    for each in link.evidence:
        times = each.arguments
        if isinstance(times, PublicationTimes) and times.a and times.b:
            return max(times.a.earliest - times.b.latest, times.b.earliest - times.a.latest) > MONTH
    return False


def unlisted_words(count: int) -> str:
    """How many links of this relation are not listed, and how to see them; a sentence, "" where there is none."""
    if not count:
        return ""
    some = f"{count:,} pairs that report the same event are" if count > 1 else "1 pair that reports the same event is"
    return f"{some} not listed: --same-event shows {'them' if count > 1 else 'it'}."


def only_reports(articles: int) -> str:
    """How many articles share nothing with archived ones but what both report of an event."""
    return f"{articles:,} only {'reports' if articles == 1 else 'report'} the same event as archived ones"


def only_unlisted_words(count: int, compared: str) -> str:
    """The verdict on an article that shares text with nothing but other reports of the same event."""
    many = count > 1
    return (
        f"No source among {compared}. {count:,} of them {'report' if many else 'reports'} the same event and "
        f"{'share' if many else 'shares'} with it what was said or known there; neither copied the other."
    )
