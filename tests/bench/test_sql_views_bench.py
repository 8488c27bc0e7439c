"""The comparison of views and commands sees what it should, on a small archive of generated releases."""

from __future__ import annotations

from pathlib import Path

import pytest

from provenance import Archive
from tests.bench import corpus, sql_views


def test_views_and_commands_of_generated_releases_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "data_folder", lambda: None)
    path = tmp_path / "a.db"
    sql_views.made(path, 150)
    with Archive(path) as archive:
        found = {name: (commands, views, differ) for name, commands, views, differ in sql_views.compared(archive)}
    assert all(differ == 0 for _, _, differ in found.values()), found
    assert found["links"][0] > 5
    assert found["passages"][0] > 5


def test_a_difference_is_counted() -> None:
    assert sql_views.differing({1: 2, 3: 4}, {1: 2, 3: 5, 6: 7}) == 2
