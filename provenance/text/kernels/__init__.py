"""Loops over code points and words: what turns a text into words, and looks words up in hash tables."""
