"""Web pages: the story of a page, what its metadata says, and pages that hold no story.

Nothing here fetches a page.
"""
