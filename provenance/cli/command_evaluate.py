"""`provenance evaluate`: how good findings are, measured against gold labels."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from provenance.cli import options
from provenance.cli.app import Command
from provenance.cli.record_notes import note_record
from provenance.cli.session import emit, of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.cli.session import Session
    from provenance.config.settings import Settings

Scored = Literal["text", "json"]
Fitted = Literal["gold", "reviews", "shipped"]

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


@app.command(cls=Command)
def pan(
    directory: Annotated[Path, typer.Argument(help="A corpus: src, susp, and subsets with pairs.")],
    out: Annotated[
        Path | None, typer.Option("--out", help="Write the detections here, one XML a pair.", show_default=False)
    ] = None,
    profile: options.Profile = "pan",
    meaning: Annotated[
        bool, typer.Option("--meaning", help="Also count what says the same in other words (extra meaning).")
    ] = False,
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

    scores = evaluate(directory, alignment_profile(profile), jobs or processors(), out, meaning=meaning)
    rows = [
        [name, f"{s.plagdet:.5f}", f"{s.precision:.5f}", f"{s.recall:.5f}", f"{s.granularity:.5f}"]
        for name, s in [*scores.subsets.items(), ("entire", scores.entire)]
    ]
    _table(["subset", "plagdet", "precision", "recall", "granularity"], rows)


@app.command(cls=Command)
def links(
    context: typer.Context,
    gold: Annotated[
        Path | None, typer.Argument(help="Gold relations, one JSON object a line.", show_default=False)
    ] = None,
    confidence: Annotated[float, typer.Option(min=0, max=1, help="Answers below this count as none.")] = 0.8,
    fit: Annotated[
        Fitted | None,
        typer.Option(
            "--fit",
            help="Fit the news weights to this gold or to reviews, or go back to those that ship.",
            show_default=False,
        ),
    ] = None,
    jobs: options.Jobs = 1,
    profile: options.Profile = "news",
    format: Annotated[Scored, typer.Option("--format", "-f", help="How to print the result.")] = "text",
) -> None:
    """Score an audited archive against gold relations: right, the wrong way, false, not answered; calibration.

    A line of gold is a JSON object about two archived articles. Its "relation" is one of these; other keys are
    ignored:

    \b
    derived               "derived" and "source", two ids; "direct": false where
                          the source was used through other articles only
    near_duplicate        "a" and "b"; "source" where one is known to be the
                          original
    common_source         "a" and "b"; "sources", a list of the ids of articles
                          that both draw on. Without any, or where none of them
                          is archived, it is the next one:
    hidden_common_source  "a" and "b"; what both draw on is not archived
    mixed_common_source   "a" and "b"; both of these
    same_event            "a" and "b"; both report one event, and neither took
                          anything from the other
    independent           "a" and "b"; nothing was taken, whatever they report

    "false" counts pairs of which nothing was taken that are asserted as related otherwise than by their event, and
    those with a common source that are called derived. Beside the program a rule of ten lines is shown: the earlier
    article that shares word 3-grams outside quotation marks above one threshold.

    --fit gold fits the weights that judge reports of one event to these labels, --fit reviews to what people
    confirmed and rejected with `provenance review`. Groups of articles are left out in turn and judged by weights
    that never saw them; only where those predict better than the weights that ship are they stored, with their source
    and date, and later audits of this archive use them. --fit shipped goes back.

    \b
    Examples:
      provenance evaluate links corpus/gold.jsonl
      provenance evaluate links corpus/gold.jsonl --confidence 0.5 --format json
    """
    from provenance.config.settings import Settings
    from provenance.errors import UsageError
    from provenance.evaluation.gold import archived, read_gold_file, unknown_ids
    from provenance.evaluation.link_report import LinkEvaluation, as_object, tables
    from provenance.evaluation.link_scores import score_links
    from provenance.evaluation.naive_rule import naive_scores
    from provenance.evaluation.relation_scores import score_relations
    from provenance.reports.wording import count

    session = of(context)
    if fit is not None:
        _fit(session, gold, fit, Settings.of(profile), jobs, format)
        return
    if gold is None:
        raise UsageError("name a file of gold relations, such as corpus/gold.jsonl; or --fit reviews")
    read = read_gold_file(gold)
    with session.archive(settings=Settings.of(profile), readonly=True) as archive:
        ids = frozenset(row.id for row in archive.store.articles.listed())
        scored = archived(read, ids)
        note_record(session, archive)
        found = {(link.a, link.b): link for link in archive.store.links.iterate()}
        texts = archive.store.articles.get_known(sorted({name for each in scored for name in (each.a, each.b)}))
    unknown, left_out = unknown_ids(read, ids), len(read) - len(scored)
    if unknown:
        some = ", ".join(unknown[:3]) + (" ..." if len(unknown) > 3 else "")
        session.note(
            f"provenance: {count(len(unknown), 'id')} of the gold {'is' if len(unknown) == 1 else 'are'} not "
            f"archived ({some}); {count(left_out, 'relation')} left out"
        )
    if not found:
        session.note("provenance: no link is recorded; `provenance audit` finds them")
    evaluation = LinkEvaluation(
        score_relations(scored, found, confidence),
        score_links(scored, found, confidence),
        naive_scores(scored, texts),
        tuple(unknown),
        left_out,
    )
    if format == "json":
        emit(json.dumps(as_object(evaluation), ensure_ascii=False))
        return
    for number, (head, rows) in enumerate(tables(evaluation)):
        if number:
            emit("")
        _table(head, rows)


def _fit(session: Session, gold: Path | None, fit: str, settings: Settings, jobs: int, format: str) -> None:
    """Fit the weights, or forget fitted ones, and print what came of it."""
    from dataclasses import asdict

    from provenance.errors import UsageError
    from provenance.evaluation.fit_report import fit_table, fit_words
    from provenance.evaluation.gold import archived, read_gold_file
    from provenance.evaluation.gold_labels import gold_labels

    if (gold is None) == (fit == "gold"):
        raise UsageError(
            "--fit gold takes a file of gold relations" if gold is None else f"--fit {fit} takes no gold"
        )
    read = read_gold_file(gold) if gold else ()
    with session.archive(settings=settings) as archive, session.progress() as progress:
        if fit == "shipped":
            emit(
                "Back to the weights that ship." if archive.forget_weights() else "The weights that ship are in use."
            )
            return
        ids = frozenset(row.id for row in archive.store.articles.listed()) if gold else frozenset()
        labels = gold_labels(archived(read, ids)) if gold else None
        found = archive.fit_weights(labels, gold.name if gold else fit, jobs=jobs, on_progress=progress)
    if format == "json":
        emit(json.dumps(asdict(found)))
        return
    first, last = fit_words(found)
    emit(f"{first}\n")
    _table(*fit_table(found))
    emit(f"\n{last}")


@app.command(cls=Command)
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
