"""From the words of an article to what finds it again: MinHash signatures, passage keys, and the ranking of answers.

`minhash.make_all` is the way in for what is stored, `keys.query_keys`, `keys.choose` and `keys.rank` for what is
asked, `minhash` also for similarities. Nothing here knows of files, SQL or terminals. Callers import a module when
they need it, because its kernels are loaded with it.
"""
