"""What an audit did, and how far one is that runs, in words."""

from __future__ import annotations

from provenance.reports.wording import capital, count


def done_words(articles: int, pairs: int, links: int, kept: int) -> str:
    """What an audit did, in a line: articles that are new to it, pairs compared, links new or changed, links kept."""
    unchanged = f"{count(kept, 'link')} unchanged"
    if not (articles or pairs or links):
        return f"nothing new since the last audit: {unchanged}"
    return (
        f"checked {count(articles, 'new article')}, compared {count(pairs, 'pair')}: "
        f"{count(links, 'link')} new or changed, {unchanged}"
    )


def stage_words(stage: str, done: int, total: int | None) -> str:
    """ "Comparing pairs: 1,204 of 8,000"."""
    return f"{capital(stage)}: {done:,}{f' of {total:,}' if total is not None else ''}"
