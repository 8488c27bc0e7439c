"""Exports of news databases: one file, many articles.

Nothing here opens a file: readers hand in paragraphs or the text of a page.
"""
