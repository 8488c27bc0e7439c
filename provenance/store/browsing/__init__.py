"""What lists ask the archive: pages of links, articles and quotations by key, and counts of them.

Every question is answered by SQL that reads no more rows than it must, in the order that the reader chose, from a key
on. Nothing here knows what people said of links; `provenance.usecases.browsing` lays that over.
"""
