"""Sentences on quotations that several articles have from one public occasion: who said it, who printed it first, how
many have it.

The words are plain text and may hold any characters of a name: the caller escapes or neutralises them for its medium.
"""

from __future__ import annotations

from provenance.model import Article, PublicQuotation
from provenance.reports import wording

HEAD = "Said in public, and in several articles"
UNARTICLED = ("parliament", "remarks to reporters")  # occasions that are named without "the"
LONGEST = 90  # letters of a quotation that is only named
MOST_FIRST = 3  # articles that are named where dates do not decide between them


def public_words(public: PublicQuotation, article: Article, *, both: str | None = None) -> str:
    """ "Berit Lund's words from the press conference: printed first by Coast Post (2 May 2025); 5 archived articles
    have them besides this one"; no full stop.

    `both` is the id of the other article where just two were compared.
    """
    words = f"{public.speaker}'s words" if public.speaker else "words whose speaker is not known"
    called = "this article" if both is None else wording.short_name(article)
    return f"{wording.capital(words)}{_from(public)}: {_first(public, article, called)}; {_having(public, both)}"


def occasion_words(public: PublicQuotation) -> str:
    """How many have it, where all of them are listed: "said in public: 3 articles have it from the speech"."""
    return f"said in public: {len(public.holders) + 1:,} articles have it{_from(public)}"


def quoted(public: PublicQuotation, article: Article) -> str:
    """The words themselves, cut where they are long."""
    said = " ".join(public.span.of(article.text).split())
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1].rstrip()}…"


def _from(public: PublicQuotation) -> str:
    if not public.occasion:
        return ""
    return f" from {'' if public.occasion in UNARTICLED else 'the '}{public.occasion}"


def _first(public: PublicQuotation, article: Article, called: str) -> str:
    known = public.first
    if not known or len(known) > MOST_FIRST:
        return "who printed them first is not known"
    undated = any(each.published is None for each in (article, *public.holders))
    names = [
        f"{called if each.id == article.id else wording.short_name(each)} ({wording.short_time(each.published)})"
        for each in known
    ]
    among = ", of those with a date," if undated else ""
    return f"printed first{among} by {' or '.join(names)}"


def _having(public: PublicQuotation, both: str | None) -> str:
    further = [each for each in public.holders if each.id != both]
    if both is not None and not further:
        return "both have them"
    have = "article has" if len(further) == 1 else "articles have"
    return f"{len(further):,} archived {have} them besides {'this one' if both is None else 'these two'}"
