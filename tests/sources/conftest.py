"""Ways to put an input down and read it, for the tests of every format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from provenance.config.files import SourceSettings
from provenance.model import Article, SkippedInput
from provenance.sources import read

Reading = list[Article | SkippedInput]
ReadBytes = Callable[..., Reading]


@pytest.fixture
def read_bytes(tmp_path: Path) -> ReadBytes:
    """Write an input under a name and read it: `read_bytes(name, data, mapping=None, settings=...)`."""

    def read_it(
        name: str,
        data: bytes | str,
        mapping: Mapping[str, str] | None = None,
        settings: SourceSettings = SourceSettings(),  # noqa: B008
    ) -> Reading:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return list(read([path], mapping, settings))

    return read_it


@pytest.fixture
def read_article(read_bytes: ReadBytes) -> Callable[..., Article]:
    """The same for an input that holds exactly one article."""

    def read_it(*arguments: object, **more: object) -> Article:
        (found,) = read_bytes(*arguments, **more)
        assert isinstance(found, Article), found
        return found

    return read_it
