"""`python -m provenance` is the `provenance` command."""

from provenance.cli import main

main()
