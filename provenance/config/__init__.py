"""Every setting of the program, typed: what it is, its unit, and what a larger or smaller value does.

One file per part of the program. Settings are frozen data made by the caller; nothing here reads a file, the
environment or the command line. The digest in `settings` names a set of values in a few characters, so that every
stored finding can say what it was found with: a name or a default that changes makes audits judge anew. The
measurements behind the values are in docs/pages/calibration.md.
"""
