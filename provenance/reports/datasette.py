"""What Datasette shows the archive with: metadata, canned queries and facets, and a plugin with the views' functions.

Datasette 0.65 reads all of it from `metadata.yaml`; 1.0 wants queries, facets and hidden tables in `datasette.yaml`.
YAML is written as JSON, which it includes. Computes nothing and opens no archive.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from provenance.errors import UnreadableInput
from provenance.model.schema import SHORT, View

FACETS = {
    "v_links": ["relation", "verdict", "publisher_a", "publisher_b"],
    "v_passages": ["kind", "relation"],
    "v_evidence": ["kind", "favours"],
    "v_quotations": ["type", "speaker", "publisher"],
    "v_articles": ["publisher", "language"],
    "v_versions": ["current", "publisher"],
    "v_reviews": ["subject", "said", "in_force"],
    "v_publishers": ["source", "taker"],
}
SORTS = {"v_links": "share_a", "v_publishers": "links", "v_utterances": "articles"}
QUERIES = {
    "who_takes_from_whom": (
        "Publishers by publishers, most links first",
        "SELECT source, taker, links, articles, round(share, 2) AS share FROM v_publishers ORDER BY links DESC, 1, 2",
    ),
    "taken_without_credit": (
        "Articles made from another one that they do not name, those with most of it first",
        "SELECT derived, source, round(CASE WHEN derived = a THEN share_a ELSE share_b END, 2) AS share, confidence"
        " FROM v_links WHERE relation = 'derived' AND NOT credited AND verdict IS NOT 'rejected'"
        " ORDER BY 3 DESC, derived, source",
    ),
    "links_of_an_article": (
        "All links of one article",
        "SELECT a, b, relation, source, confidence, share_a, share_b, verdict FROM v_links"
        " WHERE :article IN (a, b) ORDER BY confidence DESC, a, b",
    ),
    "passages_of_two_articles": (
        "The passages that two articles share",
        "SELECT kind, score, start_a, end_a, text_a, start_b, end_b, text_b FROM v_passages"
        " WHERE a IN (:one, :other) AND b IN (:one, :other) ORDER BY start_a",
    ),
    "quotations_in_several_articles": (
        "Words of one speaker that several articles quote",
        "SELECT speaker, text, articles, first_published, article_ids FROM v_utterances WHERE articles > 1"
        " ORDER BY articles DESC, speaker, text",
    ),
    "relations": (
        "How many links of each relation",
        "SELECT relation, count(*) AS links FROM v_links WHERE verdict IS NOT 'rejected'"
        " GROUP BY relation ORDER BY links DESC, relation",
    ),
}
PLUGIN = '''"""SQL functions that the views of an archive of `provenance` call. Needs nothing but Python."""

import zlib

from datasette import hookimpl


def _json(content):
    if not isinstance(content, bytes):
        return None
    try:
        return (zlib.decompress(content) if content[:1] == b"\\x78" else content).decode("ascii")
    except (zlib.error, UnicodeDecodeError):
        return None


def _text(content):
    if not isinstance(content, bytes):
        return None
    try:
        return zlib.decompress(content, -15)
    except zlib.error:
        return None


@hookimpl
def prepare_connection(conn):
    conn.create_function("provenance_json", 1, _json, deterministic=True)
    conn.create_function("provenance_text", 1, _text, deterministic=True)
'''


def write_datasette(folder: Path, archive: Path, views: Sequence[View]) -> list[Path]:
    """Write `metadata.yaml`, `datasette.yaml` and `plugins/provenance_views.py`; returns their paths.

    Raises UnreadableInput where they cannot be written.
    """
    name = archive.stem
    words = {view.name: {"description": view.words} for view in views}
    settings: dict[str, dict[str, Any]] = {view.name: _settings(view) for view in views}
    for short in SHORT:
        settings[short] = {"hidden": True}
    queries = {key: {"title": title, "sql": sql} for key, (title, sql) in QUERIES.items()}
    merged = {table: {**words.get(table, {}), **settings[table]} for table in settings}
    texts = {
        folder / "metadata.yaml": {
            "title": "Who took what from whom",
            "description": "An archive of provenance; `provenance schema` says what its views are.",
            "databases": {name: {"tables": merged, "queries": queries}},
        },
        folder / "datasette.yaml": {"databases": {name: {"tables": settings, "queries": queries}}},
    }
    plugin = folder / "plugins" / "provenance_views.py"
    from provenance.files.whole import write_whole

    try:
        plugin.parent.mkdir(parents=True, exist_ok=True)
        for path, content in texts.items():
            write_whole(path, (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode())
        write_whole(plugin, PLUGIN.encode())
    except OSError as error:
        raise UnreadableInput(f"{error.filename or folder} cannot be written: {error.strerror or error}") from error
    return [*texts, plugin]


def _settings(view: View) -> dict[str, Any]:
    settings: dict[str, Any] = {}
    if view.name in FACETS:
        settings["facets"] = FACETS[view.name]
    if view.name in SORTS:
        settings["sort_desc"] = SORTS[view.name]
    return settings
