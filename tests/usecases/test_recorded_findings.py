"""What an audit recorded of one article reads like a check of it, and follows what people say."""

from __future__ import annotations

import shutil

from provenance import Archive
from provenance.usecases.filters import Filters
from provenance.usecases.recorded_findings import lineage_as_recorded, recorded_comparison, recorded_findings


def test_shares_and_credits_are_those_of_a_check(archive) -> None:
    findings, audited = recorded_findings(archive.store, "dam-brief-highmoor", archive.settings)
    checked, _ = next(iter(archive.report(["dam-brief-highmoor"])))
    assert audited
    assert findings.share == checked.share
    assert findings.attribution == checked.attribution
    assert findings.quotations["dam-brief-highmoor"] == checked.quotations["dam-brief-highmoor"]
    assert findings.public == checked.public
    assert findings.searched == checked.searched


def test_the_order_is_that_of_a_check_whichever_side_the_article_is(archive) -> None:
    for row in archive.listed():
        findings, _ = recorded_findings(archive.store, row.id, archive.settings)
        shares = [
            link.share_a if link.a == row.id else link.share_b for link in findings.links if not link.is_same_event
        ]
        assert shares == sorted(shares, reverse=True)


def test_what_people_rejected_counts_no_more(corpus_db, tmp_path) -> None:
    path = shutil.copy(corpus_db, tmp_path / "own.db")
    with Archive(path) as archive:
        before = recorded_findings(archive.store, "dam-brief-highmoor", archive.settings)[0].share
        archive.review("dam-brief-highmoor", "dam-inspection-ledger", "reject", "licensed")
        findings, _ = recorded_findings(archive.store, "dam-brief-highmoor", archive.settings)
        assert findings.share < before
        assert findings.links[-1].rejected
        *_, link, recorded = recorded_comparison(archive.store, "dam-inspection-ledger", "dam-brief-highmoor")
        assert recorded
        assert link.rejected


def test_a_new_text_is_checked_until_the_next_audit(corpus_db, tmp_path) -> None:
    path = shutil.copy(corpus_db, tmp_path / "own.db")
    story = tmp_path / "copy.txt"
    with Archive(path) as archive:
        story.write_text(archive.text("dam-brief-highmoor"), "utf-8")
        archive.add([story])
        findings, audited = recorded_findings(archive.store, "copy", archive.settings)
        assert not audited
        assert findings.archived is None
        assert "dam-brief-highmoor" in findings.others
        assert not recorded_comparison(archive.store, "copy", "dam-brief-highmoor")[-1]
        archive.audit()
        assert recorded_findings(archive.store, "copy", archive.settings)[-1]


def test_what_earlier_rules_recorded_is_shown_until_the_next_audit(corpus_db, tmp_path) -> None:
    """A newer version of the program may judge by other rules; a page does not compare everything anew for that."""
    path = shutil.copy(corpus_db, tmp_path / "own.db")
    with Archive(path) as archive:
        for table in ("records", "audited"):
            archive.store.connection.run(f"UPDATE {table} SET settings_digest = 'of-earlier-rules'")
        findings, audited = recorded_findings(archive.store, "dam-brief-highmoor", archive.settings)
        assert audited
        assert findings.candidates == 0
        view = lineage_as_recorded(archive.store, "dam-brief-highmoor", archive.settings, Filters())
        assert {edge.link.derived for edge in view.edges} >= {link.derived for link in findings.links}
