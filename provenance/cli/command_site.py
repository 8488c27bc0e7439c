"""`provenance site`: the archive as static files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from provenance.cli import options
from provenance.cli.session import emit, of


def site(
    context: typer.Context,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder to write: a new one, an empty one, or a former site.")
    ],
    limit: Annotated[
        int, typer.Option(min=1, help="At most so many articles have pages, those that share most first.")
    ] = 500,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Other names for outlets, authors and those who are quoted.")
    ] = False,
    title: Annotated[str | None, typer.Option(help="What the site is called; the archive's name is used.")] = None,
    profile: options.Profile = "news",
    min_confidence: options.MinConfidence = 0.8,
) -> None:
    """Write the archive as static pages: overview, articles, comparisons, network, timeline, quotations, search.

    They need no server and no network, refer to each other by relative addresses, and run nothing but their own
    scripts. The same archive gives the same files.

    \b
    Examples:
      provenance site -o site
      provenance site -o annex --anonymous --title "Annex B"
    """
    from provenance import __version__
    from provenance.cli.site_folder import SiteFolder
    from provenance.config.settings import Settings
    from provenance.usecases.publishing import site_files
    from provenance.usecases.shown_record import shown_record

    settings = Settings.of(profile, min_confidence=min_confidence)
    session = of(context)
    session.note_plain_kernels()
    with session.archive(settings=settings, readonly=True) as archive, session.progress() as progress:
        if not shown_record(archive.store, profile).audited:
            session.note("provenance: no audit is finished; `provenance audit` finds the links that pages show")
        name = title or ("An archive" if anonymous else archive.store.path.stem)
        folder = SiteFolder(output)
        for file, content in site_files(
            archive.store,
            settings,
            name=name,
            version=__version__,
            limit=limit,
            anonymous=anonymous,
            on_progress=progress,
        ):
            folder.write(file, content)
        folder.finish()
    emit(str(output / "index.html"))
