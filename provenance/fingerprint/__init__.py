"""From the words of an article to what finds it again: MinHash signatures, passage keys, and the ranking of answers.

`making.make_all` is the way in for what is stored, `keys.query_keys` and `ranking.rank` for what is asked, `minhash`
for similarities. Nothing here knows of files, SQL or terminals, except that `content` reads the word list that lies
beside it. Importing a module compiles or loads its kernels, so callers import the one they need when they need it.
"""
