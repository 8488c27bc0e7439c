"""What a text is made of: words, sentences and paragraphs, every one with offsets into the text as it was read.

Matching sees through case, accents, ligatures, typography and look-alike letters; offsets never do. Nothing here
reads files or knows what an article is. Import the submodules directly.
"""
