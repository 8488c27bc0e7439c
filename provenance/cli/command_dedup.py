"""`provenance dedup`: files of rows, or the archive, with one kept of each group of near duplicates."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from provenance.cli import options
from provenance.cli.session import emit, of

if TYPE_CHECKING:
    from provenance.engines import Engine

Similar = Annotated[float, typer.Option(min=0.05, max=1, help="Least exact Jaccard similarity of two texts.")]
PER_FILE = 3  # broken rows that are described on stderr


def dedup(
    context: typer.Context,
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE]...",
            help="JSON Lines, CSV or Parquet, also packed (.gz, .zst); folders of them; - for standard input; with"
            " Spark addresses of its file systems (hdfs://, s3a://). Without any, the archive.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            help="The file to write; - for standard output; with Spark also a folder for tables, which its workers"
            " compare and write.",
            show_default=False,
        ),
    ] = None,
    keep: Annotated[
        str | None,
        typer.Option(
            metavar="first|longest|earliest|best:COLUMN",
            help="Which row of a group is kept: the first (of files), the earliest (of the archive), the longest, or"
            " the one with the highest number in a column.",
            show_default=False,
        ),
    ] = None,
    threshold: Similar = 0.7,
    against: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE",
            help="Also leave out what repeats a row of this file, such as a training set, or is inside a longer one"
            " or around a shorter one (may be repeated).",
            show_default=False,
        ),
    ] = None,
    contained: Annotated[
        float,
        typer.Option(
            min=0,
            max=1,
            help="With --against: the least part of a text that makes it be inside a longer one; 0 compares whole"
            " rows alone.",
        ),
    ] = 0.8,
    paragraphs: Annotated[
        bool, typer.Option("--paragraphs", help="Also take out paragraphs and lines that an earlier row has.")
    ] = False,
    groups: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Write who matched whom, and how similar they are.", show_default=False),
    ] = None,
    pairs: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write every verified pair.", show_default=False)
    ] = None,
    spans: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Write what --paragraphs took out, with its places.", show_default=False),
    ] = None,
    broken: Annotated[
        Literal["skip", "keep"], typer.Option(help="Whether rows that cannot be read are written as they are.")
    ] = "skip",
    map: options.Renames = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing; say what would be left out.")] = False,
    jobs: options.Jobs = 1,
    engine: Annotated[
        Literal["processes", "spark"],
        typer.Option(
            help="What reads rows and makes their signatures: processes of this machine, or workers of Spark, which"
            " also compare and write them where --output is a folder."
        ),
    ] = "processes",
    master: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="The master of Spark: local[2], spark://host:7077, yarn, k8s://...",
            show_default=False,
        ),
    ] = None,
    conf: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=VALUE", help="A setting of Spark (may be repeated).", show_default=False),
    ] = None,
    format: Annotated[
        Literal["text", "json"], typer.Option("--format", "-f", help="How to print what was found.")
    ] = "text",
) -> None:
    """Write files of rows, or the archive, with one row kept of each group of near duplicates.

    Files need no archive. Their rows keep their columns, types and order; a line of JSON is written as it was.

    \b
    Examples:
      provenance dedup corpus/articles -o unique.jsonl
      provenance dedup corpus/articles -o unique.csv --groups groups.csv
      provenance dedup corpus/articles/highmoor-post --against corpus/articles/skerrow-argus --dry-run
      cat corpus/articles/*/*.jsonl | provenance dedup - --paragraphs -o - > unique.jsonl
      provenance dedup -o unique.jsonl
    """
    session = of(context)
    session.note_plain_kernels()
    if output is None and not dry_run:
        raise typer.BadParameter("name the file to write, or say --dry-run", param_hint="--output")
    settings = options.spark_settings(engine, master, conf)
    if not inputs:
        if engine == "spark":
            raise typer.BadParameter("Spark takes files of rows, not the archive: name some", param_hint="--engine")
        _of_archive(context, output, keep, threshold, dry_run, (against, paragraphs, groups, pairs, spans, map))
        return
    from provenance.reports.deduplication import as_json, as_lines
    from provenance.usecases.deduplicating_rows import RowOptions, deduplicate_rows

    asked = RowOptions(
        options.renames(map), keep or "first", threshold, tuple(against or ()), contained or None, paragraphs, broken
    )
    if engine == "spark" and _is_far(inputs, against, output):
        if output is None or dry_run or groups or pairs or spans:
            raise typer.BadParameter(
                "tables go into a folder, with who matched whom: name one with --output, without --groups, --pairs,"
                " --spans and --dry-run",
                param_hint="--engine",
            )
        from provenance.usecases.batching import BatchOptions
        from provenance.usecases.deduplicating_tables import deduplicate_tables

        with session.progress() as progress:
            where = BatchOptions("spark", master=master, spark=settings)
            found = deduplicate_tables(inputs, output, asked, where, progress)
    else:
        with session.progress() as progress, _on(engine, master, settings) as workers:
            found = deduplicate_rows(
                inputs,
                None if dry_run else output,
                asked,
                groups=groups,
                pairs=pairs,
                spans=spans,
                jobs=jobs,
                engine=workers,
                on_progress=progress,
            )
    _complain(found)
    if format == "json":
        import json

        made = json.dumps(as_json(found), ensure_ascii=False, indent=2)
    else:
        made = "\n".join(as_lines(found, dry_run=dry_run))
    if output == "-" and not dry_run:
        session.note(made)
    else:
        emit(made)


def _is_far(inputs: list[str], against: list[str] | None, output: str | None) -> bool:
    """Whether rows are in file systems of a cluster, or what is written is a folder."""
    from provenance.curation.row_streams import suffix_of
    from provenance.curation.row_writing import FORMATS

    if any("://" in each for each in (*inputs, *(against or ()), output or "")):
        return True
    return output not in (None, "-") and suffix_of(output or "")[0] not in FORMATS


def _on(engine: str, master: str | None, settings: dict[str, str]) -> AbstractContextManager[Engine | None]:
    """Spark's workers; nothing where processes of this machine are meant."""
    if engine != "spark":
        return nullcontext()
    from provenance.engines.spark import Spark

    return Spark(0, master, settings)


def _complain(found: object) -> None:
    from provenance.cli.failure import complain
    from provenance.model.deduplication import Deduplication
    from provenance.reports.characters import line
    from provenance.reports.deduplication import other_files_line

    assert isinstance(found, Deduplication)  # noqa: S101
    if others := other_files_line(found):
        complain(line(others))
    for row in found.unread[:PER_FILE]:
        complain(line(f"{row.place.file} row {row.place.row}: {row.reason}"))
    if found.broken > PER_FILE:
        complain(f"{found.broken - PER_FILE:,} more rows could not be read")


def _of_archive(
    context: typer.Context,
    output: str | None,
    keep: str | None,
    threshold: float,
    dry_run: bool,
    of_files: tuple[object, ...],
) -> None:
    session = of(context)
    if any(of_files) or dry_run:
        raise typer.BadParameter(
            "--against, --paragraphs, --groups, --pairs, --spans, --map and --dry-run are about files: name some",
            param_hint="FILE",
        )
    if keep not in (None, "earliest", "longest"):
        raise typer.BadParameter(f"of the archive, earliest or longest is kept, not {keep}", param_hint="--keep")
    chosen: Literal["earliest", "longest"] = "longest" if keep == "longest" else "earliest"
    with session.archive(readonly=True) as archive, session.progress() as progress:
        kept, left_out = archive.deduplicate(output or "-", threshold=threshold, keep=chosen, on_progress=progress)
    session.note(f"{kept:,} articles kept, {left_out:,} near duplicates left out")
    if output != "-":
        emit(str(output))
