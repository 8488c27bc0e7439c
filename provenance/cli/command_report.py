"""`provenance report`: findings as one self-contained HTML file."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from provenance.cli import options
from provenance.cli.completion import archived_ids
from provenance.cli.failure import complain, complain_of
from provenance.cli.record_notes import note_record
from provenance.cli.session import emit, of


def report(
    context: typer.Context,
    output: options.Output,
    articles: Annotated[
        list[str] | None,
        typer.Argument(
            help="Archived articles, or files and folders to check; none means those that share most.",
            autocompletion=archived_ids,
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option(min=1, help="Without names: at most so many articles, those that share most.")
    ] = 200,
    all_: Annotated[
        bool, typer.Option("--all", help="Without names: every article that shares text, however many.")
    ] = False,
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
    why: options.Why = False,
) -> None:
    """Write an HTML report: the article, its reused passages beside their sources, quotations and a timeline.

    The file needs no network and reads without JavaScript.

    \b
    Examples:
      provenance report corpus/incoming -o report.html
      provenance report dam-inspection-ledger -o dam.html
      provenance report --all -o everything.html
    """
    from provenance.cli.output import require_page
    from provenance.config.settings import Settings
    from provenance.model import LeftOutList, SkippedInput
    from provenance.usecases.shown_record import shown_record

    require_page(output)
    settings = Settings.of(profile, min_confidence=min_confidence)
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
    )
    session = of(context)
    session.note_plain_kernels()
    with session.archive(settings=settings, readonly=True) as archive, session.progress() as progress:
        note_record(session, archive)
        entries, note = [], ""
        if not articles and not all_ and (total := len(archive.sharing(filters))) > limit:
            note = (
                f"These are the {limit:,} articles that share most, of {total:,} that share text; "
                "`--limit` says how many to write, `--all` writes every one."
            )
            session.note(note)
        most = None if all_ else limit
        left_out = LeftOutList(whole=False)
        for entry in archive.report(articles or (), filters=filters, limit=most, on_progress=progress):
            if isinstance(entry, SkippedInput):
                left_out.add(entry)
            else:
                left_out.add_notes(entry[0].article)
                entries.append(entry)
        audited = not entries and shown_record(archive.store, profile).audited
        same_event = audited and bool(archive.sharing(replace(filters, same_event=True)))
    complain_of(left_out, quiet=session.quiet)
    if not entries:
        nothing = "the last audit found no articles that share text" if audited else "run `provenance audit` first"
        if audited and filters.narrow:
            nothing = "the last audit found no articles that share text and that the filters admit"
        if same_event:
            nothing = "the last audit found only articles that report the same event (--same-event shows them)"
        complain(f"nothing to report: {nothing}, or name an archived article, a file or a folder")
        raise typer.Exit(1)
    from provenance.cli.output import write_whole
    from provenance.reports.html import report_page

    write_whole(output, report_page(entries, note, left_out, why=why))
    if str(output) != "-":
        emit(str(output))
