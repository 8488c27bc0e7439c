"""Links of one article are looked up by its ends: by the record, all links of the archive would be read each time."""

from __future__ import annotations

from provenance.store.findings.link_store import LinkStore


def test_links_of_one_article_are_found_by_their_ends(archive, monkeypatch) -> None:
    connection, asked = archive.store.connection, []
    rows = connection.rows
    monkeypatch.setattr(
        connection, "rows", lambda statement, values=(): asked.append((statement, values)) or rows(statement, values)
    )
    assert LinkStore(connection).of("ferry-strike-northline")
    statement, values = next(each for each in asked if "JOIN articles l" in each[0])
    plan = " / ".join(row[-1] for row in rows(f"EXPLAIN QUERY PLAN {statement}", values))
    assert "judgements_by_pair (low=?)" in plan
    assert "judgements_by_high (high=?)" in plan
    assert "(record=?)" not in plan
