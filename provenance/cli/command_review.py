"""`provenance review`: what a person says of a link, a passage, two publishers or a set phrase; and what was said."""

from __future__ import annotations

from typing import Annotated, Any, get_args

import typer

from provenance.cli import options
from provenance.cli.completion import archived_ids
from provenance.cli.failure import complain
from provenance.cli.session import of, show

DONE = {"confirm": "confirmed", "reject": "rejected", "note": "noted", "undo": "the last review is undone"}


def review(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[A B] VERDICT",
            help="Two articles, then confirm, reject, note or undo; with --list an article or nothing.",
            show_default=False,
            autocompletion=archived_ids,
        ),
    ] = None,
    note: Annotated[str, typer.Option(help="Why, for whoever reads it later.", show_default=False)] = "",
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who says it; else the system's user.", show_default=False)
    ] = None,
    passage: Annotated[
        tuple[int, int] | None,
        typer.Option(
            metavar="START END", help="Only the passage at this place of A, as check prints it.", show_default=False
        ),
    ] = None,
    publishers: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="ONE OTHER", help="All links between two publishers, those to come too.", show_default=False
        ),
    ] = None,
    phrase: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="All passages of these words, those to come too.", show_default=False),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List what people said, of all or of one article.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="With --list: also what was undone or replaced.")] = False,
    profile: options.Profile = "news",
    format: options.ReviewsFormat = "text",
) -> None:
    """Confirm or reject a link, add a note to it, or take the last word back; it stands above the program's word.

    A confirmed link is shown as it was confirmed, whatever the program says later. A rejected one counts nowhere and
    is shown last, marked. All that was ever said is kept; undo takes one step back, and again the one before.

    \b
    Examples:
      provenance review ferry-strike-northline ferry-strike-herald confirm --note "editor confirmed by phone"
      provenance review ferry-strike-northline ferry-strike-herald undo
      provenance review ferry-strike-northline ferry-strike-herald reject --passage 133 2476 --by dana
      provenance review --publishers "Inland Ledger" "NewsNook" reject --note "licensed"
      provenance review --phrase "declined to comment" reject
      provenance review --list
    """
    from provenance.config.settings import Settings

    given = list(words or ())
    if listed:
        if len(given) > 1 or note or by or passage or publishers or phrase is not None:
            raise typer.BadParameter("--list takes one article or none, and no review", param_hint="--list")
        with of(context).archive(settings=Settings.of(profile), readonly=True) as archive:
            rows = archive.reviews(given[0] if given else None, everything=everything)
        show("reviews", rows, format)
        return
    if everything or format != "text":
        raise typer.BadParameter("--all and --format belong to --list", param_hint="--list")
    if publishers is not None and (phrase is not None or passage is not None):
        raise typer.BadParameter("give one of --passage, --publishers and --phrase", param_hint="--publishers")
    if phrase is not None and passage is not None:
        raise typer.BadParameter("give one of --passage, --publishers and --phrase", param_hint="--phrase")
    wide = publishers is not None or phrase is not None
    verdict = _verdict(given, articles=0 if wide else 2)
    session = of(context)
    with session.archive(settings=Settings.of(profile)) as archive:
        if publishers is not None:
            archive.review_publishers(*publishers, verdict, note, by)
            for name in dict.fromkeys(publishers):
                if not archive.listed(options.filters([name])):
                    complain(f"no archived article is of {name} yet")
            about = f"all links between {publishers[0]} and {publishers[1]}"
        elif phrase is not None:
            archive.review_phrase(phrase, verdict, note, by)
            about = f"passages of the words “{phrase}”"
        else:
            archive.review(given[0], given[1], verdict, note, by=by, passage=passage)
            about = f"{given[0]} and {given[1]}"
            if passage is not None:
                place = f"{passage[0]} to {passage[1]}"
                about = f"the passage at {place} of {given[0]}, shared with {given[1]}"
    session.note(f"{about}: {DONE[verdict]}")


def _verdict(given: list[str], articles: int) -> Any:
    """The last word, which says what the person says; a usage error where words are missing or too many."""
    from provenance.usecases.reviewing import Word

    if not given or given[-1] not in get_args(Word):
        raise typer.BadParameter("end with confirm, reject, note or undo", param_hint="VERDICT")
    if len(given) != articles + 1:
        wanted = "two articles" if articles else "no article"
        raise typer.BadParameter(f"give {wanted} before {given[-1]}", param_hint="A B")
    return given[-1]
