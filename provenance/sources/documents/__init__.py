"""Documents of offices and publishers: the paragraphs inside PDF, Word, OpenDocument, RTF, EPUB and mail.

Each file knows one format and hands out paragraphs; `document_articles` makes the articles of all of them.
"""
