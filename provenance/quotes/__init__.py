"""Who is quoted, where, and in whose words; and the same utterance in two articles.

`extract` reads the quotations of one text by rules, with no model. `provenance.quotes.linking` finds an utterance of
one article in another and tells a harmless edit from a changed meaning. Nothing here reads files beyond the lexicon
that ships beside it. Verbs, titles, names and word classes are data in `lexicon`; the rules follow English word order
and name a few of its function words.
"""

from provenance.quotes.extraction import RULES, extract

__all__ = ["RULES", "extract"]
