"""`provenance batch`: the audit of articles without an archive, on this machine or a cluster."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from provenance.cli import options
from provenance.cli.session import emit, of


def batch(
    context: typer.Context,
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files and folders of articles; with Spark also addresses of its file systems (hdfs://, s3a://).",
            show_default=False,
        ),
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", help="The folder for the tables.", show_default=False, metavar="FOLDER")
    ],
    engine: Annotated[
        Literal["processes", "local", "spark"],
        typer.Option(help="Where it runs: processes of this machine, this process alone, or Spark."),
    ] = "processes",
    master: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="The master of Spark: local[2], spark://host:7077, yarn, k8s://...; without it what spark-submit or"
            " the environment names.",
            show_default=False,
        ),
    ] = None,
    partitions: Annotated[
        int, typer.Option(min=0, help="Parts that each step makes; 0 goes by the size, or by Spark's own setting.")
    ] = 0,
    conf: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=VALUE", help="A setting of Spark (may be repeated).", show_default=False),
    ] = None,
    jobs: options.Jobs = 0,
    map: options.Renames = None,
    dates: options.Dates = None,
    format: Annotated[
        Literal["text", "json"], typer.Option("--format", "-f", help="How to print what was done.")
    ] = "text",
) -> None:
    """Find every link among articles without an archive, and write them as tables of Parquet.

    The result is that of `add` and `audit`, for as many articles as a cluster can hold. A batch that was stopped goes
    on where it was with the same command. `provenance import` brings the result, or a part of it, into an archive.

    \b
    Examples:
      provenance batch corpus/articles -o found
      provenance batch corpus/articles -o found-too --engine local --format json
      provenance batch hdfs://news/2025 -o hdfs://news/found --engine spark --master yarn
    """
    from provenance.usecases.batching import BatchOptions, batch

    session = of(context)
    session.note_plain_kernels()
    settings = options.spark_settings(engine, master, conf)
    asked = BatchOptions(engine, jobs, master, partitions, options.renames(map), dates, settings)
    with session.progress() as progress:
        done = batch(inputs, output, options=asked, on_progress=progress)
    if format == "json":
        import json
        from dataclasses import asdict

        emit(json.dumps(asdict(done), ensure_ascii=False, sort_keys=True))
        return
    rows = done.rows
    emit(
        f"{rows['articles']:,} articles, {rows['pairs']:,} candidate pairs, {rows['links']:,} links,"
        f" {rows['clusters']:,} groups of near duplicates"
    )
    if rows["skipped"]:
        emit(f"{rows['skipped']:,} inputs and notes are in the table `skipped`")
    if done.cut_off_candidates or done.cut_off_copies:
        from provenance.reports.wording import cut_off_words

        for line in cut_off_words(done.cut_off_texts, done.cut_off_candidates, done.cut_off_copies):
            emit(line)
    emit(f"tables in {done.output}; `provenance import {done.output}` brings them into an archive")
