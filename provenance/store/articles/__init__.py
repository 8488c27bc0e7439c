"""Articles with their versions, names, addresses and corrections.

Nothing here compares two of them.
"""
