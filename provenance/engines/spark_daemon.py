"""The process that Spark starts on each worker to fork those that run Python: with this program's modules in memory.

Without it each forked process reads numpy, pyarrow and this program anew, about a second of CPU for each. Two habits
of Spark that cost every task a tenth of a second are ended: before each it has Python forget which modules there are,
for which the archives with Spark's own are read again (90 ms), and after each it searches for circular references
among everything that was imported (30 ms).
"""

from __future__ import annotations

import gc
from importlib import import_module
from zipimport import zipimporter

PARTS = ("admitting", "aligning", "grouping", "judging", "proposing", "reading", "results", "screening", "weighing")


def main() -> None:
    """Read what the steps of a batch need, then serve Spark as its own daemon does."""
    for part in PARTS:
        import_module(f"provenance.batch.{part}")
    daemon = import_module("pyspark.daemon")
    import_module("pyspark.worker")
    # Archives do not change while a worker lives.
    setattr(zipimporter, "invalidate_caches", _keep)  # noqa: B010 - a method of a class cannot be assigned to
    gc.collect()
    gc.freeze()
    daemon.manager()


def _keep(_archive: zipimporter) -> None:
    """Forget nothing."""


if __name__ == "__main__":
    main()
