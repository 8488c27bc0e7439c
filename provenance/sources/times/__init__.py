"""When an article was published, from what is written of it: forms of dates, and the order of day and month.

Nothing here reads a file or decides which of several dates counts.
"""
