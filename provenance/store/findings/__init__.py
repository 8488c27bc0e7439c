"""What was found, said and read: links in their records, passages, reviews, runs, quotations.

Nothing here judges.
"""
