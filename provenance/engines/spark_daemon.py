"""The process that Spark starts on each worker to fork those that run Python: with this program's modules in memory.

Without it each forked process reads numpy, pyarrow and this program anew, about a second of CPU for each.
"""

from __future__ import annotations

from importlib import import_module


def main() -> None:
    """Read what the steps of a batch need, then serve Spark as its own daemon does."""
    for part in (
        "admitting",
        "aligning",
        "grouping",
        "judging",
        "proposing",
        "reading",
        "results",
        "screening",
        "weighing",
    ):
        import_module(f"provenance.batch.{part}")
    import_module("pyspark.daemon").manager()


if __name__ == "__main__":
    main()
