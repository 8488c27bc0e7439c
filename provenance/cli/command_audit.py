"""`provenance audit`: every link among archived articles."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli import options
from provenance.cli.session import of, show
from provenance.cli.text_search import index_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.model import Link
    from provenance.usecases.archive import Archive
    from provenance.usecases.auditing import AuditSummary
    from provenance.usecases.filters import Filters

NO_ARTICLES = "the archive holds no articles: `provenance add` reads some"


def audit(
    context: typer.Context,
    jobs: options.Jobs = 0,
    again: Annotated[
        bool, typer.Option("--again", help="Compare and judge everything anew, whatever is recorded.")
    ] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ARTICLE", help="Print only links of this article (may be repeated).", show_default=False
        ),
    ] = None,
    profile: options.Profile = "news",
    min_words: options.MinWords = None,
    min_score: options.MinScore = None,
    min_confidence: options.MinConfidence = 0.8,
    publisher: options.Publisher = None,
    language: options.Language = None,
    since: options.Since = None,
    until: options.Until = None,
    no_quotations: options.NoQuotations = False,
    no_self_reuse: options.NoSelfReuse = False,
    same_event: options.SameEvent = False,
    format: options.LinksFormat = "text",
) -> None:
    """Find and record every link among archived articles.

    A second run compares only what is new; after Ctrl-C the same command goes on where it stopped. What a person
    has confirmed or rejected stands above it. Filters and limits narrow what is printed, not what is recorded.
    Pairs that only report the same event are recorded, and printed with --same-event or --min-confidence 0.

    \b
    Examples:
      provenance audit
      provenance audit --format jsonl --min-confidence 0 > links.jsonl
      provenance audit --only dam-inspection-ledger --no-quotations
      provenance audit --publisher "Skerrow Argus" --publisher "Highmoor Post" --no-self-reuse
    """
    from provenance.config.settings import Settings
    from provenance.reports.event_words import unlisted_words
    from provenance.reports.formats import LinkList
    from provenance.usecases.narrowing import listed_apart

    settings = Settings.of(profile, min_confidence=min_confidence)
    session = of(context)
    session.note_plain_kernels()
    with session.archive(settings=settings) as archive:
        filters = options.filters(
            publisher,
            since,
            until,
            no_quotations=no_quotations,
            no_self_reuse=no_self_reuse,
            languages=language,
            min_words=min_words,
            min_score=min_score,
            same_event=same_event,
            only=[archive.resolve(name) for name in only or ()],
        )
        index_words(session, archive)
        with session.progress() as progress:
            summary = archive.audit(jobs=jobs, again=again, on_progress=progress)
        session.note(_done(summary) if archive.store.articles.count() else NO_ARTICLES)
        everything = archive.listed_links(replace(filters, same_event=True))
        links, unlisted = listed_apart(everything, filters.at(min_confidence))
        unlisted_notes = [unlisted_words(len(unlisted))] if unlisted else []
        notes = [*unlisted_notes, *_not_shown(archive, summary, links, filters)] if format == "text" else []
        for note in unlisted_notes if format != "text" else ():
            session.note(note)
        whole = partial(archive.whole_links, filters=filters)
        show("links", LinkList(links, whole, archive.named, notes), format)


def _done(summary: AuditSummary) -> str:
    """What the audit did, in a line."""
    from provenance.reports.audit_words import done_words

    return done_words(summary.articles, summary.pairs, summary.links, summary.kept)


def _not_shown(archive: Archive, summary: AuditSummary, links: Sequence[Link], filters: Filters) -> list[str]:
    """What the list leaves out, and what the audit did not look at or could not know."""
    from provenance.reports.wording import capital, count, cut_off_words, filtered_words
    from provenance.usecases.filters import Filters

    notes = []
    every = archive.listed_links(Filters(same_event=filters.same_event)) if filters.narrow else links
    if (left_out := len(every) - len(links)) > 0:
        notes.append(f"{capital(filtered_words(left_out, 'further link'))}.")
    notes += cut_off_words(*summary.cut_off.counts)
    listed = archive.listed()
    undated = sum(row.published is None for row in listed)
    if undated:
        have = "has" if undated == 1 else "have"
        notes.append(
            f"{undated:,} of {count(len(listed), 'article')} {have} no date: who took from whom rests on wording and "
            "credits there (`provenance list --format json` names them)."
        )
    return notes
