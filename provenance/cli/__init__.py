"""The `provenance` command: arguments in, rendered results out, exit codes as promised.

Results go to stdout; progress and notes go to stderr, and only to a terminal unless something went wrong. No logic
lives here: each command reads its options, calls one use case and hands the answer to a renderer. Everything heavy
is imported inside the commands, so that `--help` answers at once.
"""

from __future__ import annotations


def main() -> None:
    """Run the command line; the entry point of the installed script."""
    import gc
    import io
    import os
    import sys

    # OpenBLAS starts a thread per processor with numpy, and they wait for work busily: a check took .38 s of CPU time
    # with two, .27 with one, and nothing here is faster with two. Results do not depend on their number.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Nothing that starting up allocates is garbage; collecting it all the same costs 5 % of a check.
    gc.set_threshold(100_000, 50, 50)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what a terminal's encoding lacks is shown as its number
            stream.reconfigure(errors="backslashreplace")
    try:
        from provenance.cli.app import app
    except KeyboardInterrupt:  # commands have words of their own for that; none has begun
        print("provenance: interrupted: nothing was written", file=sys.stderr)
        sys.exit(130)
    try:
        app(prog_name="provenance")
    except Exception as error:  # one of a command's own never comes here (`failure`): its options cannot be read
        if os.environ.get("PROVENANCE_DEBUG"):
            raise
        from provenance.cli.failure import complain
        from provenance.errors import unforeseen

        complain(unforeseen(error))
        sys.exit(1)
    finally:
        gc.freeze()  # all that is left goes with the process: looking through it at exit takes a fifth of a second
