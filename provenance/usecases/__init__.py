"""The questions that a person can ask, one file per question; the command line and other programs build on these.

A use case takes settings and an open archive, calls the parts below it and returns frozen data from
`provenance.model`. It never prints, parses arguments or decides how an answer looks.
"""
