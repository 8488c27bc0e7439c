"""Files of rows made smaller without an archive: rows that repeat others, paragraphs that repeat.

Rows are written as they were read: their columns, types and order are the input's. Nothing here makes an article of a
row, and nothing is kept when the work is done but the files that were asked for.
"""
