"""Which articles are live pages, whose words were written over hours: they say so, by their kind, title or address.

A live page is published with its first update, so that the date of the page is not that of its later words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from provenance.model.articles import Article
from provenance.model.dated_parts import UPDATE_TIMES

LIVE_PAGE = "live_page"  # key in the metadata: how the page says what it is
# "Live" is a word of many headlines ("How to live to 100", "Live music returns"): it counts at either end of a title,
# set apart by a sign, or with a word for what is live.
_TITLE = re.compile(
    r"\Alive ?[:|–—-]|[:|–—-] ?live\Z|[:|–—-] ?live ?[:|–—-]"
    r"|\blive[ -]?(?:blog|ticker|updates?|coverage|reporting|text)\b"
    r"|\bas it happened\b|\bminute by minute\b|\brolling coverage\b"
    r"|\bnewsticker\b|\bim ticker\b|\ben direct\b|\bdirect ?[:|–—-]|\ben vivo\b|\ben directo\b|\bminuto a minuto\b"
    r"|\bin diretta\b|\bdiretta ?[:|–—-]|\bao vivo\b|\bao minuto\b|\bliveverslag\b|\brelacja na żywo\b|\bна живо\b"
    r"|\bонлайн-трансляция\b"
)
_ADDRESS = re.compile(r"/live(?:-?blogs?|-?updates?|-?ticker|-?news)?/|[/-]live-?(?:blog|updates?|ticker)\b")
LONGEST = 500  # characters of a title or address that are looked at


def is_live(article: Article) -> bool:
    """Whether an article is a live page."""
    if LIVE_PAGE in article.metadata or UPDATE_TIMES in article.metadata:
        return True
    return _says_live((article.title or "")[:LONGEST], (article.url or "")[:LONGEST])


@lru_cache(maxsize=1024)
def _says_live(title: str, address: str) -> bool:
    folded = " ".join(title.lower().split())
    return _TITLE.search(folded) is not None or _ADDRESS.search(address.lower()) is not None
