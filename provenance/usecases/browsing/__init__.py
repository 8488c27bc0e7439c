"""Lists of what the archive holds, a page at a time: the same rows and numbers as the commands, however large it is.

A command reads every link and sorts them; a list asks the store for one page in the order that the reader chose and
lays people's words over it. `tests/usecases/browsing` holds the two against each other.
"""
