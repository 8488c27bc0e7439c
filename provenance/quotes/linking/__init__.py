"""The same utterance in two articles: printed again, cut, altered, turned into reported speech, or re-credited.

`linker` pairs utterances across articles, `quoted_passages` says what became of quotations in a matched passage,
`alterations` separates harmless edits from changed meaning, `speakers` compares names. Import these modules directly:
no command needs all of them.
"""
