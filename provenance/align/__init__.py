"""Two texts -> the passages of one that correspond to passages of the other, with kinds and borders.

    a = prepare(text_a, body_a, quotations_a)
    b = prepare(text_b, body_b, quotations_b)
    for match in align(a, b, profile("news")): ...

`align(b, a)` finds the same with the sides exchanged. This room knows nothing of archives, dates or who wrote what.
Importing it is cheap; the kernels are loaded by the first `align`.
"""

from provenance.align.aligner import align
from provenance.align.prepared_text import PreparedText, prepare

__all__ = ["PreparedText", "align", "prepare"]
