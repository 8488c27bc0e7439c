"""Bytes to text: encodings, guessed by the letters of languages, and damaged marks put back.

Nothing here knows what an article is.
"""
