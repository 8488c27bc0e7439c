"""Files that evaluations read: gold links, PAN's cases, brat's annotations."""

import re
from pathlib import Path

from provenance.errors import ProvenanceError
from provenance.evaluation.brat import annotated
from provenance.evaluation.gold import archived, groups, halves, read_gold_file
from provenance.evaluation.gold_labels import gold_labels
from provenance.evaluation.pan import read_cases
from tests.fuzz.reading import folder, put

SEEDS = [
    (Path(__file__).parents[3] / "corpus" / "gold.jsonl").read_bytes()[:1500],
    b'{"a": "x", "b": "y", "relation": "derived", "derived": "y", "source": "x"}\n'
    b'{"a": "y", "b": "z", "relation": "none"}',
    b'<document><feature name="plagiarism" this_offset="0" this_length="5" '
    b'source_offset="1" source_length="4" source_reference="s"/></document>',
    b"T1\tCue 0 4\tsaid\nT2\tSource 5 8;9 12\tAna Rao\nE1\tCue:T1 Source:T2\n",
]
RUNS = 600


def attempt(data: bytes) -> None:
    """Read it as each; a wrong file is named in one line."""
    gold = put("gold.jsonl", data)
    cases = put("cases.xml", data)
    notes = folder() / "brat"
    notes.mkdir(exist_ok=True)
    (notes / "a.txt").write_text("said Ana Rao today", "utf-8")
    (notes / "a.ann").write_bytes(data)
    for read in (lambda: of_gold(gold), lambda: read_cases(cases), lambda: list(annotated(notes))):
        try:
            read()
        except ProvenanceError as error:
            assert "\n" not in str(error), error


def of_gold(path: Path) -> None:
    """Everything that is made of gold links."""
    found = read_gold_file(path)
    groups(found)
    halves(found)
    gold_labels(found)
    archived(found, {name for each in found for name in each.ids if re.search("[a-y]", name)})
