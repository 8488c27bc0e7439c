"""Answers without the names of people and outlets: what is published of an archive may not be allowed to name them.

`names` decides what stands for which name, `masked_text` replaces names in texts and moves offsets along, `answers`
does both to whole answers. Names that the program does not know as such (of people who are neither authors nor
quoted, of places) stay in the texts.
"""
