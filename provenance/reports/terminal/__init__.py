"""Answers printed for people, one file a command; every function takes the rich console to print on.

Article text never passes through markup and is neutralised character by character. Without colours (a pipe, a dumb
terminal) shared words stand in [brackets] and nothing depends on box-drawing characters.
"""
