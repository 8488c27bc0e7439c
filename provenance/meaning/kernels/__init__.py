"""Loops over the codes of sentences and over the pieces of words."""
