"""What a person can ask of the program, one file a question; the command line and other programs stand on these.

A use case takes plain settings and an archive's store, composes the parts below it and returns frozen data from
`provenance.model`. None prints, parses arguments or decides how an answer looks.
"""
