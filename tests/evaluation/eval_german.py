"""Quotations in German news: extraction against the annotators of 150 articles that no rule was developed on.

Rules were developed on the 350 articles of `train`; nothing of either half is in the project. The annotators mark
words in quotation marks inside a reported clause once more by themselves, and are scored so. All attributions with a
cue count for recall.
"""

from pathlib import Path

from gate import Figure

from provenance.evaluation.quote_evaluation import evaluate, rows

PROMISED = {
    "direct quotations, characters: F": 0.90,
    "speaker of direct quotations: precision": 0.90,
    "speaker of direct quotations: recall": 0.80,
    "indirect: recall": 0.55,
    "indirect: precision": 0.60,
}


def figures(data: Path) -> list[Figure]:
    return [
        Figure(name, value, at_least=PROMISED.get(name), timed=name == "megabytes a second")
        for name, value, _ in rows(evaluate(data / "german-quotes" / "dev"))
    ]
