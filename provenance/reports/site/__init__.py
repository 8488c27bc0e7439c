"""An archive as static files that need no server: the same pages as served ones, a search, relative addresses only.

    addresses     which file an article or a pair is in, and how one page refers to another
    pages         the pages, from answers that are whole
    search_index  words of the texts, for a search that runs in the browser

Names of files never hold anything of an article but letters and digits. Pages forbid, in a meta element, whatever is
not among the files. Nothing here reads an archive or writes a file.
"""
