"""`provenance check`: new articles against the archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli import options
from provenance.cli.failure import REACHED_LIMIT, complain, complain_of, nobody_reads
from provenance.cli.session import of, show

if TYPE_CHECKING:
    from provenance.model import Findings, SkippedInput


def check(
    context: typer.Context,
    paths: options.Paths = None,
    from_file: options.FromFile = None,
    add: Annotated[bool, typer.Option("--add", help="Store the articles too, after checking them.")] = False,
    fail_over: Annotated[
        float | None,
        typer.Option(min=0, max=1, help="Exit with 3 when a shared part is larger than this.", show_default=False),
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
    rename: options.Renames = None,
    dates: options.Dates = None,
    given: options.Given = None,
    allow_local: options.AllowLocal = False,
    keep_source: options.KeepSource = False,
    why: options.Why = False,
    format: options.FindingsFormat = "text",
) -> None:
    """Compare new articles with the archive; nothing is written without --add.

    \b
    Examples:
      provenance check corpus/incoming/cable-mending-newsnook.txt
      provenance check corpus/incoming/water-refunds-wireless.txt --set published=2025-03-04
      provenance check corpus/incoming --format jsonl > findings.jsonl
      provenance check https://example.org/story
      provenance check corpus/incoming/honey-brief-post.json --fail-over 0.3 || echo "look at it"
    """
    from provenance.config.settings import Settings
    from provenance.model import LeftOutList, SkippedInput
    from provenance.reports.terminal.left_out import single

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
    values = options.given(given)
    names = options.named(paths, from_file)
    largest, answers = 0.0, 0
    left_out = LeftOutList(whole=False)

    def answered(found: Iterable[Findings | SkippedInput]) -> Iterator[Findings]:
        """The findings; for programs, each line on what was left out goes to stderr meanwhile."""
        nonlocal largest, answers
        for findings in found:
            told = [findings] if isinstance(findings, SkippedInput) else findings.article.notes
            for one in told:
                left_out.add(one)
                if format != "text":
                    complain(single(one))
            if isinstance(findings, SkippedInput):
                continue
            answers += 1
            largest = max(largest, findings.share)
            yield findings

    session = of(context)
    session.note_plain_kernels()
    with session.archive(settings=settings, create=add, readonly=not add) as archive:
        found = archive.check(
            names,
            filters=filters,
            rename=options.renames(rename),
            dates=dates,
            given=values,
            add=add,
            fetching=options.fetching(session.db, allow_local=allow_local, keep_source=keep_source),
        )
        try:
            show("findings", answered(found), format, why=why)
        except BrokenPipeError:
            if not add:
                raise
            nobody_reads()  # whoever says --add wants all of them stored, also where `head` has seen enough
            for _ in answered(found):
                pass
            complain(f"nobody read the results to their end; all {answers:,} articles were checked and stored")
    if format == "text":
        complain_of(left_out, quiet=session.quiet)
    if left_out.count() and not answers:
        raise typer.Exit(1)
    if fail_over is not None and largest > fail_over:
        raise typer.Exit(REACHED_LIMIT)
