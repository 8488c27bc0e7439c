"""The versions of the rules by which links are found and judged: they name an audit's record beside its settings.

Each is raised when the part gives another answer for any texts, so that the next audit begins a record of its own and
never mixes links of two programs. `tests/audit/test_rules_versions.py` fails where that was forgotten. The rules of
quotations have their version beside them (`quotes.RULES`), since archives keep what they have read.
"""

PROPOSER = "proposer4"  # retrieval, screening and boilerplate: which pairs are aligned, on which parts of their texts
ALIGNER = "aligner6"  # the passages of two texts
JUDGE = "judge20"  # the relation of two articles
BY_MEANING = "meaning6"  # what codes add to all of these, where an archive has any; the others say nothing of it
