"""Options that several commands share, written once so that they read the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from provenance.cli.completion import archived_ids
from provenance.reports.formats import names

if TYPE_CHECKING:
    from provenance.config.fetching import FetchSettings
    from provenance.model import PublicationTime
    from provenance.usecases.filters import Filters

Paths = Annotated[
    list[str] | None,
    typer.Argument(help="Files, folders, addresses, or - for standard input.", show_default=False),
]
FromFile = Annotated[
    list[Path] | None,
    typer.Option(
        "--from-file", metavar="FILE", help="Read names or addresses from FILE, one a line.", show_default=False
    ),
]
AllowLocal = Annotated[
    bool, typer.Option("--allow-local", help="Fetch from addresses of this computer and its network, too.")
]
KeepSource = Annotated[
    bool, typer.Option("--keep-source", help="Keep each fetched page beside the archive, as it came.")
]

if TYPE_CHECKING:
    AdditionFormat = str
    ArticleFormat = str
    ArticlesFormat = str
    ClustersFormat = str
    ComparisonFormat = str
    DetectionFormat = str
    FindingsFormat = str
    LineageFormat = str
    LinksFormat = str
    QuotationsFormat = str
    ReviewsFormat = str
    StatisticsFormat = str
    TraceFormat = str
    VerificationFormat = str
else:

    def _format(answer, words="How to print the result."):
        """The option `--format` of a command, with the formats that the catalogue of reports has for its answer."""
        return Annotated[Literal[names(answer)], typer.Option("--format", "-f", help=words)]

    AdditionFormat, VerificationFormat = _format("addition"), _format("verification")
    ArticleFormat, ArticlesFormat = _format("article"), _format("articles")
    ClustersFormat, StatisticsFormat = _format("clusters"), _format("statistics")
    ComparisonFormat, FindingsFormat = _format("comparison"), _format("findings")
    QuotationsFormat, TraceFormat = _format("quotations"), _format("trace")
    DetectionFormat = _format("detection")
    LineageFormat = _format("lineage", "How to print the lineage.")
    ReviewsFormat = _format("reviews", "How to print the list.")
    LinksFormat = _format("links", "How to print the links.")

Jobs = Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes to use; 0 uses one per core.")]
Renames = Annotated[
    str | None,
    typer.Option(
        "--map",
        metavar="KEY=COLUMN,...",
        help="Read other keys or columns: text=body,published=date; nested: text=content.rendered.",
    ),
]
Dates = Annotated[
    Literal["day-first", "month-first", "iso"] | None,
    typer.Option(help="What 03/04/2025 means in a file that does not show it.", show_default=False),
]
Given = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="FIELD=VALUE,...",
        help="Say publisher, published, title, author, language or url yourself (may be repeated).",
        show_default=False,
    ),
]
Meaning = Annotated[
    bool,
    typer.Option("--meaning", help="Encode their sentences, too, as `embed` does (needs the extra `meaning`)."),
]
By = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who says it; else the system's user.", show_default=False)
]
ArticleName = Annotated[
    str,
    typer.Argument(
        help="An id, the beginning of one, a path or an address.", show_default=False, autocompletion=archived_ids
    ),
]
Profile = Annotated[
    Literal["news", "essay", "pan"], typer.Option(help="What kind of texts are aligned; sets every threshold.")
]
MinWords = Annotated[int | None, typer.Option(min=1, help="Leave out passages of fewer words.", show_default=False)]
MinScore = Annotated[
    float | None,
    typer.Option(min=0, max=1, help="Leave out passages that share less of their wording.", show_default=False),
]
MinConfidence = Annotated[
    float, typer.Option(min=0, max=1, help="Call a relation undetermined below this confidence.")
]
Publisher = Annotated[
    list[str] | None, typer.Option(help="Only articles of this publisher (may be repeated).", show_default=False)
]
Language = Annotated[
    list[str] | None,
    typer.Option(help="Only articles in this language, as en or English (may be repeated).", show_default=False),
]
Since = Annotated[
    str | None, typer.Option(metavar="DATE", help="Only articles published on or after.", show_default=False)
]
Until = Annotated[
    str | None, typer.Option(metavar="DATE", help="Only articles published before or on.", show_default=False)
]
NoQuotations = Annotated[bool, typer.Option("--no-quotations", help="Leave out passages that are quotations.")]
NoSelfReuse = Annotated[bool, typer.Option("--no-self-reuse", help="Leave out pairs of one publisher or author.")]
SameEvent = Annotated[
    bool,
    typer.Option("--same-event", help="Show pairs, too, that report one event and where neither copied."),
]
Why = Annotated[bool, typer.Option("--why", help="Show every reason with its odds, not the five weightiest.")]
Output = Annotated[
    Path, typer.Option("--output", "-o", help="The file to write; - for standard output.", show_default=False)
]


def renames(option: str | None) -> dict[str, str]:
    """`text=body,published=date` as a mapping; a wrong form is a usage error."""
    if not option:
        return {}
    pairs = [part.partition("=") for part in option.split(",")]
    if not all(key and column for key, _, column in pairs):
        raise typer.BadParameter("write KEY=COLUMN, several parted by commas", param_hint="--map")
    mapping = {key.strip(): column.strip() for key, _, column in pairs}
    from provenance.errors import UsageError
    from provenance.sources.row_keys import check_mapping

    try:
        check_mapping(mapping)
    except UsageError as error:
        raise typer.BadParameter(f"{error}; write FIELD=COLUMN, such as text=body", param_hint="--map") from None
    return mapping


def given(option: list[str] | None) -> dict[str, str | PublicationTime | None]:
    """`publisher=...,published=...` as values; everything wrong is one usage error."""
    if not option:
        return {}
    from provenance.sources.given_values import given_values

    return given_values(option)


def require_encoder() -> None:
    """Raise MissingExtra before any work is done where sentences cannot be encoded."""
    from provenance.errors import MissingExtra
    from provenance.meaning.encoder import EXTRA, is_installed

    if not is_installed():
        raise MissingExtra("comparing texts by meaning", EXTRA)


def moment(option: str | None, name: str) -> PublicationTime | None:
    """A date or date-time as people write it; a wrong one is a usage error."""
    if option is None:
        return None
    from provenance.sources.times.timestamps import parse_time

    found = parse_time(option, placeholders=True)
    if found is None:
        raise typer.BadParameter(f"{option!r} is not a date; write 2025-07-16", param_hint=name)
    return found


def filters(
    publishers: list[str] | None = None,
    since: str | None = None,
    until: str | None = None,
    *,
    no_quotations: bool = False,
    no_self_reuse: bool = False,
    min_words: int | None = None,
    min_score: float | None = None,
    only: Iterable[str] = (),
    same_event: bool = False,
    languages: list[str] | None = None,
) -> Filters:
    """The filters for the options of a command; `only` are ids."""
    from provenance.usecases.filters import Filters

    return Filters.of(
        publishers or (),
        moment(since, "--since"),
        moment(until, "--until"),
        without_quotations=no_quotations,
        without_self_reuse=no_self_reuse,
        min_words=min_words,
        min_score=min_score,
        only=only,
        same_event=same_event,
        languages=languages or (),
    )


def named(paths: Sequence[str] | None, from_files: Sequence[Path] | None) -> list[str]:
    """The inputs that a command names, those of its lists behind the others. Raises UsageError for none."""
    from provenance.errors import UsageError

    names = list(paths or ())
    for file in from_files or ():
        try:
            text = file.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"--from-file {file}: {getattr(error, 'strerror', None) or 'it is no text'}") from None
        names += [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    if not names:
        raise UsageError(
            "name files, folders or addresses, - for standard input, or a list of them: --from-file FILE"
        )
    return names


def fetching(db: Path, *, allow_local: bool, keep_source: bool) -> FetchSettings:
    """How addresses are fetched; pages are kept in a folder beside the archive."""
    from provenance.config.fetching import FetchSettings

    return FetchSettings(allow_local=allow_local, keep_source=Path(f"{db}.sources") if keep_source else None)


def spark_settings(engine: str, master: str | None, conf: list[str] | None) -> dict[str, str]:
    """Settings of Spark by name; raises BadParameter for what is none, and for some without Spark."""
    pairs = [each.partition("=") for each in conf or ()]
    wrong = next((each for each in pairs if not each[1] or not each[0]), None)
    if wrong is not None:
        raise typer.BadParameter(f"{''.join(wrong)!r} is no NAME=VALUE", param_hint="--conf")
    if engine != "spark" and (master is not None or conf):
        raise typer.BadParameter("only --engine spark has a master and settings of Spark", param_hint="--engine")
    return {name: value for name, _, value in pairs}
