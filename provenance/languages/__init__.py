"""What is particular to a language, as data: codes and names, function words, and which language a text is in.

Knows letters and words and nothing of articles, files or terminals.
"""
