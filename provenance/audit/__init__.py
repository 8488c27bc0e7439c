"""The steps of an audit: proposing pairs, aligning them in a good order, judging each link in its world; reviews by
people."""
