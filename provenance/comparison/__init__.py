"""Articles made ready and compared two at a time: passages, quotations, similarity. Nobody is said to have copied."""
