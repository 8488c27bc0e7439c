"""The steps of an audit: proposing pairs, aligning them in a good order, judging links in portions; reviews by
people."""
