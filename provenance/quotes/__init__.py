"""Who is quoted, where, and in whose words; and the same utterance in two articles.

`extract` reads the quotations of one text by rules, with no model. Rules that hold for every language are here; each
language is a pack of its own (`languages` says what a pack has, `english` is one). `linking` finds an utterance of
one article in another and distinguishes harmless edits from changed meaning. Nothing here reads files except the word
lists that ship beside it.
"""

from provenance.quotes.extraction import RULES, extract

__all__ = ["RULES", "extract"]
