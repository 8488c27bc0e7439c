"""Reports of one event: what each tells, and which of them explains another better than all the others together.

In news a pair's similarity says little: five outlets that report one event share names, numbers and statements
without having read each other. What decides is what only two of all known reports share. This part knows words,
quotation marks and weights; it never reads a file or an archive, and passages are none of its business.
"""
