"""Reported speech by cue verbs, for every language whose rules are the same and whose words differ.

`grammar` says what a pack's data are, `verb_groups` finds the cue with its auxiliaries, `speakers` who speaks,
`clauses` where what is said ends. `reading` is the sentence that is read; `beside_quotations`, `without_quotations`
and `named_sources` are the rules, `reported` their order. `dashes` reads speech between dashes, and `pack` makes a
`Language` of a grammar. Nothing here knows a word of any language.
"""
