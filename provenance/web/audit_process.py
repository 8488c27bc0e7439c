"""An audit in a process of its own, so that pages are made meanwhile: `python -m provenance.web.audit_process`.

It says how far it is in lines of JSON on standard output, and ends like an audit after Ctrl-C when its standard input
is closed: by whoever started it, or because that one is gone. What was done so far is kept, and the next audit goes
on from there.
"""

from __future__ import annotations

import _thread
import json
import sys
import threading
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from provenance.config.settings import Settings
from provenance.errors import ProvenanceError
from provenance.usecases.archive import Archive
from provenance.usecases.browsing.priority import give_way

INTERVAL = 0.2  # seconds between two lines about the same stage


def main(path: str, profile: str, jobs: str) -> None:
    """Audit the archive at `path` and say so."""
    give_way()
    threading.Thread(target=_interrupt_when_closed, daemon=True).start()
    try:
        chosen: Any = profile
        with Archive(Path(path), settings=Settings.of(chosen), create=False) as archive:
            told = _Telling()
            archive.index_words(told)
            summary = archive.audit(jobs=int(jobs), on_progress=told)
        done = asdict(summary)
        _say({"done": [done[name] for name in ("articles", "pairs", "links", "kept")]})
    except KeyboardInterrupt:
        _say({"stopped": True})
    except ProvenanceError as error:
        _say({"failed": str(error)})


def _interrupt_when_closed() -> None:
    sys.stdin.buffer.read()
    _thread.interrupt_main()


class _Telling:
    """A progress callback that writes a line for a new stage, for the end of one, and some between."""

    def __init__(self) -> None:
        self._stage, self._last = "", 0.0

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        now = time.monotonic()
        if stage == self._stage and done != total and now - self._last < INTERVAL:
            return
        self._stage, self._last = stage, now
        _say({"stage": stage, "done_so_far": done, "total": total})


def _say(what: dict[str, Any]) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
