"""Who is quoted, where, and in whose words; and the same utterance in two articles.

`extract` reads the quotations of one text by rules, with no model. `provenance.quotes.linking` finds an utterance of
one article in another and tells a harmless edit from a changed meaning. Nothing here reads files beyond the lexicon
that ships beside it, and no rule names a word of a language: those are data in `lexicon`.
"""

from provenance.quotes.extraction import extract

__all__ = ["extract"]
