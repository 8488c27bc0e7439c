"""Queries of the archive's index for a text: candidates, near duplicates, boilerplate. Nothing is judged."""
