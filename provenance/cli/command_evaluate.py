"""`provenance evaluate`: how good findings are, measured against gold labels."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli import options
from provenance.cli.session import emit, of

if TYPE_CHECKING:
    from collections.abc import Sequence

HELP = """Score the program against gold labels.

\b
Examples:
  provenance evaluate pan pan13-train
  provenance evaluate links corpus/gold.jsonl
"""

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None, help=HELP)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    for row in [head, *rows]:
        numbers = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        emit("  ".join([row[0].ljust(widths[0]), *numbers]).rstrip())


@app.command()
def pan(
    directory: Annotated[Path, typer.Argument(help="A corpus: src, susp, and subsets with pairs.")],
    out: Annotated[
        Path | None, typer.Option("--out", help="Write the detections here, one XML a pair.", show_default=False)
    ] = None,
    profile: options.Profile = "pan",
    jobs: options.Jobs = 1,
) -> None:
    """Score passages on a corpus in PAN's form: plagdet, precision, recall and granularity of each subset.

    \b
    Example:
      provenance evaluate pan pan13-train --out detections
    """
    from provenance.config.align import profile as alignment_profile
    from provenance.engines import processors
    from provenance.evaluation.pan import evaluate

    scores = evaluate(directory, alignment_profile(profile), jobs or processors(), out)
    rows = [
        [name, f"{s.plagdet:.5f}", f"{s.precision:.5f}", f"{s.recall:.5f}", f"{s.granularity:.5f}"]
        for name, s in [*scores.subsets.items(), ("entire", scores.entire)]
    ]
    _table(["subset", "plagdet", "precision", "recall", "granularity"], rows)


@app.command()
def links(
    context: typer.Context,
    gold: Annotated[Path, typer.Argument(help="Gold relations, one JSON object a line.")],
    confidence: Annotated[float, typer.Option(min=0, max=1, help="Answers below this count as none.")] = 0.8,
) -> None:
    """Score an audited archive against gold relations: confusion, wrong directions, calibration.

    A line of gold is a JSON object about two archived articles. Its relation is "derived" (with the ids "derived" and
    "source"), "near_duplicate" ("a", "b", and "source" where one is known to be the original), "common_source" ("a",
    "b", and "sources" or "common_source", the archived articles that both draw on) or "hidden_common_source" ("a",
    "b"; the source is not archived, as in a "common_source" that names none). Other keys are ignored.

    \b
    Example:
      provenance evaluate links corpus/gold.jsonl
    """
    from provenance.errors import UnreadableInput
    from provenance.evaluation.link_scores import read_gold, score_links

    if not gold.is_file():
        raise UnreadableInput(f"{gold}: there is no such file; name one of JSON lines, such as corpus/gold.jsonl")
    try:
        rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise UnreadableInput(f"{gold} is no file of JSON lines: {error}") from error
    with of(context).archive(readonly=True) as archive:
        found = {(link.a, link.b): link for link in archive.store.links.iterate()}
    scores = score_links(read_gold(rows), found, confidence)
    answers = sorted({answer for row in scores.confusion.values() for answer in row})
    _table(
        ["gold relation", *answers],
        [[relation, *(str(row.get(answer, 0)) for answer in answers)] for relation, row in scores.confusion.items()],
    )
    emit("")
    _table(
        ["figure", "value"],
        [
            ["gold relations", str(scores.gold)],
            ["linked", f"{scores.linked:.4f}"],
            ["relation and direction right, forced", f"{scores.right:.4f}"],
            ["derived: right", f"{scores.derived_right:.4f}"],
            ["derived: wrong way", f"{scores.derived_wrong_way:.4f}"],
            ["common source: right one named", f"{scores.named_right:.4f}"],
            [f"answered at {confidence:g}", f"{scores.answered:.4f}"],
            [f"right of those answered at {confidence:g}", f"{scores.right_of_answered:.4f}"],
            [f"unseen source called derived at {confidence:g}", f"{scores.hidden_as_derived:.4f}"],
            ["calibration error, ten bins", f"{scores.calibration_error:.4f}"],
        ],
    )
    emit("")
    _table(
        ["confidence", "answers", "mean confidence", "right"],
        [
            [f"{each.low:.1f} to {each.high:.1f}", str(each.answers), f"{each.confidence:.3f}", f"{each.right:.3f}"]
            for each in scores.calibration
        ],
    )


@app.command()
def quotes(
    directory: Annotated[Path, typer.Argument(help="text/ and attributions/ with brat files in PolNeAR's form.")],
) -> None:
    """Score quotations against brat files: spans, speakers, cues, and the annotators' own agreement.

    \b
    Example:
      provenance evaluate quotes polnear-train
    """
    from provenance.evaluation.quote_evaluation import evaluate, rows

    _table(
        ["figure", "program", "annotators"],
        [
            [name, f"{value:.4f}", "" if ceiling is None else f"{ceiling:.4f}"]
            for name, value, ceiling in rows(evaluate(directory))
        ],
    )
