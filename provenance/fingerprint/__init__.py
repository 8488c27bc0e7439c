"""From the words of an article to what finds it again: MinHash signatures, passage keys, and the ranking of answers.

To store articles call `minhash.make_all`; to query, `keys.query_keys`, `keys.choose` and `keys.rank`; for
similarities the functions of `minhash`. Nothing here knows of files, SQL or terminals. Callers import a module when
they need it, because its kernels are loaded with it.
"""
