"""Who took what from whom: relations of articles that share passages, with confidence and evidence.

`judge` is the way in. It knows articles, passages and dates, and nothing of files, archives or terminals.
"""

from provenance.lineage.judging import judge

__all__ = ["judge"]
