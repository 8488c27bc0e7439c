"""`provenance add`: articles into the archive."""

from __future__ import annotations

import typer

from provenance.cli import options
from provenance.cli.failure import complain, complain_of
from provenance.cli.session import of, show
from provenance.cli.text_search import index_words
from provenance.errors import ProvenanceError


def add(
    context: typer.Context,
    paths: options.Paths = None,
    from_file: options.FromFile = None,
    rename: options.Renames = None,
    dates: options.Dates = None,
    given: options.Given = None,
    allow_local: options.AllowLocal = False,
    keep_source: options.KeepSource = False,
    meaning: options.Meaning = False,
    jobs: options.Jobs = 0,
    format: options.AdditionFormat = "text",
) -> None:
    """Read articles into the archive.

    The same text again changes nothing; a new text for a known id or address becomes a new version. An article that
    cannot be read is named and skipped, the others go in. What --set says wins over what is read, and corrects
    articles that are archived already. Addresses are fetched: pages, feeds, sitemaps, documents.

    \b
    Examples:
      provenance add corpus/articles
      echo '{"body": "The quay is shut.", "date": "2025-03-04"}' | provenance add - --map text=body,published=date
      cat corpus/articles/skerrow-argus/argus-2025.jsonl | provenance add -
      provenance add corpus/incoming/water-refunds-wireless.txt --set published=2025-03-04
      provenance add https://example.org/story https://example.org/feed.xml --keep-source
    """
    values = options.given(given)
    names = options.named(paths, from_file)
    if meaning:
        options.require_encoder()
    session = of(context)
    session.note_plain_kernels()
    dealt_with = 0
    with session.archive(create=True) as archive, session.progress() as progress:

        def watch(stage: str, done: int, total: int | None) -> None:
            nonlocal dealt_with
            dealt_with = done
            progress(stage, done, total)

        try:
            report = archive.add(
                names,
                rename=options.renames(rename),
                dates=dates,
                given=values,
                jobs=jobs,
                list_left_out=format != "text",
                on_progress=watch,
                fetching=options.fetching(session.db, allow_local=allow_local, keep_source=keep_source),
            )
        except (KeyboardInterrupt, ProvenanceError):
            if dealt_with:
                complain(f"stopped after {dealt_with:,} inputs; their articles are in {session.db}")
            raise
        index_words(session, archive)
        if meaning:
            archive.embed(jobs=jobs, on_progress=progress)
    if format == "text":
        complain_of(report.left_out, quiet=session.quiet)
    show("addition", report, format)
    if report.skipped_count and not (report.added or report.renewed or report.unchanged):
        raise typer.Exit(1)
