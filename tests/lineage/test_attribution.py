from __future__ import annotations

import pytest
from newsroom import article

from provenance.lineage.attribution import attribution, is_self_reuse
from provenance.model import Evidence, Link, Match, Passage, Span
from provenance.model.evidence import Credit

TEXT = "w" * 200


def taken(source: str, *passages: Passage, evidence: tuple[Evidence, ...] = ()) -> Link:
    return Link("me", source, "derived", 0.9, 0.5, 0.5, passages, source=source, derived="me", evidence=evidence)


def passage(start: int, end: int, quoted: bool = False, speaker: str | None = None) -> Passage:
    match = Match("verbatim", Span(start, end), Span(0, end - start), 1.0)
    return Passage(match, in_quotes=(quoted, quoted), speakers=(speaker, speaker))


CREDIT = (Evidence(Credit("names it"), "b", 1.0),)


def test_shares_tell_credit_and_quotation_apart() -> None:
    links = [
        taken("one", passage(0, 40), passage(40, 60, quoted=True), evidence=CREDIT),
        taken("two", passage(100, 120, quoted=True, speaker="Dora Quill"), passage(120, 160)),
    ]
    found = attribution(article("me", TEXT), links, {})
    assert found.prose.credited == pytest.approx(0.2)
    assert found.quotations.credited == pytest.approx(0.1)
    assert found.quotations.partly == pytest.approx(0.1)
    assert found.prose.uncredited == pytest.approx(0.2)
    assert found.everything.total == pytest.approx(0.6)
    assert found.sources == ("one", "two")


def test_where_sources_overlap_the_better_credit_counts() -> None:
    links = [taken("one", passage(0, 100), evidence=CREDIT), taken("two", passage(50, 150))]
    found = attribution(article("me", TEXT), links, {})
    assert found.prose.credited == pytest.approx(0.5)
    assert found.prose.uncredited == pytest.approx(0.25)


def test_ones_own_work_is_told_apart() -> None:
    me, other = article("me", TEXT, publisher="Vale Courier"), article("one", TEXT, publisher="VALE  COURIER")
    found = attribution(me, [taken("one", passage(0, 50))], {"one": other})
    assert found.own == pytest.approx(0.25)
    assert found.everything.total == 0


def test_links_to_what_derives_from_it_do_not_count() -> None:
    outward = Link("me", "b", "derived", 0.9, 0.5, 0.5, (passage(0, 50),), source="me", derived="b")
    assert attribution(article("me", TEXT), [outward], {}).everything.total == 0


def test_self_reuse_needs_a_known_author_or_publisher() -> None:
    assert not is_self_reuse(article("a", ""), article("b", ""))
    assert is_self_reuse(article("a", "", author="Ines Fabri"), article("b", "", author="ines fabri"))
    assert not is_self_reuse(article("a", "", publisher="Vale Courier"), article("b", "", publisher="Teasel Post"))


def test_prose_is_not_credited_by_a_speaker_whom_it_names() -> None:
    me = article("me", TEXT)
    copied = passage(0, 60, speaker="the county")
    assert attribution(me, [taken("one", copied)], {}).prose.uncredited == pytest.approx(0.3)
    retold = Passage(Match("quotation", Span(0, 60), Span(0, 60), 0.5), speakers=("Dora Quill", "Dora Quill"))
    assert attribution(me, [taken("one", retold)], {}).prose.partly == pytest.approx(0.3)
