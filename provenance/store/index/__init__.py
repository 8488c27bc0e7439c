"""The index of fingerprints: postings as sorted runs of pages, and signatures.

Nothing here knows what a key means.
"""
