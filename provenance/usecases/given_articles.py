"""Articles that a program hands over: articles, rows as dictionaries, data frames; and what else may be named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from provenance.errors import UsageError
from provenance.model import Article, SkippedInput

if TYPE_CHECKING:
    from provenance.sources.times.timestamps import DateOrder

# Paths and addresses; articles; rows; a data frame of pandas or polars, or a table of Arrow.
Inputs = Sequence[str | Path] | Sequence[Article] | Sequence[Mapping[str, Any]] | Any
WHERE = "row"


def given_inputs(
    inputs: Inputs, rename: Mapping[str, str] | None = None, dates: DateOrder | None = None
) -> Iterator[Article | SkippedInput] | None:
    """The articles that are handed over, each a row with the same columns as a row of a file; None for paths."""
    if isinstance(inputs, str | Path):
        return None
    if isinstance(inputs, Article | Mapping):
        inputs = [inputs]
    rows: list[Any] | None = _records(inputs)
    if rows is None:
        handed: Iterable[Any] = inputs
        rows = [*handed]
        if all(isinstance(each, str | Path) for each in rows):
            return None
    return _articles(rows, rename or {}, dates)


def require_inputs(
    inputs: Inputs, rename: Mapping[str, str] | None = None, dates: DateOrder | None = None
) -> Iterable[Article | SkippedInput]:
    """The same; paths are a UsageError, nothing is no article."""
    found = given_inputs(inputs, rename, dates)
    if found is None and (isinstance(inputs, str | Path) or list(inputs)):
        raise UsageError("these are names of files; `check` reads files, `check_articles` takes articles and rows")
    return found or ()


def as_paths(inputs: Inputs) -> Sequence[str | Path]:
    """Paths and addresses as a list, also where only one is named."""
    if isinstance(inputs, str | Path):
        return [inputs]
    named: Iterable[Any] = inputs
    return list(named)


def _records(inputs: Any) -> list[Any] | None:
    """The rows of a data frame or table, missing values as None; None where it is neither."""
    if hasattr(inputs, "to_pylist") and hasattr(inputs, "schema"):  # Arrow
        return list(inputs.to_pylist())
    if hasattr(inputs, "to_dicts"):  # polars, and tables of this program
        return list(inputs.to_dicts())
    if hasattr(inputs, "to_dict") and hasattr(inputs, "columns"):  # pandas
        return [_without_missing(row) for row in inputs.to_dict("records")]
    return None


def _without_missing(row: Mapping[Any, Any]) -> dict[str, Any]:
    """A row of pandas, which writes missing values as numbers and times that are none."""
    return {str(key): None if _is_missing(value) else value for key, value in row.items()}


def _is_missing(value: Any) -> bool:
    if value is None or isinstance(value, str | list | tuple | Mapping):
        return value is None
    try:
        return bool(value != value)  # noqa: PLR0124 (what is no number equals nothing)
    except (TypeError, ValueError):
        return type(value).__name__ == "NAType"


def _articles(
    rows: Iterable[Any], rename: Mapping[str, str], dates: DateOrder | None
) -> Iterator[Article | SkippedInput]:
    from provenance.sources import rows as reading
    from provenance.sources.readers import Request

    request = Request(mapping=rename, dates=dates)
    for number, row in enumerate(rows, 1):
        if isinstance(row, Article | SkippedInput):
            yield row
            continue
        yield reading.read_row(row, f"{WHERE} {number}", f"{WHERE}:{number}", "rows", request).result


def one_article(given: str | Path | Article, name: str) -> Article:
    """An article, the article of a file, or a text as an article of this id.

    A `Path`, and a text that is the name of a file, is read. Raises UnreadableInput for a file without an article.
    """
    if isinstance(given, Article):
        return given
    if isinstance(given, Path) or _names_a_file(given):
        from provenance.sources import read_one

        return read_one(given)
    return Article.from_text(given, name)


def _names_a_file(text: str) -> bool:
    if len(text) > 1000 or "\n" in text or "\0" in text:
        return False
    try:
        return Path(text).is_file()
    except OSError:
        return False
