"""Compiled loops of `events`: what two articles tell alike, and what explains it away. They know only arrays."""
