"""What a shell offers where an article is to be named: the archived ids that begin as what was typed.

A shell asks at every press of a key: whatever goes wrong, nothing is offered and nothing is printed.
"""

from __future__ import annotations

from pathlib import Path

import typer

MOST = 200  # ids that are offered


def archived_ids(context: typer.Context, incomplete: str) -> list[str]:
    """Ids of the archive that is named on the line, in the environment or by default, ascending."""
    from provenance.errors import ProvenanceError
    from provenance.usecases.archive import Archive

    asked = context.find_root().params.get("db")
    path = context.meta.get("db") or asked or "provenance.db"
    try:
        with Archive(Path(path), readonly=True) as archive:
            return archive.store.articles.beginning_with(incomplete, MOST)
    except (ProvenanceError, OSError):
        return []
