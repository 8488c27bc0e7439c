"""Long work behind a page gives way to pages: it uses what they leave, and every processor where nobody reads."""

from __future__ import annotations

import os
from contextlib import suppress

NICENESS = 10  # a third of the time of a page's thread where both want one processor


def give_way() -> None:
    """Let this process, and those that it starts, come after others. Windows has no such thing: nothing happens."""
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(NICENESS)
