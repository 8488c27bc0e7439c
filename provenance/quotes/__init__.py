"""Who is quoted, where, and in whose words; and the same utterance in two articles.

`extract` reads the quotations of one text by rules, with no model. What every language shares is here, what one
language alone does is a pack of its own (`languages` says what a pack gives, `english` is one). `linking` finds an
utterance of one article in another and tells a harmless edit from a changed meaning. Nothing here reads files beyond
the words that ship beside it.
"""

from provenance.quotes.extraction import RULES, extract

__all__ = ["RULES", "extract"]
