"""What becomes of an input that breaks its reader: one line that names it, and the other inputs go in.

A reader never raises for the content of an input (`provenance.sources.readers`); where one does, that is a fault of
this program and the line says so. Nothing here knows a format.
"""

from __future__ import annotations

import os

from provenance.errors import unforeseen
from provenance.model import SkippedInput


def skipped(where: str, error: Exception) -> SkippedInput:
    """The skipped input for an error that no reader expects; with PROVENANCE_DEBUG the error goes on, to be seen."""
    if os.environ.get("PROVENANCE_DEBUG"):
        raise error
    return SkippedInput(where, f"it could not be read: {unforeseen(error)}", "unforeseen")
