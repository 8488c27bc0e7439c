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


def test_directed_links_are_those_of_the_article_that_say_so(archive) -> None:
    links, ids = archive.store.links, [row.id for row in archive.listed()]
    found = 0
    for name in ids:
        for least in (0.0, 0.8, 0.95):
            of_it = [link for link in links.of(name) if link.source is not None and link.confidence >= least]
            sources = [link for link in of_it if link.derived == name]
            derived = [link for link in of_it if link.source == name]
            assert links.directed(name, least, to_sources=True) == sources
            assert links.directed(name, least, to_sources=False) == derived
            found += len(sources) + len(derived)
    assert found


def test_links_to_articles_that_are_asked_for_come_whatever_they_say(archive) -> None:
    links = archive.store.links
    open_ = next(link for link in links.iterate() if link.source is None)
    assert open_ not in links.directed(open_.a, 0.0, to_sources=True)
    assert open_ in links.directed(open_.a, 0.0, to_sources=True, also=[open_.b])


def test_directed_links_are_found_by_their_ends(archive, monkeypatch) -> None:
    connection, asked = archive.store.connection, []
    rows = connection.rows
    monkeypatch.setattr(
        connection, "rows", lambda statement, values=(): asked.append((statement, values)) or rows(statement, values)
    )
    assert LinkStore(connection).directed("ferry-strike-northline", 0.8, to_sources=False)
    statement, values = next(each for each in asked if "JOIN link_rows" in each[0])
    plan = " / ".join(row[-1] for row in rows(f"EXPLAIN QUERY PLAN {statement}", values))
    assert "judgements_by_pair (low=?)" in plan
    assert "judgements_by_high (high=?)" in plan
    assert "(record=?)" not in plan
