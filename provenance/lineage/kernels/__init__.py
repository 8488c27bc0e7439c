"""Compiled loops of `lineage`: shared runs, pairs of texts, ownership of wording, passages. They know only arrays."""
