"""What quotation packs share whose languages put no blanks between words: Chinese and Japanese.

`written_sentences` splits at full stops of these scripts, `pieces` gives the writer's own words between quotations as
text. Nothing here knows a word of any language.
"""
