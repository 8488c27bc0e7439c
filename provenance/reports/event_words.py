"""Words for articles that report the same event: what that claims of two of them, and how many are not listed.

Nothing here says that anybody took anything: that is what the relation denies.
"""

from __future__ import annotations


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
