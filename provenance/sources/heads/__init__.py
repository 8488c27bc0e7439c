"""What the lines around a story say: headline, byline, dateline, publisher, navigation.

Nothing here reads a file; what is found is a guess with the way it was got.
"""
