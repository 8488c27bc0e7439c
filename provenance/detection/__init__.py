"""Which copies an archive would find: edited copies to plant, and probabilities from how many of them were found.

Nothing here reads an archive or compares texts; `usecases/calibrating.py` does that with the same code as a check.
"""
