"""Every setting of the program: typed, documented, with the measurement that set it.

One file a part of the program. Settings are frozen data made by the caller; nothing here reads a file, the
environment or the command line. `digest` names a set of settings in a few characters, so that every stored finding
can say what it was found with.
"""
