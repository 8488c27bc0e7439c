"""Words for articles that report the same event: what that claims of two of them, and how many are not listed.

Nothing here says that anybody took anything: that is what the relation denies.
"""

from __future__ import annotations

from provenance.model import Link


def relation_words(named: str) -> str:
    """What a link of this relation says of an article, beside the other one."""
    return f"reports the same event as {named}; neither was made from the other"


def likely_words(perhaps: str) -> str:
    """The same of a link that is not sure enough to say so: `perhaps` is "probably" or "perhaps"."""
    return f"; {perhaps} neither copied, and both report the same event"


def guess_words(link: Link) -> str:
    """What the program took two articles for of which neither derives from the other."""
    return "both report the same event" if link.likeliest == "same_event" else "both used one source"


def unlisted_words(count: int) -> str:
    """How many links of this relation are not listed, and how to see them; a sentence, "" where there is none."""
    if not count:
        return ""
    some = f"{count:,} pairs that report the same event are" if count > 1 else "1 pair that reports the same event is"
    return f"{some} not listed: --same-event shows {'them' if count > 1 else 'it'}."


def only_unlisted_words(count: int, compared: str) -> str:
    """The verdict on an article that shares text with nothing but other reports of the same event."""
    some = f"{count:,} of them report" if count > 1 else "1 of them reports"
    return (
        f"No source of this article was found in the {compared}. {some} the same event and "
        f"{'share' if count > 1 else 'shares'} with it what was said or known there; neither was made from the other."
    )
